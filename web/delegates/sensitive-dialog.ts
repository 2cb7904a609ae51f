import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Delegate, SensitiveChange, SensitiveData } from '../../server/delegates/schema.ts'
import type { AskedField, SensitiveField } from '../../server/people/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { sensitiveOf } from './sensitive-section.ts'
import type { DelegateSource } from './source.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const longest = 300
const empty = { ethnicity: '', religion: '', isPartyMember: null as 'yes' | 'no' | null }

/**
 * What is kept apart of a delegate, to be entered: `<sensitive-dialog .change .delegate .kept .asked>`. Tells
 * `sensitive-saved` with what stands now, and `form-closed`.
 */
@customElement('sensitive-dialog')
export class SensitiveDialog extends WordsElement {
  @property({ attribute: false }) change!: DelegateSource['sensitive']['change']
  @property({ attribute: false }) delegate!: Delegate
  @property({ attribute: false }) kept!: SensitiveData
  @property({ attribute: false }) asked: readonly AskedField[] = []
  readonly #form = new Form(this, empty)

  static override styles = [
    ...controls,
    css`
      form > * + * {
        margin-block-start: var(--space-2);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { ethnicity, religion, isPartyMember } = this.kept
    this.#form.begin({
      ethnicity,
      religion,
      isPartyMember: isPartyMember === null ? null : isPartyMember ? 'yes' : 'no',
    })
  }

  override render() {
    const { common, delegates } = words()
    const { sensitive: text } = delegates
    const form = this.#form
    const close = () => this.tell('form-closed')
    return html`<modal-dialog
      heading=${text.edit(this.delegate.name)}
      ?guarded=${form.isChanged}
      @dialog-closed=${close}
    >
      <form class="form" id="sensitive" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${sensitiveOf(this.kept, this.asked).map((field) => this.#field(field))}
        <p class="small muted">${icon('lock')} ${text.help}</p>
        <error-panel .error=${form.error} @theirs-taken=${close}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${close}>${common.cancel}</button>
        <button class="button primary" form="sensitive" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  #field(field: SensitiveField) {
    const { sensitive: text, unsaid, yes, no } = words().delegates
    const isAsked = this.asked.includes(field)
    const help = { ethnicity: text.ethnicityHelp, religion: text.religionHelp, isPartyMember: '' }[field]
    const options = { label: text.fields[field], isOptional: true, help: isAsked ? help : text.notAsked }
    if (field === 'isPartyMember') {
      return selectField(this.#form, field, {
        ...{ ...options, emptyWord: unsaid },
        choices: [
          ['yes', yes],
          ['no', no],
        ],
      })
    }
    return textField(this.#form, field, { ...options, maxLength: longest })
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    let saved: SensitiveData | null = null
    const isSaved = await this.#form.submit(async ({ ethnicity, religion, isPartyMember }) => {
      const change: SensitiveChange = {
        ...{ ethnicity: ethnicity.trim(), religion: religion.trim(), version: this.kept.version },
        isPartyMember: isPartyMember === null ? null : isPartyMember === 'yes',
      }
      saved = await this.change(this.delegate.id, change)
    })
    if (!isSaved) return
    tellDone(words().delegates.sensitive.saved)
    this.tell('sensitive-saved', saved)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sensitive-dialog': SensitiveDialog
  }
}
