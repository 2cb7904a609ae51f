import { css, html, nothing, type TemplateResult } from 'lit'
import type { Cue, ProgrammeItem, ProgrammeView } from '../../server/programme/schema.ts'
import { ApiError } from '../api/request.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { findItem } from './grid-carry.ts'
import { editItem, type ItemEdit } from './item-acts.ts'

/** Two wrote the same of an item: the item as one of them came to it, and what he wrote. */
export interface EditClash {
  item: ProgrammeItem
  edit: ItemEdit
}

/** Clashes with one more; what was written in one item stands together, whatever is written last. */
export const withClash = (clashes: readonly EditClash[], clash: EditClash): EditClash[] => {
  const before = clashes.find(({ item }) => item.id === clash.item.id)
  const rest = clashes.filter((each) => each !== before)
  return [...rest, before ? { item: before.item, edit: { ...before.edit, ...clash.edit } } : clash]
}

/** The write met what another had changed, or deleted. */
export const isClash = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'stale' || error.code === 'not-found')

export const editClashStyles = css`
  .clashes {
    position: sticky;
    inset-block-start: var(--space);
    z-index: 6;
    display: grid;
    gap: var(--space);
    margin-block-end: var(--space-2);
  }
  .clashes:empty {
    display: none;
  }
  .clashes .notice > div {
    display: grid;
    gap: var(--space);
    min-inline-size: 0;
  }
  .clashes .table {
    max-block-size: 40vh;
    background: var(--surface);
    border: 1px solid var(--line);
  }
  .clashes :is(th, td) {
    overflow-wrap: anywhere;
    white-space: pre-line;
    vertical-align: top;
  }
  .clashes tbody th {
    inline-size: 7rem;
    overflow-wrap: normal;
  }
  @media (max-width: 700px) {
    .clashes tbody th {
      inline-size: 4rem;
      padding-inline: 0.25rem;
    }
  }
`

/** Shows both versions of what two wrote, and asks which shall be. */
export const clashedEdits = (
  desk: Desk,
  clashes: readonly EditClash[],
  settled: (clash: EditClash) => void,
): TemplateResult => html`<div class="clashes">${clashes.map((clash) => notice(desk, clash, settled))}</div>`

const notice = (desk: Desk, clash: EditClash, settled: (clash: EditClash) => void) => {
  const { editor } = words()
  const { error: text } = words().parts
  const now = findItem(desk.programme, clash.item.id)
  const title = translated((now ?? clash.item).title)
  const keepMine = (item: ProgrammeItem) => {
    settled(clash)
    void editItem(desk, item, clash.edit)
  }
  return html`<div class="notice amber" role="alert">
    ${icon('triangle-alert')}
    <div>
      <strong>${now ? editor.editClash(title) : editor.editClashGone(title)}</strong>
      ${versions(desk.programme, clash.edit, now)}
      <p class="row">
        ${
          now
            ? html`<button class="button small" @click=${() => keepMine(now)}>${text.keepMine}</button>
                <button class="button small" @click=${() => settled(clash)}>${editor.keepTheirs}</button>`
            : html`<button class="button small" @click=${() => settled(clash)}>${words().common.close}</button>`
        }
      </p>
    </div>
  </div>`
}

const versions = (programme: ProgrammeView, edit: ItemEdit, now: ProgrammeItem | undefined) => {
  const { error: text } = words().parts
  return html`<table class="table">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${text.mine}</th>
        ${now ? html`<th scope="col">${text.theirs}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${comparedFields(programme, edit, now).map(
        ({ label, mine, theirs }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${mine || text.empty}</td>
            ${now ? html`<td>${theirs || text.empty}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** What was written of an item beside what stands there, field by field in words. */
export const comparedFields = (
  programme: Pick<ProgrammeView, 'speakers'>,
  edit: ItemEdit,
  now: ItemEdit | undefined,
): { label: string; mine: string; theirs: string }[] =>
  (Object.keys(edit) as (keyof ItemEdit)[]).map((name) => ({
    label: labelOf(name),
    mine: wordField(programme, name, edit),
    theirs: now ? wordField(programme, name, now) : '',
  }))

const labelOf = (name: keyof ItemEdit): string => {
  const { editor, programme } = words()
  const labels: Record<keyof ItemEdit, string> = {
    title: editor.itemTitle,
    durationMinutes: programme.minutes,
    fixedStart: programme.fixed,
    presenter: programme.presenter,
    note: programme.note,
    kind: editor.kind,
    speakerIds: programme.presenter,
    presidiumWords: editor.presidiumWords,
    announcerWords: editor.announcerWords,
    batches: editor.batchesHeading,
    cues: editor.cues,
  }
  return labels[name]
}

const wordField = ({ speakers }: Pick<ProgrammeView, 'speakers'>, name: keyof ItemEdit, from: ItemEdit): string => {
  const { editor, common } = words()
  const { kind, durationMinutes, fixedStart, speakerIds = [], batches = [], cues = [] } = from
  if (name === 'kind') return kind ? editor.itemKinds[kind] : ''
  if (name === 'durationMinutes') return editor.minutes(durationMinutes ?? 0)
  if (name === 'fixedStart') return fixedStart ?? common.no
  if (name === 'speakerIds')
    return speakerIds.map((id) => speakers.find((each) => each.id === id)?.name ?? '').join('\n')
  if (name === 'batches') return batches.map(({ title, minutes }) => `${title}: ${editor.minutes(minutes)}`).join('\n')
  if (name === 'cues') return cues.map(wordCue).join('\n')
  return translated(from[name] ?? '')
}

const wordCue = ({ offsetMinutes, speaks, standsBy, light, sound, handedOver }: Cue): string =>
  [String(offsetMinutes), speaks, standsBy, light, sound, handedOver].filter(Boolean).join(' · ')
