import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import { copyText } from './clipboard.ts'

/** A text to take along, such as a one-time link: `<copy-field label="…" value="…">`. */
@customElement('copy-field')
export class CopyField extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .row {
        flex-wrap: nowrap;
      }
      .button {
        white-space: nowrap;
      }
      .input {
        background: var(--sunken);
        text-overflow: ellipsis;
      }
    `,
  ]

  @property() label = ''
  @property() value = ''
  @state() private isCopied = false
  @query('input') private readonly input!: HTMLInputElement

  async #copy(): Promise<void> {
    this.input.select()
    this.isCopied = await copyText(this.value)
  }

  override render() {
    const { common } = words()
    return html`<div class="field">
      <label for="text">${this.label}</label>
      <div class="row">
        <input class="input" id="text" readonly .value=${this.value} @focus=${() => this.input.select()} />
        <button class="button" @click=${this.#copy}>
          ${icon(this.isCopied ? 'check' : 'copy')}
          <span aria-live="polite">${this.isCopied ? common.copied : common.copy}</span>
        </button>
      </div>
    </div>`
  }
}
