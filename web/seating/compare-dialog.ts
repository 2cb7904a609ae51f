import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { compareSeats, type Comparison } from '../../server/seating/rules/compare.ts'
import type { SeatingOverview, SeatingPhase } from '../../server/seating/schema.ts'
import { LiveController } from '../api/changes.ts'
import { tableOfPlaces, tablesOfSeating } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { fetchSide, sidesOf, type ComparedSide, type Side } from './compared-sides.ts'
import { scoreStyles, seatScore } from './seat-score.ts'
import { delegationName, scoreOfState, type SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** People of a list that are drawn before more are asked for. */
const shownAtOnce = 200

/**
 * Two plans or releases beside one another: `<seat-compare-dialog congressId="…" .overview .seats with="…">`, `with` the
 * key of the second. Tells `comparison-shown` with that key and the phase, to be looked at on the map, and `form-closed`.
 */
@customElement('seat-compare-dialog')
export class SeatCompareDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) overview!: SeatingOverview
  @property({ attribute: false }) seats!: SeatState
  @property() with = ''
  @state() private sides: readonly [ComparedSide, ComparedSide] | null = null
  @state() private failure: unknown = null
  @state() private shown = shownAtOnce
  readonly #form = new Form(this, { one: '', other: '', phase: '' })
  #wanted = ''
  #fetches = 0

  static override styles = [
    ...controls,
    scoreStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
        gap: var(--space-2);
      }
      .columns section {
        font-size: var(--size-dense);
      }
      h3 {
        margin-block-start: var(--space-2);
        font-size: var(--size-dense);
      }
      .people li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space);
        align-items: baseline;
        padding-block: 0.2rem;
        border-block-end: 1px solid var(--line);
        font-size: var(--size-dense);
      }
      .people span {
        overflow-wrap: anywhere;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const sides = this.#choices
    const one = this.seats.board.plan.id
    const newest = sides.find(({ planId, release }) => planId === one && release !== null)
    const other =
      sides.find(({ key }) => key === this.with) ?? newest ?? sides.find(({ planId }) => planId !== one) ?? sides[0]
    this.#form.begin({ one, other: other?.key ?? '', phase: this.seats.phaseId })
  }

  constructor() {
    super()
    new LiveController(this, [...tablesOfSeating, tableOfPlaces], ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  get #choices(): Side[] {
    return sidesOf(this.overview)
  }

  /** The phases of the first of the two, in its order. */
  get #phases(): readonly SeatingPhase[] {
    const { one } = this.#form.values
    const planId = this.#choices.find(({ key }) => key === one)?.planId
    return this.overview.plans.find(({ id }) => id === planId)?.phases ?? []
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { one, other, phase } = this.#form.values
    const wanted = `${one} ${other} ${phase}`
    const isSame = wanted === this.#wanted
    if (isSame && !changed.has('seats') && !changed.has('overview')) return
    // What others changed meanwhile takes the place of what is shown, once it is there.
    if (!isSame) Object.assign(this, { sides: null, failure: null, shown: shownAtOnce })
    this.#wanted = wanted
    void this.#fetch()
  }

  /** What is asked for last is shown. */
  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    const { one, other, phase: id } = this.#form.values
    const phase = this.#phases.find((each) => each.id === id) ?? { id: '' as const, name: '' }
    const wanted = [one, other].flatMap((key) => this.#choices.find((side) => side.key === key) ?? [])
    try {
      const [first, second] = await Promise.all(
        wanted.map((side) => fetchSide(this.congressId, side, { known: this.seats, phase })),
      )
      if (asked === this.#fetches && first && second) Object.assign(this, { sides: [first, second], failure: null })
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  override render() {
    const { seating, common } = words()
    const { compare: text } = seating
    const choices = this.#choices.map(({ key, name }) => [key, name] as const)
    return html`<modal-dialog wide heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      ${
        choices.length < 2
          ? html`<p>${text.nothing}</p>`
          : html`<form class="form columns" @submit=${(event: SubmitEvent) => event.preventDefault()}>
                ${selectField(this.#form, 'one', { label: text.one, choices })}
                ${selectField(this.#form, 'other', { label: text.other, choices })} ${this.#phase()}
              </form>
              <div aria-live="polite">${this.#outcome()}</div>`
      }
      <div slot="actions">
        ${this.#canShow ? this.#onMap() : nothing}
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
      </div>
    </modal-dialog>`
  }

  #phase() {
    const { seating } = words()
    const phases = this.#phases
    if (phases.length < 2) return nothing
    return selectField(this.#form, 'phase', {
      label: seating.phase,
      choices: phases.map(({ id, name }) => [id, id === '' ? seating.opening : translated(name)] as const),
    })
  }

  /** The map shows a plan as it is being made. */
  get #canShow(): boolean {
    return this.sides !== null && this.sides[0].release === null && this.sides[0].key !== this.sides[1].key
  }

  #onMap() {
    return html`<button class="button primary" type="button" @click=${() => this.#show()}>
      ${words().seating.compare.onMap}
    </button>`
  }

  #show(): void {
    if (!this.sides) return
    const [{ planId: plan }, { key: vs }] = this.sides
    const { phase } = this.#form.values
    this.tell('comparison-shown', { plan, vs, phase: this.#phases.some(({ id }) => id === phase) ? phase : '' })
  }

  #outcome() {
    const { common, seating } = words()
    const { compare: text } = seating
    if (this.failure !== null) return html`<error-panel .error=${this.failure}></error-panel>`
    if (!this.sides) return html`<p class="muted">${common.loading}</p>`
    const [first, second] = this.sides
    if (first.key === second.key) return html`<p>${text.sameSide}</p>`
    const { people } = this.seats.board
    const comparison = compareSeats(
      people.map(({ id }) => id),
      first.seats,
      second.seats,
    )
    const { elsewhere, onlyFirst, onlySecond } = comparison
    const gone = [...new Set([...first.seats.keys(), ...second.seats.keys()])].filter(
      (id) => !this.seats.people.has(id),
    )
    return html`<p>
        <strong>${text.elsewhere(elsewhere.length)}</strong>. ${text.same(comparison.same)}.
        ${gone.length === 0 ? nothing : html`${text.gone(gone.length)}.`}
      </p>
      ${isSameHall(first, second) ? nothing : html`<p class="notice amber">${icon('info')} <span>${text.otherHall}</span></p>`}
      <div class="columns">${this.#scored(first)} ${this.#scored(second)}</div>
      ${this.#people(text.elsewhereHeading, moves(comparison))} ${this.#people(text.only(first.name), kept(onlyFirst))}
      ${this.#people(text.only(second.name), kept(onlySecond))}`
  }

  #people(heading: string, rows: readonly { id: string; seats: string }[]) {
    const { people: text } = words().seating
    if (rows.length === 0) return nothing
    return html`<h3>${heading} <span class="muted tabular">${text.count(rows.length)}</span></h3>
      <ul class="people">
        ${rows.slice(0, this.shown).map(({ id, seats }) => {
          const person = this.seats.people.get(id)
          return html`<li>
            <span>
              ${person?.name}
              <span class="muted small">${delegationName(this.seats, person?.delegationId ?? null)}</span>
            </span>
            <span class="tabular">${seats}</span>
          </li>`
        })}
      </ul>
      ${
        rows.length > this.shown
          ? html`<button class="button small" type="button" @click=${() => (this.shown += shownAtOnce)}>
              ${text.more(rows.length - this.shown)}
            </button>`
          : nothing
      }`
  }

  #scored({ name, state: seats }: ComparedSide) {
    const { compare: text } = words().seating
    return html`<section>
      <h3>${name}</h3>
      ${seats ? seatScore(seats, scoreOfState(seats)) : html`<p class="muted">${text.noScore}</p>`}
    </section>`
  }
}

const moves = ({ elsewhere }: Comparison) =>
  elsewhere.map(({ id, from, to }) => ({ id, seats: `${from} ${words().seating.autoForm.to} ${to}` }))
const kept = (only: Comparison['onlyFirst']) => only.map(({ id, seat }) => ({ id, seats: seat }))

/** Seats called alike are the same where the drawing is. */
const isSameHall = (first: ComparedSide, second: ComparedSide): boolean => {
  const [one, other] = [first.state?.board.plan, second.state?.board.plan]
  return one !== undefined && one.hallId === other?.hallId && one.hallNumber === other.hallNumber
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-compare-dialog': SeatCompareDialog
  }
}
