import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { compareSeats, type CalledSeats } from '../../server/seating/rules/compare.ts'
import type { SeatingOverview } from '../../server/seating/schema.ts'
import { LiveController } from '../api/changes.ts'
import { tableOfPlaces } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { fetchSide, phaseOf, sidesOf, type ComparedSide } from './compared-sides.ts'
import { labelOf, type SeatState } from './seat-state.ts'

/**
 * With what the map is compared: `<seat-compared congressId="…" .overview .seats with="…">`, `with` the key of the other
 * side. Tells `side-read` with where people sit there (null = no such side), `list-wanted` and `comparison-ended`.
 */
@customElement('seat-compared')
export class SeatCompared extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) overview!: SeatingOverview
  @property({ attribute: false }) seats!: SeatState
  @property() with = ''
  @state() private side: ComparedSide | null = null
  #fetches = 0

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        margin-block-end: var(--space);
      }
      .notice {
        flex-wrap: wrap;
        align-items: center;
      }
      .notice span {
        flex: 1 1 14rem;
      }
      .button {
        white-space: nowrap;
      }
    `,
  ]

  constructor() {
    super()
    // Of who sits where the page fetches only its own plan.
    new LiveController(this, [tableOfPlaces], ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Whoever changes a plan tells the page, which draws anew with what it fetched.
    const before = changed.get('seats')
    const isOther = before !== undefined && before.phaseId !== this.seats.phaseId
    if (changed.has('with') || changed.has('overview') || isOther) void this.#fetch()
  }

  /** What is asked for last is shown. */
  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    const { seats } = this
    const wanted = sidesOf(this.overview).find((side) => side.key === this.with)
    const at = { known: seats, phase: phaseOf(seats) }
    const side = wanted ? await fetchSide(this.congressId, wanted, at).catch(() => null) : null
    if (asked !== this.#fetches) return
    this.side = side
    this.tell('side-read', side?.seats ?? null)
  }

  override render() {
    const { compare: text } = words().seating
    const { side, seats } = this
    if (!side) return nothing
    const now: CalledSeats = new Map([...seats.occupancy.seatOf.keys()].map((id) => [id, labelOf(seats, id)]))
    const ids = seats.board.people.map(({ id }) => id)
    const { elsewhere, onlyFirst, onlySecond } = compareSeats(ids, now, side.seats)
    return html`<p class="notice">
      ${icon('arrow-left-right')}
      <span>${text.told(side.name, elsewhere.length, onlyFirst.length, onlySecond.length)}</span>
      <button class="button small" @click=${() => this.tell('list-wanted')}>${text.list}</button>
      <button class="button small" @click=${() => this.tell('comparison-ended')}>${text.end}</button>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-compared': SeatCompared
  }
}
