import { css, html, nothing, type TemplateResult } from 'lit'
import type { FormRow } from '../../server/forms/schema.ts'
import { importLooks } from '../exchange/import-looks.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { formFieldName } from './word-form.ts'

export const rowStyles = css`
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--blue);
    font-weight: 500;
    cursor: pointer;
  }
  .people {
    display: grid;
    gap: var(--space-half);
    padding-block-start: var(--space-half);
  }
  .people li {
    display: flex;
    gap: 0.375rem;
  }
  .people .icon {
    flex: none;
    margin-block-start: 0.15em;
    color: var(--hue);
  }
`

/** So many are told at once; more when they are asked for. */
const fewest = 3

/** Who is on a form that is a table: each row that says anything, with what it says. */
export const formRows = (rows: readonly FormRow[]): TemplateResult | typeof nothing => {
  if (rows.length === 0) return nothing
  const { heap } = words().forms
  const count = (state: FormRow['state']) => rows.filter((row) => row.state === state).length
  return html`<details ?open=${rows.length <= fewest}>
    <summary>${heap.people(count('new'), count('changed'), count('error'))}</summary>
    <ul class="people">
      ${rows.map((row) => {
        const look = importLooks[row.state]
        return html`<li class=${look.hue}>
          ${icon(look.icon)}
          <span
            ><strong>${row.name === '' ? heap.row(row.row) : row.name}</strong>
            ${row.state === 'changed' ? changes(row) : said(row)}</span
          >
        </li>`
      })}
    </ul>
  </details>`
}

const said = ({ cells }: FormRow) => {
  // «Có» alone says nothing of what it answers.
  const texts = cells.flatMap(({ field, heading, value, code }) => {
    if (field === 'name' || code !== null || value === '') return []
    return [field === 'isDirectWorker' ? `${formFieldName(field, heading)}: ${value}` : value]
  })
  return html`<span class="muted">${texts.join(' · ')}</span>`
}

const changes = ({ cells }: FormRow) =>
  cells
    .filter(({ state }) => state === 'changed')
    .map(({ field, heading, was, value }, at) => {
      const before = was === null || was === '' ? nothing : html`<del>${was}</del>`
      return html`${at === 0 ? nothing : '; '}<span class="muted">${formFieldName(field, heading)}:</span> ${before}
        <ins>${value}</ins>`
    })
