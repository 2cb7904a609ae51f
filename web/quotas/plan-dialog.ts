import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { plainAim } from '../../server/quotas/rules.ts'
import type { Aim, QuotaBoard } from '../../server/quotas/schema.ts'
import { saveQuotaPlan } from '../api/quotas.ts'
import { WordsElement } from '../parts/element.ts'
import { numberField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { sentenceOfAims } from './aims-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** The congress's own maximum and its targets: `<quota-plan-dialog congressId="…" .board>`. Tells `form-closed`. */
@customElement('quota-plan-dialog')
export class QuotaPlanDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: QuotaBoard
  readonly #form = new Form(this, { maximum: null as number | null, targets: [] as readonly Aim[] })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { maximum, targets } = this.board
    this.#form.begin({ maximum, targets: targets.map(plainAim) })
  }

  override render() {
    const { quotas, common } = words()
    const { plan } = quotas
    const form = this.#form
    return html`<modal-dialog
      wide
      heading=${plan.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="plan" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${numberField(form, 'maximum', { label: plan.maximum, help: plan.maximumHelp, isOptional: true })}
        <aims-field
          label=${plan.targets}
          help=${plan.targetsHelp}
          .aims=${form.values.targets}
          @aims-changed=${({ detail }: CustomEvent<readonly Aim[]>) => form.set('targets', detail)}
        ></aims-field>
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="plan" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (sentenceOfAims(this.#form.values.targets) !== null) return
    const { planVersion: version } = this.board
    const isSaved = await this.#form.submit(({ maximum, targets }) =>
      saveQuotaPlan(this.congressId, { maximum, targets: [...targets], version }),
    )
    if (!isSaved) return
    tellDone(words().quotas.done.plan)
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quota-plan-dialog': QuotaPlanDialog
  }
}
