import { html, nothing } from 'lit'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import type { GridColumn } from './cells.ts'

/** In pixels: the column of places, with what opens a row or without it. */
export const widthOfPlaces = (hasOpener: boolean): number => (hasOpener ? 112 : 80)

interface PlaceOptions {
  /** Null = rows cannot be chosen. */
  isChosen: boolean | null
  change: () => void
  /** Null = a row opens nothing of its own. */
  openWord: ((name: string) => string) | null
  open: () => void
}

/** The head of a row: its place, whether it is chosen, and what opens it. */
export const gridPlace = (
  place: number | undefined,
  name: string,
  { isChosen, change, openWord, open }: PlaceOptions,
) => {
  const opener = openWord
    ? html`<button class="button quiet small icon-only" tabindex="-1" aria-label=${openWord(name)} @click=${open}>
        ${icon('user-round')}
      </button>`
    : nothing
  if (isChosen === null)
    return html`<th role="rowheader" scope="row" class="place"><span class="label">${place} ${opener}</span></th>`
  return html`<th role="rowheader" scope="row" class="place">
    <span class="label">
      <label>
        ${place}
        <input
          type="checkbox"
          tabindex="-1"
          aria-label=${words().lists.selectRow(name)}
          .checked=${isChosen}
          @change=${change}
        />
      </label>
      ${opener}
    </span>
  </th>`
}

/** The head of the column of places: whether all rows in sight are chosen; null = rows cannot be chosen. */
export const gridHead = (isAll: boolean | null, change: () => void) => {
  const { lists } = words()
  if (isAll === null) return html`<th role="columnheader" scope="col" class="place">${lists.order}</th>`
  return html`<th role="columnheader" scope="col" class="place">
    <label>
      ${lists.order}
      <input type="checkbox" aria-label=${lists.selectAll} .checked=${isAll} @change=${change} />
    </label>
  </th>`
}

/** The heads of the columns after that of places. */
export const columnHeads = (columns: readonly GridColumn[]) =>
  columns.map(
    ({ name, labels }) =>
      html`<th role="columnheader" scope="col" class=${name === 'name' ? 'kept' : ''}>${labels[language()]}</th>`,
  )
