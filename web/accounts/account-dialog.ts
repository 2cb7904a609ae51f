import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account, Grant } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { changeAccount, grantRole, handOver, offerNewPassword, withdrawRole } from '../api/accounts.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { grantWords } from './format.ts'
import { noRole, roleFields } from './role-fields.ts'
import '../parts/copy-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** One account: its name, roles, hand-over, new password, lock: `<account-dialog .account .units @account-changed>`. */
@customElement('account-dialog')
export class AccountDialog extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .parts {
        display: grid;
        gap: var(--space-3);
      }
      .grant {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
        padding-block: var(--space-half);
      }
    `,
  ]

  @property({ attribute: false }) account!: Account
  @property({ attribute: false }) units: Unit[] = []
  /** The grant that is being handed over. */
  @state() private handed: Grant | null = null
  /** A link to pass on, with its label. */
  @state() private link: { label: string; url: string } | null = null
  readonly #name = new Form(this, { name: '' })
  readonly #grant = new Form(this, noRole)
  readonly #successor = new Form(this, { login: '', name: '' })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#name.begin({ name: this.account.name })
  }

  get #isMe(): boolean {
    return this.account.id === session.get().account?.id
  }

  async #rename(event: Event): Promise<void> {
    event.preventDefault()
    const { id, isDisabled, version } = this.account
    if (!(await this.#name.submit(({ name }) => changeAccount(id, { name, isDisabled, version })))) return
    this.#changed(words().common.saved)
  }

  async #give(event: Event): Promise<void> {
    event.preventDefault()
    if (!(await this.#grant.submit((choice) => grantRole(this.account.id, choice)))) return
    this.#grant.begin(noRole)
    this.#changed(words().accounts.account.granted)
  }

  async #withdraw(grant: Grant): Promise<void> {
    await did(withdrawRole(grant.id), words().accounts.account.withdrawn)
    this.tell('account-changed')
  }

  async #handOver(event: Event, grant: Grant): Promise<void> {
    event.preventDefault()
    const { account: text, invite } = words().accounts
    const { name } = this.#successor.values
    const isDone = await this.#successor.submit(async (successor) => {
      const { url } = await handOver(grant.id, successor)
      this.link = url === null ? null : { label: invite.made(name), url }
    })
    if (!isDone) return
    this.handed = null
    this.#successor.begin({ login: '', name: '' })
    this.#changed(text.handedOver(name))
  }

  async #offerPassword(): Promise<void> {
    const { account: text } = words().accounts
    const made = await did(offerNewPassword(this.account.id), text.newPasswordMade(this.account.name))
    if (made) this.link = { label: text.newPasswordMade(this.account.name), url: made.url }
  }

  async #lock(): Promise<void> {
    const { account: text } = words().accounts
    const { id, name, isDisabled, version } = this.account
    await did(changeAccount(id, { name, isDisabled: !isDisabled, version }), isDisabled ? text.enabled : text.disabled)
    this.tell('account-changed')
  }

  #changed(sentence: string): void {
    tellDone(sentence)
    this.tell('account-changed')
  }

  override render() {
    const { account: text } = words().accounts
    return html`<modal-dialog heading=${text.heading(this.account.name)} ?guarded=${this.#name.isChanged}>
      <div class="parts">
        ${
          this.link === null
            ? nothing
            : html`<div class="form" role="status">
                <p>${words().accounts.invite.passOn}</p>
                <copy-field label=${this.link.label} value=${this.link.url}></copy-field>
              </div>`
        }
        ${this.#nameTemplate()} ${this.#rolesTemplate()} ${this.#doorTemplate()}
      </div>
    </modal-dialog>`
  }

  #nameTemplate() {
    const { account: text, fields } = words().accounts
    return html`<form class="form" novalidate @submit=${this.#rename}>
      ${textField(this.#name, 'name', { label: fields.name, help: this.account.login, maxLength: 120 })}
      <error-panel .error=${this.#name.error}></error-panel>
      <div><button class="button" ?disabled=${!this.#name.isChanged}>${text.rename}</button></div>
    </form>`
  }

  #rolesTemplate() {
    const { account: text } = words().accounts
    const { grants } = this.account
    return html`<section class="stack">
      <h3>${text.roles}</h3>
      ${grants.length === 0 ? html`<p class="muted">${text.noRoles}</p>` : nothing}
      ${grants.map((grant) => this.#grantTemplate(grant))}
      ${this.handed === null ? nothing : this.#handOverTemplate(this.handed)}
      <form class="form" novalidate @submit=${this.#give}>
        ${roleFields(this.#grant, this.units)}
        <error-panel .error=${this.#grant.error}></error-panel>
        <div><button class="button" aria-busy=${this.#grant.isSending}>${icon('plus')} ${text.grant}</button></div>
      </form>
    </section>`
  }

  #grantTemplate(grant: Grant) {
    const { account: text } = words().accounts
    const name = grantWords(grant)
    return html`<div class="grant">
      <span>${name}</span>
      <span class="row">
        <button class="button small" aria-label=${text.handOverRole(name)} @click=${() => (this.handed = grant)}>
          ${text.handOver}
        </button>
        <button class="button small" aria-label=${text.withdrawRole(name)} @click=${() => this.#withdraw(grant)}>
          ${text.withdraw}
        </button>
      </span>
    </div>`
  }

  #handOverTemplate(grant: Grant) {
    const { account: text, fields } = words().accounts
    return html`<form class="form" novalidate @submit=${(event: Event) => this.#handOver(event, grant)}>
      <h4>${text.handOverHeading(grantWords(grant))}</h4>
      <p class="muted">${text.handOverSentence(this.account.name)}</p>
      <div class="columns">
        ${textField(this.#successor, 'name', { label: text.successor, maxLength: 120 })}
        ${textField(this.#successor, 'login', { label: fields.login, help: fields.loginHelp, maxLength: 120 })}
      </div>
      <error-panel .error=${this.#successor.error}></error-panel>
      <div class="row">
        <button class="button primary" aria-busy=${this.#successor.isSending}>${text.handOver}</button>
        <button class="button" type="button" @click=${() => (this.handed = null)}>${words().common.cancel}</button>
      </div>
    </form>`
  }

  #doorTemplate() {
    const { account: text } = words().accounts
    return html`<section class="stack">
      <div class="grant">
        <span class="help">${text.newPasswordHelp}</span>
        <button class="button" @click=${this.#offerPassword}>${icon('key-round')} ${text.newPassword}</button>
      </div>
      ${
        this.#isMe
          ? nothing
          : html`<div class="grant">
              <span class="help">${text.disableHelp}</span>
              <button class="button" @click=${this.#lock}>
                ${icon('lock')} ${this.account.isDisabled ? text.enable : text.disable}
              </button>
            </div>`
      }
    </section>`
  }
}
