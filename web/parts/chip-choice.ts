import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/** One chip; `count` is how many records it stands for. */
export interface ChipOption {
  value: string
  word: string
  count: number
}

/** Chips shown at first, on a phone fewer; the rest on demand. */
const fewest = () => (matchMedia('(max-width: 700px)').matches ? 6 : 16)

/**
 * Several of a list as chips that are ticked: `<chip-choice label="Loại đơn vị" .options=${[…]} .chosen=${['xã']}
 * @chosen-changed=${({ detail }) => …}>`. A chip that stands for nothing cannot be ticked.
 */
@customElement('chip-choice')
export class ChipChoice extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      legend {
        padding: 0;
      }
      .list {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        margin-block-start: var(--space-half);
      }
      .chip {
        position: relative;
        white-space: normal;
      }
      .chip:has(:disabled) {
        border-style: dashed;
        cursor: default;
      }
      .chip:has(:focus-visible) {
        outline: 2px solid var(--blue);
        outline-offset: 2px;
      }
      .chip input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) options: readonly ChipOption[] = []
  @property({ attribute: false }) chosen: readonly string[] = []
  @state() private isWhole = false

  override render() {
    const limit = this.isWhole ? this.options.length : fewest()
    const shown = this.options.filter(({ value }, index) => index < limit || this.chosen.includes(value))
    const rest = this.options.length - shown.length
    if (this.options.length === 0) return nothing
    return html`
      <fieldset>
        <legend class="label">${this.label}</legend>
        <div class="list">
          ${shown.map((option) => this.#chip(option))}
          ${
            rest > 0
              ? html`<button class="link-button small" type="button" @click=${() => (this.isWhole = true)}>
                  ${words().parts.table.more(rest)}
                </button>`
              : nothing
          }
        </div>
      </fieldset>
    `
  }

  #chip({ value, word, count }: ChipOption) {
    const isOn = this.chosen.includes(value)
    return html`
      <label class="chip ${isOn ? 'on' : ''}">
        <input
          type="checkbox"
          .checked=${live(isOn)}
          ?disabled=${count === 0 && !isOn}
          @change=${() => this.#toggle(value)}
        />
        ${isOn ? icon('check') : nothing} ${word} <span class="figures">${count}</span>
      </label>
    `
  }

  #toggle(value: string): void {
    const others = this.chosen.filter((each) => each !== value)
    this.tell('chosen-changed', others.length === this.chosen.length ? [...others, value] : others)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chip-choice': ChipChoice
  }
}
