import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ImportColumn, ImportPreview } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { choiceWithColumn } from './import-choice.ts'
import { importFieldName } from './word-import.ts'

/** More are named among all columns. */
const mostNamed = 4

/**
 * Columns of the file that hold something and would not be imported, each with a click that imports it after all:
 * `<import-left-out .preview=${preview} @columns-changed=${…} @columns-wanted=${…}>`.
 */
@customElement('import-left-out')
export class ImportLeftOut extends WordsElement {
  @property({ attribute: false }) preview: ImportPreview | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .notice > div {
        flex: 1;
        min-inline-size: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space);
        align-items: center;
        min-block-size: 2.25rem;
      }
      li > span {
        overflow-wrap: anywhere;
      }
      .input {
        inline-size: auto;
        max-inline-size: 100%;
        min-block-size: 2rem;
        padding-block: 0.125rem;
        font-size: var(--size-dense);
      }
      @media (max-width: 700px) {
        li {
          padding-block: var(--space-half);
        }
        .button,
        .input {
          inline-size: 100%;
          min-block-size: var(--control);
        }
      }
    `,
  ]

  override render() {
    const { preview } = this
    if (!preview) return nothing
    const { leftOut } = words().exchange
    const found = preview.columns.flatMap((column, place) => (column.isLeftOut ? [{ column, place }] : []))
    const more = found.length - mostNamed
    return html`
      <section class="notice amber" aria-labelledby="left-out">
        ${icon('triangle-alert')}
        <div>
          <p id="left-out"><strong>${leftOut.heading(found.length)}</strong></p>
          <ul>
            ${found.slice(0, mostNamed).map(({ column, place }) => this.#column(preview, column, place))}
          </ul>
          ${
            more > 0
              ? html`<button class="link-button" @click=${() => this.tell('columns-wanted')}>
                  ${leftOut.others(more)}
                </button>`
              : nothing
          }
        </div>
      </section>
    `
  }

  #column(preview: ImportPreview, { letter, heading, sample, likely }: ImportColumn, place: number) {
    const { leftOut, columns } = words().exchange
    const title = heading === '' ? columns.untitled : `“${heading}”`
    const taken = new Set(preview.columns.map(({ field }) => field))
    const free = preview.fields.filter(({ name }) => !taken.has(name))
    const choose = (field: string) => this.tell('columns-changed', choiceWithColumn(preview, place, field))
    return html`
      <li>
        <span>${leftOut.column(title, letter, sample)}</span>
        ${
          likely === null
            ? nothing
            : html`<button class="button small" @click=${() => choose(likely)}>
                ${leftOut.importAs(importFieldName(preview.kind, likely))}
              </button>`
        }
        ${
          free.length === 0
            ? nothing
            : html`<select
                class="input"
                aria-label=${columns.fieldOf(letter, heading)}
                @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
              >
                <option value="">${likely === null ? leftOut.choose : leftOut.chooseOther}</option>
                ${free.map(({ name }) => html`<option value=${name}>${importFieldName(preview.kind, name)}</option>`)}
              </select>`
        }
      </li>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-left-out': ImportLeftOut
  }
}
