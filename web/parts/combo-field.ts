import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import { spaceBelow } from './kept-free.ts'
import { searchBy } from './search.ts'

/** One entry of a long list; `detail` is said in grey beside it and searched too. */
export interface Choice {
  value: string
  label: string
  detail?: string
}

const maxShown = 60
/** CSS pixels: as high as the list gets, and as it gets below the field before it opens above. */
const [highest, enough] = [288, 240]
/** CSS pixels between field and list, and list and what is beyond. */
const gap = 4

/**
 * Chooses from a long list by typing, marks forgiven: `<combo-field label="…" .choices=${…} .value=${id} @value-changed>`;
 * `event.detail` is the value, null when emptied (`clearable`). With `multiple` use `.values`; `detail` is the list.
 * In a form prefer `comboField` of parts/field.ts.
 */
@customElement('combo-field')
export class ComboField extends WordsElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .box {
        position: relative;
        anchor-name: --box;
      }
      .input {
        padding-inline-end: 4rem;
      }
      .buttons {
        position: absolute;
        inset: 0 0.25rem 0 auto;
        display: flex;
        align-items: center;
      }
      .buttons .button {
        inline-size: 1.75rem;
        min-block-size: 1.75rem;
        padding: 0;
        color: var(--muted);
      }
      .list {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: var(--space-half);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
        overflow: auto;
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: var(--space);
        min-block-size: 2.125rem;
        padding: 0.25rem 0.5rem;
        border-radius: var(--radius-small);
        font-size: var(--size-dense);
        cursor: pointer;
      }
      [role='option'].active {
        background: var(--sunken);
        box-shadow: inset 3px 0 0 var(--red);
      }
      [aria-selected='true'] {
        font-weight: 600;
      }
      .detail {
        margin-inline-start: auto;
        font-weight: 400;
        text-align: end;
      }
      .list p {
        padding: 0.5rem;
      }
      .chosen {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        margin-block-end: var(--space-half);
      }
      .chosen .badge {
        padding-inline-end: 0.125rem;
        white-space: normal;
      }
      .chosen button {
        display: inline-flex;
        padding: 0.25rem;
        border: 0;
        border-radius: var(--radius-round);
        background: none;
        color: inherit;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        [role='option'],
        .chosen button {
          min-block-size: 2.75rem;
        }
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) choices: readonly Choice[] = []
  @property({ attribute: false }) value: string | null = null
  @property({ attribute: false }) values: readonly string[] = []
  @property({ type: Boolean }) multiple = false
  @property({ type: Boolean }) clearable = false
  @property({ type: Boolean }) disabled = false
  @property({ type: Boolean, reflect: true }) invalid = false
  /** Help or fault, read out with the field. */
  @property() note = ''
  @state() private text: string | null = null
  @state() private active = 0
  @query('input') private readonly input!: HTMLInputElement
  @query('.list') private readonly list!: HTMLElement

  get #isOpen(): boolean {
    return this.text !== null
  }

  get #chosenLabel(): string {
    return this.choices.find(({ value }) => value === this.value)?.label ?? ''
  }

  get #found(): Choice[] {
    return searchBy(this.choices, ({ label, detail = '' }) => `${label} ${detail}`, this.text ?? '')
  }

  #open(): void {
    if (this.#isOpen || this.disabled) return
    this.text = ''
    this.active = Math.max(0, this.multiple ? 0 : this.choices.findIndex(({ value }) => value === this.value))
    if (this.active >= maxShown) this.active = 0
  }

  #close(): void {
    this.text = null
  }

  #type(event: Event): void {
    this.text = (event.target as HTMLInputElement).value
    this.active = 0
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#isOpen) {
      event.preventDefault()
      event.stopPropagation()
      this.#close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!this.#isOpen) this.#open()
      else this.#move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && this.#isOpen) {
      event.preventDefault()
      this.#choose(this.#found[this.active])
    } else if (event.key === 'Backspace' && this.multiple && this.input.value === '') {
      this.#emit(this.values.slice(0, -1))
    }
  }

  #move(step: number): void {
    const count = Math.min(this.#found.length, maxShown)
    if (count > 0) this.active = (this.active + step + count) % count
  }

  #choose(choice: Choice | undefined): void {
    if (!choice) return
    const { value } = choice
    if (this.multiple) {
      const others = this.values.filter((other) => other !== value)
      this.#emit(others.length === this.values.length ? [...others, value] : others)
      this.text = ''
    } else {
      this.#emit(value)
      this.#close()
    }
    this.input.focus()
  }

  #emit(detail: string | null | readonly string[]): void {
    if (Array.isArray(detail)) this.values = detail as readonly string[]
    else this.value = detail as string | null
    this.tell('value-changed', detail)
  }

  protected override updated(): void {
    if (!this.#isOpen) return
    // Also when something was chosen: it is written above the field, which moves down.
    this.#place()
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }

  /**
   * Puts the list under the field, or above where there is more room. It lies in the top layer, over dialogs too, but
   * never over the buttons at their foot: with several choices it stays open while one goes on to press them.
   */
  #place(): void {
    if (!this.list.matches(':popover-open')) this.list.showPopover()
    const box = this.input.getBoundingClientRect()
    const [below, above] = [spaceBelow(box), box.top]
    const isAbove = below < enough && above > below
    const { style } = this.list
    style.setProperty('left', `${box.left}px`)
    style.setProperty('width', `${box.width}px`)
    style.setProperty('top', isAbove ? 'auto' : `${box.bottom + gap}px`)
    style.setProperty('bottom', isAbove ? `${innerHeight - box.top + gap}px` : 'auto')
    style.setProperty('max-height', `${Math.min(highest, (isAbove ? above : below) - 2 * gap)}px`)
  }

  override render() {
    const { combo } = words().parts
    const found = this.#isOpen ? this.#found : []
    const shown = found.slice(0, maxShown)
    return html`${this.multiple ? this.#chosenTemplate() : nothing}
      <div class="box">
        <input
          class="input"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-expanded=${this.#isOpen}
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${shown.length > 0 ? `choice-${this.active}` : nothing}
          aria-invalid=${this.invalid}
          aria-describedby="note"
          placeholder=${this.#isOpen && this.#chosenLabel !== '' ? this.#chosenLabel : combo.placeholder}
          ?disabled=${this.disabled}
          .value=${this.text ?? (this.multiple ? '' : this.#chosenLabel)}
          @input=${this.#type}
          @click=${this.#open}
          @keydown=${this.#press}
          @blur=${this.#close}
        />
        <span class="visually-hidden" id="note">${this.note}</span>
        <span class="buttons">${this.#clearTemplate()}${icon('chevron-down')}</span>
      </div>
      <div class="list" popover="manual" ?hidden=${!this.#isOpen}>
        <div id="list" role="listbox" aria-label=${this.label} ?hidden=${found.length === 0}>
          ${shown.map((choice, index) => this.#choiceTemplate(choice, index))}
        </div>
        ${this.#isOpen && found.length === 0 ? html`<p class="help">${combo.nothing}</p>` : nothing}
        ${found.length > maxShown ? html`<p class="help">${combo.more(found.length - maxShown)}</p>` : nothing}
      </div>
      <p class="visually-hidden" role="status">${this.#isOpen && found.length === 0 ? combo.nothing : ''}</p>`
  }

  #chosenTemplate() {
    const labels = new Map(this.choices.map(({ value, label }) => [value, label]))
    if (this.values.length === 0) return nothing
    return html`<ul class="chosen">
      ${this.values.map(
        (value) =>
          html`<li class="badge blue">
            ${labels.get(value) ?? '…'}
            <button
              type="button"
              aria-label="${words().common.remove}: ${labels.get(value) ?? ''}"
              @click=${() => this.#emit(this.values.filter((other) => other !== value))}
            >
              ${icon('x')}
            </button>
          </li>`,
      )}
    </ul>`
  }

  #clearTemplate() {
    if (!this.clearable || this.multiple || this.value === null || this.disabled) return nothing
    return html`<button
      type="button"
      class="button quiet icon-only"
      aria-label=${words().common.clear}
      @click=${() => this.#emit(null)}
    >
      ${icon('x')}
    </button>`
  }

  #choiceTemplate(choice: Choice, index: number) {
    const isChosen = this.multiple ? this.values.includes(choice.value) : this.value === choice.value
    return html`<div
      role="option"
      id="choice-${index}"
      class=${index === this.active ? 'active' : ''}
      aria-selected=${isChosen}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(choice)}
      @keydown=${this.#press}
    >
      ${isChosen ? icon('check') : nothing}<span>${choice.label}</span>
      ${choice.detail ? html`<span class="detail muted small">${choice.detail}</span>` : nothing}
    </div>`
  }
}
