import { html, nothing, type TemplateResult } from 'lit'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import { withdrawAcceptance } from '../api/road.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { findItem } from './grid-carry.ts'
import { editItem, squeeze } from './item-acts.ts'
import { placeOf, wordConflict } from './programme-conflicts.ts'

/** Cards shown; more are found on the board. */
const mostShown = 40

/** Conflicts in words, each with its place and the way out. */
export const conflictCards = (
  desk: Desk,
  conflicts: readonly ProgrammeConflict[],
  { heading }: { heading: boolean },
): TemplateResult | typeof nothing => {
  const { editor } = words()
  if (conflicts.length === 0) return html`<p class="small good">${icon('circle-check')} ${editor.noConflicts}</p>`
  const rest = conflicts.length - mostShown
  return html`
    ${heading ? html`<h3>${editor.conflicts(conflicts.length)}</h3>` : nothing}
    <ul class="conflicts">
      ${conflicts.slice(0, mostShown).map((conflict) => card(desk, conflict))}
    </ul>
    ${rest > 0 ? html`<p class="small muted">${words().programme.doubts.more(rest)}</p>` : nothing}
  `
}

/** Those that were accepted, folded away: who, why, and the way back. */
export const acceptedCards = (desk: Desk): TemplateResult | typeof nothing => {
  const { conflicts: text } = words()
  if (desk.accepted.length === 0) return nothing
  return html`<details>
    <summary class="small muted">${text.accepted(desk.accepted.length)}</summary>
    <ul class="conflicts">
      ${desk.accepted.map(
        ({ conflict, acceptance }) =>
          html`<li>
            ${icon('check')}
            <div>
              <strong>${words().editor.rules[conflict.rule]}</strong>
              <p>${placeOf(conflict, desk.programme)}: ${wordConflict(conflict, desk.programme)}</p>
              <p class="small muted">${acceptance.accountName}: ${acceptance.reason}</p>
              ${
                desk.mayAccept
                  ? html`<button
                      class="link-button small"
                      @click=${() => desk.write(withdrawAcceptance(acceptance.id), text.withdrawn)}
                    >
                      ${text.withdraw}
                    </button>`
                  : nothing
              }
            </div>
          </li>`,
      )}
    </ul>
  </details>`
}

const card = (desk: Desk, conflict: ProgrammeConflict) => {
  const { programme } = desk
  const id = conflict.itemId ?? conflict.sessionId
  return html`<li class=${conflict.severity}>
    ${icon(conflict.severity === 'serious' ? 'triangle-alert' : 'info')}
    <div>
      <strong>${words().editor.rules[conflict.rule]}</strong>
      <p>
        ${desk.get('at') === id ? nothing : html`${placeOf(conflict, programme)}: `}${wordConflict(conflict, programme)}
      </p>
      ${wayOut(desk, conflict)}
      ${
        desk.mayAccept
          ? html`<button class="link-button small" @click=${() => desk.accept(conflict)}>
              ${words().conflicts.ways.accept}
            </button>`
          : nothing
      }
    </div>
  </li>`
}

/** One click towards the way out: done where that is possible, else to the place where it is decided. */
const wayOut = (desk: Desk, conflict: ProgrammeConflict) => {
  const { editor } = words()
  const { programme, congress } = desk
  const { wayOut: way, itemId, sessionId } = conflict
  const item = findItem(programme, itemId ?? '')
  const session = programme.sessions.find(({ id }) => id === sessionId)
  const link = (word: string, act: () => unknown) =>
    html`<button class="link-button small" @click=${act}>${word}</button>`
  const goThere = () => desk.set({ at: itemId ?? sessionId, day: session?.date ?? '' })
  if (!desk.mayEdit) return desk.get('at') === (itemId ?? sessionId) ? nothing : link(editor.show, goThere)
  if (way === 'squeeze' && session) return link(editor.ways.squeeze, () => void squeeze(desk, session.id))
  if (way === 'lengthen' && item && conflict.limit !== null) {
    const durationMinutes = conflict.limit
    return link(editor.ways.lengthen(durationMinutes), () => editItem(desk, item, { durationMinutes }))
  }
  if (way === 'hold' && item?.fixedStart != null) {
    return link(editor.ways.float, () => editItem(desk, item, { fixedStart: null }))
  }
  if (way === 'book-venue' && congress.venueId !== null) {
    return html`<a href=${`/venues/${congress.venueId}`}>${editor.ways.book}</a>`
  }
  if (way === 'assign') {
    const { target } = conflict
    const asked = target ? `at=${target.sessionId}&role=${target.role}` : `at=${sessionId}`
    return html`<a href=${`/congresses/${congress.id}/assignments?${asked}`}
      >${target ? editor.ways.giveRole : editor.ways.assign}</a
    >`
  }
  if (way === 'choose-room' && session) return link(editor.ways.room, () => desk.editSession(session))
  return desk.get('at') === (itemId ?? sessionId) ? nothing : link(editor.show, goThere)
}
