import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { mostWhole, NearRows } from '../parts/near-rows.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { carryPeople } from './dragged.ts'
import { peopleInParts } from './people-in-parts.ts'
import { personStyle } from './seat-people-style.ts'
import type { SeatState } from './seat-state.ts'

/**
 * Who has no seat yet, as many as they are, and the best free seat of the first: `<seat-tray .seats .people .open .best
 * ?writable>`; nothing where nobody waits. Tells `person-chosen`, and `seat-given` ({ id, at }).
 */
@customElement('seat-tray')
export class SeatTray extends WordsElement {
  @property({ attribute: false }) seats!: SeatState
  @property({ attribute: false }) people: readonly SeatingPerson[] = []
  /** The person who is looked at. */
  @property() open = ''
  /** Best free seat of those for whom one is known, by person. */
  @property({ attribute: false }) best: ReadonlyMap<string, number> = new Map()
  @property({ type: Boolean }) writable = false
  readonly #near = new NearRows(this, { rows: '.some', isLong: () => this.people.length > mostWhole })

  static override styles = [
    ...controls,
    personStyle,
    css`
      :host {
        display: block;
        min-block-size: 0;
      }
      .tray {
        max-block-size: 12rem;
        overflow-y: auto;
        padding: var(--space);
        border-block-start: 1px solid var(--line);
        background: var(--amber-soft);
      }
      h2 {
        font-size: var(--size-small);
      }
      .person {
        flex: 1;
        min-inline-size: 0;
        padding-inline: var(--space-half);
      }
      .waiting {
        display: flex;
        gap: var(--space-half);
        align-items: center;
        block-size: calc(var(--row) * 1px);
      }
      .waiting .button {
        flex: none;
        max-inline-size: 6rem;
        min-block-size: 0;
        block-size: calc(var(--row) * 1px - 2px);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 900px) {
        /* The delegations above stay in sight. */
        .tray {
          max-block-size: 8.5rem;
        }
      }
    `,
  ]

  override render() {
    const { people: text } = words().seating
    const { people } = this
    if (people.length === 0) return nothing
    return html`<section class="tray">
      <h2>${text.tray}</h2>
      ${peopleInParts(people, { name: 'tray', isDrawn: (id) => this.#near.isWhole(id), draw: (each) => this.#waiting(each) })}
    </section>`
  }

  #waiting({ id, name }: SeatingPerson) {
    const { people: text } = words().seating
    const { placeOf, hall } = this.seats
    const former = placeOf.get(id)?.formerSeat ?? ''
    const best = this.best.get(id) ?? -1
    const label = hall.seats[best]?.label
    return html`<div class="waiting">
      <button
        class="person ${id === this.open ? 'open' : ''}"
        draggable=${this.writable ? 'true' : 'false'}
        @dragstart=${(event: DragEvent) => carryPeople(event, [id])}
        @click=${() => this.tell('person-chosen', id)}
      >
        <span class="name" title=${name}>${name}</span>
        ${former === '' ? nothing : html`<span class="muted">${text.former(former)}</span>`}
      </button>
      ${
        label === undefined || !this.writable
          ? nothing
          : html`<button
              class="button small tabular"
              title=${text.giveBest(name, label)}
              aria-label=${text.giveBest(name, label)}
              @click=${() => this.tell('seat-given', { id, at: best })}
            >
              ${label}
            </button>`
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-tray': SeatTray
  }
}
