import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { seatingModes, type SeatingMode } from '../../server/seating/planner.ts'
import { problemOf } from '../../server/seating/rules/problem-of.ts'
import { scoreOf, type Score } from '../../server/seating/rules/score.ts'
import { changeSeatPlaces } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { PlanAnswer, PlanOrder, PlannedSeats } from './planner-worker.ts'
import { changeOf } from './seat-acts.ts'
import { impossibleSentence } from './score-sentences.ts'
import { scoreStyles, seatScore } from './seat-score.ts'
import type { SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** People named of those who move, and of those who get a seat. */
const mostMoves = 60

/**
 * A plan for everybody, worked out beside the page and looked at before it is applied:
 * `<auto-seat-dialog congressId="…" .seats>`. Tells `form-closed`, and `plan-shown` with the seats that it would give.
 */
@customElement('auto-seat-dialog')
export class AutoSeatDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  @state() private progress: number | null = null
  @state() private plan: PlannedSeats | null = null
  @state() private hasFailed = false
  readonly #form = new Form(this, { mode: 'anew' as SeatingMode })
  #worker: Worker | null = null
  #asked = ''
  #seed = 1

  static override styles = [
    ...controls,
    scoreStyles,
    css`
      .outcome {
        display: grid;
        gap: var(--space);
        align-content: start;
        min-block-size: 12rem;
      }
      .outcome ul {
        font-size: var(--size-dense);
      }
      progress {
        inline-size: 100%;
        accent-color: var(--red);
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
        gap: var(--space-2);
      }
      h3 {
        font-size: var(--size-dense);
      }
      .moves {
        max-block-size: 14rem;
        overflow-y: auto;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { occupancy } = this.seats
    this.#form.begin({ mode: occupancy.seatOf.size > occupancy.locked.size ? 'fewest' : 'anew' })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#worker?.terminate()
  }

  protected override willUpdate(): void {
    const asked = `${this.#form.values.mode} ${String(this.#seed)}`
    if (asked === this.#asked) return
    this.#asked = asked
    this.#begin()
  }

  #begin(): void {
    this.#worker?.terminate()
    this.plan = null
    this.hasFailed = false
    this.progress = 0
    const worker = new Worker(new URL('./planner-worker.ts', import.meta.url), { type: 'module' })
    this.#worker = worker
    worker.onmessage = ({ data }: MessageEvent<PlanAnswer>) => {
      if (data.kind === 'progress') this.progress = data.done
      else {
        this.plan = data.plan
        this.progress = null
        worker.terminate()
      }
    }
    worker.onerror = () => {
      this.hasFailed = true
      this.progress = null
    }
    const { hall, ...problem } = problemOf(this.seats.board, this.seats.hall, this.seats.phaseId)
    const order: PlanOrder = { drawing: hall.drawing, problem, mode: this.#form.values.mode, seed: this.#seed }
    worker.postMessage(order)
  }

  override render() {
    const { seating, common } = words()
    const { autoForm: text } = seating
    const changes = this.#changes()
    return html`<modal-dialog wide heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      <form class="form" id="auto" @submit=${(event: SubmitEvent) => this.#apply(event)}>
        ${radioField(this.#form, 'mode', {
          label: text.mode,
          choices: seatingModes.map((mode) => ({ value: mode, label: text.modes[mode] })),
        })}
        ${this.seats.occupancy.locked.size > 0 ? html`<p class="muted">${text.held(this.seats.occupancy.locked.size)}</p>` : nothing}
        <div class="outcome" aria-live="polite">${this.#outcome()}</div>
        <error-panel .error=${this.#form.error}></error-panel>
      </form>
      <div slot="actions">
        ${
          this.plan && this.#form.values.mode === 'anew'
            ? html`<button class="button" type="button" @click=${() => this.#again()}>${text.again}</button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="auto" ?disabled=${changes.size === 0} aria-busy=${this.#form.isSending}>
          ${text.apply(changes.size)}
        </button>
      </div>
    </modal-dialog>`
  }

  #again(): void {
    this.#seed += 1
    this.requestUpdate()
  }

  #outcome() {
    const { autoForm: text } = words().seating
    if (this.hasFailed) return html`<p class="notice red">${icon('triangle-alert')} ${text.failed}</p>`
    if (this.progress !== null) {
      return html`<p>${text.working(Math.round(this.progress * 100))}</p>
        <progress max="1" .value=${this.progress}></progress>
        <p>
          <button class="button small" type="button" @click=${() => this.#worker?.postMessage('stop')}>
            ${text.stop}
          </button>
        </p>`
    }
    return this.plan ? this.#result(this.plan) : nothing
  }

  #result(plan: PlannedSeats) {
    const { autoForm: text } = words().seating
    const { seats } = this
    const problem = problemOf(seats.board, seats.hall, seats.phaseId)
    if (problem.people.length === 0) return html`<p>${text.nobody}</p>`
    const now = new Map(problem.standing.map(({ personId, seatId }) => [personId, seatId] as const))
    const moved = plan.seats.filter(([id, seatId]) => (now.get(id) ?? seatId) !== seatId)
    const newly = plan.seats.filter(([id]) => !now.has(id))
    return html`<p>
        <strong>${text.seated(plan.seats.length)}</strong>. ${text.moved(moved.length)}.
        ${plan.isSettled ? text.settled : nothing} ${plan.isFewest ? text.fewest : nothing}
        ${this.#changes().size === 0 ? text.nothing : nothing}
      </p>
      ${this.#left(plan)}
      <div class="columns">
        ${now.size === 0 ? nothing : this.#scored(text.before, scoreOf(problem, now), problem.people.length - now.size)}
        ${this.#scored(text.after, scoreOf(problem, new Map(plan.seats)), plan.unseated.length)}
        ${this.#named(text.moves, moved, now)} ${this.#named(text.newly(newly.length), newly, now)}
      </div>`
  }

  #scored(heading: string, score: Score, unseated: number) {
    return html`<section>
      <h3>${heading}</h3>
      ${seatScore(this.seats, score, unseated)}
    </section>`
  }

  #left({ unseated, why }: PlannedSeats) {
    const { autoForm: text } = words().seating
    if (unseated.length === 0) return nothing
    const names = unseated.map((id) => this.seats.people.get(id)?.name ?? '')
    return html`<div class="notice amber">
      ${icon('triangle-alert')}
      <div>
        ${why.map((reason) => html`<p>${impossibleSentence(this.seats, reason)}.</p>`)}
        <p>
          ${text.left(unseated.length)} ${names.slice(0, mostMoves).join(', ')}${names.length > mostMoves ? ' …' : ''}
        </p>
      </div>
    </div>`
  }

  /** Who gets which seat, and from where: nobody is put on the stage whom the page does not name. */
  #named(
    heading: string,
    given: readonly (readonly [person: string, seat: string])[],
    now: ReadonlyMap<string, string>,
  ) {
    if (given.length === 0) return nothing
    const { autoForm: text, people } = words().seating
    const { hall } = this.seats
    const labelOf = (seatId: string | undefined) => hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]?.label ?? ''
    const before = (id: string) => (now.has(id) ? `${labelOf(now.get(id))} ${text.to} ` : '')
    return html`<section>
      <h3>${heading}</h3>
      <ul class="moves">
        ${given.slice(0, mostMoves).map(
          ([id, seatId]) =>
            html`<li>
              ${this.seats.people.get(id)?.name}:
              <span class="tabular">${before(id)}${labelOf(seatId)}</span>
            </li>`,
        )}
        ${given.length > mostMoves ? html`<li class="muted">${people.more(given.length - mostMoves)}</li>` : nothing}
      </ul>
    </section>`
  }

  /** Only who gets another seat, or loses one, is written. */
  #changes(): Map<string, string | null> {
    const changes = new Map<string, string | null>()
    if (!this.plan) return changes
    const { hall, occupancy } = this.seats
    const seatOf = (id: string) => hall.seats[occupancy.seatOf.get(id) ?? -1]?.id
    for (const [id, seatId] of this.plan.seats) if (seatOf(id) !== seatId) changes.set(id, seatId)
    for (const id of this.plan.unseated)
      if (this.seats.placeOf.has(id) && seatOf(id) !== undefined) changes.set(id, null)
    return changes
  }

  async #apply(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const changes = this.#changes()
    if (changes.size === 0) return
    const change = changeOf(this.seats, changes, true)
    const { id } = this.seats.board.plan
    if (!(await this.#form.submit(() => changeSeatPlaces(this.congressId, id, change)))) return
    tellDone(words().seating.done.planned(changes.size))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'auto-seat-dialog': AutoSeatDialog
  }
}
