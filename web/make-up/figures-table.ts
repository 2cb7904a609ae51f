import { css, html, nothing, type TemplateResult } from 'lit'
import { formatNumber, writeShare } from '../../server/format/numbers.ts'
import { language, words } from '../words/words.ts'
import type { Figure, FigureRow } from './rows.ts'

/** Looks of the tables of figures, each with its bars. */
export const figuresTableStyle = css`
  .figures-table {
    inline-size: 100%;
    border-collapse: collapse;
    font: 400 var(--size-dense) / 1.4 var(--font-figures);
  }
  .figures-table :is(th, td) {
    padding: 0.3125rem 0.5rem;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .figures-table tbody tr:last-child > * {
    border-block-end: 0;
  }
  .figures-table thead th {
    color: var(--muted);
    font-size: var(--size-small);
    vertical-align: bottom;
  }
  .figures-table tbody th {
    overflow-wrap: anywhere;
    min-inline-size: 7rem;
  }
  .figures-table .number {
    text-align: end;
    white-space: nowrap;
  }
  .figures-table .other {
    border-inline-start: 1px solid var(--line);
  }
  .figures-table .drawn {
    inline-size: 30%;
    vertical-align: middle;
  }
  .bar-drawn {
    display: block;
    inline-size: 100%;
    block-size: 0.625rem;
    border-radius: 2px;
    background: var(--sunken);
  }
  .bar-drawn rect {
    fill: var(--blue);
  }
  .compared .bar-drawn {
    block-size: 0.3125rem;
    margin-block-start: 0.1875rem;
  }
  .compared .other .bar-drawn rect {
    fill: var(--slate);
  }
  .compared .muted {
    margin-inline-start: 0.375rem;
  }
  @media (max-width: 700px) {
    .wide .drawn {
      display: none;
    }
  }
`

/**
 * Figures as a table of which every line draws its share: one congress with its bars in a column, or several side by side.
 * `names` are those of the congresses where there are several.
 */
export const figuresTable = (options: {
  label: string
  rows: readonly FigureRow[]
  names: readonly string[]
}): TemplateResult => {
  const { label, rows, names } = options
  const { content, countHeading, shareHeading, tagged } = words().makeUp
  const isCompared = names.length > 1
  const hasTags = rows.some(({ figures }) => figures.some((figure) => figure?.tagged !== undefined))
  return html`<table class="figures-table ${isCompared ? 'compared' : ''}" aria-label=${label}>
    <thead>
      <tr>
        <th scope="col">${content}</th>
        ${
          isCompared
            ? names.map((name, at) => html`<th scope="col" class="number ${at === 0 ? '' : 'other'}">${name}</th>`)
            : html`<td class="drawn"></td>
                <th scope="col" class="number">${countHeading}</th>
                <th scope="col" class="number">${shareHeading}</th>
                ${hasTags ? html`<th scope="col" class="number">${tagged}</th>` : nothing}`
        }
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label: name, figures }) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${isCompared ? figures.map((figure, at) => comparedCell(figure, at)) : singleCells(figures[0], hasTags)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

const singleCells = (figure: Figure | undefined, hasTags: boolean) =>
  html`<td class="drawn">${drawn(figure)}</td>
    <td class="number">${countOf(figure)}</td>
    <td class="number">${shareOf(figure)}</td>
    ${hasTags ? html`<td class="number">${told(figure?.tagged)}</td>` : nothing}`

const comparedCell = (figure: Figure | undefined, at: number) =>
  html`<td class="number ${at === 0 ? '' : 'other'}">
    ${countOf(figure)}
    ${figure?.share === null || figure?.count === null ? nothing : html`<span class="muted">${shareOf(figure)}</span>`}
    ${drawn(figure)}
  </td>`

/** A picture of the share, which the number beside it says in figures. */
const drawn = (figure: Figure | undefined) =>
  !figure || figure.count === null || figure.share === null
    ? nothing
    : html`<svg class="bar-drawn" aria-hidden="true">
        <rect width="${String(100 * figure.share)}%" height="100%"></rect>
      </svg>`

const countOf = (figure: Figure | undefined) => (figure ? told(figure.count) : '')

/** A number, or the sign that it is not told. */
export const told = (count: number | null | undefined) => {
  if (count === undefined) return ''
  if (count !== null) return formatNumber(count, language())
  const { hidden } = words().makeUp
  return html`<span title=${hidden}
    ><span aria-hidden="true">–</span><span class="visually-hidden">${hidden}</span></span
  >`
}

const shareOf = (figure: Figure | undefined): string =>
  !figure || figure.count === null || figure.share === null ? '' : writeShare(figure.share, language())
