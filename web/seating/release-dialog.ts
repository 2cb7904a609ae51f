import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ListedSeats } from '../../server/seating/schema.ts'
import { findListedSeats, releaseSeating } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { translated, words } from '../words/words.ts'
import { labelOf, type SeatState } from './seat-state.ts'
import { unreleasedOf } from './unreleased.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const mostOpen = 6

/** A plan about to be released: what that does and whom it touches: `<seating-release-dialog congressId="…" .seats>`. Tells `form-closed`. */
@customElement('seating-release-dialog')
export class SeatingReleaseDialog extends WordsElement {
  @property() congressId = ''
  /** From the opening on. */
  @property({ attribute: false }) seats!: SeatState
  @state() private listed: ListedSeats['elsewhere'] = []
  readonly #form = new Form(this, { note: '' })

  static override styles = [...controls]

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.seats.board.plan.kind === 'official') void this.#findListed()
  }

  async #findListed(): Promise<void> {
    this.listed = (await findListedSeats(this.congressId).catch(() => null))?.elsewhere ?? []
  }

  override render() {
    const { seating, common } = words()
    const { releaseForm: text } = seating
    const { plan } = this.seats.board
    const number = plan.releasedNumber + 1
    const { unseated } = this.seats
    return html`<modal-dialog
      heading=${text.heading(translated(plan.name), number)}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="release" @submit=${(event: SubmitEvent) => this.#release(event)}>
        <p>${plan.kind === 'official' ? text.help : text.otherHelp(translated(plan.name))}</p>
        <ul>
          <li>${this.#changes()}</li>
          ${this.#listedElsewhere()} ${unseated.length === 0 ? '' : html`<li>${text.unseated(unseated.length)}</li>`}
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

  #listedElsewhere() {
    const { listed: text } = words().seating
    const { listed } = this
    if (listed.length === 0) return ''
    return html`<li>${text.byRelease(listed.length)} ${this.#named(listed.map((each) => text.line(each)))}</li>`
  }

  /** Who sits elsewhere than the release before said, and who sat there and sits nowhere now. */
  #changes() {
    const { releaseForm: text } = words().seating
    const { board, occupancy, people } = this.seats
    if (board.plan.releasedNumber === 0) return text.first(occupancy.seatOf.size)
    const { moved, gone, before } = unreleasedOf(this.seats)
    if (moved.length + gone.length === 0) return text.unchanged
    const lineOf = (id: string) =>
      text.line(people.get(id)?.name ?? text.withdrawn, before.get(id) ?? '', labelOf(this.seats, id))
    return html`${text.moved(moved.length, gone.length)} ${this.#named([...moved, ...gone].map(lineOf))}`
  }

  /** More than a few are opened by whoever wants to read them. */
  #named(lines: readonly string[]) {
    return html`<details ?open=${lines.length <= mostOpen}>
      <summary>${words().seating.releaseForm.who}</summary>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>`
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
