import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account, LinkMade } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { invite } from '../api/accounts.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { grantWords } from './format.ts'
import { chosenGrant, noRole, roleFaults, roleFields, type RoleChoice } from './role-fields.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './one-time-link.ts'

const nobody: { login: string; name: string } & RoleChoice = { login: '', name: '', ...noRole }

/** Invites a person by a one-time link: `<invite-dialog .units .accounts @invited @dialog-closed>`. */
@customElement('invite-dialog')
export class InviteDialog extends WordsElement {
  static override styles = [...controls]

  @property({ attribute: false }) units: Unit[] = []
  @property({ attribute: false }) accounts: readonly Account[] = []
  @state() private made: LinkMade | null = null
  readonly #form = new Form(this, nobody)

  async #send(event: Event): Promise<void> {
    event.preventDefault()
    if (!this.#form.refuse(roleFaults(this.#form.values))) return
    const isSent = await this.#form.submit(async ({ login, name, ...choice }) => {
      this.made = await invite({ login, name, ...chosenGrant(choice) })
    })
    if (isSent) this.tell('invited')
  }

  override render() {
    const { invite: text, fields } = words().accounts
    const { common } = words()
    const form = this.#form
    return html`<modal-dialog
      heading=${this.made === null ? text.heading : text.made(form.values.name)}
      ?guarded=${form.isChanged}
    >
      ${
        this.made === null
          ? html`<form class="form" id="invite" novalidate @submit=${this.#send}>
              ${textField(form, 'name', { label: fields.name, help: fields.nameHelp, maxLength: 120, autofocus: true })}
              ${textField(form, 'login', { label: fields.login, help: fields.loginHelp, maxLength: 120 })}
              ${this.#replacedTemplate()} ${roleFields(form, this.units)}
              <error-panel .error=${form.error}></error-panel>
            </form>`
          : html`<one-time-link .link=${this.made}></one-time-link>`
      }
      <div slot="actions" class="form-actions">
        ${
          this.made === null
            ? html`<button class="button" type="button" @click=${() => this.tell('dialog-closed')}>
                  ${common.cancel}
                </button>
                <button class="button primary" form="invite" aria-busy=${form.isSending}>${text.submit}</button>`
            : html`<button class="button primary" @click=${() => this.tell('dialog-closed')}>${common.close}</button>`
        }
      </div>
    </modal-dialog>`
  }

  /** What a new invitation to the same sign-in name takes the place of. */
  #replacedTemplate() {
    const login = this.#form.values.login.trim().toLowerCase()
    const invited = this.accounts.find((account) => account.login === login && !account.hasPassword)
    if (!invited) return nothing
    const sentence = words().accounts.invite.again(invited.name, invited.grants.map(grantWords).join('; '))
    return html`<p class="notice blue" role="status">${icon('info')}<span>${sentence}</span></p>`
  }
}
