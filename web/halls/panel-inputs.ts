import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

interface Input<Value> {
  id: string
  label: string
  value: Value
  put: (value: Value) => void
}

/** A line that takes effect when it is left. */
export const textInput = (
  { id, label, value, put }: Input<string>,
  { maxLength, placeholder = '' }: { maxLength: number; placeholder?: string },
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      class="input"
      id=${id}
      maxlength=${maxLength}
      placeholder=${placeholder}
      autocomplete="off"
      .value=${live(value)}
      @change=${({ target }: Event) => put((target as HTMLInputElement).value.trim())}
    />
  </div>`

/** A number that takes effect when it is left; what is none, or beyond the limits, falls back to what was there. */
export const numberInput = (
  { id, label, value, put }: Input<number>,
  { least, most }: { least: number; most: number },
): TemplateResult => {
  const take = ({ target }: Event) => {
    const input = target as HTMLInputElement
    const wanted = input.value.trim() === '' ? Number.NaN : Number(input.value)
    if (wanted >= least && wanted <= most) put(wanted)
    else input.value = String(value)
  }
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      class="input"
      id=${id}
      type="number"
      inputmode="numeric"
      min=${least}
      max=${most}
      autocomplete="off"
      .value=${live(String(value))}
      @change=${take}
    />
  </div>`
}

/** One of a list; `value` null = the parts differ, worded by `several`. */
export const choiceInput = <Value extends string>(
  { id, label, value, put }: Input<Value | null>,
  choices: readonly (readonly [Value, string])[],
  several: string,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      class="input"
      id=${id}
      @change=${({ target }: Event) => {
        const chosen = choices[(target as HTMLSelectElement).selectedIndex - (value === null ? 1 : 0)]
        if (chosen) put(chosen[0])
      }}
    >
      ${value === null ? html`<option selected>${several}</option>` : ''}
      ${choices.map(([choice, word]) => html`<option value=${choice} ?selected=${choice === value}>${word}</option>`)}
    </select>
  </div>`

/** On, off, or with `null` both among the parts. */
export const tickInput = ({ id, label, value, put }: Input<boolean | null>): TemplateResult =>
  html`<label class="check">
    <input
      type="checkbox"
      id=${id}
      .checked=${live(value === true)}
      .indeterminate=${live(value === null)}
      @change=${({ target }: Event) => put((target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`

/** The one value that all have; null = they differ, or there are none. */
export const shared = <Part, Value>(parts: readonly Part[], of: (part: Part) => Value): Value | null => {
  const [first] = parts
  if (first === undefined) return null
  const value = of(first)
  return parts.every((part) => of(part) === value) ? value : null
}
