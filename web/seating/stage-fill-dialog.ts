import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { fillStage } from '../../server/seating/rules/fill-stage.ts'
import { changeSeatPlaces } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { changeOf } from './seat-acts.ts'
import type { SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Puts a batch of the honoured, or all of them, on the stage in a phase: `<stage-fill-dialog congressId="…" .seats>`. Tells
 * `form-closed`.
 */
@customElement('stage-fill-dialog')
export class StageFillDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  /** Place of a batch from 0; '' = all. */
  readonly #form = new Form(this, { batch: '' })

  static override styles = [...controls]

  override connectedCallback(): void {
    super.connectedCallback()
    const { board, phaseId } = this.seats
    // «Đợt 2» is most likely the second batch.
    const figure = Number(/\d+/u.exec(board.plan.phases.find(({ id }) => id === phaseId)?.name ?? '')?.[0] ?? 0)
    this.#form.begin({ batch: board.batches[figure - 1] ? String(figure - 1) : '' })
  }

  get #people(): readonly string[] {
    const { batches } = this.seats.board
    const { batch } = this.#form.values
    return (batch === '' ? batches.flat() : (batches[Number(batch)] ?? [])).filter((id) => this.seats.people.has(id))
  }

  override render() {
    const { seating, common } = words()
    const { stage, people: counted } = seating
    const { fill: text } = stage
    const { batches } = this.seats.board
    const people = this.#people
    const fill = fillStage(this.seats.hall, this.seats.occupancy, people)
    return html`<modal-dialog heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      <form class="form" id="fill" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${selectField(this.#form, 'batch', {
          label: text.who,
          choices: [
            ['', text.all],
            ...batches.map(
              (ids, place) => [String(place), `${stage.batch(place + 1)} · ${counted.count(ids.length)}`] as const,
            ),
          ],
        })}
        ${
          people.length === 0
            ? html`<p>${text.nobody}</p>`
            : 'seats' in fill
              ? html`<p>${text.help(fill.seats.size)}</p>`
              : html`<p class="notice amber">
                  ${icon('triangle-alert')}
                  <span>${fill.free === 0 ? text.noStage : text.tooFew(people.length, fill.free)}</span>
                </p>`
        }
        <error-panel .error=${this.#form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        ${
          'seats' in fill
            ? html`<button class="button primary" form="fill" aria-busy=${this.#form.isSending}>${text.apply}</button>`
            : nothing
        }
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { hall, occupancy, board } = this.seats
    const fill = fillStage(hall, occupancy, this.#people)
    if (!('seats' in fill)) return
    const seats = new Map([...fill.seats].map(([id, at]) => [id, hall.seats[at]?.id ?? null]))
    const change = changeOf(this.seats, seats, true)
    if (!(await this.#form.submit(() => changeSeatPlaces(this.congressId, board.plan.id, change)))) return
    tellDone(words().seating.done.planned(seats.size))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-fill-dialog': StageFillDialog
  }
}
