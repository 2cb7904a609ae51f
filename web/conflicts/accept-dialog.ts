import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Conflict } from '../../server/conflicts/schema.ts'
import { acceptWarning } from '../api/road.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Accepts one warning: `<accept-dialog .conflict sentence="…">`. Tells `form-closed` and `road-changed`. */
@customElement('accept-dialog')
export class AcceptDialog extends WordsElement {
  static override styles = controls

  @property({ attribute: false }) conflict!: Pick<Conflict, 'congressId' | 'key' | 'fingerprint'>
  @property() sentence = ''
  readonly #form = new Form(this, { reason: '', paperNumber: '' })

  override render() {
    const { conflicts: text, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        heading=${text.acceptHeading}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="acceptance" @submit=${(event: SubmitEvent) => this.#accept(event)}>
          <p>${this.sentence}</p>
          ${areaField(form, 'reason', { label: text.acceptReason, help: text.acceptReasonHelp, maxLength: 500 })}
          ${textField(form, 'paperNumber', { label: text.acceptPaper, isOptional: true, maxLength: 80 })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="acceptance" aria-busy=${form.isSending}>${text.ways.accept}</button>
        </div>
      </modal-dialog>
    `
  }

  async #accept(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { congressId, key, fingerprint } = this.conflict
    const isAccepted = await this.#form.submit((reason) => acceptWarning({ congressId, key, fingerprint, ...reason }))
    if (!isAccepted) return
    tellDone(words().congresses.done.accepted)
    this.tell('form-closed')
    this.tell('road-changed')
  }
}
