import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { hasWarning, pageLength, pageOf } from '../../server/exchange/rules/pages.ts'
import { rowFilters, type ImportCell, type ImportPreview, type ImportRow } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { importLooks } from './import-looks.ts'
import { importRowStyles } from './import-row-styles.ts'
import { importFaultSentence } from './word-import.ts'
import { filterOf } from './row-filter.ts'
import { zerosWith } from './zeros.ts'
import './import-question.ts'

/** Letters from which on a cell is made wider, so that its row does not grow over the whole screen. */
const longText = 120

/** The rows of a dry run, and which column of the table is what; with `found`, one page of its rows. */
type ShownPreview = Pick<ImportPreview, 'rows' | 'totals'> &
  Partial<Pick<ImportPreview, 'found' | 'page' | 'rowCount' | 'otherFields'>> & {
    columns: readonly { field: string | null; heading: string }[]
  }

/** A cell that is written anew. */
interface Mending {
  row: number
  field: string
  text: string
}

/**
 * What the import would do, row by row and cell by cell: `<import-rows .preview=${preview} .nameOf=${…} .restored=${…}>`;
 * `nameOf` words a field. `mendable`: a wrong cell can be written anew in its place (`cell-mended`). What is said of a
 * row's question is told as `row-decided`.
 */
@customElement('import-rows')
export class ImportRows extends WordsElement {
  @property({ attribute: false }) preview: ShownPreview | null = null
  @property({ attribute: false }) nameOf: (field: string) => string = (field) => field
  @property({ attribute: false }) restored: readonly string[] = []
  @property({ type: Boolean }) mendable = false
  @state() private mending: Mending | null = null
  @query('.mend') private readonly mend!: HTMLInputElement | null
  readonly #view = new ViewState(this, { show: '', page: '1' })
  #fields: readonly string[] = []
  #headings: ReadonlyMap<string, string> = new Map()

  static override styles = [
    ...controls,
    importRowStyles,
    css`
      :host {
        display: block;
      }
      .head {
        margin-block-end: var(--space);
      }
      .pages {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
      }
    `,
  ]

  /** Columns in the order of the sheet; then fields that have a fault but no column. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('preview') || !this.preview) return
    const { columns, rows, otherFields } = this.preview
    const { mending } = this
    // Whoever writes goes on when the answer to the cell before comes.
    const isStillWrong =
      mending !== null &&
      rows.some(
        ({ row, cells }) =>
          row === mending.row && cells.some(({ field, state }) => field === mending.field && isWrong(state)),
      )
    if (!isStillWrong) this.mending = null
    this.#headings = headingsOf(columns)
    const faulty = rows.flatMap(({ cells }) => cells.filter(({ code }) => code !== null).map(({ field }) => field))
    this.#fields = [...new Set([...this.#headings.keys(), ...(otherFields ?? faulty)])]
  }

  protected override updated(): void {
    if (this.mending && this.shadowRoot?.activeElement !== this.mend) this.mend?.focus()
  }

  override render() {
    const { preview } = this
    const { exchange } = words()
    if (!preview) return nothing
    const rowCount = preview.rowCount ?? preview.rows.length
    if (rowCount === 0) return html`<p class="notice amber">${icon('info')} ${exchange.noRowsAtAll}</p>`
    const wanted = this.#view.get('show')
    const whole = () => pageOf(preview.rows, filterOf(wanted) ?? null, Number(this.#view.get('page')) || 1)
    const { found, page } = preview
    const shown = found === undefined ? whole() : { rows: preview.rows, found, page: page ?? 1 }
    const last = Math.max(1, Math.ceil(shown.found / pageLength))
    return html`
      <div class="row spread head">
        ${this.#filters(preview, rowCount, wanted)} ${last > 1 ? this.#pages(shown.page, last, shown.found) : nothing}
      </div>
      ${shown.rows.length === 0 ? html`<p class="muted">${exchange.noRows}</p>` : this.#table(shown.rows)}
    `
  }

  #filters({ totals }: ShownPreview, rowCount: number, wanted: string) {
    const { exchange } = words()
    const shown = rowFilters.filter((state) => (totals[state] ?? 0) > 0)
    const set = (show: string) => this.#view.set({ show, page: '1' })
    return html`
      <div class="row" role="group" aria-label=${exchange.filters}>
        <button class="chip" aria-pressed=${wanted === ''} @click=${() => set('')}>${exchange.all(rowCount)}</button>
        ${shown.map(
          (state) =>
            html`<button
              class="chip total ${importLooks[state].hue}"
              aria-pressed=${wanted === state}
              @click=${() => set(wanted === state ? '' : state)}
            >
              ${icon(importLooks[state].icon)} ${exchange.totals[state](totals[state] ?? 0)}
            </button>`,
        )}
      </div>
    `
  }

  #pages(page: number, last: number, all: number) {
    const { pages } = words().exchange
    const from = (page - 1) * pageLength + 1
    const step = (label: string, name: 'chevron-left' | 'chevron-right', to: number) => html`
      <button
        class="button small icon-only"
        aria-label=${label}
        title=${label}
        ?disabled=${to < 1 || to > last}
        @click=${() => this.#view.set({ page: String(to) })}
      >
        ${icon(name)}
      </button>
    `
    return html`
      <nav class="pages" aria-label=${pages.label}>
        ${step(pages.previous, 'chevron-left', page - 1)}
        <span class="small muted figures" aria-live="polite">
          ${pages.shown(from, Math.min(all, from + pageLength - 1), all)}
        </span>
        ${step(pages.next, 'chevron-right', page + 1)}
      </nav>
    `
  }

  #table(rows: readonly ImportRow[]) {
    const { exchange } = words()
    return html`
      <div class="box" role="region" aria-label=${exchange.table} tabindex="0">
        <table class="table">
          <caption class="visually-hidden">
            ${exchange.table}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="place"><span class="visually-hidden">${exchange.row}, ${exchange.state}</span></th>
              ${this.#fields.map((field) => {
                const name = this.nameOf(field)
                const heading = this.#headings.get(field) ?? ''
                return html`<th scope="col">
                  <div class="name">
                    ${name}${
                      heading === '' || heading === name ? nothing : html`<span class="heading">“${heading}”</span>`
                    }
                  </div>
                </th>`
              })}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>
    `
  }

  #row(row: ImportRow) {
    const { exchange } = words()
    const cells = new Map(row.cells.map((cell) => [cell.field, cell]))
    const faulty = row.cells.filter(({ code }) => code !== null)
    const isDone = row.state === 'error' || row.state === 'choose' || row.state === 'skipped'
    const state = !isDone && hasWarning(row) ? 'warning' : row.state
    const look = importLooks[state]
    const isOpen = faulty.length > 0 || row.question !== undefined
    return html`
      <tr class="data ${isOpen ? 'open' : ''} ${row.state}">
        <th scope="row" class="place" title=${exchange.states[state]}>
          <span class="muted">${row.row}</span>
          <span class="mark ${look.hue}">${icon(look.icon)}<span class="word">${exchange.states[state]}</span></span>
        </th>
        ${this.#fields.map((field) => this.#cell(cells.get(field), field, row.row))}
      </tr>
      ${
        !isOpen
          ? nothing
          : html`<tr class="faults">
              <td class="place"></td>
              <td colspan=${this.#fields.length}>
                ${faulty.map(
                  (cell) =>
                    html`<p class=${importLooks[cell.state].hue}>
                      ${icon(importLooks[cell.state].icon)}
                      <span>
                        ${this.nameOf(cell.field)}: ${importFaultSentence(cell)} ${this.#zero(row.row, cell)}
                        ${this.#mendButton(row.row, cell)}
                      </span>
                    </p>`,
                )}
                ${
                  row.question === undefined
                    ? nothing
                    : html`<import-question .row=${row.row} .question=${row.question}></import-question>`
                }
              </td>
            </tr>`
      }
    `
  }

  /** Takes what the cell seems to have been, or what the file has. */
  #zero(row: number, { field, code, details }: ImportCell) {
    if (code !== 'zero-lost' && code !== 'zero-restored') return nothing
    const { zeros } = words().exchange
    const isRestored = code === 'zero-lost'
    const choose = () => this.tell('zeros-chosen', zerosWith(this.restored, { field, row, isRestored }))
    return html`<button class="link-button" @click=${choose}>
      ${isRestored ? zeros.take(String(details['restored'])) : zeros.keep(String(details['written']))}
    </button>`
  }

  #mendButton(row: number, { field, value, state }: ImportCell) {
    if (!this.mendable || !isWrong(state)) return nothing
    const { mend, mendLabel } = words().exchange
    return html`<button
      class="link-button"
      aria-label=${`${mend}: ${mendLabel(this.nameOf(field), row)}`}
      @click=${() => (this.mending = { row, field, text: value })}
    >
      ${mend}
    </button>`
  }

  #mendField({ row, field, text }: Mending) {
    const { exchange } = words()
    return html`<td class="marked blue" data-label=${this.nameOf(field)}>
      <input
        class="input mend"
        aria-label=${exchange.mendLabel(this.nameOf(field), row)}
        .value=${text}
        @input=${(event: Event) => (this.mending = { row, field, text: (event.target as HTMLInputElement).value })}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
        @blur=${() => this.#mended()}
      />
    </td>`
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#mended()
    if (event.key === 'Escape') this.mending = null
  }

  #mended(): void {
    if (this.mending) this.tell('cell-mended', this.mending)
    this.mending = null
  }

  #cell(cell: ImportCell | undefined, field: string, row: number) {
    const label = this.nameOf(field)
    if (this.mending?.row === row && this.mending.field === field) return this.#mendField(this.mending)
    if (!cell) return html`<td class="empty" data-label=${label}></td>`
    const { exchange } = words()
    const { state, value, was } = cell
    const isMarked = state === 'warning' || state === 'error'
    const isEmpty = value === '' && was === null && !isMarked
    const before = was === null ? '' : was === '' ? exchange.wasEmpty : exchange.was(was)
    const fault = importFaultSentence(cell) ?? ''
    const title = [exchange.states[state], fault, before].filter(Boolean).join('. ')
    return html`
      <td
        class="${isEmpty ? 'empty' : ''} ${isMarked ? `marked ${importLooks[state].hue}` : ''} ${was === null ? '' : 'changed'}"
        data-label=${label}
        title=${isMarked || was !== null ? title : nothing}
      >
        <div class=${value.length > longText ? 'text long' : 'text'}>
          ${
            was === null || was === ''
              ? nothing
              : html`<del><span class="visually-hidden">${exchange.was('')}</span>${was}</del>`
          }
          ${was === null ? html`<span>${value}</span>` : html`<ins>${value}</ins>`}
        </div>
      </td>
    `
  }
}

/** Headings by field; a name in two columns is shown as one, under both of its headings. */
const isWrong = (state: ImportCell['state']): boolean => state === 'error' || state === 'warning'

const headingsOf = (columns: ShownPreview['columns']): Map<string, string> => {
  const headings = new Map<string, string>()
  for (const { field, heading } of columns) {
    if (field === null || field === 'systemCode') continue
    const shown = field === 'lastName' || field === 'firstName' ? 'name' : field
    headings.set(shown, [headings.get(shown), heading].filter(Boolean).join(' + '))
  }
  return headings
}

declare global {
  interface HTMLElementTagNameMap {
    'import-rows': ImportRows
  }
}
