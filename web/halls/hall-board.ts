import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { changeFixture, middleOf, moveParts, nothingPicked } from '../../server/halls/rules/edit.ts'
import { shapedTo } from '../../server/halls/rules/shape.ts'
import type { Fixture } from '../../server/halls/schema.ts'
import { WordsElement } from '../parts/element.ts'
import type {
  Backdrop,
  FixturePicked,
  FixtureShaped,
  Guide,
  PartsDragged,
  SeatsPicked,
  SeatTold,
} from '../seats/seat-map-types.ts'
import { pickedFixture } from '../seats/fixture-handles.ts'
import { noHandle } from '../seats/seat-gestures.ts'
import type { SeatMap } from '../seats/seat-map.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { HallDesk } from './hall-desk.ts'
import { linesThrough, snapped } from './hall-snap.ts'
import '../seats/seat-map.ts'

/** Pixels within which a line draws what is dragged to it. */
const reach = 7

/** The drawing itself, with what looks through it: `<hall-board .desk .stamp .name ?readonly>`. */
@customElement('hall-board')
export class HallBoard extends WordsElement {
  @property({ attribute: false }) desk!: HallDesk
  /** Changes with whatever the desk shows. */
  @property({ attribute: false }) stamp: unknown
  @property({ attribute: false }) name = ''
  @property({ type: Boolean }) readonly = false
  @property({ attribute: false }) backdrop: Backdrop | null = null
  @state() private isBox = false
  @state() private zoom = 1
  @state() private shift: { dx: number; dy: number } | null = null
  @state() private shaped: Fixture | null = null
  @state() private guides: readonly Guide[] = []
  @query('seat-map') readonly map!: SeatMap
  /** Lines of what stays while something is dragged. */
  #lines: { xs: number[]; ys: number[]; from: { x: number; y: number } } | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      seat-map {
        flex: 1;
        min-block-size: 20rem;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
        padding: var(--space);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }
      select.input {
        inline-size: auto;
        max-inline-size: 12rem;
      }
      output {
        min-inline-size: 4ch;
        text-align: center;
      }
    `,
  ]

  /** Brings seats into sight and the keyboard to them. */
  goTo(id: string): void {
    const at = this.desk.hall?.placeOf.get(id)
    if (at === undefined) return
    this.map.focused = at
    this.map.showSeat(at)
    this.map.focus()
  }

  /** The middle of what is in sight, in centimetres. */
  middle(): { x: number; y: number } {
    const { left, top, width, height } = this.map.getBoundingClientRect()
    const { x, y } = this.map.groundAt(left + width / 2, top + height / 2)
    return { x: Math.round(x), y: Math.round(y) }
  }

  /** Brings what was just drawn into sight. */
  async showPicked(): Promise<void> {
    await this.updateComplete
    await this.map.updateComplete
    const { drawing, picked } = this.desk
    if (drawing) this.map.showPlace(middleOf(drawing, picked))
  }

  protected override render(): unknown {
    const { halls } = words()
    const { desk } = this
    const { hall } = desk
    if (!hall) return nothing
    const tool = (isBox: boolean, word: string) =>
      html`<button aria-pressed=${this.isBox === isBox} @click=${() => (this.isBox = isBox)}>${word}</button>`
    return html`
      <div class="bar">
        ${
          this.readonly
            ? html`<span></span>`
            : html`<div class="segments" role="group" aria-label=${halls.tools}>
                ${tool(false, halls.hand)} ${tool(true, halls.box)}
              </div>`
        }
        ${this.#levels()}
        <div class="row">
          <button
            class="button icon-only small"
            aria-label=${halls.zoomOut}
            title=${halls.zoomOut}
            @click=${() => this.map.zoomBy(0.8)}
          >
            <span aria-hidden="true">−</span>
          </button>
          <output>${Math.round(this.zoom * 100)} %</output>
          <button
            class="button icon-only small"
            aria-label=${halls.zoomIn}
            title=${halls.zoomIn}
            @click=${() => this.map.zoomBy(1.25)}
          >
            ${icon('plus')}
          </button>
          <button class="button small" @click=${() => this.map.fit()}>${halls.fit}</button>
        </div>
      </div>
      <seat-map
        .hall=${hall}
        .label=${halls.map(this.name, hall.seats.length)}
        .describe=${this.#describe}
        .isArranging=${!this.readonly}
        .tool=${this.isBox ? 'box' : 'hand'}
        .selected=${desk.pickedAts}
        .selectedFixtures=${desk.picked.fixtures}
        .shift=${this.shift}
        .guides=${this.guides}
        .backdrop=${this.backdrop}
        @zoomed=${({ detail }: CustomEvent<{ zoom: number }>) => (this.zoom = detail.zoom)}
        @seat-opened=${({ detail }: CustomEvent<SeatTold>) => this.readonly || desk.pickAts([detail.at], false)}
        @seats-picked=${({ detail }: CustomEvent<SeatsPicked>) => this.readonly || desk.pickAts(detail.ats, detail.isAdding)}
        @fixture-picked=${({ detail }: CustomEvent<FixturePicked>) => this.#pickFixture(detail)}
        .shaped=${this.shaped}
        @fixture-shaped=${({ detail }: CustomEvent<FixtureShaped>) => this.#shape(detail)}
        @parts-dragged=${({ detail }: CustomEvent<PartsDragged>) => this.#drag(detail)}
      ></seat-map>
    `
  }

  #levels() {
    const { halls } = words()
    const { desk } = this
    const levels = desk.drawing?.levels ?? []
    if (levels.length < 2) return nothing
    return html`<select
      class="input"
      aria-label=${halls.level}
      @change=${({ target }: Event) => desk.showLevel((target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${desk.levelId === ''}>${halls.allLevels}</option>
      ${levels.map(
        ({ id, name }, at) => html`<option value=${id} ?selected=${id === desk.levelId}>${name || at + 1}</option>`,
      )}
    </select>`
  }

  readonly #describe = (at: number): string => {
    const { halls } = words()
    const seat = this.desk.hall?.seats[at]
    return seat ? halls.seat(seat.label, halls.uses[seat.use], this.desk.picked.seats.has(seat.id)) : ''
  }

  #pickFixture({ id, isAdding }: FixturePicked): void {
    const { picked } = this.desk
    const fixtures = new Set(isAdding ? picked.fixtures : [])
    const seats = new Set(isAdding ? picked.seats : [])
    const isOut = isAdding && picked.fixtures.has(id)
    if (isOut) fixtures.delete(id)
    else fixtures.add(id)
    // A table goes with its chairs.
    for (const seat of this.#chairsOf(id)) {
      if (isOut) seats.delete(seat)
      else seats.add(seat)
    }
    this.desk.pick({ seats, fixtures })
  }

  #chairsOf(table: string): string[] {
    const levels = this.desk.drawing?.levels ?? []
    const rows = levels.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows))
    return rows.flatMap(({ tableId, seats }) => (tableId === table ? seats.map(({ id }) => id) : []))
  }

  #drag({ at, fixture, dx, dy, isDone }: PartsDragged): void {
    const { desk } = this
    const { hall } = desk
    if (!hall || this.readonly) return
    const seat = at === null ? undefined : hall.seats[at]
    if (seat && !desk.picked.seats.has(seat.id)) desk.pick({ ...nothingPicked, seats: new Set([seat.id]) })
    if (fixture !== null && !desk.picked.fixtures.has(fixture)) this.#pickFixture({ id: fixture, isAdding: false })
    const lines = (this.#lines ??= this.#linesFrom(seat, fixture))
    const found = snapped(lines.from, dx, dy, lines.xs, lines.ys, reach / this.map.camera.scale)
    this.shift = isDone ? null : { dx: found.dx, dy: found.dy }
    this.guides = isDone ? [] : found.guides
    if (!isDone) return
    this.#lines = null
    const { picked } = desk
    if (dx !== 0 || dy !== 0) desk.do((drawing) => moveParts(drawing, picked, found.dx, found.dy))
  }

  #shape({ handle, x, y, isDone }: FixtureShaped): void {
    const { desk } = this
    const { hall, picked } = desk
    const fixture = hall && pickedFixture(hall, { seats: desk.pickedAts, fixtures: picked.fixtures })
    if (!hall || !fixture || this.readonly) return
    const { xs, ys } = (this.#lines ??= this.#linesFrom(undefined, null))
    const found = snapped({ x: 0, y: 0 }, x, y, xs, ys, reach / this.map.camera.scale)
    const next = handle === noHandle ? null : shapedTo(fixture, handle, { x: found.dx, y: found.dy })
    this.shaped = isDone ? null : next
    this.guides = isDone ? [] : found.guides
    if (!isDone) return
    this.#lines = null
    if (next) desk.do((drawing) => changeFixture(drawing, fixture.id, next))
  }

  #linesFrom(seat: { x: number; y: number } | undefined, fixture: string | null) {
    const { hall, picked } = this.desk
    const others = hall?.seats.filter(({ id }) => !picked.seats.has(id)) ?? []
    const fixtures = hall?.drawing.levels.flatMap((level) => level.fixtures) ?? []
    const standing = fixtures.filter(({ id }) => !picked.fixtures.has(id))
    const held = seat ?? fixtures.find(({ id }) => id === fixture) ?? { x: 0, y: 0 }
    return {
      xs: linesThrough([...others.map(({ x }) => x), ...standing.map(({ x }) => x), hall?.axis ?? 0]),
      ys: linesThrough([...others.map(({ y }) => y), ...standing.map(({ y }) => y)]),
      from: { x: held.x, y: held.y },
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-board': HallBoard
  }
}
