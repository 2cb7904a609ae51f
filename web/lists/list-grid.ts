import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { nameOfRow } from '../../server/lists/rules.ts'
import type { ListRowShown } from '../../server/lists/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { sized } from '../parts/sized.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translatedAll, words } from '../words/words.ts'
import { cellEditor } from './cell-editor.ts'
import { blockOf, emptiedBy, filledBy, isHeading, isWithin, realChanges, widthsOf } from './cells.ts'
import type { Cell, CellChange, GridColumn } from './cells.ts'
import { columnHeads, gridHead, gridPlace, widthOfPlaces } from './grid-place.ts'
import { rowHeight, scrollFor, stepOf, tracksOf } from './grid-rows.ts'
import { listGridStyle } from './list-grid-style.ts'
import { classOfRow, markedName, noMarks, type RowMarks } from './row-mark.ts'

/** Rows beyond those in sight. */
const drawnBeyond = 12

/**
 * A table whose cells are edited in place, as in a spreadsheet: `<list-grid label .columns .rows .found .chosen
 * writable>`; `found` are those of the rows that are shown. Tells `cells-changed` with the changes, `table-pasted` with
 * the text of a table that does not go into the cells, `selection-changed` with ids, and `row-opened` with the row.
 */
@customElement('list-grid')
export class ListGrid extends WordsElement {
  @property() label = ''
  @property({ attribute: false }) columns: readonly GridColumn[] = []
  @property({ attribute: false }) rows: readonly ListRowShown[] = []
  @property({ attribute: false }) found: readonly ListRowShown[] = []
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set()
  @property({ attribute: false }) marks: RowMarks = noMarks
  @property({ type: Boolean }) writable = false
  /** Each row opens something of its own: a button beside its place, or Ctrl+Enter. */
  @property({ attribute: false }) openWord: ((name: string) => string) | null = null
  /** What is wrong with a text for a column, in a sentence: it stays in its cell until it is right or given back. */
  @property({ attribute: false }) check: ((column: string, text: string) => string | null) | null = null
  @state() private active: Cell = { row: 0, column: 0 }
  /** What stands in the cell that is being edited. */
  @state() private draft: string | null = null
  @state() private fault: string | null = null
  /** Over what is typed: rows may come and go meanwhile, and another may write the same cell. */
  #typedOver: { id: string; before: string } | null = null
  /** First row in sight, and how many are. */
  @state() private top = 0
  @state() private height = 20
  /** Moved sideways: only then what stays in sight costs the browser a layer for each row. */
  @state() private isAside = false
  @query('.box') private readonly box!: HTMLElement
  #widths: readonly number[] = []
  #places: ReadonlyMap<string, number> = new Map()
  #resized: ResizeObserver | null = null
  /** The active cell takes the focus once it is drawn. */
  #isFocusWanted = false
  /** The focus was in the table before it was drawn anew: rows that go out of sight take it with them. */
  #hadFocus = false

  static override styles = [...controls, listGridStyle]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized?.disconnect()
  }

  protected override firstUpdated(): void {
    this.#resized = new ResizeObserver(() => this.#measure())
    this.#resized.observe(this.box)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('columns')) {
      this.#places = new Map(this.rows.map(({ id }, at) => [id, at + 1]))
      if (changed.has('columns')) this.#widths = widthsOf(this.columns, this.rows, language(), this.marks)
    }
    this.#followRow()
    const last = Math.max(0, this.found.length - 1)
    if (this.active.row > last) this.active = { ...this.active, row: last }
    this.#hadFocus = this.hasUpdated && (this.renderRoot as ShadowRoot).activeElement !== null
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('columns') || changed.has('rows') || changed.has('openWord')) {
      this.box.style.setProperty('--columns', tracksOf(this.#ofPlace, this.#widths))
    }
    const cell = this.#cellAt(this.active)
    if (!this.#isFocusWanted) {
      // Keys go on from the active cell, though it is out of sight.
      if (this.#hadFocus && (this.renderRoot as ShadowRoot).activeElement === null) {
        ;(cell ?? this.box).focus({ preventScroll: true })
      }
      return
    }
    this.#isFocusWanted = false
    const input = cell?.querySelector<HTMLInputElement | HTMLSelectElement>('.input')
    ;(input ?? cell)?.focus()
    if (input instanceof HTMLInputElement) input.setSelectionRange(input.value.length, input.value.length)
  }

  /** The cell that is edited stays with its row, wherever that comes to stand; a row that is gone takes it along. */
  #followRow(): void {
    if (!this.#typedOver) return
    const row = this.found.findIndex(({ id }) => id === this.#typedOver?.id)
    if (row >= 0) this.active = { ...this.active, row }
    else this.#leave()
  }

  #leave(): void {
    ;[this.draft, this.#typedOver] = [null, null]
  }

  /** Pixels of the column of places. */
  get #ofPlace(): number {
    return widthOfPlaces(this.openWord !== null)
  }

  #measure(): void {
    this.top = Math.floor(this.box.scrollTop / rowHeight)
    this.height = Math.ceil(this.box.clientHeight / rowHeight)
    this.isAside = this.box.scrollLeft > 0
  }

  override render() {
    const from = Math.max(0, Math.min(this.top, this.found.length) - drawnBeyond)
    const to = Math.min(this.found.length, this.top + this.height + drawnBeyond)
    const width = this.#widths.reduce((sum, each) => sum + each, this.#ofPlace)
    return html`
      <div
        class="box ${this.isAside ? 'aside' : ''}"
        tabindex=${this.active.row >= from && this.active.row < to ? '-1' : '0'}
        ${sized({ '--row': rowHeight, '--place': this.#ofPlace })}
        @scroll=${() => this.#measure()}
        @keydown=${(event: KeyboardEvent) => this.#press(event)}
        @paste=${(event: ClipboardEvent) => this.#paste(event)}
        @copy=${(event: ClipboardEvent) => this.#copy(event)}
      >
        <table
          class="table"
          role="grid"
          aria-label=${this.label}
          aria-rowcount=${this.found.length + 1}
          aria-readonly=${this.writable ? 'false' : 'true'}
          ${sized({ 'inline-size': width })}
        >
          <thead>
            <tr role="row" aria-rowindex="1">
              ${this.#headOfPlaces()} ${columnHeads(this.columns)}
            </tr>
          </thead>
          <tbody
            ${sized({
              'padding-block-start': from * rowHeight,
              'padding-block-end': (this.found.length - to) * rowHeight,
            })}
          >
            ${repeat(
              this.found.slice(from, to),
              ({ id }) => id,
              (row, at) => this.#row(row, from + at),
            )}
          </tbody>
        </table>
      </div>
      ${this.fault === null ? nothing : html`<p class="fault" role="alert">${icon('circle-alert')} ${this.fault}</p>`}
    `
  }

  #headOfPlaces() {
    const isAll = this.found.length > 0 && this.found.every(({ id }) => this.chosen.has(id))
    return gridHead(this.writable ? isAll : null, () =>
      this.tell('selection-changed', isAll ? [] : this.found.map(({ id }) => id)),
    )
  }

  /** While it is scrolled, a row that stays in sight is not looked at again. */
  #row(row: ListRowShown, at: number) {
    const isChosen = this.chosen.has(row.id)
    const active = this.active.row === at ? this.active.column : null
    const draft = active === null ? null : this.draft
    const place = this.#places.get(row.id)
    const { columns, writable, openWord } = this
    const mark = this.marks.get(row.id)
    return guard(
      [row, at, place, isChosen, active, draft, columns, writable, openWord, mark?.word, language()],
      () => html`
        <tr role="row" class=${classOfRow(isChosen, mark)} aria-rowindex=${at + 2}>
          ${this.#placeOf(row, isChosen)}
          ${columns.map((column, index) => this.#cell(row, column, { row: at, column: index }))}
        </tr>
      `,
    )
  }

  #placeOf(row: ListRowShown, isChosen: boolean) {
    return gridPlace(this.#places.get(row.id), nameOfRow(this.columns, row.values), {
      isChosen: this.writable ? isChosen : null,
      change: () =>
        this.tell(
          'selection-changed',
          isChosen ? [...this.chosen].filter((id) => id !== row.id) : [...this.chosen, row.id],
        ),
      openWord: this.openWord,
      open: () => this.tell('row-opened', row),
    })
  }

  #cell({ id, values }: ListRowShown, column: GridColumn, cell: Cell) {
    const isActive = cell.row === this.active.row && cell.column === this.active.column
    const isEdited = isActive && this.draft !== null
    const text = translatedAll(values[column.name] ?? '')
    return html`<td
      role="gridcell"
      data-cell="${cell.row}-${cell.column}"
      class="${column.name === 'name' ? 'kept' : ''} ${isEdited ? 'editing' : ''}"
      tabindex=${isEdited ? nothing : isActive ? '0' : '-1'}
      title=${isEdited || text === '' ? nothing : text}
      @click=${() => this.#click(cell)}
      @focus=${() => this.#activate(cell)}
    >
      ${
        isEdited
          ? cellEditor(column, this.draft ?? '', {
              typed: (draft) => (this.draft = draft),
              left: () => this.#commit(),
            })
          : markedName(text, column.name === 'name' ? this.marks.get(id) : undefined)
      }
    </td>`
  }

  #cellAt({ row, column }: Cell): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)
  }

  #activate(cell: Cell): void {
    if (this.draft === null) this.active = cell
  }

  /** The first click goes to a cell, the next one into it. */
  #click(cell: Cell): void {
    const isActive = cell.row === this.active.row && cell.column === this.active.column
    const wasFocused = this.#wasFocused === `${cell.row}-${cell.column}`
    this.#wasFocused = `${cell.row}-${cell.column}`
    if (isActive && wasFocused && this.draft === null) this.#edit()
  }
  #wasFocused = ''

  /** Begins to edit the active cell; `text` stands in the place of what was there. */
  #edit(text?: string): void {
    const row = this.found[this.active.row]
    const column = this.columns[this.active.column]
    if (!this.writable || !row || !column || column.isFixed === true) return
    this.fault = null
    const before = row.values[column.name] ?? ''
    this.draft = text ?? before
    this.#typedOver = { id: row.id, before }
    this.#isFocusWanted = true
  }

  /**
   * Tells what was typed; what a column does not allow stays in the cell and is said. What another wrote into it meanwhile
   * is shown first: Enter again writes over it, Esc leaves it. Answers whether the cell was left.
   */
  #commit(): boolean {
    const { draft } = this
    const row = this.found[this.active.row]
    const column = this.columns[this.active.column]
    if (draft === null || !row || !column) return true
    const now = row.values[column.name] ?? ''
    const wrong = draft === now ? null : (this.check?.(column.name, draft) ?? null)
    if (wrong !== null) return this.#stay(wrong)
    if (this.#typedOver && now !== this.#typedOver.before && now !== draft) {
      this.#typedOver = { ...this.#typedOver, before: now }
      return this.#stay(words().lists.clash(now))
    }
    this.#leave()
    this.#write([{ id: row.id, values: { [column.name]: draft } }])
    return true
  }

  /** The cell is not left, and says why; also where it said the same before. */
  #stay(fault: string): false {
    ;[this.fault, this.#isFocusWanted] = [fault, true]
    this.requestUpdate()
    return false
  }

  /** Only what is new is told. */
  #write(changes: readonly CellChange[]): void {
    const real = realChanges(changes, this.found)
    const missing = emptiedBy(real, this.columns)
    this.fault = missing ? words().lists.required(missing.labels[language()]) : null
    if (!missing && real.length > 0) this.tell('cells-changed', real)
  }

  #go(rows: number, columns: number): void {
    const row = Math.min(this.found.length - 1, Math.max(0, this.active.row + rows))
    const column = Math.min(this.columns.length - 1, Math.max(0, this.active.column + columns))
    this.active = { row, column }
    this.#wasFocused = `${row}-${column}`
    this.#reveal(row)
    this.#isFocusWanted = true
    this.requestUpdate()
  }

  /** Scrolls so that the row is in sight and drawn. */
  #reveal(row: number): void {
    this.box.scrollTop = scrollFor(this.box, row)
    this.#measure()
  }

  #press(event: KeyboardEvent): void {
    const at = event.composedPath()[0]
    if (event.isComposing || (at instanceof HTMLInputElement && at.type === 'checkbox')) return
    const isHandled = this.draft === null ? this.#pressOnCell(event) : this.#pressInCell(event)
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
  }

  #pressInCell({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Enter' || key === 'Tab') {
      if (!this.#commit()) return true
      if (key === 'Enter') this.#go(shiftKey ? -1 : 1, 0)
      else this.#goOn(shiftKey ? -1 : 1)
      return true
    }
    if (key !== 'Escape') return false
    this.#leave()
    this.fault = null
    this.#isFocusWanted = true
    return true
  }

  /** To the cell before or after, over the end of a row into the next one. */
  #goOn(by: 1 | -1): void {
    const column = this.active.column + by
    if (column >= this.columns.length) this.#go(1, -this.columns.length)
    else if (column < 0) this.#go(-1, this.columns.length)
    else this.#go(0, by)
  }

  #pressOnCell({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    const step = stepOf(key, {
      isFar: ctrlKey,
      rows: this.found.length,
      columns: this.columns.length,
      page: this.height,
    })
    if (step) {
      this.#go(...step)
      return true
    }
    if (this.openWord && key === 'Enter' && (ctrlKey || metaKey)) {
      this.tell('row-opened', this.found[this.active.row])
      return true
    }
    if (!this.writable || ctrlKey || metaKey || altKey) return false
    // Within the row, as in a spreadsheet; at its end the key leads out of the table, as everywhere.
    if (key === 'Tab' && this.columns[this.active.column + (shiftKey ? -1 : 1)]) this.#goOn(shiftKey ? -1 : 1)
    else if (key === 'Enter' || key === 'F2') this.#edit()
    else if (key === 'Delete' || key === 'Backspace') {
      this.#edit('')
      this.#commit()
    } else if (key.length === 1 && key !== ' ') {
      const isChoice = (this.columns[this.active.column]?.choices.length ?? 0) > 0
      this.#edit(isChoice ? undefined : key)
    } else return false
    return true
  }

  #copy(event: ClipboardEvent): void {
    const column = this.columns[this.active.column]
    if (this.draft !== null || !column || !event.clipboardData || !(getSelection()?.isCollapsed ?? true)) return
    event.clipboardData.setData('text/plain', this.found[this.active.row]?.values[column.name] ?? '')
    event.preventDefault()
  }

  /** Several cells go into those from the active one on, as far as there are rows; a longer table is brought as one. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const block = blockOf(text)
    const isBlock = block.length > 1 || (block[0]?.length ?? 0) > 1
    if (!this.writable || text === '' || (this.draft !== null && !isBlock)) return
    event.preventDefault()
    event.stopPropagation()
    this.#leave()
    if (isBlock && (!isWithin(block, this.active, this.found, this.columns) || isHeading(block[0] ?? [], this.columns)))
      this.tell('table-pasted', text)
    else this.#write(filledBy(block, this.active, this.found, this.columns))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-grid': ListGrid
  }
}
