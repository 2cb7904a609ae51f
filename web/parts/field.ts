import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import './combo-field.ts'
import type { Choice } from './combo-field.ts'
import './date-field.ts'
import type { Form } from './form.ts'

interface FieldOptions {
  label: string
  help?: string
  isOptional?: boolean
  isDisabled?: boolean
  /** A sentence of our own instead of the form's. */
  fault?: string
  type?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'time' | 'search'
  autocomplete?: AutoFill
  placeholder?: string
  maxLength?: number
  autofocus?: boolean
  /** Says, when the field is left, what is wrong with its text: then it is not sent. */
  check?: (text: string) => string | null
}

export type TextKeys<T> = { [K in keyof T]-?: T[K] extends string ? K : never }[keyof T] & string
type NumberKeys<T> = { [K in keyof T]-?: T[K] extends number | null ? K : never }[keyof T] & string
type NullableTextKeys<T> = { [K in keyof T]-?: T[K] extends string | null ? K : never }[keyof T] & string
type ListKeys<T> = { [K in keyof T]-?: T[K] extends readonly string[] ? K : never }[keyof T] & string
type BooleanKeys<T> = { [K in keyof T]-?: T[K] extends boolean ? K : never }[keyof T] & string

/** A line of text: `${textField(form, 'name', { label: … })}`. Draws label, help and fault; writes into the form. */
export const textField = <T extends object>(form: Form<T>, name: TextKeys<T>, options: FieldOptions): TemplateResult =>
  frame(
    form,
    name,
    options,
    inputOf(form, name, options, String(form.values[name] ?? ''), (text) => text),
  )

/** A whole number, or null when left empty. */
export const numberField = <T extends object>(
  form: Form<T>,
  name: NumberKeys<T>,
  options: FieldOptions,
): TemplateResult => {
  const value = form.values[name] as number | null
  const shown = inputOf(form, name, { ...options, type: 'number' }, value === null ? '' : String(value), (text) =>
    text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text),
  )
  return frame(form, name, options, shown)
}

/** Several lines of text. */
export const areaField = <T extends object>(form: Form<T>, name: TextKeys<T>, options: FieldOptions): TemplateResult =>
  frame(
    form,
    name,
    options,
    html`<textarea
      class="input"
      id=${name}
      name=${name}
      placeholder=${options.placeholder ?? nothing}
      maxlength=${options.maxLength ?? nothing}
      ?disabled=${options.isDisabled === true}
      aria-invalid=${faultOf(form, name, options) ? 'true' : 'false'}
      aria-describedby="${name}-note"
      .value=${live(String(form.values[name] ?? ''))}
      @input=${(event: Event) => put(form, name, (event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  )

/** One of a short list; `choices` are [value, word]. An empty value stands for null with `emptyWord`. */
export const selectField = <T extends object>(
  form: Form<T>,
  name: keyof T & string,
  options: FieldOptions & { choices: readonly (readonly [string, string])[]; emptyWord?: string },
): TemplateResult => {
  const value = String(form.values[name] ?? '')
  const change = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value
    put(form, name, chosen === '' && options.emptyWord !== undefined ? null : chosen)
  }
  return frame(
    form,
    name,
    options,
    html`<select
      class="input"
      id=${name}
      name=${name}
      ?disabled=${options.isDisabled === true}
      aria-invalid=${faultOf(form, name, options) ? 'true' : 'false'}
      aria-describedby="${name}-note"
      @change=${change}
    >
      ${
        options.emptyWord === undefined
          ? nothing
          : html`<option value="" ?selected=${value === ''}>${options.emptyWord}</option>`
      }
      ${options.choices.map(
        ([choice, word]) => html`<option value=${choice} ?selected=${value === choice}>${word}</option>`,
      )}
    </select>`,
  )
}

/** A day, or null when left empty. What is no date is marked at once and keeps the form from being sent. */
export const dateField = <T extends object>(
  form: Form<T>,
  name: NullableTextKeys<T>,
  options: FieldOptions,
): TemplateResult => {
  const fault = faultOf(form, name, options)
  return frame(
    form,
    name,
    options,
    html`<date-field
      id=${name}
      label=${options.label}
      note=${fault ?? options.help ?? ''}
      ?invalid=${fault !== undefined}
      ?disabled=${options.isDisabled === true}
      .value=${form.values[name] as string | null}
      @value-changed=${({ detail }: CustomEvent<string | null>) => put(form, name, detail)}
      @value-unreadable=${() => form.block(name, words().parts.date.wrong)}
    ></date-field>`,
  )
}

type ComboOptions = FieldOptions & { choices: readonly Choice[] }

/** One of a long list, found by typing. */
export const comboField = <T extends object>(
  form: Form<T>,
  name: NullableTextKeys<T>,
  options: ComboOptions,
): TemplateResult => {
  const value = (form.values[name] as string | null) || null
  return combo(form, name, { ...options, value, values: [], isMultiple: false })
}

/** Several of a long list, found by typing. */
export const multiComboField = <T extends object>(
  form: Form<T>,
  name: ListKeys<T>,
  options: ComboOptions,
): TemplateResult =>
  combo(form, name, { ...options, value: null, values: form.values[name] as readonly string[], isMultiple: true })

interface Chosen {
  value: string | null
  values: readonly string[]
  isMultiple: boolean
}

const combo = <T extends object>(
  form: Form<T>,
  name: keyof T & string,
  options: ComboOptions & Chosen,
): TemplateResult => {
  const fault = faultOf(form, name, options)
  return frame(
    form,
    name,
    options,
    html`<combo-field
      id=${name}
      label=${options.label}
      note=${fault ?? options.help ?? ''}
      ?multiple=${options.isMultiple}
      ?invalid=${fault !== undefined}
      ?disabled=${options.isDisabled === true}
      ?clearable=${options.isOptional === true}
      .choices=${options.choices}
      .value=${options.value}
      .values=${options.values}
      @value-changed=${({ detail }: CustomEvent<unknown>) => put(form, name, detail)}
    ></combo-field>`,
  )
}

/** Yes or no. */
export const checkField = <T extends object>(
  form: Form<T>,
  name: BooleanKeys<T>,
  options: Pick<FieldOptions, 'label' | 'help' | 'isDisabled'>,
): TemplateResult =>
  html`<div class="field">
    <label class="check">
      <input
        type="checkbox"
        name=${name}
        ?disabled=${options.isDisabled === true}
        .checked=${live(form.values[name] === true)}
        @change=${(event: Event) => put(form, name, (event.target as HTMLInputElement).checked)}
      />
      <span>${options.label}${options.help ? html`<br /><span class="help">${options.help}</span>` : nothing}</span>
    </label>
  </div>`

/** Label, control, help and fault of any control with the id `name` (date-field, combo-field …). */
export const frame = <T extends object>(
  form: Form<T>,
  name: string,
  options: FieldOptions,
  control: TemplateResult,
): TemplateResult => {
  const fault = faultOf(form, name, options)
  return html`<div class="field">
    <label for=${name}>
      ${options.label}
      ${options.isOptional ? html`<span class="optional">(${words().common.optional})</span>` : nothing}
    </label>
    ${control}
    <div id="${name}-note">
      ${fault ? html`<p class="fault">${icon('circle-alert')}<span>${fault}</span></p>` : nothing}
      ${options.help ? html`<p class="help">${options.help}</p>` : nothing}
    </div>
  </div>`
}

const inputOf = <T extends object>(
  form: Form<T>,
  name: keyof T & string,
  options: FieldOptions,
  value: string,
  read: (text: string) => unknown,
): TemplateResult => {
  const leave = ({ target }: Event) => {
    const sentence = options.check?.((target as HTMLInputElement).value) ?? null
    if (sentence !== null) form.block(name, sentence)
  }
  return html`<input
    class="input"
    id=${name}
    name=${name}
    type=${options.type ?? 'text'}
    inputmode=${options.type === 'number' ? 'numeric' : nothing}
    autocomplete=${options.autocomplete ?? 'off'}
    placeholder=${options.placeholder ?? nothing}
    maxlength=${options.maxLength ?? nothing}
    ?autofocus=${options.autofocus === true}
    ?disabled=${options.isDisabled === true}
    aria-invalid=${faultOf(form, name, options) ? 'true' : 'false'}
    aria-describedby="${name}-note"
    .value=${live(value)}
    @input=${(event: Event) => put(form, name, read((event.target as HTMLInputElement).value))}
    @change=${leave}
  />`
}

const faultOf = <T extends object>(form: Form<T>, name: string, options: FieldOptions): string | undefined =>
  options.fault ?? form.faults[name]

const put = <T extends object>(form: Form<T>, name: keyof T & string, value: unknown): void =>
  form.set(name, value as T[typeof name])
