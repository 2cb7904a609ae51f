import { css, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/**
 * A filter as a chip that opens a list of boxes: `<chip-filter name="Trạng thái" .choices=${[['held', 'Đã tổ chức']]}
 * .chosen=${['held']} @filter-changed=${({ detail }) => …}>`; nothing chosen = all.
 */
@customElement('chip-filter')
export class ChipFilter extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: inline-block;
      }
      .list {
        position: fixed;
        inset: auto;
        margin: 0;
        min-inline-size: 13rem;
        max-block-size: 22rem;
        padding: var(--space) var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
        overflow: auto;
      }
      .link-button {
        margin-block-start: var(--space);
        font-size: var(--size-small);
      }
    `,
  ]

  @property() name = ''
  @property({ attribute: false }) choices: readonly (readonly [string, string])[] = []
  @property({ attribute: false }) chosen: readonly string[] = []
  @query('.list') private readonly list!: HTMLElement
  @query('.chip') private readonly chip!: HTMLElement

  #place(event: ToggleEvent): void {
    if (event.newState !== 'open') return
    const box = this.chip.getBoundingClientRect()
    this.list.style.setProperty('top', `${box.bottom + 4}px`)
    this.list.style.setProperty('left', `${Math.max(8, Math.min(box.left, innerWidth - 240))}px`)
  }

  #toggle(value: string): void {
    const others = this.chosen.filter((other) => other !== value)
    // The order of the list, whatever the order of the clicks: the address stays the same.
    const wanted = others.length === this.chosen.length ? [...others, value] : others
    this.#emit(this.choices.map(([choice]) => choice).filter((choice) => wanted.includes(choice)))
  }

  #emit(chosen: readonly string[]): void {
    this.chosen = chosen
    this.tell('filter-changed', chosen)
  }

  override render() {
    const { chips } = words().parts
    const names = this.choices.flatMap(([value, word]) => (this.chosen.includes(value) ? [word] : []))
    const shown = names.length > 2 ? `${names.length}` : names.join(', ')
    return html`<button class="chip ${names.length > 0 ? 'on' : ''}" popovertarget="list">
        ${names.length === 0 ? chips.any(this.name) : chips.only(this.name, shown)} ${icon('chevron-down')}
      </button>
      <div class="list" id="list" popover @beforetoggle=${this.#place}>
        <fieldset>
          <legend class="visually-hidden">${this.name}</legend>
          ${this.choices.map(
            ([value, word]) =>
              html`<label class="check">
                <input type="checkbox" .checked=${this.chosen.includes(value)} @change=${() => this.#toggle(value)} />
                <span>${word}</span>
              </label>`,
          )}
        </fieldset>
        ${
          names.length === 0
            ? nothing
            : html`<button class="link-button" @click=${() => this.#emit([])}>${words().common.all}</button>`
        }
      </div>`
  }
}
