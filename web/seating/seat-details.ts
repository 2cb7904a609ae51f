import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { doorName, nearestDoor } from '../../server/halls/rules/ways.ts'
import { usualRankOf } from '../../server/seating/rules/ranks.ts'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { delegationName, labelOf, personAt, type SeatState } from './seat-state.ts'

/**
 * What is chosen on the map: `<seat-details .seats .person .seat .selected ?writable>` — a person, a seat without one, or
 * several seats. Tells `people-carried`, `people-locked` ({ ids, isLocked }), `people-taken-off`, `needs-wanted`.
 */
@customElement('seat-details')
export class SeatDetails extends WordsElement {
  @property({ attribute: false }) seats!: SeatState
  @property() person = ''
  /** Place of the seat that is looked at; -1 = none. */
  @property({ attribute: false }) seat = -1
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set()
  @property({ type: Boolean }) writable = false

  static override styles = [
    ...controls,
    css`
      h2 {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space);
        align-items: baseline;
        font-size: var(--size);
        overflow-wrap: anywhere;
      }
      h2 .label {
        color: var(--red);
        font-size: 1.4rem;
      }
      p {
        font-size: var(--size-dense);
        overflow-wrap: anywhere;
      }
      .row {
        flex-wrap: wrap;
        margin-block-start: var(--space);
        gap: var(--space-half);
      }
    `,
  ]

  override render() {
    const { details: text } = words().seating
    if (this.selected.size > 1) return this.#picked()
    const person = this.seats.people.get(this.person) ?? (this.seat < 0 ? undefined : personAt(this.seats, this.seat))
    if (person) return this.#person(person)
    return this.seat < 0 ? html`<p class="muted">${text.choose}</p>` : this.#empty()
  }

  #picked() {
    const { details: text } = words().seating
    const people = [...this.selected]
      .sort((one, other) => one - other)
      .flatMap((at) => this.seats.occupancy.personAt.get(at) ?? [])
    return html`<h2>${text.picked(this.selected.size)}</h2>
      <p class="muted">${text.pickedPeople(people.length)}</p>
      ${people.length === 0 ? nothing : this.#buttons(people)}`
  }

  #empty() {
    const { seating } = words()
    const { hall } = this.seats
    const seat = hall.seats[this.seat]
    if (!seat) return nothing
    const facts = [
      seat.use === 'ordinary' ? '' : seating.uses[seat.use],
      seat.isStepFree ? seating.stepFree : '',
      seat.isStage ? seating.onStage : '',
    ]
    return html`<h2><span class="label tabular">${seat.label}</span> ${seating.details.empty}</h2>
      <p class="muted">${[...facts, this.#door(this.seat)].filter(Boolean).join(' · ')}</p>`
  }

  #door(at: number): string {
    const door = nearestDoor(this.seats.hall, at)
    return door === undefined || door.text === '' ? '' : words().seating.details.door(doorName(door))
  }

  #person(person: SeatingPerson) {
    const { seating, delegates } = words()
    const { details: text } = seating
    const { seats } = this
    const label = labelOf(seats, person.id)
    const at = seats.occupancy.seatOf.get(person.id)
    const batch = seats.batchOf.get(person.id)
    const rank = person.rank ?? usualRankOf(person)
    const facts = [
      delegationName(seats, person.delegationId),
      person.class === null ? '' : delegates.classes[person.class],
      person.isHead ? text.head : '',
      rank === null ? '' : text.rank(rank),
      batch ? text.batch(batch.batch, batch.place) : '',
      at === undefined ? '' : this.#door(at),
      seats.occupancy.locked.has(person.id) ? seating.locked : '',
      person.isPrinted ? text.printed : '',
    ]
    return html`<h2><span class="label tabular">${label === '' ? text.noSeat : label}</span> ${person.name}</h2>
      <p>${[person.post, person.workplace].filter(Boolean).join(', ')}</p>
      <p class="muted">${facts.filter(Boolean).join(' · ')}</p>
      ${this.#buttons([person.id])} ${this.writable ? this.#needs(person) : nothing}`
  }

  #needs(person: SeatingPerson) {
    return html`<button class="button quiet small" @click=${() => this.tell('needs-wanted', person.id)}>
      ${icon('pencil')} ${words().seating.details.needs}
    </button>`
  }

  #buttons(ids: readonly string[]) {
    if (!this.writable) return nothing
    const { details: text } = words().seating
    const { occupancy } = this.seats
    const seated = ids.filter((id) => occupancy.seatOf.has(id))
    const areLocked = seated.length > 0 && seated.every((id) => occupancy.locked.has(id))
    const free = ids.filter((id) => !occupancy.locked.has(id))
    return html`<div class="row">
      ${
        free.length === 0
          ? nothing
          : html`<button class="button small" @click=${() => this.tell('people-carried', free)}>
              ${icon('arrow-left-right')} ${text.carry}
            </button>`
      }
      ${
        seated.length === 0
          ? nothing
          : html`<button
              class="button small"
              @click=${() => this.tell('people-locked', { ids: seated, isLocked: !areLocked })}
            >
              ${icon(areLocked ? 'lock-open' : 'lock')} ${areLocked ? text.unlock : text.lock}
            </button>`
      }
      ${
        seated.length === 0 || areLocked
          ? nothing
          : html`<button
              class="button small"
              @click=${() =>
                this.tell(
                  'people-taken-off',
                  seated.filter((id) => !occupancy.locked.has(id)),
                )}
            >
              ${icon('x')} ${text.takeOff}
            </button>`
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-details': SeatDetails
  }
}
