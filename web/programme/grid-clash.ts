import { html, type TemplateResult } from 'lit'
import { timeItems } from '../../server/programme/rules.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import type { Carry } from './grid-carry.ts'
import type { Carried, Place } from './grid-move.ts'
import { spanWords } from '../parts/clock.ts'

/** Two moved one thing: where it stands now, and where it was meant to go. */
export interface Clash {
  carried: Carried
  place: Place
  title: string
  theirs: string
  mine: string
}

export const clashOf = ({ carried, place, title, foreseen }: Carry, programme: ProgrammeView): Clash | null => {
  if (!place || !foreseen) return null
  const { editor } = words()
  const mine = place.kind === 'tray' ? editor.tray : spanWords(foreseen.start, foreseen.end)
  return { carried, place, title: translated(title), theirs: standing(carried, programme), mine }
}

const standing = (carried: Carried, { sessions, tray }: ProgrammeView): string => {
  const { editor } = words()
  const session = sessions.find(({ id, items }) =>
    carried.kind === 'session' ? id === carried.sessionId : items.some((item) => item.id === carried.itemId),
  )
  if (carried.kind !== 'session' && tray.some(({ id }) => id === carried.itemId)) return editor.tray
  if (!session) return editor.nowhere
  if (carried.kind === 'session') return `${session.startsAt}, ${session.room}`
  const time = timeItems(session.startsAt, session.items)[session.items.findIndex(({ id }) => id === carried.itemId)]
  return `${spanWords(time?.start ?? 0, time?.end ?? 0)}, ${translated(session.title)}`
}

/** Shows both and asks which shall be. */
export const clashNotice = ({ title, theirs, mine }: Clash, answer: (isAgain: boolean) => void): TemplateResult => {
  const { editor } = words()
  return html`<div class="notice amber clash" role="alert">
    ${icon('triangle-alert')}
    <div>
      <strong>${editor.clash(title)}</strong>
      <p>${editor.clashBoth(theirs, mine)}</p>
      <p class="row">
        <button class="button small" @click=${() => answer(false)}>${editor.keepTheirs}</button>
        <button class="button small" @click=${() => answer(true)}>${editor.takeMine}</button>
      </p>
    </div>
  </div>`
}
