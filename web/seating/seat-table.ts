import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isMatch } from '../../server/format/search.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { delegationName, personAt, type SeatState } from './seat-state.ts'

/** Rows that are drawn at once; more come as one asks for them. */
const shownAtOnce = 300

/** The same as the map, as a table: `<seat-table .seats .query>`. Tells `seat-chosen` with the place of a seat. */
@customElement('seat-table')
export class SeatTable extends WordsElement {
  @property({ attribute: false }) seats!: SeatState
  @property() query = ''
  @state() private isOnlyTaken = false
  @state() private shown = shownAtOnce

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: var(--space);
      }
      button.seat {
        padding: 0.2rem 0.4rem;
        border: 0;
        background: none;
        color: var(--blue);
        font: inherit;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        button.seat {
          min-block-size: 44px;
        }
      }
    `,
  ]

  override render() {
    const { table: text, people } = words().seating
    const rows = this.#rows()
    return html`<label class="check">
        <input
          type="checkbox"
          .checked=${this.isOnlyTaken}
          @change=${(event: Event) => (this.isOnlyTaken = (event.target as HTMLInputElement).checked)}
        />
        ${text.onlyTaken}
      </label>
      <table class="table" aria-label=${text.label}>
        <thead>
          <tr>
            <th scope="col">${text.seat}</th>
            <th scope="col">${text.person}</th>
            <th scope="col">${text.delegation}</th>
            <th scope="col">${text.post}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, this.shown).map((at) => this.#row(at))}
        </tbody>
      </table>
      ${rows.length === 0 ? html`<p class="muted">${people.none}</p>` : nothing}
      ${
        rows.length > this.shown
          ? html`<button class="button" @click=${() => (this.shown += shownAtOnce)}>
              ${people.more(rows.length - this.shown)}
            </button>`
          : nothing
      }`
  }

  #rows(): number[] {
    const { seats } = this.seats.hall
    return seats.flatMap(({ at, label }) => {
      const person = personAt(this.seats, at)
      if (this.isOnlyTaken && !person) return []
      if (this.query === '') return [at]
      const delegation = delegationName(this.seats, person?.delegationId ?? null)
      return isMatch([label, person?.name ?? '', delegation].join(' '), this.query) ? [at] : []
    })
  }

  #row(at: number) {
    const { seating } = words()
    const seat = this.seats.hall.seats[at]
    if (!seat) return nothing
    const person = personAt(this.seats, at)
    const isLocked = person !== undefined && this.seats.occupancy.locked.has(person.id)
    return html`<tr>
      <td class="tabular">
        <button class="seat" @click=${() => this.tell('seat-chosen', at)}>${seat.label}</button>
        ${isLocked ? html`${icon('lock')}<span class="visually-hidden">${seating.locked}</span>` : nothing}
      </td>
      <td>
        ${person?.name ?? html`<span class="muted">${seat.use === 'ordinary' ? seating.table.empty : seating.uses[seat.use]}</span>`}
      </td>
      <td>${delegationName(this.seats, person?.delegationId ?? null)}</td>
      <td>${[person?.post, person?.workplace].filter(Boolean).join(', ')}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-table': SeatTable
  }
}
