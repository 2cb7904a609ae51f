import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account, Grant, LinkMade, NewGrant } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { changeAccount, grantRole, handOver, offerLink, withdrawInvitation, withdrawRole } from '../api/accounts.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { dayOf, grantWords } from './format.ts'
import { choiceOf, chosenGrant, noRole, roleFaults, roleFields } from './role-fields.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './one-time-link.ts'

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
  /** The grant that is changed for another; `new` = one more is given. */
  @state() private given: Grant | 'new' | null = null
  /** A link to pass on, with its label. */
  @state() private made: { label: string; link: LinkMade } | null = null
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

  #openRole(given: Grant | 'new'): void {
    this.given = given
    this.handed = null
    this.#grant.begin(given === 'new' ? noRole : choiceOf(given))
    void this.#goTo('#role')
  }

  /** The new role is given before the former one is taken: nobody stands without any in between. */
  async #give(event: Event): Promise<void> {
    event.preventDefault()
    const former = this.given
    if (!this.#grant.refuse(roleFaults(this.#grant.values))) return
    const isGiven = await this.#grant.submit(async (choice) => {
      const { link } = await grantRole(this.account.id, chosenGrant(choice))
      this.#show(link, words().accounts.invite.made(this.account.name))
      // The same role at the same place is the former one itself, changed in what it may see.
      const isSame = former !== null && former !== 'new' && isSamePlace(former, chosenGrant(choice))
      if (former !== null && former !== 'new' && !isSame) await withdrawRole(former.id)
    })
    if (!isGiven) return this.tell('account-changed')
    this.given = null
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
      const { link } = await handOver(grant.id, successor)
      this.#show(link, invite.made(name))
    })
    if (!isDone) return
    this.handed = null
    this.#successor.begin({ login: '', name: '' })
    this.#changed(text.handedOver(name))
  }

  async #offerLink(): Promise<void> {
    const { account: text, invite } = words().accounts
    const { id, name, hasPassword } = this.account
    const label = hasPassword ? text.newPasswordMade(name) : invite.made(name)
    const made = await did(offerLink(id), label)
    if (made) this.#show(made, label)
    this.tell('account-changed')
  }

  async #withdrawInvitation(): Promise<void> {
    const { id, name } = this.account
    await did(withdrawInvitation(id), words().accounts.account.invitationWithdrawn(name))
    this.tell('account-changed')
  }

  #show(link: LinkMade | null, label: string): void {
    this.made = link && { label, link }
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
          this.made === null
            ? nothing
            : html`<one-time-link role="status" label=${this.made.label} .link=${this.made.link}></one-time-link>`
        }
        ${this.#nameTemplate()} ${this.#rolesTemplate()}
        ${this.account.hasPassword || this.account.isDisabled ? this.#doorTemplate() : this.#invitationTemplate()}
      </div>
    </modal-dialog>`
  }

  #openHandOver(grant: Grant): void {
    this.handed = grant
    this.given = null
    void this.#goTo('#hand-over')
  }

  /** Begins in the form that has just been opened. */
  async #goTo(form: string): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`${form} :is(select, input)`)?.focus()
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
      ${
        this.given === null
          ? html`<div>
              <button class="button" @click=${() => this.#openRole('new')}>${icon('plus')} ${text.grantMore}</button>
            </div>`
          : this.#roleTemplate(this.given)
      }
    </section>`
  }

  #roleTemplate(given: Grant | 'new') {
    const { account: text } = words().accounts
    return html`<form class="form" id="role" novalidate @submit=${this.#give}>
      <h4>${given === 'new' ? text.grantMore : text.changeHeading(grantWords(given))}</h4>
      ${roleFields(this.#grant, this.units)}
      <error-panel .error=${this.#grant.error}></error-panel>
      <div class="row">
        <button
          class="button primary"
          ?disabled=${given !== 'new' && !this.#grant.isChanged}
          aria-busy=${this.#grant.isSending}
        >
          ${text.grant}
        </button>
        <button class="button" type="button" @click=${() => (this.given = null)}>${words().common.cancel}</button>
      </div>
    </form>`
  }

  #grantTemplate(grant: Grant) {
    const { account: text } = words().accounts
    const name = grantWords(grant)
    return html`<div class="grant">
      <span>
        ${name}
        ${
          grant.maySeeSensitive
            ? html`<span class="badge slate">${icon('lock')} ${words().accounts.fields.sensitive}</span>`
            : nothing
        }
      </span>
      <span class="row">
        <button class="button small" aria-label=${text.changeRole(name)} @click=${() => this.#openRole(grant)}>
          ${text.change}
        </button>
        <button class="button small" aria-label=${text.handOverRole(name)} @click=${() => this.#openHandOver(grant)}>
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
    return html`<form class="form" id="hand-over" novalidate @submit=${(event: Event) => this.#handOver(event, grant)}>
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

  #invitationTemplate() {
    const { account: text } = words().accounts
    const { invitedUntil } = this.account
    return html`<section class="stack">
      <h3>${text.invitation}</h3>
      <div class="grant">
        <span class="help">${invitedUntil === null ? text.lapsed : text.invited(dayOf(invitedUntil))}</span>
        <button class="button" @click=${this.#offerLink}>${icon('link')} ${text.renew}</button>
      </div>
      <div class="grant">
        <span class="help">${text.withdrawInvitationHelp}</span>
        <button class="button danger" @click=${this.#withdrawInvitation}>
          ${icon('trash-2')} ${text.withdrawInvitation}
        </button>
      </div>
    </section>`
  }

  #doorTemplate() {
    const { account: text } = words().accounts
    return html`<section class="stack">
      <div class="grant">
        <span class="help">${text.newPasswordHelp}</span>
        <button class="button" @click=${this.#offerLink}>${icon('key-round')} ${text.newPassword}</button>
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

const isSamePlace = (one: NewGrant, other: NewGrant): boolean => one.role === other.role && one.unitId === other.unitId
