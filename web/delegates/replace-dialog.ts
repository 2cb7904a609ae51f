import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { hasPlace, leadingOf } from '../../server/delegates/rules/replacement.ts'
import { sexes, type Delegate, type DelegateList, type Replacement } from '../../server/delegates/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, checkField, comboField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { translated, words } from '../words/words.ts'
import type { DelegateSource } from './source.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const empty = {
  ...{ alternateId: null as string | null, reason: '', takesPlace: true, takesRoles: true },
  ...{ name: '', sex: null as Delegate['sex'], birthYear: null as number | null, phone: '', post: '', workplace: '' },
}

/**
 * An alternate, or somebody new, in the place of a delegate: `<replace-dialog .replace .rolesOf .shown .delegate>`.
 * Tells `delegate-replaced` and `form-closed`.
 */
@customElement('replace-dialog')
export class ReplaceDialog extends WordsElement {
  @property({ attribute: false }) replace!: DelegateSource['replace']
  @property({ attribute: false }) shown!: DelegateList
  @property({ attribute: false }) delegate!: Delegate
  @property({ attribute: false }) rolesOf: DelegateSource['rolesOf'] = undefined
  /** What the congress gave to whom is replaced. */
  @state() private given: readonly string[] = []
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
    const { post, workplace } = this.delegate
    this.#form.begin({ ...empty, post, workplace })
    void this.#findRoles()
  }

  /** Those of the same delegation come first. */
  get #alternates(): Delegate[] {
    const rank = ({ delegation }: Delegate) => (delegation === this.delegate.delegation ? 0 : 1)
    return this.shown.delegates
      .filter(({ standing }) => standing === 'alternate')
      .sort((one, other) => rank(one) - rank(other))
  }

  override render() {
    const { common, replacement: text } = words()
    const form = this.#form
    const { delegate } = this
    const alternates = this.#alternates
    const roles = this.#roles
    return html`<modal-dialog
      heading=${text.heading(delegate.name)}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="replacement" @submit=${(event: SubmitEvent) => this.#save(event)}>
        <p class="muted">${text.explained}</p>
        ${
          alternates.length === 0
            ? html`<p>${text.nobodyStandsBy}</p>`
            : comboField(form, 'alternateId', {
                ...{ label: text.who, help: text.whoHelp, isOptional: true },
                choices: alternates.map(({ id, name, post, delegation }) => ({
                  ...{ value: id, label: name },
                  detail: [post, delegation].filter(Boolean).join(', '),
                })),
              })
        }
        ${form.values.alternateId === null ? this.#newcomer() : nothing}
        ${areaField(form, 'reason', { label: text.reason, maxLength: 300 })}
        ${
          hasPlace(delegate)
            ? checkField(form, 'takesPlace', {
                label: text.takesPlace(delegate.groups.map(translated).join(', ')),
                help: text.takesPlaceHelp(delegate.groups.length > 0),
              })
            : nothing
        }
        ${
          roles.length === 0
            ? nothing
            : checkField(form, 'takesRoles', {
                ...{ label: text.takesRoles(roles.join(', ')), help: text.takesRolesHelp },
              })
        }
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="replacement" aria-busy=${form.isSending}>${text.open}</button>
      </div>
    </modal-dialog>`
  }

  /** What goes over with the tick: leading the delegation first. */
  get #roles(): readonly string[] {
    const { delegations } = words().delegates
    const led = this.shown.delegations.flatMap((delegation) => leadingOf(delegation, this.delegate))
    return [...led.map((what) => delegations[what]), ...this.given]
  }

  async #findRoles(): Promise<void> {
    try {
      this.given = (await this.rolesOf?.(this.delegate.id)) ?? []
    } catch (error) {
      this.#form.error = error
    }
  }

  #newcomer() {
    const { delegates, replacement } = words()
    const { fields, unsaid } = delegates
    const form = this.#form
    const optional = (name: 'phone' | 'post' | 'workplace') =>
      textField(form, name, { label: fields[name], isOptional: true, maxLength: 300 })
    return html`<fieldset class="columns">
      <legend class="visually-hidden">${replacement.newcomer}</legend>
      ${textField(form, 'name', { label: fields.name, maxLength: 300 })}
      ${selectField(form, 'sex', {
        ...{ label: fields.sex, isOptional: true, emptyWord: unsaid },
        choices: sexes.map((sex) => [sex, delegates.sexes[sex]]),
      })}
      ${numberField(form, 'birthYear', { label: fields.birthYear, isOptional: true })} ${optional('phone')}
      ${optional('post')} ${optional('workplace')}
    </fieldset>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { errors, replacement } = words()
    const { alternateId, name, reason } = this.#form.values
    const isNew = alternateId === null
    const { required } = errors.rules
    const missing = {
      ...(isNew && name.trim() === '' ? { name: required } : {}),
      ...(reason.trim() === '' ? { reason: required } : {}),
    }
    if (!this.#form.refuse(missing)) return
    const { delegate } = this
    let comes = ''
    const isSaved = await this.#form.submit(async (values) => {
      comes = (await this.replace(delegate.id, this.#replacement(values))).name
    })
    if (!isSaved) return
    tellDone(replacement.done(delegate.name, comes))
    this.tell('delegate-replaced')
  }

  #replacement({ alternateId, reason, takesPlace, takesRoles, ...newcomer }: typeof empty): Replacement {
    return {
      ...{ alternateId, reason: reason.trim(), takesPlace, takesRoles, version: this.delegate.version },
      newcomer: alternateId === null ? newcomer : null,
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replace-dialog': ReplaceDialog
  }
}
