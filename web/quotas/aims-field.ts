import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { aimFault, keyOfAim } from '../../server/quotas/rules.ts'
import { aimAttributes, mostAims, type Aim, type AimAttribute } from '../../server/quotas/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

const first: Aim = { attribute: 'women', value: '', op: 'at-least', amount: 30, isPercent: true }

/** What keeps aims from being saved, in a sentence; null = nothing does. */
export const sentenceOfAims = (aims: readonly Aim[]): string | null => {
  const { aim: text } = words().quotas
  for (const aim of aims) {
    const fault = aimFault(aim)
    if (fault?.field === 'amount') return text.tooMuch
    if (fault) return aim.attribute === 'age-under' ? text.ageWrong : text.nameMissing
  }
  return new Set(aims.map(keyOfAim)).size < aims.length ? text.twice : null
}

/** Aims to be edited: `<aims-field label="…" .aims=${[…]} @aims-changed=${({ detail }) => …}>`. */
@customElement('aims-field')
export class AimsField extends WordsElement {
  @property() label = ''
  @property() help = ''
  @property({ attribute: false }) aims: readonly Aim[] = []

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: grid;
        gap: var(--space);
      }
      legend {
        padding: 0;
      }
      .aim {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: end;
      }
      .aim label {
        display: grid;
        gap: var(--space-half);
        font-size: var(--size-small);
      }
      .what {
        flex: 1 1 9rem;
      }
      .value {
        flex: 1 1 7rem;
      }
      .amount {
        inline-size: 6rem;
      }
      .fault {
        margin: 0;
      }
    `,
  ]

  override render() {
    const { aim: text } = words().quotas
    const fault = sentenceOfAims(this.aims)
    return html`<fieldset>
      <legend class="label">${this.label}</legend>
      ${this.help === '' ? nothing : html`<p class="help">${this.help}</p>`}
      ${this.aims.map((aim, at) => this.#aim(aim, at))}
      ${fault === null ? nothing : html`<p class="fault">${icon('circle-alert')}<span>${fault}</span></p>`}
      <div>
        <button
          class="button small"
          type="button"
          ?disabled=${this.aims.length >= mostAims}
          @click=${() => this.#put([...this.aims, first])}
        >
          ${icon('plus')} ${text.add}
        </button>
      </div>
    </fieldset>`
  }

  #aim(aim: Aim, at: number) {
    const { aim: text } = words().quotas
    const { attribute } = aim
    const isNamed = attribute === 'group' || attribute === 'title' || attribute === 'age-under'
    const set = (change: Partial<Aim>) =>
      this.#put(this.aims.map((each, place) => (place === at ? { ...each, ...change } : each)))
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value
    return html`<div class="aim" role="group" aria-label=${`${this.label} ${String(at + 1)}`}>
      <label>
        ${text.op}
        <select class="input" @change=${(event: Event) => set({ op: chosen(event) as Aim['op'] })}>
          ${(['at-least', 'at-most'] as const).map(
            (op) => html`<option value=${op} ?selected=${op === aim.op}>${text.ops[op]}</option>`,
          )}
        </select>
      </label>
      <label class="amount">
        ${text.amount}
        <input
          class="input"
          type="number"
          min="0"
          max=${aim.isPercent ? '100' : '100000'}
          .value=${String(aim.amount)}
          @input=${(event: Event) => set({ amount: Math.max(0, Math.floor(Number((event.target as HTMLInputElement).value))) })}
        />
      </label>
      <label>
        ${text.unit}
        <select class="input" @change=${(event: Event) => set({ isPercent: chosen(event) === 'percent' })}>
          <option value="percent" ?selected=${aim.isPercent}>${text.percent}</option>
          <option value="persons" ?selected=${!aim.isPercent}>${text.persons}</option>
        </select>
      </label>
      <label class="what">
        ${text.attribute}
        <select class="input" @change=${(event: Event) => set({ attribute: chosen(event) as AimAttribute, value: '' })}>
          ${aimAttributes.map(
            (each) => html`<option value=${each} ?selected=${each === attribute}>${text.attributes[each]}</option>`,
          )}
        </select>
      </label>
      ${
        isNamed
          ? html`<label class="value">
              ${attribute === 'age-under' ? text.years : text.value}
              <input
                class="input"
                maxlength="80"
                inputmode=${attribute === 'age-under' ? 'numeric' : 'text'}
                .value=${aim.value}
                @input=${(event: Event) => set({ value: (event.target as HTMLInputElement).value.trim() })}
              />
            </label>`
          : nothing
      }
      <button
        class="button quiet icon-only"
        type="button"
        aria-label=${text.remove}
        @click=${() => this.#put(this.aims.filter((_each, place) => place !== at))}
      >
        ${icon('trash-2')}
      </button>
    </div>`
  }

  #put(aims: readonly Aim[]): void {
    this.aims = aims
    this.tell('aims-changed', aims)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aims-field': AimsField
  }
}
