import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { compareGivenNames, compareVietnamese } from '../../server/format/names.ts'
import { isMatch } from '../../server/format/search.ts'
import { WordsElement } from '../parts/element.ts'
import { workedOut } from '../parts/worked-out.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { delegationName, personAt, type SeatState } from './seat-state.ts'

/** Rows that are drawn at once; more come as one asks for them. */
const shownAtOnce = 300

/** By what the rows can be ordered; seats stand in the order of the hall. */
const sorts = ['seat', 'person', 'delegation'] as const
type Sort = (typeof sorts)[number]

/** Places of seats in the order of a column; where nobody sits comes last either way. */
const ordered = (state: SeatState, by: Sort, isReverse: boolean): number[] => {
  const ats = state.hall.seats.map(({ at }) => at)
  if (by === 'seat') return isReverse ? ats.reverse() : ats
  const rows = ats.map((at) => {
    const person = personAt(state, at)
    const name = person?.name ?? ''
    return { at, name, text: by === 'person' ? name : delegationName(state, person?.delegationId ?? null) }
  })
  const compare = by === 'person' ? compareGivenNames : compareVietnamese
  const sign = isReverse ? -1 : 1
  return rows
    .sort((one, other) => {
      if (one.text === '' || other.text === '') return Number(one.text === '') - Number(other.text === '')
      return sign * compare(one.text, other.text) || compareGivenNames(one.name, other.name)
    })
    .map(({ at }) => at)
}

/** The same as the map, as a table: `<seat-table .seats .query>`. Tells `seat-chosen` with the place of a seat. */
@customElement('seat-table')
export class SeatTable extends WordsElement {
  @property({ attribute: false }) seats!: SeatState
  @property() query = ''
  @state() private isOnlyTaken = false
  @state() private shown = shownAtOnce
  @state() private sort: { by: Sort; isReverse: boolean } = { by: 'seat', isReverse: false }
  readonly #ordered = workedOut((state: SeatState) =>
    workedOut(({ by, isReverse }: { by: Sort; isReverse: boolean }) => ordered(state, by, isReverse)),
  )

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: var(--space);
      }
      /* The first lines of a row stand on one line, whatever wraps. */
      .table td {
        vertical-align: baseline;
      }
      button.seat {
        margin-inline-start: -0.4rem;
        padding: 0.2rem 0.4rem;
        border: 0;
        background: none;
        color: var(--blue);
        font: inherit;
        cursor: pointer;
      }
      .by {
        display: inline-flex;
        gap: var(--space-half);
        align-items: center;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        button.seat,
        .by {
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
            ${sorts.map((by) => this.#header(by))}
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

  /** Brings the row of a seat into sight and the keys to it; -1 = the first row. */
  async focusSeat(at: number): Promise<void> {
    const row = this.#rows().indexOf(at)
    if (row >= this.shown) this.shown = row + 1
    await this.updateComplete
    const seats = this.renderRoot.querySelectorAll<HTMLElement>('button.seat')
    seats[Math.max(0, row)]?.focus()
  }

  #header(by: Sort) {
    const { table: text } = words().seating
    const isSorted = this.sort.by === by
    const { isReverse } = this.sort
    return html`<th scope="col" aria-sort=${isSorted ? (isReverse ? 'descending' : 'ascending') : 'none'}>
      <button
        class="by"
        title=${words().parts.table.sortBy(text[by])}
        @click=${() => (this.sort = { by, isReverse: isSorted && !isReverse })}
      >
        ${text[by]} ${isSorted ? icon(isReverse ? 'arrow-down' : 'arrow-up') : nothing}
      </button>
    </th>`
  }

  #rows(): number[] {
    const { seats } = this.seats.hall
    return this.#ordered(this.seats)(this.sort).flatMap((at) => {
      const label = seats[at]?.label ?? ''
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
