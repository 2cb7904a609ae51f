import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'

/**
 * A cell that can be written anew in its place: `<mend-cell .value=${text} label="Năm sinh, dòng 12">`. Tells `mended`
 * with the text.
 */
@customElement('mend-cell')
export class MendCell extends WordsElement {
  @property() value = ''
  @property() label = ''
  @state() private text: string | null = null
  @query('input') private readonly input!: HTMLInputElement | null

  static override styles = [
    ...controls,
    css`
      input {
        inline-size: min(14rem, 100%);
      }
    `,
  ]

  override render() {
    const { mend } = words().exchange
    if (this.text === null) {
      return html`<button class="link-button" aria-label=${`${mend}: ${this.label}`} @click=${() => void this.#open()}>
        ${mend}
      </button>`
    }
    return html`<input
      class="input"
      aria-label=${this.label}
      .value=${this.text}
      @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
      @blur=${() => this.#finish()}
    />`
  }

  async #open(): Promise<void> {
    this.text = this.value
    await this.updateComplete
    this.input?.select()
  }

  #pressed({ key }: KeyboardEvent): void {
    if (key === 'Enter') this.#finish()
    if (key === 'Escape') this.text = null
  }

  #finish(): void {
    const { text } = this
    this.text = null
    if (text !== null && text.trim() !== this.value) this.tell('mended', text.trim())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mend-cell': MendCell
  }
}
