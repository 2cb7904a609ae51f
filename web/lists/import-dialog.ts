import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CongressList, ListPreview } from '../../server/lists/schema.ts'
import { importList, previewListImport, type ListPlace } from '../api/lists.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../exchange/import-rows.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import '../parts/progress-line.ts'

/** Names of rows that would go, before the others are only counted. */
const namedAtMost = 5

/**
 * A table for a list, from pasted cells or a file, over a dry run to exactly what was seen: `<list-import .place
 * .shown=${list} .file=${null}>`. Tells `list-imported` and `form-closed`.
 */
@customElement('list-import')
export class ListImport extends WordsElement {
  @property({ attribute: false }) place!: ListPlace
  @property({ attribute: false }) shown!: CongressList
  /** What was pasted already. */
  @property({ attribute: false }) file: File | null = null
  @state() private preview: ListPreview | null = null
  @state() private error: unknown = null
  @state() private isWorking = false
  @state() private isImporting = false
  @state() private isWhole = false
  @state() private isNothingPasted = false
  @state() private isChangedMeanwhile = false
  @query('details') private readonly details!: HTMLDetailsElement
  @query('textarea') private readonly cells!: HTMLTextAreaElement
  @query('input[type="file"]') private readonly input!: HTMLInputElement
  #columns: readonly (string | null)[] | null = null
  /** The table of the dry run keeps its filter and page in the address. */
  readonly #view = new ViewState(this, { show: '', page: '1' })

  static override styles = [
    ...controls,
    css`
      .stack,
      fieldset {
        min-inline-size: 0;
      }
      textarea.input {
        min-block-size: 11rem;
        font-family: var(--font-figures);
        white-space: pre;
      }
      .mapped {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: var(--space) var(--space-2);
        margin-block-start: var(--space);
      }
      .mapped span {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      summary {
        inline-size: fit-content;
        min-block-size: 24px;
        color: var(--blue);
        font-weight: 500;
        cursor: pointer;
      }
      .source {
        overflow-wrap: anywhere;
      }
      .promise {
        flex: 1 1 14rem;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.file) void this.#read(this.file)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#view.set({ show: '', page: '1' })
  }

  override render() {
    const { lists } = words()
    const { preview } = this
    return html`
      <modal-dialog
        wide
        heading=${lists.import.heading(this.shown.titles[language()])}
        ?guarded=${preview !== null && countOf(preview) > 0}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <div class="stack">
          ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
          ${this.isWorking ? html`<progress-line label=${this.isImporting ? lists.import.importing : lists.import.reading}></progress-line>` : nothing}
          ${preview ? this.#dryRun(preview) : this.#start()}
        </div>
        <div slot="actions">${preview ? this.#actions(preview) : this.#startActions()}</div>
      </modal-dialog>
    `
  }

  #start() {
    const text = words().lists.import
    return html`
      <div class="row">
        <button class="button" type="button" @click=${() => this.input.click()}>${icon('upload')} ${text.file}</button>
        <span class="help">${text.accepted}</span>
        <input
          type="file"
          hidden
          aria-label=${text.file}
          accept=".xlsx,.csv,.tsv,.txt,.xls,.ods"
          @change=${() => this.#choose()}
        />
      </div>
      <div class="field">
        <label for="cells">${text.paste}</label>
        <textarea
          class="input"
          id="cells"
          spellcheck="false"
          aria-invalid=${this.isNothingPasted ? 'true' : 'false'}
          aria-describedby="cells-note"
          @input=${() => (this.isNothingPasted = false)}
        ></textarea>
        <div id="cells-note">
          ${
            this.isNothingPasted
              ? html`<p class="fault">${icon('circle-alert')} <span>${text.nothingPasted}</span></p>`
              : nothing
          }
        </div>
      </div>
    `
  }

  #startActions() {
    const { lists, common } = words()
    return html`
      <button class="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
      <button class="button primary" aria-busy=${this.isWorking} @click=${() => this.#readPasted()}>
        ${lists.import.read}
      </button>
    `
  }

  #dryRun(preview: ListPreview) {
    const text = words().lists.import
    const { rows, fileName, headerRow, columns } = preview
    return html`
      ${
        this.isChangedMeanwhile
          ? html`<p class="notice amber" role="alert">${icon('triangle-alert')} ${text.changedMeanwhile}</p>`
          : nothing
      }
      <p class="source">${icon('file-spreadsheet')} ${text.source(rows.length, fileName, headerRow)}</p>
      ${this.#leftOut(preview)} ${this.#others(preview)}
      <details ?open=${headerRow === null || columns.every(({ field }) => field === null)}>
        <summary>${text.columns}</summary>
        <div class="mapped">${columns.map((column, at) => this.#column(column, at))}</div>
      </details>
      <import-rows .preview=${preview} .nameOf=${(field: string) => this.#nameOf(field)}></import-rows>
    `
  }

  /** Columns that nothing is taken from: nobody is to find out later. */
  #leftOut({ columns }: ListPreview) {
    const text = words().lists.import
    const left = columns.filter(isLeftOut)
    if (left.length === 0) return nothing
    return html`<div class="notice amber">
      ${icon('triangle-alert')}
      <span>${text.leftOut(left.length, left.map(({ heading }) => heading).join(' · '))}</span>
      <button class="button small" type="button" @click=${() => this.#chooseColumns()}>${text.chooseColumns}</button>
    </div>`
  }

  /** Opens the choice at the first column that is left out. */
  #chooseColumns(): void {
    this.details.open = true
    const first = this.preview?.columns.findIndex(isLeftOut) ?? 0
    this.details.querySelectorAll('select')[first]?.focus()
  }

  /** What becomes of the rows that the table does not have; nothing is asked while the list is empty. */
  #others({ removed }: ListPreview) {
    const text = words().lists.import
    if (this.shown.rows.length === 0) return nothing
    const named = removed.slice(0, namedAtMost).join(', ')
    const rest = removed.length - namedAtMost
    return html`
      <fieldset>
        <legend class="label">${text.others}</legend>
        ${[false, true].map(
          (isWhole) =>
            html`<label class="check">
              <input
                type="radio"
                name="others"
                .checked=${this.isWhole === isWhole}
                @change=${() => this.#take({ isWhole })}
              />
              <span>${isWhole ? text.go : text.stay}</span>
            </label>`,
        )}
      </fieldset>
      ${
        removed.length === 0
          ? nothing
          : html`<p class="notice amber">
              ${icon('triangle-alert')}
              <span>${text.removed(removed.length, named)}${rest > 0 ? ` ${text.andMore(rest)}` : ''}</span>
            </p>`
      }
    `
  }

  #column({ letter, heading, field, sample }: ListPreview['columns'][number], at: number) {
    const text = words().lists.import
    const taken = new Set(this.preview?.columns.flatMap((column) => column.field ?? []))
    return html`
      <label class="field">
        <span class="small muted">${text.columnOf(letter, heading, sample)}</span>
        <select class="input" @change=${(event: Event) => this.#map(at, (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${field === null}>${text.skip}</option>
          ${this.shown.columns.map(
            ({ name, labels }) =>
              html`<option value=${name} ?selected=${field === name} ?disabled=${field !== name && taken.has(name)}>
                ${labels[language()]}
              </option>`,
          )}
        </select>
      </label>
    `
  }

  #actions(preview: ListPreview) {
    const text = words().lists.import
    const count = countOf(preview)
    const { error } = preview.totals
    return html`
      <p class="small muted promise">
        ${icon('info')} ${count === 0 ? text.nothing : text.promise} ${error > 0 ? text.skipped(error) : nothing}
      </p>
      <button class="button" @click=${() => this.#restart()}>${text.again}</button>
      <button
        class="button primary"
        ?disabled=${this.isWorking || (count === 0 && !this.isWhole)}
        aria-busy=${this.isWorking}
        @click=${() => this.#confirm(preview)}
      >
        ${text.confirm(count)}
      </button>
    `
  }

  #nameOf(field: string): string {
    return this.shown.columns.find(({ name }) => name === field)?.labels[language()] ?? field
  }

  #readPasted(): void {
    const text = this.cells.value
    this.isNothingPasted = text.trim() === ''
    if (!this.isNothingPasted) void this.#read(fileOfCells(text))
  }

  #choose(): void {
    const [file] = this.input.files ?? []
    if (file) void this.#read(file)
    // The same file can be chosen again after it was mended.
    this.input.value = ''
  }

  async #read(file: File): Promise<void> {
    this.file = file
    this.isWorking = true
    this.error = null
    try {
      this.preview = await previewListImport(this.place, this.#table(file))
    } catch (error) {
      this.error = error
    } finally {
      this.isWorking = false
    }
  }

  #table(file: File) {
    return { file, columns: this.#columns, isWhole: this.isWhole }
  }

  #take({ isWhole }: { isWhole: boolean }): void {
    this.isWhole = isWhole
    if (this.file) void this.#read(this.file)
  }

  #map(at: number, name: string): void {
    const columns = this.preview?.columns.map(({ field }) => field) ?? []
    this.#columns = columns.map((field, place) => (place === at ? name || null : field))
    if (this.file) void this.#read(this.file)
  }

  #restart(): void {
    this.preview = null
    this.file = null
    this.error = null
    this.#columns = null
    this.isChangedMeanwhile = false
  }

  async #confirm({ digest }: ListPreview): Promise<void> {
    const { file } = this
    if (!file) return
    this.isWorking = true
    this.isImporting = true
    this.error = null
    this.isChangedMeanwhile = false
    try {
      const { created, changed, removed } = await importList(this.place, this.#table(file), digest)
      tellDone(words().lists.import.done(created, changed, removed))
      this.tell('list-imported')
    } catch (error) {
      this.isImporting = false
      const isChanged = error instanceof ApiError && error.code === 'import-changed'
      if (isChanged) await this.#read(file)
      else this.error = error
      this.isChangedMeanwhile = isChanged
    } finally {
      this.isWorking = false
      this.isImporting = false
    }
  }
}

/** Something stands in the column, and it goes nowhere. */
const isLeftOut = ({ heading, field, sample }: ListPreview['columns'][number]): boolean =>
  heading !== '' && sample !== '' && field === null

/** Rows that would be new, changed or gone. */
const countOf = ({ totals, removed }: ListPreview): number => totals.new + totals.changed + removed.length

/** Pasted cells as a file, which is read as any other. */
export const fileOfCells = (text: string): File =>
  new File([text], `${words().lists.import.pastedName}.tsv`, { type: 'text/tab-separated-values' })

declare global {
  interface HTMLElementTagNameMap {
    'list-import': ListImport
  }
}
