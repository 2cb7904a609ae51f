import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { longestValue, type ListRowShown } from '../../server/lists/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { CellChange } from './cells.ts'

/** How a guest is introduced, as the column keeps it. */
const ways = ['Có mặt', 'Đại diện', 'Vắng'] as const
type Way = (typeof ways)[number]
const icons: Readonly<Record<Way, IconName>> = { 'Có mặt': 'check', 'Đại diện': 'user-round', Vắng: 'x' }

/** Who is introduced when a congress opens. */
export const isGuest = ({ values }: ListRowShown): boolean => values['class'] === 'Khách mời'

/**
 * Guests at the door, each ticked by one touch: `<guest-ticks .found=${rows} printPath writable>`. Tells `cells-changed`
 * with the changes.
 */
@customElement('guest-ticks')
export class GuestTicks extends WordsElement {
  @property({ attribute: false }) found: readonly ListRowShown[] = []
  @property() printPath = ''
  @property({ type: Boolean }) writable = false

  static override styles = [
    ...controls,
    css`
      .bar {
        position: sticky;
        inset-block-start: 0;
        z-index: 2;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
        padding-block: var(--space);
        background: var(--ground);
      }
      .bar .count {
        flex: 1;
        min-inline-size: 12rem;
      }
      ol {
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-half) var(--space);
        align-items: center;
        padding: 0.5rem var(--space);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .who {
        overflow-wrap: anywhere;
      }
      .ways {
        display: flex;
        gap: var(--space-half);
      }
      .ways button {
        min-block-size: 2.75rem;
      }
      .ways button[aria-pressed='true'] {
        border-color: var(--red);
        background: var(--red-soft);
        color: var(--red);
        font-weight: 600;
      }
      .by {
        grid-column: 1 / -1;
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .ways button {
          flex: 1;
        }
      }
    `,
  ]

  override render() {
    const { guests: text } = words().lists
    const guests = this.found.filter(isGuest)
    if (guests.length === 0) return html`<p class="muted">${text.none}</p>`
    const count = (way: string) => guests.filter(({ values }) => (values['introduced'] ?? '') === way).length
    const open = guests.filter(({ values }) => (values['introduced'] ?? '') === '')
    const isPrintable = count('Có mặt') + count('Đại diện') > 0
    return html`
      <div class="bar">
        <span class="count" aria-live="polite"
          >${text.counts(count('Có mặt'), count('Đại diện'), count('Vắng'), open.length)}</span
        >
        ${
          this.writable && open.length > 0
            ? html`<button class="button" @click=${() => this.#mark(open, 'Có mặt')}>${text.allPresent}</button>`
            : nothing
        }
        ${
          isPrintable
            ? html`<a class="button" href=${this.printPath} target="_blank">${icon('printer')} ${text.print}</a>`
            : nothing
        }
      </div>
      <ol aria-label=${text.heading}>
        ${guests.map((row) => this.#guest(row))}
      </ol>
    `
  }

  #guest(row: ListRowShown) {
    const { guests: text } = words().lists
    const { values } = row
    const name = [values['address'], values['name']].filter(Boolean).join(' ')
    const post = [values['post'], values['unit']].filter(Boolean).join(', ')
    const marked = values['introduced'] ?? ''
    return html`<li>
      <div class="who">
        <strong>${name}</strong>
        <div class="small muted">${post}</div>
      </div>
      <div class="ways" role="group" aria-label=${name}>
        ${ways.map(
          (way) =>
            html`<button
              class="button"
              aria-pressed=${marked === way}
              ?disabled=${!this.writable}
              @click=${() => this.#mark([row], marked === way ? '' : way)}
            >
              ${icon(icons[way])} ${text.ways[way]}
            </button>`,
        )}
      </div>
      ${
        marked === 'Đại diện'
          ? html`<input
              class="input by"
              aria-label=${text.representedBy(name)}
              placeholder=${text.representative}
              maxlength=${longestValue}
              ?disabled=${!this.writable}
              .value=${values['representative'] ?? ''}
              @change=${(event: Event) =>
                this.#tell([
                  { id: row.id, values: { representative: (event.target as HTMLInputElement).value.trim() } },
                ])}
            />`
          : nothing
      }
    </li>`
  }

  #mark(rows: readonly ListRowShown[], way: Way | ''): void {
    this.#tell(rows.map(({ id }) => ({ id, values: { introduced: way } })))
  }

  #tell(changes: readonly CellChange[]): void {
    this.tell('cells-changed', changes)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guest-ticks': GuestTicks
  }
}
