import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Numbering } from '../../server/halls/rules/numbering.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { numberingFields, numberingOf, usualNumberingValues } from './numbering-fields.ts'
import '../parts/modal-dialog.ts'

export interface NumberingChosen {
  numbering: Numbering
  isJoint: boolean
}

/** How rows and seats are called. Tells `numbering-chosen` and `form-closed`. */
@customElement('numbering-dialog')
export class NumberingDialog extends WordsElement {
  readonly #form = new Form(this, { ...usualNumberingValues, isJoint: true })

  static override styles = controls

  override render() {
    const { halls, common } = words()
    const form = this.#form
    const choose = (event: SubmitEvent) => {
      event.preventDefault()
      const { isJoint } = form.values
      void form.submit(() => {
        this.tell('numbering-chosen', { numbering: numberingOf(form.values), isJoint } satisfies NumberingChosen)
        return Promise.resolve()
      })
    }
    return html`<modal-dialog heading=${halls.numbering} @dialog-closed=${() => this.tell('form-closed')}>
      <form class="form" id="numbering" @submit=${choose}>
        <p class="muted">${halls.numberingHelp}</p>
        ${numberingFields(form)} ${checkField(form, 'isJoint', { label: halls.isJoint })}
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="numbering">${halls.renumbered}</button>
      </div>
    </modal-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'numbering-dialog': NumberingDialog
  }
}
