import { html, nothing } from 'lit'
import type { ListRowShown } from '../../server/lists/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

interface Selection {
  /** Every row is in sight, so that places are plain. */
  isWhole: boolean
  remove: () => void
  move: (by: 1 | -1) => void
  clear: () => void
}

/** What is done to the rows that are chosen. */
export const listSelection = (count: number, { isWhole, remove, move, clear }: Selection) => {
  const { lists, parts } = words()
  return html`
    <span class="row">
      <strong>${lists.selected(count)}</strong>
      <button class="button small danger" @click=${remove}>${icon('trash-2')} ${lists.remove}</button>
      ${
        isWhole
          ? html`<button
                class="button small"
                @click=${() => {
                  move(-1)
                }}
              >
                ${icon('arrow-up')} ${lists.up}
              </button>
              <button
                class="button small"
                @click=${() => {
                  move(1)
                }}
              >
                ${icon('arrow-down')} ${lists.down}
              </button>`
          : nothing
      }
      <button class="link-button" @click=${clear}>${parts.table.clearSelection}</button>
    </span>
  `
}

/** Where the chosen rows come to stand, all together one place up or down: before which other row; null = at the end. */
export const movedBy = (
  rows: readonly ListRowShown[],
  chosen: ReadonlySet<string>,
  by: 1 | -1,
): { ids: string[]; beforeId: string | null } => {
  const ids = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const places = rows.flatMap(({ id }, at) => (chosen.has(id) ? [at] : []))
  const others = rows.filter(({ id }) => !chosen.has(id))
  const edge = by < 0 ? (places[0] ?? 0) : (places.at(-1) ?? 0)
  const above = others.filter((row) => rows.indexOf(row) < edge).length
  return { ids, beforeId: others[Math.max(0, above + by)]?.id ?? null }
}

/** To the quotas of the congress with what was entered beside them. */
export const boardLink = (congressId: string) =>
  html`<a class="button" href="/congresses/${congressId}/quotas">${icon('table')} ${words().shell.pages.quotas}</a>`
