import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { nameOfRow } from '../../server/lists/rules.ts'
import type { CongressList, ListRowShown } from '../../server/lists/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translatedAll, words } from '../words/words.ts'
import { noMarks, type RowMarks } from './row-mark.ts'

/** Cards drawn at first; more on demand. */
const pageLength = 100

/**
 * A list on a phone: who it is, and what else stands in the row in one paragraph: `<list-cards .shown=${list} .found
 * writable>`. Tells `row-opened` with the row.
 */
@customElement('list-cards')
export class ListCards extends WordsElement {
  @property({ attribute: false }) shown!: CongressList
  @property({ attribute: false }) found: readonly ListRowShown[] = []
  @property({ attribute: false }) marks: RowMarks = noMarks
  @property({ type: Boolean }) writable = false
  @state() private count = pageLength

  static override styles = [
    ...controls,
    css`
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      li {
        display: flex;
        gap: var(--space);
        align-items: flex-start;
        padding: 0.625rem var(--space) 0.625rem 0.5rem;
      }
      .text {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .place {
        min-inline-size: 1.75rem;
        padding-block-start: 0.125rem;
        text-align: end;
      }
      strong {
        font-weight: 600;
      }
      .mark {
        font-style: italic;
      }
      .more {
        margin-block-start: var(--space);
      }
    `,
  ]

  override render() {
    const places = new Map(this.shown.rows.map(({ id }, at) => [id, at + 1]))
    const rest = this.found.length - this.count
    return html`
      <ul>
        ${this.found.slice(0, this.count).map((row) => this.#card(row, places.get(row.id) ?? 0))}
      </ul>
      ${
        rest > 0
          ? html`<button class="button more" @click=${() => (this.count += pageLength)}>
              ${words().parts.table.more(Math.min(rest, pageLength))}
            </button>`
          : nothing
      }
    `
  }

  #card(row: ListRowShown, place: number) {
    const { columns } = this.shown
    const { editOne } = words().lists
    const name = nameOfRow(columns, row.values)
    const mark = this.marks.get(row.id)
    const others = columns
      .map((column) => translatedAll(row.values[column.name] ?? ''))
      .filter((text) => text !== '' && text !== name)
    return html`<li>
      <span class="place figures small muted">${place}</span>
      <div class="text">
        <strong class=${mark?.look === 'quiet' ? 'muted' : ''}>${name}</strong>
        ${mark === undefined ? nothing : html`<span class="mark small ${mark.look === 'quiet' ? 'muted' : 'amber'}">${mark.word}</span>`}
        <p class="small muted">${others.join(' · ')}</p>
      </div>
      ${
        this.writable
          ? html`<button
              class="button quiet icon-only"
              aria-label=${editOne(name)}
              title=${editOne(name)}
              @click=${() => this.tell('row-opened', row)}
            >
              ${icon('pencil')}
            </button>`
          : nothing
      }
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-cards': ListCards
  }
}
