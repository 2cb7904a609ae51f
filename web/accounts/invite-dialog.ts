import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LinkMade } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { invite } from '../api/accounts.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { dayOf } from './format.ts'
import { noRole, roleFields, type RoleChoice } from './role-fields.ts'
import '../parts/copy-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const nobody: { login: string; name: string } & RoleChoice = { login: '', name: '', ...noRole }

/** Invites a person by a one-time link: `<invite-dialog .units @invited @dialog-closed>`. */
@customElement('invite-dialog')
export class InviteDialog extends WordsElement {
  static override styles = [...controls]

  @property({ attribute: false }) units: Unit[] = []
  @state() private made: LinkMade | null = null
  readonly #form = new Form(this, nobody)

  async #send(event: Event): Promise<void> {
    event.preventDefault()
    const isSent = await this.#form.submit(async (values) => {
      this.made = await invite(values)
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
              ${roleFields(form, this.units)}
              <error-panel .error=${form.error}></error-panel>
            </form>`
          : html`<div class="form">
              <p>${text.passOn} ${text.expires(dayOf(this.made.expiresAt))}</p>
              <copy-field label=${text.link} value=${this.made.url}></copy-field>
            </div>`
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
}
