import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { releaseSeating } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { labelOf, type SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** A plan about to be released: what that does and whom it touches: `<seating-release-dialog congressId="…" .seats>`. Tells `form-closed`. */
@customElement('seating-release-dialog')
export class SeatingReleaseDialog extends WordsElement {
  @property() congressId = ''
  /** From the opening on. */
  @property({ attribute: false }) seats!: SeatState
  readonly #form = new Form(this, { note: '' })

  static override styles = [...controls]

  override render() {
    const { seating, common } = words()
    const { releaseForm: text } = seating
    const { plan } = this.seats.board
    const number = plan.releasedNumber + 1
    const { unseated } = this.seats
    return html`<modal-dialog
      heading=${text.heading(plan.name, number)}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="release" @submit=${(event: SubmitEvent) => this.#release(event)}>
        <p>${plan.kind === 'official' ? text.help : text.otherHelp(plan.name)}</p>
        <ul>
          <li>${this.#changes()}</li>
          ${unseated.length === 0 ? '' : html`<li>${text.unseated(unseated.length)}</li>`}
        </ul>
        ${textField(this.#form, 'note', { label: text.note, maxLength: 300, isOptional: true })}
        <error-panel .error=${this.#form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="release" aria-busy=${this.#form.isSending}>${text.release}</button>
      </div>
    </modal-dialog>`
  }

  #changes(): string {
    const { releaseForm: text } = words().seating
    const before = new Map(
      this.seats.board.released.flatMap(({ delegateId, phaseId, seat }) =>
        phaseId === '' ? [[delegateId, seat] as const] : [],
      ),
    )
    const moved = [...this.seats.occupancy.seatOf.keys()].filter((id) => before.get(id) !== labelOf(this.seats, id))
    return moved.length === 0 ? text.unchanged : text.moved(moved.length)
  }

  async #release(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id, name, version, releasedNumber } = this.seats.board.plan
    const { note } = this.#form.values
    if (!(await this.#form.submit(() => releaseSeating(this.congressId, id, { note, version })))) return
    tellDone(words().seating.done.released(name, releasedNumber + 1))
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seating-release-dialog': SeatingReleaseDialog
  }
}
