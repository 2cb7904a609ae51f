import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { staysOnStage, type StageStays } from '../../server/seating/rules/fill-stage.ts'
import { changeSeatPlaces } from '../api/seating.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { changeOf } from './seat-acts.ts'
import type { SeatState } from './seat-state.ts'

/** Who sat at the tables of the stage before the phase that is looked at, and in it sits in the hall again. */
export const staysOf = ({ hall, occupancy, board, phaseId, people }: SeatState): StageStays | null =>
  staysOnStage(hall, occupancy, {
    ...{ phases: board.plan.phases, places: board.places, phaseId },
    isListed: (id) => people.has(id),
  })

/** Seats by place in the hall as seats by id, to be written. */
export const seatsById = ({ hall }: SeatState, seats: ReadonlyMap<string, number>): Map<string, string | null> =>
  new Map([...seats].map(([id, at]) => [id, hall.seats[at]?.id ?? null]))

/**
 * Says who leaves the tables of the stage by the phase, as nobody put them there, and keeps them there by a click:
 * `<stage-stays-note congressId="…" .seats writable>`; nothing where nobody does, or whoever wants it so said so.
 */
@customElement('stage-stays-note')
export class StageStaysNote extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  @property({ type: Boolean }) writable = false
  /** Phases in which they are to sit in the hall. */
  @state() private leftAs: ReadonlySet<string> = new Set()

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .notice {
        flex-wrap: wrap;
        align-items: center;
        margin-block-end: var(--space);
      }
      .notice > span {
        flex: 1 1 14rem;
      }
    `,
  ]

  override render() {
    const { stays: text } = words().seating.stage
    const { seats, writable, leftAs } = this
    const stays = writable && !leftAs.has(seats.phaseId) ? staysOf(seats) : null
    if (!stays) return nothing
    return html`<div class="notice" role="status">
      ${icon('info')}
      <span>${text.leaving(stays.seats.size, translated(stays.phase.name))}</span>
      <button class="button small" @click=${() => void this.#keep(stays)}>${text.keep}</button>
      <button class="button small" @click=${() => (this.leftAs = new Set([...leftAs, seats.phaseId]))}>
        ${text.leave}
      </button>
    </div>`
  }

  async #keep({ seats }: StageStays): Promise<void> {
    const change = changeOf(this.seats, seatsById(this.seats, seats), true)
    await did(
      changeSeatPlaces(this.congressId, this.seats.board.plan.id, change),
      words().seating.stage.stays.done(seats.size),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-stays-note': StageStaysNote
  }
}
