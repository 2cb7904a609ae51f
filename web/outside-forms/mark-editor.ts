import { html, nothing } from 'lit'
import { isMatch } from '../../server/format/search.ts'
import type { FormField } from '../../server/outside-forms/schema.ts'
import { language, words } from '../words/words.ts'

interface Marking {
  /** The cell or paragraph, as faults name it. */
  place: string
  /** What it says now. */
  said: string
  fields: readonly FormField[]
  search: string
  onSearch: (text: string) => void
  onText: (text: string) => void
  onField: (name: string) => void
  onRestore: () => void
  onClose: () => void
}

/** What a cell or paragraph is filled with: its text, and the fields that may be put into it. */
export const markEditor = (marking: Marking) => {
  const text = words().outsideForms
  const { place, said, fields, search, onSearch, onText, onRestore, onClose } = marking
  const found = fields.filter(({ name, labels }) => isMatch(`${name} ${labels.vi} ${labels.en}`, search))
  return html`<aside class="editor stack">
    <strong>${place}</strong>
    <label
      ><span class="label">${text.text}</span>
      <textarea
        class="input"
        rows="2"
        maxlength="2000"
        .value=${said}
        @change=${(event: Event) => onText((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    <input
      class="input"
      type="search"
      aria-label=${text.search}
      placeholder=${text.search}
      .value=${search}
      @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
    />
    <div class="fields">
      ${fieldButtons(
        marking,
        text.ofRow,
        found.filter(({ isOfRow }) => isOfRow),
      )}
      ${fieldButtons(
        marking,
        text.ofAll,
        found.filter(({ isOfRow }) => !isOfRow),
      )}
    </div>
    <div class="row">
      <button class="button small" @click=${onRestore}>${text.restore}</button>
      <button class="button small" @click=${onClose}>${text.close}</button>
    </div>
  </aside>`
}

const fieldButtons = ({ onField }: Marking, heading: string, fields: readonly FormField[]) =>
  fields.length === 0
    ? nothing
    : html`<p class="label">${heading}</p>
        ${fields.map(
          ({ name, labels }) =>
            html`<button class="button small" @click=${() => onField(name)}>${labels[language()]}</button>`,
        )}`
