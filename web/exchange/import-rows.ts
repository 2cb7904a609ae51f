import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import {
  cellStates,
  type CellState,
  type ImportCell,
  type ImportPreview,
  type ImportRow,
} from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { importLooks } from './import-looks.ts'
import { importRowStyles } from './import-row-styles.ts'
import { importFaultSentence } from './word-import.ts'
import { zerosWith } from './zeros.ts'

/** Rows on one page: a preview of twenty thousand opens at once. */
const pageLength = 100

/** Letters from which on a cell is made wider, so that its row does not grow over the whole screen. */
const longText = 120

/** The rows of a dry run, and which column of the table is what. */
type ShownPreview = Pick<ImportPreview, 'rows' | 'totals'> & {
  columns: readonly { field: string | null; heading: string }[]
}

/**
 * What the import would do, row by row and cell by cell: `<import-rows .preview=${preview} .nameOf=${…}>`; `nameOf` words
 * a field.
 */
@customElement('import-rows')
export class ImportRows extends WordsElement {
  @property({ attribute: false }) preview: ShownPreview | null = null
  @property({ attribute: false }) nameOf: (field: string) => string = (field) => field
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
    const { columns, rows } = this.preview
    this.#headings = new Map(columns.flatMap(({ field, heading }) => (field === null ? [] : [[field, heading]])))
    const faulty = rows.flatMap(({ cells }) => cells.filter(({ code }) => code !== null).map(({ field }) => field))
    this.#fields = [...new Set([...this.#headings.keys(), ...faulty])]
  }

  override render() {
    const { preview } = this
    const { exchange } = words()
    if (!preview) return nothing
    if (preview.rows.length === 0) return html`<p class="notice amber">${icon('info')} ${exchange.noRowsAtAll}</p>`
    const wanted = this.#view.get('show')
    const rows = preview.rows.filter((row) => wanted === '' || isShown(row, wanted))
    const last = Math.max(1, Math.ceil(rows.length / pageLength))
    const page = Math.min(last, Math.max(1, Number(this.#view.get('page')) || 1))
    const from = (page - 1) * pageLength
    return html`
      <div class="row spread head">
        ${this.#filters(preview, wanted)} ${last > 1 ? this.#pages(page, last, rows.length) : nothing}
      </div>
      ${
        rows.length === 0
          ? html`<p class="muted">${exchange.noRows}</p>`
          : this.#table(rows.slice(from, from + pageLength))
      }
    `
  }

  #filters({ totals, rows }: ShownPreview, wanted: string) {
    const { exchange } = words()
    const shown = cellStates.filter((state) => totals[state] > 0)
    const set = (show: string) => this.#view.set({ show, page: '1' })
    return html`
      <div class="row" role="group" aria-label=${exchange.filters}>
        <button class="chip" aria-pressed=${wanted === ''} @click=${() => set('')}>${exchange.all(rows.length)}</button>
        ${shown.map(
          (state) =>
            html`<button
              class="chip total ${importLooks[state].hue}"
              aria-pressed=${wanted === state}
              @click=${() => set(wanted === state ? '' : state)}
            >
              ${icon(importLooks[state].icon)} ${exchange.totals[state](totals[state])}
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
    const state = row.state !== 'error' && hasWarning(row) ? 'warning' : row.state
    const look = importLooks[state]
    return html`
      <tr class="data ${faulty.length > 0 ? 'open' : ''}">
        <th scope="row" class="place" title=${exchange.states[state]}>
          <span class="muted">${row.row}</span>
          <span class="mark ${look.hue}">${icon(look.icon)}<span class="word">${exchange.states[state]}</span></span>
        </th>
        ${this.#fields.map((field) => this.#cell(cells.get(field), field))}
      </tr>
      ${
        faulty.length === 0
          ? nothing
          : html`<tr class="faults">
              <td class="place"></td>
              <td colspan=${this.#fields.length}>
                ${faulty.map(
                  (cell) =>
                    html`<p class=${importLooks[cell.state].hue}>
                      ${icon(importLooks[cell.state].icon)}
                      <span>${this.nameOf(cell.field)}: ${importFaultSentence(cell)} ${this.#zero(row.row, cell)}</span>
                    </p>`,
                )}
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
    const choose = () => this.tell('zeros-chosen', zerosWith(this.preview?.rows ?? [], { field, row, isRestored }))
    return html`<button class="link-button" @click=${choose}>
      ${isRestored ? zeros.take(String(details['restored'])) : zeros.keep(String(details['written']))}
    </button>`
  }

  #cell(cell: ImportCell | undefined, field: string) {
    const label = this.nameOf(field)
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

const hasWarning = ({ cells }: ImportRow): boolean => cells.some(({ state }) => state === 'warning')

const isShown = (row: ImportRow, wanted: string): boolean =>
  (wanted as CellState) === 'warning' ? hasWarning(row) : row.state === wanted

declare global {
  interface HTMLElementTagNameMap {
    'import-rows': ImportRows
  }
}
