import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Call } from '../../server/calls/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { deleteCall, listCallsOfCongress, listCallsWithUnit } from '../api/calls.ts'
import { LiveController } from '../api/changes.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { callNote, callStyles } from './call-note.ts'
import './call-dialog.ts'

/**
 * The calls with a unit, newest first: `<call-list .unit ?writable>`; with `.congress` ({id, title}) those about it and
 * about nothing in particular.
 */
@customElement('call-list')
export class CallList extends WordsElement {
  @property({ attribute: false }) unit!: Pick<Unit, 'id' | 'name' | 'contactName' | 'contactPhone'>
  @property({ attribute: false }) congress: { id: string; title: string } | null = null
  @property({ type: Boolean }) writable = false
  @state() private calls: readonly Call[] = []
  /** The note whose form is open; `new` = one to be written. */
  @state() private edited: Call | 'new' | null = null

  constructor() {
    super()
    new LiveController(this, ['calls'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    callStyles,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space);
      }
      .note {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space);
      }
      .note > .row {
        align-self: start;
        flex-wrap: nowrap;
      }
      .note > div {
        display: grid;
        gap: var(--space-half);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const { congress, unit } = this
    this.calls = await (congress ? listCallsOfCongress(congress.id) : listCallsWithUnit(unit.id)).catch(() => [])
  }

  override render() {
    const { calls: text } = words()
    return html`
      <section class="card">
        <header>
          <h2>${text.heading}</h2>
          ${
            this.writable
              ? html`<button class="button small" @click=${() => (this.edited = 'new')}>
                  ${icon('phone')} ${text.add}
                </button>`
              : nothing
          }
        </header>
        ${
          this.calls.length === 0
            ? html`<p class="muted">${text.none}</p>`
            : html`<ul class="calls">
                ${this.calls.map((call) => html`<li class="note">${this.#note(call)}</li>`)}
              </ul>`
        }
      </section>
      ${this.edited === null ? nothing : this.#dialog(this.edited)}
    `
  }

  #note(call: Call) {
    const { common, calls: text } = words()
    return html`<div>${callNote(call)}</div>
      ${
        this.writable
          ? html`<span class="row">
              <button
                class="button quiet icon-only"
                aria-label=${common.edit}
                title=${common.edit}
                @click=${() => (this.edited = call)}
              >
                ${icon('pencil')}
              </button>
              <button
                class="button quiet icon-only"
                aria-label=${text.delete}
                title=${text.delete}
                @click=${() => this.#delete(call)}
              >
                ${icon('trash-2')}
              </button>
            </span>`
          : nothing
      }`
  }

  #dialog(edited: Call | 'new') {
    const { congress } = this
    const close = () => (this.edited = null)
    return html`<call-dialog
      .unit=${this.unit}
      .congressId=${congress?.id ?? null}
      .congresses=${congress ? [[congress.id, congress.title] as const] : []}
      .call=${edited === 'new' ? null : edited}
      @form-closed=${close}
      @call-saved=${() => {
        close()
        void this.#fetch()
      }}
    ></call-dialog>`
  }

  async #delete({ id, version }: Call): Promise<void> {
    await did(deleteCall(id, version), words().calls.deleted)
    await this.#fetch()
  }
}
