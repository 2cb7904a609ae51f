import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { WordsElement } from '../parts/element.ts'
import { isMatch } from '../../server/format/search.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { recordTableStyle } from './record-table-style.ts'

/** A column: what is read (sorted, searched) and, where it differs, what is drawn. */
export interface Column<R> {
  key: string
  label: string
  text: (row: R) => string
  /** Numbers and dates sort by this. */
  order?: (row: R) => number | string
  draw?: (row: R) => TemplateResult | string | typeof nothing
  isNumber?: boolean
  /** There is nothing to sort by: links. */
  isUnsorted?: boolean
  /** Short texts stay on one line: codes, phones. */
  isNarrow?: boolean
  /** What the row is called by: stands first on a phone; the first column unless told. */
  isTitle?: boolean
}

/** Rows drawn at first; more on demand, so that thousands open at once. */
const pageLength = 100

/**
 * A searchable, sortable table: `<record-table label .columns .rows .nameOf .mayChange>`. With `selectable` rows can be
 * chosen (`selection-changed`); `scrolled`: it scrolls in its own place, the headings stay. Slots `filters` and `selection`
 * take further controls. Tells `search-changed` with the words, `filters-cleared` where it offers to clear those of a page
 * that is `narrowed`, `row-edited` and `row-deleted` with the row, where `mayChange` allows it.
 */
@customElement('record-table')
export class RecordTable extends WordsElement {
  @property() label = ''
  @property({ attribute: false }) columns: readonly Column<never>[] = []
  @property({ attribute: false }) rows: readonly { id: string }[] = []
  @property({ attribute: false }) nameOf: (row: never) => string = () => ''
  @property({ attribute: false }) mayChange: (row: never) => boolean = () => false
  @property({ type: Boolean }) selectable = false
  /** Without its own edit and delete buttons. */
  @property({ type: Boolean }) plain = false
  /** What is searched for when it opens. */
  @property() sought = ''
  /** The page keeps only some rows: where none is left, all filters can be cleared. */
  @property({ type: Boolean }) narrowed = false
  /** Without its own search: the page has one. */
  @property({ type: Boolean }) unsearched = false
  @state() private query = ''
  @state() private sortKey: string | null = null
  @state() private isReverse = false
  @state() private shown = pageLength
  @state() private chosen: ReadonlySet<string> = new Set()

  static override styles = [...controls, recordTableStyle]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sought')) this.query = this.sought
    this.#dropHidden()
  }

  /** What a filter or the search hides is no longer chosen: nothing is done to rows that nobody sees. */
  #dropHidden(): void {
    if (this.chosen.size === 0) return
    const kept = this.#found.flatMap(({ id }) => (this.chosen.has(id) ? [id] : []))
    if (kept.length < this.chosen.size) this.#setChosen(kept)
  }

  get #found() {
    const columns = this.columns as readonly Column<{ id: string }>[]
    const rows =
      this.query === ''
        ? this.rows
        : this.rows.filter((row) => isMatch(columns.map(({ text }) => text(row)).join(' '), this.query))
    const column = columns.find(({ key }) => key === this.sortKey)
    if (!column) return rows
    const collator = new Intl.Collator('vi', { numeric: true })
    const valueOf = column.order ?? column.text
    const sign = this.isReverse ? -1 : 1
    return [...rows].sort((one, other) => {
      const [a, b] = [valueOf(one), valueOf(other)]
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    })
  }

  override render() {
    const { parts, records } = words()
    const found = this.#found
    const rest = found.length - this.shown
    return html`
      <div class="head">
        ${
          this.unsearched
            ? nothing
            : html`<input
                class="input"
                type="search"
                aria-label=${records.searchLabel}
                placeholder=${records.searchLabel}
                .value=${this.query}
                @input=${(event: Event) => this.#search((event.target as HTMLInputElement).value)}
              />`
        }
        <slot name="filters"></slot>
        <span class="muted small" aria-live="polite">${parts.table.rows(found.length, this.rows.length)}</span>
        ${
          this.selectable && this.chosen.size < found.length
            ? html`<button class="link-button" @click=${() => this.#setChosen(found.map(({ id }) => id))}>
                ${parts.table.selectAll} (${found.length})
              </button>`
            : nothing
        }
        ${
          this.chosen.size === 0
            ? nothing
            : html`<span class="row">
                <strong>${parts.table.selected(this.chosen.size, found.length)}</strong>
                <slot name="selection"></slot>
                <button class="link-button" @click=${() => this.clearSelection()}>${parts.table.clearSelection}</button>
              </span>`
        }
      </div>
      ${
        found.length === 0
          ? html`<p class="muted">
              ${parts.table.nothing}
              ${
                this.narrowed || this.query !== ''
                  ? html`<button class="button small" @click=${() => this.#clearFilters()}>
                      ${parts.table.clear}
                    </button>`
                  : nothing
              }
            </p>`
          : html`<div class="box" role="region" aria-label=${this.label} tabindex="0">
              <table class="table">
                <caption class="visually-hidden">
                  ${this.label}
                </caption>
                <thead>
                  <tr>
                    ${this.selectable ? this.#allBox(found) : nothing}
                    ${this.columns.map((column) => this.#header(column))} ${this.plain ? nothing : html`<td></td>`}
                  </tr>
                </thead>
                <tbody>
                  ${repeat(
                    found.slice(0, this.shown),
                    ({ id }) => id,
                    (row) => this.#row(row),
                  )}
                </tbody>
              </table>
              ${
                rest > 0
                  ? html`<button class="button more" @click=${() => (this.shown += pageLength)}>
                      ${parts.table.more(rest)}
                    </button>`
                  : nothing
              }
            </div>`
      }
    `
  }

  #header({ key, label, isNumber, isUnsorted }: Column<never>) {
    if (isUnsorted === true) return html`<th scope="col">${label}</th>`
    const isSorted = this.sortKey === key
    const direction = isSorted ? (this.isReverse ? 'descending' : 'ascending') : 'none'
    return html`
      <th scope="col" class=${isNumber === true ? 'number' : ''} aria-sort=${direction}>
        <button title=${words().parts.table.sortBy(label)} @click=${() => this.#sort(key)}>
          ${label} ${isSorted ? icon(this.isReverse ? 'arrow-down' : 'arrow-up') : nothing}
        </button>
      </th>
    `
  }

  #row(row: { id: string }) {
    const { parts, records } = words()
    const name = this.nameOf(row as never)
    const isChosen = this.chosen.has(row.id)
    const title = Math.max(
      0,
      this.columns.findIndex(({ isTitle }) => isTitle === true),
    )
    return html`
      <tr class=${isChosen ? 'chosen' : ''}>
        ${
          this.selectable
            ? html`<td class="choose">
                <label>
                  <input
                    type="checkbox"
                    aria-label=${parts.table.selectRow(name)}
                    .checked=${isChosen}
                    @change=${() => this.#choose(row.id)}
                  />
                </label>
              </td>`
            : nothing
        }
        ${this.columns.map(({ text, draw, isNumber, isNarrow, label }, index) => {
          const drawn = draw ? draw(row as never) : text(row as never)
          const marks = [
            index === title ? 'first' : '',
            isNumber === true ? 'number' : '',
            isNarrow === true ? 'narrow' : '',
            drawn === '' || drawn === nothing ? 'empty' : '',
          ]
          return html`<td class=${marks.filter(Boolean).join(' ')} data-label=${label}>${drawn}</td>`
        })}
        ${
          this.plain
            ? nothing
            : html`<td class="tools">
                ${
                  this.mayChange(row as never)
                    ? html`
                        <button
                          class="button quiet small icon-only"
                          aria-label=${records.editOne(name)}
                          title=${records.editOne(name)}
                          @click=${() => this.tell('row-edited', row)}
                        >
                          ${icon('pencil')}
                        </button>
                        <button
                          class="button quiet small icon-only"
                          aria-label=${records.deleteOne(name)}
                          title=${records.deleteOne(name)}
                          @click=${() => this.tell('row-deleted', row)}
                        >
                          ${icon('trash-2')}
                        </button>
                      `
                    : nothing
                }
              </td>`
        }
      </tr>
    `
  }

  #allBox(found: readonly { id: string }[]) {
    const isAll = found.every(({ id }) => this.chosen.has(id))
    return html`
      <td class="choose">
        <label>
          <input
            type="checkbox"
            aria-label=${words().parts.table.selectAll}
            .checked=${isAll}
            .indeterminate=${!isAll && this.chosen.size > 0}
            @change=${() => this.#setChosen(isAll ? [] : found.map(({ id }) => id))}
          />
        </label>
      </td>
    `
  }

  #search(query: string): void {
    this.query = query
    this.tell('search-changed', query)
  }

  #clearFilters(): void {
    this.#search('')
    this.tell('filters-cleared')
  }

  #sort(key: string): void {
    this.isReverse = this.sortKey === key && !this.isReverse
    this.sortKey = key
  }

  #choose(id: string): void {
    this.#setChosen(this.chosen.has(id) ? [...this.chosen].filter((each) => each !== id) : [...this.chosen, id])
  }

  #setChosen(ids: readonly string[]): void {
    this.chosen = new Set(ids)
    this.tell('selection-changed', ids)
  }

  clearSelection(): void {
    this.#setChosen([])
  }
}
