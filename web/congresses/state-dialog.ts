import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Congress, CongressState, SourceKind } from '../../server/congresses/schema.ts'
import { changeState } from '../api/congresses.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { sourceFields, type Sourced } from '../results/source-fields.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { wordStep } from './word-step.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Asks for reason, paper and, when postponing, the new date. Tells `congress-saved` and `form-closed`. */
@customElement('state-dialog')
export class StateDialog extends WordsElement {
  @property({ attribute: false }) congress!: Congress
  /** Title of the congress in the reader's language. */
  @property() heading = ''
  @property({ attribute: false }) state!: CongressState
  readonly #form = new Form(this, {
    reason: '',
    paperNumber: '',
    sourceKind: 'own' as SourceKind,
    source: '',
    newDate: null as string | null,
  })

  static override styles = controls

  override render() {
    const { congresses, common } = words()
    const { fields, states } = congresses
    const form = this.#form
    const step = wordStep(this.congress.state, this.state)
    const needsReason = this.state === 'postponed' || this.state === 'cancelled'
    return html`
      <modal-dialog heading=${step} ?guarded=${form.isChanged} @dialog-closed=${() => this.tell('form-closed')}>
        <form class="form" id="state" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <p>${this.heading}</p>
          ${
            this.state === 'postponed'
              ? dateField(form, 'newDate', { label: fields.newDate, isOptional: true })
              : nothing
          }
          ${areaField(form, 'reason', {
            label: fields.reason,
            help: states.reasonHelp,
            isOptional: !needsReason,
            maxLength: 500,
          })}
          ${textField(form, 'paperNumber', { label: fields.paperNumber, isOptional: true, maxLength: 80 })}
          ${sourceFields(form as unknown as Form<Sourced>)}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="state" aria-busy=${form.isSending}>${step}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id, version } = this.congress
    const isSaved = await this.#form.submit((why) => changeState(id, { ...why, state: this.state, version }))
    if (!isSaved) return
    tellDone(words().congresses.done.state(words().terms.states[this.state]))
    this.tell('congress-saved')
  }
}
