import { render, type ReactiveController } from 'lit'
import type { TimelineHost } from './timeline-host.ts'
import { headHeight } from './timeline-viewport.ts'
import { assignSlots, rowsInSight, type Columns, type RowRange } from './timeline-pool.ts'
import { rowTemplate } from './timeline-row.ts'
import type { Scale } from './timeline-scale.ts'
import { summaryOf, type SummaryPlace } from './timeline-summary.ts'
import type { TimelineRow } from './timeline-types.ts'

/** Rows above and below those in sight. */
const overscan = 6
/** Milliseconds of a frame spent on what is not in sight yet. */
const budgetMs = 3

interface Slot {
  element: HTMLElement
  row: TimelineRow | null
  index: number
  scale: Scale | null
  columns: Columns
  summary: SummaryPlace | null
  isDirty: boolean
}

interface RowLook {
  selectedId: string | null
  measure: (label: string) => number
}

/**
 * The rows that are in the document: about as many as are in sight, each reused for the next row that comes into
 * sight. What one sees is drawn at once, what lies beyond it in the time that a frame leaves.
 */
export class RowsController implements ReactiveController {
  readonly #host: TimelineHost
  readonly #slots: Slot[] = []
  #assigned = new Map<string, number>()
  #indexes = new Map<string, number>()
  #body: HTMLElement | null = null
  #look: RowLook = { selectedId: null, measure: () => 0 }

  constructor(host: TimelineHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    for (const slot of this.#slots) slot.isDirty = true
  }

  attach(body: HTMLElement): void {
    this.#body = body
  }

  /** New rows, words or a new selection: everything is drawn anew. */
  reset(look: RowLook): void {
    this.#look = look
    this.#indexes = new Map(this.#host.rows.map(({ id }, index) => [id, index]))
    for (const slot of this.#slots) slot.isDirty = true
  }

  indexOf(rowId: string): number {
    return this.#indexes.get(rowId) ?? -1
  }

  dirty(rowId: string): void {
    const slot = this.#slots[this.#assigned.get(rowId) ?? -1]
    if (slot) slot.isDirty = true
  }

  /** The element of a row, or of one of its bars, if it is in the document. */
  elementOf(rowId: string, barId: string | null): HTMLElement | null {
    const element = this.#slots[this.#assigned.get(rowId) ?? -1]?.element ?? null
    if (barId === null || !element) return element
    return (
      [...element.querySelectorAll<HTMLElement>('[data-bar]')].find(({ dataset }) => dataset['bar'] === barId) ?? null
    )
  }

  /** Draws what is needed; true while rows out of sight are still to be drawn. */
  paint(): boolean {
    const { viewport, rows } = this.#host
    const { scrollTop, height, rowHeight } = viewport
    const body = { scrollTop, height, rowHeight, rowCount: rows.length }
    const inSight = rowsInSight(body, 0)
    this.#assign(rowsInSight(body, overscan))
    const { columns } = viewport
    const end = performance.now() + budgetMs
    let isLeft = false
    for (const slot of this.#slots) {
      if (!slot.row) continue
      this.#placeSummary(slot)
      if (!this.#isStale(slot, columns)) continue
      if (!this.#isUrgent(slot, inSight) && performance.now() > end) {
        isLeft = true
        continue
      }
      this.#draw(slot, columns)
    }
    return isLeft
  }

  #assign(range: RowRange): void {
    const { rows, active, move } = this.#host
    const wanted = rows.slice(range.from, range.to).map(({ id }) => id)
    // What has the focus, or is being moved, stays in the document however far one scrolls.
    for (const pinned of [active?.rowId, move.now?.row.id]) {
      if (pinned !== undefined && this.#indexes.has(pinned) && !wanted.includes(pinned)) wanted.push(pinned)
    }
    const { slots, slotCount } = assignSlots(wanted, this.#assigned, this.#slots.length)
    while (this.#slots.length < slotCount) this.#slots.push(this.#createSlot())
    this.#assigned = slots
    const used = new Set<Slot>()
    for (const [id, number] of slots) {
      const slot = this.#slots[number] as Slot
      const index = this.indexOf(id)
      const row = rows[index] as TimelineRow
      used.add(slot)
      if (slot.row === row && slot.index === index) continue
      slot.row = row
      slot.index = index
      slot.isDirty = true
    }
    for (const slot of this.#slots) {
      if (!used.has(slot)) slot.row = null
      slot.element.hidden = slot.row === null
    }
  }

  #createSlot(): Slot {
    const element = document.createElement('div')
    element.setAttribute('role', 'row')
    this.#body?.append(element)
    const columns = { from: 0, to: 0 }
    return { element, row: null, index: -1, scale: null, columns, summary: null, isDirty: true }
  }

  /** The numbers of a level keep to what is in sight: their row is drawn anew when they change sides or form. */
  #placeSummary(slot: Slot): void {
    if (!slot.row?.rollUp) return
    const { viewport, words } = this.#host
    const { scrollLeft, width, scale } = viewport
    const inSight = { from: scrollLeft, to: scrollLeft + width }
    const summary = summaryOf(slot.row, { words, scale, inSight, measure: this.#look.measure })
    if (summary?.side === slot.summary?.side && summary?.form === slot.summary?.form) return
    slot.summary = summary
    slot.isDirty = true
  }

  #isStale(slot: Slot, columns: Columns): boolean {
    return (
      slot.isDirty ||
      slot.scale !== this.#host.viewport.scale ||
      slot.columns.from !== columns.from ||
      slot.columns.to !== columns.to
    )
  }

  /** In sight, and not merely short of columns that are still out of sight. */
  #isUrgent(slot: Slot, inSight: RowRange): boolean {
    const { scrollLeft, width, scale } = this.#host.viewport
    if (slot.index < inSight.from || slot.index >= inSight.to) return false
    return (
      slot.isDirty || slot.scale !== scale || scrollLeft < slot.columns.from || scrollLeft + width > slot.columns.to
    )
  }

  #draw(slot: Slot, columns: Columns): void {
    const { viewport, words, active, move } = this.#host
    const row = slot.row as TimelineRow
    const { element } = slot
    slot.isDirty = false
    slot.scale = viewport.scale
    slot.columns = columns
    const isActive = active?.rowId === row.id
    const activeBarId = isActive ? (active?.barId ?? null) : null
    const { selectedId } = this.#look
    const isSelected = selectedId !== null && (row.id === selectedId || row.bars.some(({ id }) => id === selectedId))
    const attributes: Record<string, string | null> = {
      class: `row kind-${row.kind}${isSelected ? ' selected' : ''}`,
      'data-row': row.id,
      tabindex: isActive && activeBarId === null ? '0' : '-1',
      'aria-rowindex': String(slot.index + 2),
      'aria-level': String(row.depth + 1),
      'aria-expanded': row.isOpen === null ? null : String(row.isOpen),
      'aria-selected': String(isSelected),
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) element.removeAttribute(name)
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
    }
    element.style.top = `${headHeight + slot.index * viewport.rowHeight}px`
    const { scale, rowHeight } = viewport
    const { measure } = this.#look
    const moved = move.now?.row.id === row.id ? move.now : null
    const { summary } = slot
    const context = { words, scale, columns, rowHeight, selectedId, activeBarId, move: moved, measure, summary }
    render(rowTemplate(row, context), element)
  }
}
