import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { dayNumber } from '../../server/format/dates.ts'
import { CardController } from './timeline-card.ts'
import { HeadController } from './timeline-head.ts'
import type { Place } from './timeline-hit.ts'
import type { TimelineDeeds, TimelineHost } from './timeline-host.ts'
import { sprite } from './timeline-icons.ts'
import { pressKey } from './timeline-keys.ts'
import { MoveController } from './timeline-move.ts'
import { OverviewController } from './timeline-overview.ts'
import { placeOf, PointerController } from './timeline-pointer.ts'
import { textRuler } from './timeline-place.ts'
import { RowsController } from './timeline-rows.ts'
import { reachOf, spanOf } from './timeline-scale.ts'
import { timelineStyle } from './timeline-style.ts'
import type {
  BarTold,
  ColumnResized,
  Judge,
  LunarMonth,
  Preset,
  RowToggled,
  TimelineBar,
  TimelineDay,
  TimelineRow,
  TimelineSpan,
} from './timeline-types.ts'
import { headHeight, ViewportController } from './timeline-viewport.ts'
import type { TimelineWords } from './timeline-words.ts'

const usualColumn = 210
const narrowestColumn = 96
/** What the time keeps of a narrow screen. */
const narrowestTrack = 160

/** The road of a cycle: levels and units down, the time across, a bar for each congress. */
@customElement('road-timeline')
export class RoadTimeline extends LitElement implements TimelineHost, TimelineDeeds {
  @property({ attribute: false }) words!: TimelineWords
  @property({ attribute: false }) rows: readonly TimelineRow[] = []
  @property({ attribute: false }) days: readonly TimelineDay[] = []
  @property({ attribute: false }) lunarMonths: readonly LunarMonth[] = []
  /** ISO day. */
  @property({ attribute: false }) today = '1970-01-01'
  /** First and last day that can be reached. */
  @property({ attribute: false }) range: TimelineSpan = { from: '1970-01-01', to: '1970-12-31' }
  /** First and last day in sight. */
  @property({ attribute: false }) view: TimelineSpan | null = null
  /** A bar, or a row. */
  @property({ attribute: false }) selectedId: string | null = null
  /** Width of the column of names in px; null = the usual one. */
  @property({ attribute: false }) columnWidth: number | null = null
  /** Says whether a bar may stand on a day; null = nobody is asked. */
  @property({ attribute: false }) judge: Judge | null = null

  readonly viewport: ViewportController = new ViewportController(this)
  readonly move: MoveController = new MoveController(this)
  active: Place | null = null

  @query('.scroller') private readonly scroller!: HTMLElement
  @query('.content') private readonly content!: HTMLElement
  @query('.live') private readonly live!: HTMLElement

  readonly #rows = new RowsController(this)
  readonly #head = new HeadController(this)
  readonly #overview = new OverviewController(this)
  readonly #pointer = new PointerController(this)
  readonly #card = new CardController(this)
  readonly #barRuler = textRuler('500 12px "Be Vietnam Figures", "Be Vietnam Pro", system-ui, sans-serif')
  readonly #sizes = new ResizeObserver(() => this.#measure())
  #frame = 0
  #bars = new Map<string, { row: TimelineRow; bar: TimelineBar }>()

  static override styles = timelineStyle

  /** Shows a year, a quarter … round today, or round the middle where today is out of sight. */
  show(preset: Preset): void {
    this.viewport.show(preset, dayNumber(this.today))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#sizes.observe(this.scroller)
    void document.fonts.ready.then(() => this.#fontsCame())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('range')) this.viewport.limitTo(reachOf(this.range))
    if (changed.has('view') && this.view) this.viewport.take(this.view)
    if (changed.has('rows')) {
      this.#bars = new Map(this.rows.flatMap((row) => row.bars.map((bar) => [bar.id, { row, bar }])))
      if (!this.rows.some(({ id }) => id === this.active?.rowId)) {
        this.active = this.rows[0] ? { rowId: this.rows[0].id, barId: null } : null
      }
      if (this.move.now && !this.#bars.has(this.move.now.bar.id)) this.move.cancel()
    }
    if (changed.has('columnWidth') && this.hasUpdated) this.#measure()
  }

  protected override render(): unknown {
    const { words } = this
    const { limits, reach, left } = this.viewport
    const inSight = spanOf(reach)
    return html`${sprite()}
      <div
        class="scroller"
        role="treegrid"
        aria-label=${words.label}
        aria-rowcount=${this.rows.length + 1}
        aria-colcount="2"
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
      >
        <div class="content">
          <div class="head" role="row" aria-rowindex="1">
            <div class="corner" role="columnheader" aria-colindex="1">
              <span class="label">${words.nameColumn}</span>
              <div
                class="resizer"
                role="separator"
                tabindex="0"
                data-resize
                title=${words.resizeColumn}
                aria-label=${words.resizeColumn}
                aria-orientation="vertical"
                aria-valuenow=${left}
                aria-valuemin=${narrowestColumn}
                @keydown=${this.#onResizeKey}
              ></div>
            </div>
            <div class="axis" role="columnheader" aria-colindex="2" aria-label=${words.timeColumn}></div>
          </div>
          <div class="back" aria-hidden="true"></div>
          <div class="body" role="rowgroup"></div>
        </div>
      </div>
      ${this.rows.length === 0 ? html`<p class="empty">${words.empty}</p>` : nothing}
      <div class="overview">
        <div class="overview-label" aria-hidden="true">${words.overview}</div>
        <div
          class="strip"
          role="slider"
          tabindex="0"
          title=${words.overviewHelp}
          aria-label="${words.overview}: ${words.overviewHelp}"
          aria-valuemin=${limits.from}
          aria-valuemax=${limits.to}
          aria-valuenow=${Math.round(reach.from)}
          aria-valuetext="${words.date(inSight.from)} – ${words.date(inSight.to)}"
        >
          <canvas aria-hidden="true"></canvas>
          <div class="overview-window"></div>
        </div>
      </div>
      ${this.#card.render()}
      <div class="live visually-hidden" aria-live="assertive"></div>
      <p id="bar-help" class="visually-hidden">${words.barHelp}</p>
      <p id="bar-help-fixed" class="visually-hidden">${words.barHelpFixed}</p>
      <p id="bar-help-upper" class="visually-hidden">${words.barHelpUpper}</p>`
  }

  protected override firstUpdated(): void {
    const find = (name: string) => this.renderRoot.querySelector(name) as HTMLElement
    this.viewport.attach(this.scroller)
    this.#rows.attach(find('.body'))
    this.#head.attach(find('.axis'), find('.back'))
    this.#overview.attach(find('.strip'))
    this.#pointer.attach(this.scroller)
    this.#sizes.observe(this.scroller)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('words') || changed.has('selectedId')) this.#resetRows()
    this.#card.place()
    this.requestFrame()
  }

  tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
    // What is in sight is said by the overview, too.
    if (name === 'view-changed') this.requestUpdate()
  }

  announce(text: string): void {
    this.live.textContent = text
  }

  paintRow(rowId: string): void {
    this.#rows.dirty(rowId)
    this.requestFrame()
  }

  requestFrame(): void {
    if (this.#frame === 0 && this.isConnected) this.#frame = requestAnimationFrame(() => this.#paint())
  }

  readonly findBar = (barId: string): { row: TimelineRow; bar: TimelineBar } | null => this.#bars.get(barId) ?? null

  focusPlace(place: Place): void {
    const before = this.active
    this.active = place
    this.viewport.revealRow(this.#rows.indexOf(place.rowId))
    const found = place.barId === null ? null : this.findBar(place.barId)
    if (found) this.viewport.revealDay(dayNumber(found.bar.from))
    for (const rowId of [before?.rowId, place.rowId]) if (rowId !== undefined) this.#rows.dirty(rowId)
    this.#paint()
    this.#rows.elementOf(place.rowId, place.barId)?.focus({ preventScroll: true })
  }

  select(place: Place): void {
    this.tell('selection-changed', place satisfies BarTold)
  }

  open(place: Place): void {
    if (place.barId !== null && this.findBar(place.barId)?.bar.upper) return this.openMenu(place)
    this.closeMenu()
    this.tell('bar-opened', place satisfies BarTold)
  }

  toggle(rowId: string): void {
    const row = this.rows.find(({ id }) => id === rowId)
    if (row && row.isOpen !== null) this.tell('row-toggled', { rowId, isOpen: !row.isOpen } satisfies RowToggled)
  }

  showConflicts(place: Place): void {
    this.closeMenu()
    this.tell('conflict-opened', place satisfies BarTold)
  }

  openMenu(place: Place): void {
    this.#card.openMenu(place)
  }

  closeMenu(): boolean {
    return this.#card.closeMenu()
  }

  setColumn(width: number, isDone: boolean): void {
    this.#measure(width)
    if (isDone) this.tell('column-resized', { width: this.viewport.left } satisfies ColumnResized)
  }

  #measure(wanted = this.columnWidth): void {
    const { clientWidth, clientHeight } = this.scroller
    if (clientWidth === 0) return
    const usual = clientWidth < 600 ? Math.round(clientWidth * 0.38) : usualColumn
    const widest = Math.max(narrowestColumn, clientWidth - narrowestTrack)
    const left = Math.round(Math.min(Math.max(wanted ?? usual, narrowestColumn), widest))
    const rowHeight = parseFloat(getComputedStyle(this).getPropertyValue('--row'))
    this.style.setProperty('--left', `${left}px`)
    this.viewport.resize({ width: clientWidth - left, height: clientHeight - headHeight, left, rowHeight })
    this.requestUpdate()
  }

  #fontsCame(): void {
    this.#barRuler.forget()
    this.#head.forget()
    this.#resetRows()
    this.requestFrame()
  }

  #resetRows(): void {
    this.#rows.reset({ selectedId: this.selectedId, measure: this.#barRuler.measure })
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const { viewport, content, rows } = this
    if (!this.hasUpdated || viewport.width <= 0) return
    const isPanning = this.#pointer.tick()
    const width = `${viewport.contentWidth}px`
    const height = `${headHeight + rows.length * viewport.rowHeight}px`
    if (content.style.width !== width) content.style.width = width
    if (content.style.height !== height) content.style.height = height
    viewport.scroll()
    this.#head.paint()
    const isLeft = this.#rows.paint()
    const isScanning = this.move.scan()
    this.#overview.paint()
    this.#card.place()
    if (isPanning || isLeft || isScanning) this.requestFrame()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    if (!pressKey(this, event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  readonly #onResizeKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    this.setColumn(this.viewport.left + step, true)
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const place = placeOf(event.target as Element)
    if (!place || (place.rowId === this.active?.rowId && place.barId === this.active.barId)) return
    const before = this.active
    this.active = place
    for (const rowId of [before?.rowId, place.rowId]) if (rowId !== undefined) this.paintRow(rowId)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'road-timeline': RoadTimeline
  }
}
