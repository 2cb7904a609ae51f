import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { plainAim } from '../../server/quotas/rules.ts'
import type { Aim, QuotaBoard, QuotaPlan } from '../../server/quotas/schema.ts'
import { saveQuotaPlan } from '../api/quotas.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { numberField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { aimSentence } from './aim-words.ts'
import { sentenceOfAims } from './aims-field.ts'
import { beginOver, isTyped } from './keep-typed.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** The congress's own maximum and its targets: `<quota-plan-dialog congressId="…" .board>`. Tells `form-closed`. */
@customElement('quota-plan-dialog')
export class QuotaPlanDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: QuotaBoard
  /** Of the plan over which it is written; 0 = there was none. */
  #version = 0
  readonly #form = new Form(this, { maximum: null as number | null, targets: [] as readonly Aim[] })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { maximum, targets, planVersion: version } = this.board
    this.#begin({ maximum, targets, version })
  }

  #begin({ maximum, targets, version }: QuotaPlan): void {
    this.#version = version
    this.#form.begin({ maximum, targets: targets.map(plainAim) })
  }

  /** As another wrote it meanwhile; null = nobody did, or it was taken back. */
  get #theirs(): QuotaPlan | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? null) as QuotaPlan | null) : null
  }

  #compared() {
    const theirs = this.#theirs
    if (theirs === null) return []
    const { plan } = words().quotas
    const { maximum, targets } = this.#form.values
    const aims = (of: readonly Aim[]) => of.map(aimSentence).join('; ')
    return [
      ...(isTyped(this.#form, 'maximum')
        ? [{ label: plan.maximum, mine: String(maximum ?? ''), theirs: String(theirs.maximum ?? '') }]
        : []),
      ...(isTyped(this.#form, 'targets')
        ? [{ label: plan.targets, mine: aims(targets), theirs: aims(theirs.targets) }]
        : []),
    ]
  }

  #keepMine(): void {
    const theirs = this.#theirs
    if (!theirs) return
    this.#version = theirs.version
    beginOver(this.#form, { maximum: theirs.maximum, targets: theirs.targets.map(plainAim) })
    void this.#save(new SubmitEvent('submit'))
  }

  #takeTheirs(): void {
    if (this.#theirs) this.#begin(this.#theirs)
    else this.tell('form-closed')
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
        <error-panel
          .error=${form.error}
          .compared=${this.#compared()}
          @mine-kept=${() => this.#keepMine()}
          @theirs-taken=${() => this.#takeTheirs()}
        ></error-panel>
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
    const version = this.#version
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
