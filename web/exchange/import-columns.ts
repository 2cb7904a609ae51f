import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { nameOrders, type ImportChoice, type ImportColumn, type ImportPreview } from '../../server/exchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { choiceWith, choiceWithColumn } from './import-choice.ts'
import { importFieldName } from './word-import.ts'

/**
 * Sheet, header row and what each column holds: `<import-columns .preview=${preview} @columns-changed=${…}>`; each
 * choice tells the whole `ImportChoice` at once, since the next preview shows what it does.
 */
@customElement('import-columns')
export class ImportColumns extends WordsElement {
  @property({ attribute: false }) preview: ImportPreview | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .source {
        display: flex;
        gap: var(--space-2);
      }
      .source .field {
        flex: 0 1 20rem;
      }
      .source {
        flex-wrap: wrap;
        align-items: end;
      }
      .source .field:last-of-type {
        flex: none;
        inline-size: 8rem;
      }
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space-2);
      }
      .box {
        max-block-size: 22rem;
        max-inline-size: 60rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: auto;
      }
      .table td {
        vertical-align: middle;
      }
      .table .input {
        max-inline-size: 20rem;
        min-block-size: 2rem;
        padding-block: 0.125rem;
      }
      .sample {
        overflow-wrap: anywhere;
      }
      .letter {
        inline-size: 4rem;
      }
      .guess {
        inline-size: 8rem;
      }
      @media (max-width: 700px) {
        .table thead {
          display: none;
        }
        .table tr {
          display: grid;
          grid-template-columns: 2rem minmax(0, 1fr) auto;
          align-items: center;
          padding: var(--space);
          border-block-end: 1px solid var(--line);
        }
        .table td {
          inline-size: auto;
          padding: 0.125rem 0.25rem;
          border: 0;
        }
        .table td.sample {
          grid-row: 2;
          grid-column: 2 / -1;
        }
        .table td.field {
          grid-row: 3;
          grid-column: 2 / -1;
        }
        .table .input {
          max-inline-size: none;
          min-block-size: var(--control);
        }
      }
    `,
  ]

  override render() {
    const { preview } = this
    if (!preview) return nothing
    const { columns } = words().exchange
    const taken = new Set(preview.columns.map(({ field }) => field))
    const missing = preview.fields.filter(({ name, isRequired }) => isRequired && !taken.has(name))
    return html`
      <div class="stack">
        ${this.#source(preview)} ${this.#names(preview)}
        ${
          missing.length === 0
            ? nothing
            : html`<p class="notice red" role="alert">
                ${icon('circle-alert')}
                ${columns.missing(missing.map(({ name }) => importFieldName(preview.kind, name)).join(', '))}
              </p>`
        }
        <div class="box" role="region" aria-label=${columns.heading} tabindex="0">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">${columns.letter}</th>
                <th scope="col">${columns.title}</th>
                <th scope="col">${columns.sample}</th>
                <th scope="col">${columns.field}</th>
                <th scope="col"><span class="visually-hidden">${columns.guessed}</span></th>
              </tr>
            </thead>
            <tbody>
              ${preview.columns.map((column, place) => this.#column(preview, column, place))}
            </tbody>
          </table>
        </div>
      </div>
    `
  }

  #source({ sheets, sheet, headerRow }: ImportPreview) {
    const { columns } = words().exchange
    return html`
      <div class="source">
        ${
          sheets.length < 2
            ? nothing
            : html`<div class="field">
                <label for="sheet">${columns.sheet}</label>
                <select
                  class="input"
                  id="sheet"
                  @change=${(event: Event) =>
                    this.#tell({ sheet: (event.target as HTMLSelectElement).value, columns: [] })}
                >
                  ${sheets.map((each) => html`<option value=${each} ?selected=${each === sheet}>${each}</option>`)}
                </select>
              </div>`
        }
        <div class="field">
          <label for="header-row">${columns.headerRow}</label>
          <input
            class="input"
            id="header-row"
            type="number"
            inputmode="numeric"
            min="1"
            ?disabled=${headerRow === 0}
            .value=${headerRow === 0 ? '' : String(headerRow)}
            @change=${(event: Event) => this.#changeHeader(event.target as HTMLInputElement)}
          />
        </div>
        <label class="check">
          <input
            type="checkbox"
            .checked=${headerRow === 0}
            @change=${() => this.#tell({ headerRow: headerRow === 0 ? 1 : 0, columns: [] })}
          />
          <span>${columns.noHeader}</span>
        </label>
      </div>
    `
  }

  /** How names in two columns become one; shown as it turns out. */
  #names(preview: ImportPreview) {
    if (preview.nameOrder === null) return nothing
    const { columns } = words().exchange
    const sampleOf = (wanted: string) => preview.columns.find(({ field }) => field === wanted)?.sample ?? ''
    const [family, given] = [sampleOf('lastName'), sampleOf('firstName')]
    const ways = { 'family-first': `${family} ${given}`, 'given-first': `${given} ${family}` } as const
    return html`<fieldset class="names">
      <legend class="label">${columns.names}</legend>
      ${nameOrders.map(
        (order) =>
          html`<label class="check">
            <input
              type="radio"
              name="names"
              .checked=${preview.nameOrder === order}
              @change=${() => this.#tell({ nameOrder: order, restored: preview.restored })}
            />
            <span>${columns.nameOrders[order]}: <strong>${ways[order]}</strong></span>
          </label>`,
      )}
    </fieldset>`
  }

  #column({ kind, fields }: ImportPreview, { letter, heading, field, isGuessed, sample }: ImportColumn, place: number) {
    const { columns } = words().exchange
    const choose = (event: Event) => this.#choose(place, (event.target as HTMLSelectElement).value || null)
    return html`
      <tr>
        <td class="letter muted">${letter}</td>
        <td>${heading === '' ? html`<span class="muted">${columns.untitled}</span>` : heading}</td>
        <td class="sample muted">${sample}</td>
        <td class="field">
          <select class="input" aria-label=${columns.fieldOf(letter, heading)} @change=${choose}>
            <option value="" ?selected=${field === null}>${columns.skip}</option>
            ${fields.map(
              ({ name, isRequired }) =>
                html`<option value=${name} ?selected=${name === field}>
                  ${importFieldName(kind, name)}${isRequired ? ` (${columns.required})` : ''}
                </option>`,
            )}
          </select>
        </td>
        <td class="guess">
          ${
            isGuessed && field !== null
              ? html`<span class="badge blue" title=${columns.guessedHelp}
                  >${icon('sparkles')} ${columns.guessed}</span
                >`
              : nothing
          }
        </td>
      </tr>
    `
  }

  #changeHeader(input: HTMLInputElement): void {
    const headerRow = Number(input.value)
    if (Number.isInteger(headerRow) && headerRow >= 1) this.#tell({ headerRow, columns: [] })
    else input.value = String(this.preview?.headerRow ?? 1)
  }

  #choose(place: number, field: string | null): void {
    if (this.preview) this.tell('columns-changed', choiceWithColumn(this.preview, place, field))
  }

  #tell(change: Partial<ImportChoice>): void {
    if (this.preview) this.tell('columns-changed', choiceWith(this.preview, change))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-columns': ImportColumns
  }
}
