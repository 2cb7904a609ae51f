import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { stepRules } from '../../server/papers/rules.ts'
import type { StepOfPaper } from '../../server/papers/schema.ts'
import { stepPaper } from '../api/papers.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Says what a step that changes a signed paper leads to; asks for its reason, and by which paper it is done. Tells `paper-stepped` and `form-closed`. */
@customElement('paper-step-dialog')
export class PaperStepDialog extends WordsElement {
  @property() congressId = ''
  @property() kind = ''
  @property() heading = ''
  @property() step!: StepOfPaper['step']
  @property({ type: Number }) version = 0
  readonly #form = new Form(this, { reason: '', byNumber: '', day: null as string | null })

  static override styles = controls

  override render() {
    const { common, paperLife: text } = words()
    const form = this.#form
    const step = text.steps[this.step]
    const next = text.next[this.step]
    return html`
      <modal-dialog heading=${step} ?guarded=${form.isChanged} @dialog-closed=${() => this.tell('form-closed')}>
        <form class="form" id="step" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <p>${this.heading}</p>
          ${next === undefined ? nothing : html`<p class="notice">${icon('info')} <span>${next}</span></p>`}
          ${areaField(form, 'reason', { label: text.reason, help: text.reasonHelp, maxLength: 500 })}
          ${
            stepRules[this.step].isByPaper
              ? html`<div class="columns">
                  ${textField(form, 'byNumber', { label: text.byNumber, help: text.byNumberHelp, maxLength: 60 })}
                  ${dateField(form, 'day', { label: text.byDay })}
                </div>`
              : nothing
          }
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="step" aria-busy=${form.isSending}>${step}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { step, version } = this
    const isSaved = await this.#form.submit((typed) =>
      stepPaper(this.congressId, this.kind, { step, ...typed, version }),
    )
    if (!isSaved) return
    const { told, done } = words().paperLife
    tellDone(told(done[step]))
    this.tell('paper-stepped')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-step-dialog': PaperStepDialog
  }
}
