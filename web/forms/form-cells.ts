import { css, html, nothing, type TemplateResult } from 'lit'
import type { FaultyCell } from '../../server/forms/schema.ts'
import { importLooks } from '../exchange/import-looks.ts'
import { importFaultSentence } from '../exchange/word-import.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { formFieldName } from './word-form.ts'

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

/** The answers of a form that say anything: what stood there, what would stand, and what is wrong in which cell. */
export const formCells = (cells: readonly FaultyCell[]): TemplateResult | typeof nothing => {
  const told = cells.filter(({ state }) => state !== 'same')
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
        </dd>
      `
    })}
  </dl>`
}
