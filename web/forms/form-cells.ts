import { css, html, nothing, type TemplateResult } from 'lit'
import type { FaultyCell } from '../../server/forms/schema.ts'
import { importLooks } from '../exchange/import-looks.ts'
import { importFaultSentence } from '../exchange/word-import.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { formFieldName } from './word-form.ts'
import './mend-cell.ts'

export const cellStyles = css`
  .cells {
    display: grid;
    grid-template-columns: fit-content(16rem) minmax(0, 1fr);
    gap: 0.125rem var(--space-2);
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
  }
  del {
    margin-inline-end: var(--space-half);
    color: var(--muted);
  }
  ins {
    color: var(--blue);
    font-weight: 500;
    text-decoration: none;
  }
  .cells .link-button,
  mend-cell {
    margin-inline-start: var(--space-half);
  }
  .tone {
    color: var(--hue);
    font-weight: 500;
  }
  @media (max-width: 700px) {
    .cells {
      grid-template-columns: minmax(0, 1fr);
    }
    dd {
      margin-block-end: var(--space-half);
    }
  }
`

/** Told with what is written instead of a cell; null = it says again what is in the file. */
export type Mend = (cell: FaultyCell, text: string | null) => void

/**
 * The answers of a form that say anything: what stood there, what would stand, and what is wrong in which cell; with
 * `mend`, a wrong one can be written anew in its place.
 */
export const formCells = (cells: readonly FaultyCell[], mend?: Mend): TemplateResult | typeof nothing => {
  const told = cells.filter(({ state, written }) => state !== 'same' || written !== undefined)
  if (told.length === 0) return nothing
  const { heap } = words().forms
  return html`<dl class="cells">
    ${told.map((cell) => {
      const { field, heading, place, value, was, state } = cell
      const fault = importFaultSentence(cell)
      return html`
        <dt>${formFieldName(field, heading)}</dt>
        <dd>
          ${
            was === null || was === ''
              ? nothing
              : html`<del><span class="visually-hidden">${heap.was('')}</span>${was}</del>`
          }
          <ins>${value}</ins>
          ${
            fault === null
              ? nothing
              : html`<span class="tone ${importLooks[state].hue}">
                  ${icon(importLooks[state].icon)} ${place === '' ? nothing : html`${heap.at(place)}: `}${fault}
                </span>`
          }
          ${mend ? mending(cell, mend) : nothing}
        </dd>
      `
    })}
  </dl>`
}

const mending = (cell: FaultyCell, mend: Mend) => {
  const { field, heading, place, value, code, written, row } = cell
  if (row === undefined || (code === null && written === undefined)) return nothing
  const { forms } = words()
  const name = [formFieldName(field, heading), place === '' ? '' : forms.heap.at(place)].filter(Boolean).join(', ')
  return html`${
      written === undefined
        ? nothing
        : html`<span class="muted">${forms.heap.mended(written)}</span>
            <button
              class="link-button"
              aria-label=${`${forms.heap.asInFile}: ${name}`}
              @click=${() => mend(cell, null)}
            >
              ${forms.heap.asInFile}
            </button>`
    }
    <mend-cell
      .value=${value}
      label=${name}
      @mended=${({ detail }: CustomEvent<string>) => mend(cell, detail)}
    ></mend-cell>`
}
