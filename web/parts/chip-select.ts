import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../style/icons.ts'

/** One of a short list, as a quiet chip: coloured where something other than `all` is chosen. Needs the `chips` sheet. */
export const chipSelect = (options: {
  label: string
  value: string
  /** The word for no choice, with the value ''; left out where something is always chosen. */
  all?: string
  choices: readonly (readonly [value: string, word: string])[]
  choose: (value: string) => void
}): TemplateResult => {
  const { label, value, all, choices, choose } = options
  return html`<span class="chip choice ${all !== undefined && value !== '' ? 'on' : ''}">
    <select
      aria-label=${label}
      title=${label}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${all === undefined ? nothing : html`<option value="" ?selected=${value === ''}>${all}</option>`}
      ${choices.map(([id, word]) => html`<option value=${id} ?selected=${value === id}>${word}</option>`)}
    </select>
    ${icon('chevron-down')}
  </span>`
}
