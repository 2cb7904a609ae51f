import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { problemOf } from '../../server/seating/rules/problem-of.ts'
import { whyHere, whyNot, type WhyNot } from '../../server/seating/rules/why.ts'
import { doorName, nearestDoor } from '../../server/halls/rules/ways.ts'
import { usualRankOf } from '../../server/seating/rules/ranks.ts'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { forbiddenSentence, reasonSentence, termSentence } from './score-sentences.ts'
import { delegationName, labelOf, personAt, type SeatState } from './seat-state.ts'

/** Sentences that are told of a change. */
const mostChanges = 6

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
      h3 {
        margin-block-start: var(--space-2);
        font-size: var(--size-small);
        color: var(--muted);
      }
      .why li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--space-half);
        padding-block: 0.15rem;
        font-size: var(--size-small);
      }
      .why .good .icon {
        color: var(--green);
      }
      .dash {
        color: var(--gold);
      }
      .other {
        padding: var(--space);
        border-radius: var(--radius-small);
        background: var(--red-soft);
      }
      .other.better {
        background: var(--green-soft);
      }
      .other .why li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .row {
        flex-wrap: wrap;
        margin-block-start: var(--space);
        gap: var(--space-half);
      }
    `,
  ]

  /** Whoever is chosen next is read from the name on, however far the panel was scrolled. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('person')) this.parentElement?.scrollTo(0, 0)
  }

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
      ${this.#buttons([person.id])} ${this.writable ? this.#needs(person) : nothing} ${this.#why(person)}`
  }

  /** Why here, and what another seat would be where the ring has gone to one. */
  #why({ id }: SeatingPerson) {
    const { seats } = this
    const problem = problemOf(seats.board, seats.hall, seats.phaseId)
    const seatOf = new Map(problem.standing.map(({ personId, seatId }) => [personId, seatId]))
    const { reasons, terms } = whyHere(problem, seatOf, id)
    const at = seats.occupancy.seatOf.get(id) ?? -1
    const isElsewhere = this.seat >= 0 && this.seat !== at && at >= 0
    const { why: text, score } = words().seating
    return html`${
      reasons.length + terms.length === 0
        ? nothing
        : html`<h3>${text.heading}</h3>
            <ul class="why">
              ${reasons.map((reason) => html`<li class="good">${icon('check')} <span>${reasonSentence(seats, reason)}</span></li>`)}
              ${terms.map(
                (term) =>
                  html`<li>
                    <span class="dash">–</span> <span>${termSentence(seats, term)}</span>
                    <b class="tabular">${score.cost(term.cost)}</b>
                  </li>`,
              )}
            </ul>`
    }
    ${isElsewhere ? this.#ifMoved(whyNot(problem, seatOf, id, seats.hall.seats[this.seat]?.id ?? '')) : nothing}`
  }

  #ifMoved(not: WhyNot) {
    const { why: text, score } = words().seating
    const { seats } = this
    const seat = seats.hall.seats[this.seat]
    if (!seat || not.kind === 'here' || not.kind === 'unknown') return nothing
    if (not.kind === 'forbidden') {
      const sentences = not.why.map((each) => forbiddenSentence(seats, each, seat.id))
      return html`<h3>${text.ifHeading(seat.label)}</h3>
        <p class="other">${text.cannot} ${sentences.join('; ')}.</p>`
    }
    const { added, swapWith, changes } = not
    const verdict = added > 0 ? text.worse(added) : added < 0 ? text.better(-added) : text.same
    return html`<h3>${text.ifHeading(seat.label)}</h3>
      <div class=${added < 0 ? 'other better' : 'other'}>
        <p>${verdict} ${swapWith === null ? nothing : text.swap(seats.people.get(swapWith)?.name ?? '')}</p>
        <ul class="why">
          ${changes.slice(0, mostChanges).map((change) => {
            const by = change.after - change.before
            return html`<li>
              <span>${termSentence(seats, change)}</span>
              <b class="tabular">${by > 0 ? score.cost(by) : score.less(-by)}</b>
            </li>`
          })}
        </ul>
      </div>`
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
