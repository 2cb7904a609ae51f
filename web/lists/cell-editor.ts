import { html } from 'lit'
import { longestValue, type ListColumnShown } from '../../server/lists/schema.ts'
import { language } from '../words/words.ts'

/** What a cell is edited in: the choices of its column, or a line. */
export const cellEditor = (
  { labels, choices }: ListColumnShown,
  text: string,
  { typed, left }: { typed: (draft: string) => void; left: () => void },
) => {
  if (choices.length > 0) {
    // What stands there already may stay, though it is no choice any more.
    const all = [...new Set(['', ...choices, text])]
    return html`<select
      class="input"
      aria-label=${labels[language()]}
      @change=${(event: Event) => {
        typed((event.target as HTMLSelectElement).value)
      }}
      @blur=${left}
    >
      ${all.map((choice) => html`<option value=${choice} ?selected=${choice === text}>${choice}</option>`)}
    </select>`
  }
  return html`<input
    class="input"
    aria-label=${labels[language()]}
    maxlength=${longestValue}
    autocomplete="off"
    .value=${text}
    @input=${(event: Event) => {
      typed((event.target as HTMLInputElement).value)
    }}
    @blur=${left}
  />`
}
