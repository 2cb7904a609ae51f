import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Share } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { endShare, shareUnit } from '../api/accounts.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { comboField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'

const nothingShared = { unitId: '', withUnitId: '' }

/** What units let others see, and a form to share more: `<share-list .shares .units @share-changed>`. */
@customElement('share-list')
export class ShareList extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        max-inline-size: 48rem;
      }
      li {
        display: flex;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
      }
    `,
  ]

  @property({ attribute: false }) shares: Share[] = []
  @property({ attribute: false }) units: Unit[] = []
  readonly #form = new Form(this, nothingShared)

  async #share(event: Event): Promise<void> {
    event.preventDefault()
    if (!(await this.#form.submit(shareUnit))) return
    this.#form.begin(nothingShared)
    tellDone(words().accounts.shares.added)
    this.tell('share-changed')
  }

  async #end(share: Share): Promise<void> {
    await did(endShare(share.id), words().accounts.shares.ended)
    this.tell('share-changed')
  }

  override render() {
    const { shares: text } = words().accounts
    const choices = unitChoices(this.units)
    return html`
      <p class="muted">${this.shares.length === 0 ? text.none : text.sentence}</p>
      <ul>
        ${this.shares.map(
          (share) =>
            html`<li>
              <span>${text.line(share.unitName, share.withUnitName)}</span>
              <button
                class="button small"
                aria-label=${text.endOf(share.unitName, share.withUnitName)}
                @click=${() => this.#end(share)}
              >
                ${text.end}
              </button>
            </li>`,
        )}
      </ul>
      <form class="form" novalidate @submit=${this.#share}>
        <div class="columns">
          ${comboField(this.#form, 'unitId', { label: text.unit, choices })}
          ${comboField(this.#form, 'withUnitId', { label: text.with, choices })}
        </div>
        <error-panel .error=${this.#form.error}></error-panel>
        <div><button class="button" aria-busy=${this.#form.isSending}>${icon('plus')} ${text.add}</button></div>
      </form>
    `
  }
}
