import { css, html, nothing, type TemplateResult } from 'lit'
import type { FormRow } from '../../server/forms/schema.ts'
import { importLooks } from '../exchange/import-looks.ts'
import '../exchange/import-question.ts'
import type { Decided } from '../exchange/import-choice.ts'
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
  .people import-question {
    position: static;
    max-inline-size: 100%;
  }
  .people .icon {
    flex: none;
    margin-block-start: 0.15em;
    color: var(--hue);
  }
`

/** So many are told at once; more when they are asked for. */
const fewest = 3

/**
 * Who is on a form that is a table: each row that says anything, with what it says; `decide` is told whom a row means
 * that asks.
 */
export const formRows = (
  rows: readonly FormRow[],
  decide: (said: Decided) => void,
): TemplateResult | typeof nothing => {
  if (rows.length === 0) return nothing
  const { heap } = words().forms
  const count = (state: FormRow['state']) => rows.filter((row) => row.state === state).length
  const asking = rows.filter(({ question }) => question)
  const shown = [...asking, ...rows.filter(({ question }) => !question)]
  return html`<details ?open=${rows.length <= fewest || asking.length > 0}>
    <summary>${heap.people(count('new'), count('changed'), count('error') + count('choose'))}</summary>
    <ul class="people">
      ${shown.map((row) => {
        const look = importLooks[row.state]
        return html`<li class=${look.hue}>
          ${icon(look.icon)}
          <span
            ><strong>${row.name === '' ? heap.row(row.row) : row.name}</strong>
            ${row.state === 'changed' ? changes(row) : said(row)}
            ${
              row.question === undefined
                ? nothing
                : html`<import-question
                    .row=${row.row}
                    .question=${row.question}
                    @row-decided=${({ detail }: CustomEvent<Decided>) => decide(detail)}
                  ></import-question>`
            }</span
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
