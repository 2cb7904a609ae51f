import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HonourCount, HonourKind } from '../../server/results/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { kindName } from './kind-name.ts'

/** How many were honoured, kind by kind: `<honour-counts .kinds .value @value-changed>`; `event.detail` is the new list. */
@customElement('honour-counts')
export class HonourCounts extends WordsElement {
  @property({ attribute: false }) kinds: readonly HonourKind[] = []
  @property({ attribute: false }) value: readonly HonourCount[] = []

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 6rem 6rem auto;
        gap: var(--space);
        margin-block-end: var(--space);
        align-items: end;
      }
      .line .input {
        min-inline-size: 0;
      }
      @media (max-width: 700px) {
        .line {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
        }
        .line > :first-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  override render() {
    const { honours: text } = words().results
    const isLeft = this.kinds.some(({ key }) => !this.value.some(({ kind }) => kind === key))
    return html`
      ${this.value.map((count, index) => this.#line(count, index))}
      ${
        isLeft
          ? html`<button class="button small" type="button" @click=${() => this.#add()}>
              ${icon('plus')} ${text.add}
            </button>`
          : nothing
      }
    `
  }

  #line(count: HonourCount, index: number) {
    const { honours: text } = words().results
    const taken = new Set(this.value.map(({ kind }) => kind))
    const kind = this.kinds.find(({ key }) => key === count.kind)
    const choices = this.kinds.filter(({ key }) => key === count.kind || !taken.has(key))
    return html`<div class="line" role="group" aria-label=${kind ? kindName(kind) : count.kind}>
      <label class="field">
        <span class="label">${text.kind}</span>
        <select
          class="input"
          @change=${(event: Event) => this.#choose(index, (event.target as HTMLSelectElement).value)}
        >
          ${choices.map((each) => html`<option value=${each.key} ?selected=${each.key === count.kind}>${kindName(each)}</option>`)}
        </select>
      </label>
      ${this.#number(index, 'collectives', kind?.receivers === 'individuals')}
      ${this.#number(index, 'individuals', kind?.receivers === 'collectives')}
      <button
        class="button quiet icon-only"
        type="button"
        aria-label=${text.remove}
        title=${text.remove}
        @click=${() => this.#put(this.value.filter((_each, at) => at !== index))}
      >
        ${icon('x')}
      </button>
    </div>`
  }

  #number(index: number, name: 'collectives' | 'individuals', isDisabled: boolean) {
    const value = this.value[index]?.[name] ?? 0
    return html`<label class="field">
      <span class="label">${words().results.honours[name]}</span>
      <input
        class="input tabular"
        type="number"
        min="0"
        inputmode="numeric"
        ?disabled=${isDisabled}
        .value=${value === 0 ? '' : String(value)}
        @input=${(event: Event) => this.#change(index, { [name]: readCount(event) })}
      />
    </label>`
  }

  #change(index: number, values: Partial<HonourCount>): void {
    this.#put(this.value.map((each, at) => (at === index ? { ...each, ...values } : each)))
  }

  /** Another kind keeps the numbers of those who may receive it. */
  #choose(index: number, kind: string): void {
    const receivers = this.kinds.find(({ key }) => key === kind)?.receivers
    this.#change(index, {
      kind,
      ...(receivers === 'individuals' ? { collectives: 0 } : {}),
      ...(receivers === 'collectives' ? { individuals: 0 } : {}),
    })
  }

  #add(): void {
    const free = this.kinds.find(({ key }) => !this.value.some(({ kind }) => kind === key))
    if (free) this.#put([...this.value, { kind: free.key, collectives: 0, individuals: 0 }])
  }

  #put(value: readonly HonourCount[]): void {
    this.value = value
    this.tell('value-changed', value)
  }
}

/** What stands in a field of numbers; nothing counts as none, and the server refuses what is no count. */
const readCount = (event: Event): number => {
  const { value } = event.target as HTMLInputElement
  return value.trim() === '' ? 0 : Number(value)
}
