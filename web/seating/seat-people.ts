import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isMatch } from '../../server/format/search.ts'
import { delegationsInOrder } from '../../server/seating/rules/problem-of.ts'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { mostWhole, NearRows } from '../parts/near-rows.ts'
import { tinted } from '../parts/tinted.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { carryPeople } from './dragged.ts'
import { nearestParties } from './nearest-parties.ts'
import { peopleInParts } from './people-in-parts.ts'
import { personStyle, seatPeopleStyle } from './seat-people-style.ts'
import { labelOf, type SeatState } from './seat-state.ts'
import './seat-tray.ts'

interface Party {
  id: string
  name: string
  people: SeatingPerson[]
}

/**
 * The people of a plan by delegation, and those without a seat: `<seat-people .seats .open .query ?writable>`. A person
 * or a delegation is dragged onto the map, or picked up by its button. Tells `person-chosen`, `people-carried`,
 * `query-changed`, `seat-given` ({ id, at }), and `person-found` where Enter in the search goes to the first who is found
 * ('' = nobody is sought).
 */
@customElement('seat-people')
export class SeatPeople extends WordsElement {
  @property({ attribute: false }) seats!: SeatState
  /** The person who is looked at. */
  @property() open = ''
  @property() query = ''
  /** Colour of each delegation, by id. */
  @property({ attribute: false }) colours: ReadonlyMap<string, string> = new Map()
  /** Best free seat of those without one, by person. */
  @property({ attribute: false }) best: ReadonlyMap<string, number> = new Map()
  @property({ type: Boolean }) writable = false
  @state() private unfolded: ReadonlySet<string> = new Set()
  /** People whose delegation is unfolded. */
  #drawn = 0
  readonly #near = new NearRows(this, { rows: '.some', isLong: () => this.#drawn > mostWhole })

  static override styles = [...controls, personStyle, seatPeopleStyle]

  override render() {
    const { people: text } = words().seating
    const { board, unseated, occupancy } = this.seats
    const parties = this.#parties()
    this.#drawn = parties.reduce((sum, { id, people }) => sum + (this.#isOpen(id) ? people.length : 0), 0)
    return html`
      <div class="find">
        <input
          class="input"
          type="search"
          aria-label=${text.search}
          placeholder=${text.search}
          aria-describedby="keys"
          .value=${this.query}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
          @input=${(event: Event) => this.tell('query-changed', (event.target as HTMLInputElement).value)}
        />
        <p class="keys muted" id="keys">${text.keys}</p>
      </div>
      <p class="totals tabular">
        <span>${text.total(board.people.length)}</span>
        <span class="seated">${text.seated(occupancy.seatOf.size)}</span>
        <span class=${unseated.length > 0 ? 'missing' : 'muted'}>${text.unseated(unseated.length)}</span>
      </p>
      <div class="list">
        ${parties.length === 0 ? html`<p class="muted none">${text.none}</p>` : nothing}
        ${repeat(
          parties,
          ({ id }) => id,
          (party) => this.#party(party),
        )}
      </div>
      <seat-tray
        .seats=${this.seats}
        .people=${unseated.filter((person) => this.query === '' || this.#isFound(person))}
        .open=${this.open}
        .best=${this.best}
        ?writable=${this.writable}
      ></seat-tray>
    `
  }

  /** Into the search. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options)
  }

  #onKey(event: KeyboardEvent): void {
    // The Enter that ends a syllable is the keyboard's own.
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    const found = this.query === '' ? '' : this.#parties()[0]?.people[0]?.id
    if (found !== undefined) this.tell('person-found', found)
  }

  #parties(): Party[] {
    const { board } = this.seats
    const found = this.query === '' ? board.people : board.people.filter((person) => this.#isFound(person))
    const byParty = new Map<string, SeatingPerson[]>()
    for (const person of found) {
      const key = person.delegationId ?? ''
      const own = byParty.get(key)
      if (own) own.push(person)
      else byParty.set(key, [person])
    }
    const named = [...delegationsInOrder(board), { id: '', name: words().seating.people.noDelegation }]
    const parties = named.flatMap(({ id, name }) => {
      const people = byParty.get(id)
      return people ? [{ id, name, people }] : []
    })
    return this.query === '' ? parties : nearestParties(parties, this.query)
  }

  #isFound({ name, post, workplace, delegationId, id }: SeatingPerson): boolean {
    const delegation = this.seats.board.delegations.find((each) => each.id === delegationId)?.name ?? ''
    return isMatch([name, post, workplace, delegation, labelOf(this.seats, id)].join(' '), this.query)
  }

  #party({ id, name, people }: Party) {
    const { people: text } = words().seating
    const missing = people.filter((person) => !this.seats.occupancy.seatOf.has(person.id)).length
    const isOpen = this.#isOpen(id)
    const ids = people.map((person) => person.id)
    return html`<section>
      <div
        class="party"
        draggable=${this.writable ? 'true' : 'false'}
        @dragstart=${(event: DragEvent) => carryPeople(event, ids)}
      >
        <span class="swatch" ${tinted(this.colours.get(id) ?? '--slate')}></span>
        <button class="name" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => this.#fold(id)}>
          ${name}
          <span class="muted tabular"
            >${missing > 0 ? html`<b class="missing">${text.missing(missing)}</b> · ` : nothing}${text.count(people.length)}</span
          >
        </button>
        ${
          this.writable
            ? html`<button
                class="button quiet small carry"
                title=${text.carryAll}
                aria-label=${text.carryDelegation(name)}
                @click=${() => this.tell('people-carried', ids)}
              >
                ${icon('arrow-left-right')}
              </button>`
            : nothing
        }
      </div>
      ${isOpen ? this.#parts(id, people) : nothing}
    </section>`
  }

  #parts(party: string, people: readonly SeatingPerson[]) {
    return peopleInParts(people, {
      name: party,
      isDrawn: (id) => this.#near.isWhole(id),
      draw: (each) => this.#person(each),
    })
  }

  #isOpen(id: string): boolean {
    return this.query !== '' || this.unfolded.has(id)
  }

  #fold(id: string): void {
    const unfolded = new Set(this.unfolded)
    if (!unfolded.delete(id)) unfolded.add(id)
    this.unfolded = unfolded
  }

  #person({ id, name }: SeatingPerson) {
    const { people: text } = words().seating
    const seat = labelOf(this.seats, id)
    return html`<button
      class="person ${id === this.open ? 'open' : ''}"
      draggable=${this.writable ? 'true' : 'false'}
      aria-label=${[text.open(name), seat].filter(Boolean).join(', ')}
      @dragstart=${(event: DragEvent) => carryPeople(event, [id])}
      @click=${() => this.tell('person-chosen', id)}
    >
      <span class="name" title=${name}>${name}</span>
      <span class="tabular ${seat === '' ? 'missing' : 'muted'}">${seat === '' ? '–' : seat}</span>
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-people': SeatPeople
  }
}
