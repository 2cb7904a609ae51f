import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Call, NewCall } from '../../server/calls/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { changeCall, createCall, listCallsWithUnit } from '../api/calls.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { phoneField, phoneLinks } from '../parts/phone.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { callNote, callStyles } from './call-note.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import '../words/rest.ts'

/**
 * The note of a call with a unit, to be written while one speaks: `<call-dialog .unit .congressId .congresses .call>`;
 * without a call a new one, with the earlier ones below it. Tells `call-saved` and `dialog-closed`.
 */
@customElement('call-dialog')
export class CallDialog extends WordsElement {
  @property({ attribute: false }) unit!: Pick<Unit, 'id' | 'name' | 'contactName' | 'contactPhone'>
  @property() congressId: string | null = null
  /** Congresses of the unit: [id, title]. */
  @property({ attribute: false }) congresses: readonly (readonly [string, string])[] = []
  @property({ attribute: false }) call: Call | null = null
  @state() private earlier: readonly Call[] = []
  readonly #form = new Form<Omit<NewCall, 'unitId'>>(this, emptyCall)

  static override styles = [
    ...controls,
    callStyles,
    css`
      .earlier {
        margin-block-start: var(--space-2);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { contactName, contactPhone } = this.unit
    this.#form.begin(
      this.call ?? { ...emptyCall, congressId: this.congressId, spokeWith: contactName, phone: contactPhone },
    )
    void this.#fetchEarlier()
  }

  /** Without them the note can be written all the same. */
  async #fetchEarlier(): Promise<void> {
    const all = await listCallsWithUnit(this.unit.id).catch(() => [])
    this.earlier = all.filter(({ id }) => id !== this.call?.id)
  }

  override render() {
    const { calls, common } = words()
    const { fields } = calls
    const form = this.#form
    return html`
      <modal-dialog
        heading=${this.call ? calls.edit : calls.headingWith(this.unit.name)}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="call" @submit=${(event: SubmitEvent) => this.#save(event)}>
          ${this.unit.contactPhone === '' ? nothing : html`<p>${phoneLinks(this.unit.contactPhone)}</p>`}
          <div class="columns">
            ${textField(form, 'spokeWith', { label: fields.spokeWith, isOptional: true, maxLength: 200 })}
            ${phoneField(form, 'phone', fields.phone)}
          </div>
          ${areaField(form, 'said', { label: fields.said, maxLength: 2000 })}
          <div class="columns">
            ${dateField(form, 'callBackOn', { label: fields.callBackOn, help: fields.callBackHelp, isOptional: true })}
            ${
              this.congresses.length === 0
                ? nothing
                : selectField(form, 'congressId', {
                    label: fields.congressId,
                    choices: this.congresses,
                    emptyWord: calls.noCongress,
                  })
            }
          </div>
          <error-panel .error=${form.error}></error-panel>
        </form>
        ${
          this.earlier.length === 0
            ? nothing
            : html`<section class="earlier">
                <h3>${calls.before}</h3>
                <ul class="calls">
                  ${this.earlier.map((call) => html`<li>${callNote(call)}</li>`)}
                </ul>
              </section>`
        }
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="call" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { call, unit } = this
    const isSaved = await this.#form.submit(({ congressId, spokeWith, phone, said, callBackOn }) => {
      const body = { unitId: unit.id, congressId, spokeWith, phone, said, callBackOn }
      return call ? changeCall(call.id, { ...body, version: call.version }) : createCall(body)
    })
    if (!isSaved) return
    tellDone(words().calls.saved)
    this.tell('call-saved')
  }
}

const emptyCall: Omit<NewCall, 'unitId'> = { congressId: null, spokeWith: '', phone: '', said: '', callBackOn: null }
