import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Form } from './form.ts'

/** One of a few things that the user must see side by side, each with what it means. */
export interface RadioChoice<V extends string> {
  value: V
  label: string
  help?: string
}

type KeysOf<T, V extends string> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T] & string

/** `${radioField(form, 'place', { label: …, choices: [{ value: 'unit', label: …, help: … }] })}`. */
export const radioField = <T extends object, V extends string>(
  form: Form<T>,
  name: KeysOf<T, V>,
  { label, choices }: { label: string; choices: readonly RadioChoice<V>[] },
): TemplateResult =>
  html`<fieldset class="field">
    <legend class="label">${label}</legend>
    ${choices.map(
      (choice) =>
        html`<label class="check">
          <input
            type="radio"
            name=${name}
            value=${choice.value}
            .checked=${live(form.values[name] === choice.value)}
            @change=${() => form.set(name, choice.value as unknown as T[typeof name])}
          />
          <span
            >${choice.label}${
              choice.help === undefined ? nothing : html`<br /><span class="help">${choice.help}</span>`
            }</span
          >
        </label>`,
    )}
  </fieldset>`
