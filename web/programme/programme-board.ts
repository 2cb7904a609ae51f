import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import { clockOf, minutesPerDay } from '../../server/programme/rules.ts'
import type { ProgrammeItem } from '../../server/programme/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { sized } from '../parts/sized.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import {
  headHeight,
  heightOf,
  isSameSight,
  linesOf,
  minutesAt,
  placeColumns,
  rulerStep,
  rulerWidth,
  sightOf,
  topOf,
  whereIs,
  type PlacedColumn,
  type Scale,
  type Sight,
} from './board-geometry.ts'
import { cornerStyles } from './board-corner-style.ts'
import { boardStyles } from './programme-board-style.ts'
import type { Desk } from './desk.ts'
import { forgetPreview, paintCarry } from './board-preview.ts'
import type { Carry } from './grid-carry.ts'
import { isVacant, type Band, type Block, type Column, type Reach } from './grid-layout.ts'
import { zoomButtons } from './grid-tools.ts'
import { remarkMark } from './remark-mark.ts'
import { awardsOf, conflictsById, headLine, nameOfItem, presenterOf, roomName, seatsWords } from './grid-words.ts'
import { wordConflict } from './programme-conflicts.ts'

/** Pixels within which a title and who presents it stand beside each other, and of the name above a session. */
const leastBesidePresenter = 280
const heightOfName = 18

/**
 * One day of a programme: rooms as columns, time down; only what is in sight is drawn. What the hand holds is painted
 * over it without drawing it anew.
 */
@customElement('programme-board')
export class ProgrammeBoard extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @property() day = ''
  @property({ attribute: false }) columns: readonly Column[] = []
  @property({ attribute: false }) reach: Reach = { from: 0, to: 0 }
  /** Pixels a minute. */
  @property({ attribute: false }) pixels = 2.4
  @property() chosenId = ''
  @property({ attribute: false }) conflicts: readonly ProgrammeConflict[] = []
  @state() private width = 0
  @state() private sight: Sight = { left: 0, right: 0, top: 0, bottom: 0 }
  @query('.scroller') readonly scroller!: HTMLElement
  @query('.body') readonly body!: HTMLElement
  @query('.slot') readonly slotElement!: HTMLElement
  placed: PlacedColumn[] = []
  #byId: ReadonlyMap<string, readonly ProgrammeConflict[]> = new Map()
  #roving = ''
  #anchor: { minutes: number; offset: number } | null = null
  /** Not drawn but painted: it changes with each frame of a drag. */
  #carry: Carry | null = null
  #frame = 0
  /** What was chosen last and came into sight then: later the hand scrolls as it likes. */
  #revealed = ''
  readonly #resized = new ResizeObserver(() => this.#measure())

  static override styles = [...controls, boardStyles, cornerStyles]

  get scale(): Scale {
    return { reach: this.reach, pixels: this.pixels }
  }

  override firstUpdated(): void {
    this.#resized.observe(this.scroller)
    this.#measure()
    this.scroller.scrollTop = topOf(this.#firstHour(), this.scale)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    cancelAnimationFrame(this.#frame)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#resized.observe(this.scroller)
  }

  /** The whole hour in which the day begins. */
  #firstHour(): number {
    const starts = this.columns.flatMap(({ bands }) => bands.map(({ start }) => start))
    return starts.length === 0 ? this.reach.from : Math.floor(Math.min(...starts) / 60) * 60
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('columns') || changed.has('width')) {
      this.placed = placeColumns(this.columns, Math.max(0, this.width - rulerWidth), this.width < 480)
    }
    this.#anchor = changed.has('pixels') && this.hasUpdated ? this.#lookedAt(changed.get('pixels') as number) : null
    if (changed.has('conflicts')) this.#byId = conflictsById(this.conflicts)
    if (changed.has('columns') || changed.has('chosenId')) this.#roving = this.#whereTabEnters()
  }

  /** What stays where it is when the scale changes: the chosen item, if it is in sight, else the middle of it. */
  #lookedAt(pixels: number): { minutes: number; offset: number } {
    const { scrollTop, clientHeight } = this.scroller
    const scale = { reach: this.reach, pixels }
    const shown = clientHeight - headHeight(this.placed)
    const blocks = this.placed.flatMap(({ bands }) => bands.flatMap((band) => band.blocks))
    const chosen = blocks.find(({ item }) => item.id === this.chosenId)
    const offset = chosen ? topOf(chosen.start, scale) - scrollTop : -1
    if (chosen && offset >= 0 && offset < shown) return { minutes: chosen.start, offset }
    return { minutes: minutesAt(scrollTop + shown / 2, scale), offset: shown / 2 }
  }

  /** Tab comes to what was chosen, else to what stands first. */
  #whereTabEnters(): string {
    const blocks = this.columns.flatMap(({ bands }) => bands.flatMap((band) => band.blocks))
    const heads = this.columns.flatMap(({ bands }) => bands.map(({ session }) => session.id))
    const ids = [...blocks.map(({ item }) => item.id), ...heads]
    return ids.includes(this.chosenId) ? this.chosenId : (ids[0] ?? '')
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('day') && changed.get('day') !== undefined) {
      this.scroller.scrollTo({ top: topOf(this.#firstHour(), this.scale), left: 0 })
    } else if (this.#anchor) {
      this.scroller.scrollTop = topOf(this.#anchor.minutes, this.scale) - this.#anchor.offset
      this.#look()
    }
    const isToReveal = this.chosenId !== this.#revealed
    if (isToReveal && (this.chosenId === '' || this.reveal(this.chosenId))) this.#revealed = this.chosenId
    forgetPreview(this)
    paintCarry(this, this.#carry)
  }

  /** Shows where what is carried would come to lie, and where the others would. */
  paint(carry: Carry | null): void {
    this.#carry = carry
    paintCarry(this, carry)
  }

  override render() {
    const { editor } = words()
    const head = headHeight(this.placed)
    const width = this.placed.reduce((sum, column) => sum + column.width, rulerWidth)
    const height = (this.reach.to - this.reach.from) * this.pixels
    const step = rulerStep(this.pixels)
    const shown = this.placed.filter(({ left, width: own }) => left < this.sight.right && left + own > this.sight.left)
    return html`
      <div class="scroller" @scroll=${this.#scrolled}>
        <div class="heads" ${sized({ 'inline-size': width, 'block-size': head })}>
          ${zoomButtons(this.desk)}
          ${repeat(
            shown,
            ({ key }) => key,
            (column) => this.#head(column),
          )}
        </div>
        <div class="body" ${sized({ 'inline-size': width, 'block-size': height, '--apart': step * this.pixels })}>
          <div class="ruler" aria-hidden="true">${this.#times(step)}</div>
          ${repeat(
            shown,
            ({ key }) => key,
            (column) => this.#column(column),
          )}
          <div class="slot" hidden aria-hidden="true">
            <span class="name"></span>
            <span class="tag figures"></span>
          </div>
        </div>
        ${this.columns.length === 0 ? html`<p class="nothing muted">${editor.emptyDay}</p>` : nothing}
      </div>
    `
  }

  #times(step: number) {
    const times = []
    for (let minutes = this.reach.from; minutes < this.reach.to; minutes += step) {
      times.push(
        html`<span class="figures" ${sized({ top: topOf(minutes, this.scale) })}
          >${clockOf(minutes)}${minutes === minutesPerDay ? html`<br />${words().programme.nextDay}` : nothing}</span
        >`,
      )
    }
    return times
  }

  #head(column: PlacedColumn) {
    const { key, left, width, bands, room } = column
    return html`<div class="head" data-column=${key} ${sized({ left: left + rulerWidth, width })}>
      ${isVacant(column) ? this.#vacant(room) : nothing}
      ${bands.map(
        ({ session, end }) => html`
          <button
            class="session ${session.kind} ${this.chosenId === session.id ? 'chosen' : ''}"
            data-session=${session.id}
            title=${translated(session.title)}
            tabindex=${this.#roving === session.id ? 0 : -1}
          >
            <strong>${translated(session.title)}</strong>
            <span class="small figures">${headLine(session, end, this.desk.congress)}</span>
            ${this.#mark(session.id)}
          </button>
        `,
      )}
    </div>`
  }

  /** The head of a room in which nothing is held; it is there only while something is in hand. */
  #vacant(room: string) {
    const seats = seatsWords(room, this.desk.programme)
    return html`<div class="vacant">
      <strong>${roomName(room)}</strong>
      <span class="small figures">${[seats, words().editor.vacant].filter(Boolean).join(' · ')}</span>
    </div>`
  }

  #column({ key, left, width, bands, room }: PlacedColumn) {
    const { editor } = words()
    const name = [...bands.map(({ session }) => translated(session.title)), room].filter(Boolean).join(', ')
    return html`<div
      class="column ${bands.length > 1 ? 'several' : bands.length === 0 ? 'vacant' : ''}"
      role="group"
      aria-label=${editor.columnOf(name)}
      data-column=${key}
      ${sized({ left: left + rulerWidth, width })}
    >
      ${repeat(
        bands,
        ({ session }) => session.id,
        (band, index) => html`${this.#bandName(band, bands[index - 1])} ${this.#band(band, width)}`,
      )}
    </div>`
  }

  /** Above the first line of a session where its column holds several, if it begins a while after the one before it. */
  #bandName({ session, start }: Band, before: Band | undefined) {
    if (!before || (start - before.end) * this.pixels < heightOfName) return nothing
    const { kinds } = words().programme
    const place = { top: topOf(start, this.scale) - heightOfName, height: heightOfName }
    return html`<div class="name-of-band small ${session.kind}" aria-hidden="true" ${sized(place)}>
      ${translated(session.title)} · ${kinds[session.kind]}
    </div>`
  }

  #band(band: Band, width: number) {
    const { session, start, end, blocks } = band
    const { scale } = this
    const top = topOf(start, scale)
    const shown = blocks.filter((block) => this.#isShown(block))
    return html`
      <div
        class="band ${session.kind}"
        data-band=${session.id}
        ${sized({ top, height: (end - start) * this.pixels })}
      ></div>
      ${repeat(
        shown,
        ({ item }) => item.id,
        (block) => this.#block(block, width),
      )}
    `
  }

  /** In sight, or needed by the keys and the hand wherever it is. */
  #isShown({ item, start, end }: Block): boolean {
    if (item.id === this.#roving) return true
    const top = topOf(start, this.scale)
    return top < this.sight.bottom && top + heightOf(end - start, this.scale) > this.sight.top
  }

  #block({ item, start, end, lane, lanes }: Block, width: number): TemplateResult {
    const { scale } = this
    const inner = width - 12
    const height = heightOf(end - start, scale)
    const size = height < 20 ? 'tiny' : height < 44 ? 'short' : ''
    const isNarrow = inner / lanes < leastBesidePresenter
    const isWarned = size === '' && this.#byId.has(item.id)
    const { lines, hasPresenter } = linesOf(height, { isNarrow, isWarned })
    const who = html`<span class="who small">${this.#beside(item)}</span>`
    const isChosen = item.id === this.chosenId
    return html`<button
      class="block ${item.kind} ${size} ${isNarrow ? 'narrow' : ''} ${isChosen ? 'chosen' : ''}"
      data-id=${item.id}
      tabindex=${item.id === this.#roving ? 0 : -1}
      aria-label=${nameOfItem(item, { start, end }, this.desk.programme, this.#byId.get(item.id) ?? [])}
      aria-current=${isChosen}
      ${sized({
        '--y': topOf(start, scale),
        '--h': height,
        left: 6 + (lane * inner) / lanes,
        width: inner / lanes - 2,
      })}
    >
      <span class="line lines-${lines}">
        <span class="flow">
          <span class="time figures">${clockOf(start)}</span>
          ${item.fixedStart === null ? nothing : icon('pin')}${remarkMark(item.id, this.desk.programme)}
          <span class="title">${translated(item.title)}</span>
        </span>
        ${size === '' || lanes > 1 ? nothing : this.#mark(item.id)} ${isNarrow || lanes > 2 ? nothing : who}
      </span>
      ${hasPresenter ? who : nothing} ${size === '' ? this.#warning(item) : nothing}
      ${this.desk.mayEdit ? html`<span class="edge" data-edge></span>` : nothing}
    </button>`
  }

  #beside(item: ProgrammeItem): string {
    return item.kind === 'awards' && item.batches.length > 0 ? awardsOf(item) : presenterOf(item, this.desk.programme)
  }

  #mark(id: string) {
    return (this.#byId.get(id)?.length ?? 0) === 0 ? nothing : html`<span class="mark">${icon('triangle-alert')}</span>`
  }

  #warning(item: ProgrammeItem) {
    const [first] = this.#byId.get(item.id) ?? []
    if (!first) return nothing
    return html`<span class="warning small"
      >${icon('triangle-alert')} <span>${wordConflict(first, this.desk.programme)}</span></span
    >`
  }

  readonly #scrolled = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#look())
  }

  #measure(): void {
    this.width = this.scroller.clientWidth
    this.#look()
  }

  #look(): void {
    const sight = sightOf(this.scroller)
    if (!isSameSight(sight, this.sight)) this.sight = sight
  }

  /** The column and the minutes under a point of the screen. */
  pointAt(x: number, y: number): { column: PlacedColumn | undefined; minutes: number } {
    const box = this.body.getBoundingClientRect()
    const left = x - box.left - rulerWidth
    const column = this.placed.find((each) => left >= each.left && left < each.left + each.width)
    return {
      column: column ?? (left < 0 ? this.placed[0] : this.placed.at(-1)),
      minutes: minutesAt(y - box.top, this.scale),
    }
  }

  /** Brings a time of a column into sight. */
  revealSpan(column: PlacedColumn | undefined, start: number, end: number): void {
    const { scroller } = this
    const head = headHeight(this.placed)
    const top = topOf(start, this.scale)
    const bottom = Math.min(topOf(end, this.scale), top + scroller.clientHeight - head - 32)
    if (top < scroller.scrollTop + 8) scroller.scrollTop = top - 8
    else if (bottom + head + 24 > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = bottom + head + 24 - scroller.clientHeight
    }
    if (!column) return
    const { left, width } = column
    if (left < scroller.scrollLeft) scroller.scrollLeft = left
    else if (left + width + rulerWidth > scroller.scrollLeft + scroller.clientWidth) {
      scroller.scrollLeft = left + width + rulerWidth - scroller.clientWidth
    }
  }

  /** Brings an item or a session into sight; answers whether it is on this day. */
  reveal(id: string): boolean {
    const found = whereIs(this.placed, id)
    if (found) this.revealSpan(found.column, found.start, found.end)
    return found !== undefined
  }

  /** Puts the focus on an item or the head of a session, in sight. */
  async focusOn(id: string): Promise<void> {
    this.reveal(id)
    await this.updateComplete
    this.#look()
    await this.updateComplete
    this.renderRoot
      .querySelector<HTMLElement>(`[data-id="${id}"], [data-session="${id}"]`)
      ?.focus({ preventScroll: true })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'programme-board': ProgrammeBoard
  }
}
