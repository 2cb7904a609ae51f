import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { isMatch } from '../../server/format/search.ts'
import type { CongressList, ListRowShown, ListSummary } from '../../server/lists/schema.ts'
import { LiveController } from '../api/changes.ts'
import { paperPath } from '../api/documents.ts'
import * as api from '../api/lists.ts'
import { ApiError } from '../api/request.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { tabStyles } from '../parts/tabs.ts'
import { tellDone, tellError } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { openListImport } from '../exchange/handed-over.ts'
import { fileOfCells } from './import-dialog.ts'
import { inLanguage } from './in-language.ts'
import type { CellChange } from './cells.ts'
import { isGuest } from './guest-ticks.ts'
import { boardLink, listSelection, movedBy } from './list-selection.ts'
import { listsPageStyle } from './lists-page-style.ts'
import '../parts/empty-state.ts'
import './list-cards.ts'
import './list-grid.ts'
import './row-dialog.ts'

/** What is open over the page. */
type Open = { kind: 'row'; row: ListRowShown | null } | { kind: 'import'; file: File | null }

/** Changes that were refused because another had changed the row meanwhile. */
interface Refused {
  changes: readonly CellChange[]
  error: ApiError
}

/** /congresses/:id/lists — the lists that the congress's papers are printed from. */
@customElement('lists-page')
export class ListsPage extends CongressPage {
  protected readonly tab = 'lists'
  readonly #view = new ViewState(this, { list: 'delegates', q: '', as: '' })
  @state() private lists: readonly ListSummary[] | null = null
  @state() private shown: CongressList | null = null
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private open: Open | null = null
  @state() private refused: Refused | null = null
  @state() private isNarrow = false
  readonly #narrow = matchMedia('(max-width: 700px)')
  /** Writes go one after another: each names the version that the one before it made. */
  #writes: Promise<unknown> = Promise.resolve()
  #fetches = 0

  constructor() {
    super()
    new LiveController(this, api.tablesOfLists, ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  static override styles = [...controls, tabStyles, listsPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    this.isNarrow = this.#narrow.matches
    this.#narrow.addEventListener('change', this.#measure)
    addEventListener('paste', this.#pasteAnywhere)
    void this.#fetch()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#measure)
    removeEventListener('paste', this.#pasteAnywhere)
  }

  readonly #measure = () => (this.isNarrow = this.#narrow.matches)

  get #place(): api.ListPlace {
    return { congressId: this.congressId, list: this.#view.get('list') }
  }

  get #mayWrite(): boolean {
    return this.may('secretariat')
  }

  /** What is asked for last is shown; rows that are being written come with their own answer. */
  async #fetch(): Promise<void> {
    const asked = ++this.#fetches
    try {
      await this.#writes
      const [{ lists }, shown] = await Promise.all([api.listLists(this.congressId), api.findList(this.#place)])
      if (asked !== this.#fetches) return
      this.lists = lists
      this.shown = shown
      this.failure = null
      const ids = new Set(shown.rows.map(({ id }) => id))
      this.chosen = new Set([...this.chosen].filter((id) => ids.has(id)))
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  protected override willUpdate(): void {
    // The back button may have gone to another list.
    if (this.shown && this.shown.list !== this.#view.get('list')) void this.#begin()
  }

  async #begin(): Promise<void> {
    this.shown = null
    this.chosen = new Set()
    this.refused = null
    await this.#fetch()
  }

  protected override actions() {
    const { lists, common } = words()
    return html`
      ${
        this.shown && this.shown.rows.length > 0
          ? html`<a class="button" href=${api.listExportPath(this.#place)} download>
              ${icon('download')} ${common.export}
            </a>`
          : nothing
      }
      ${
        this.shown && this.#mayWrite
          ? html`<button class="button" @click=${() => this.#bring(null)}>${icon('upload')} ${lists.bring}</button>
              <button class="button primary" @click=${() => (this.open = { kind: 'row', row: null })}>
                ${icon('plus')} ${lists.add}
              </button>`
          : nothing
      }
    `
  }

  protected override body() {
    const { common } = words()
    // The guests at the door are ticked by what is kept.
    const shown = this.shown && inLanguage(this.shown, this.#view.get('as') === 'guests' ? 'vi' : language())
    if (!shown) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    const found = this.#found(shown)
    return html`
      ${this.#head(shown, found)} ${this.#refusal(shown)} ${this.#rows(shown, found)} ${this.#dialog(shown)}
    `
  }

  #found({ rows, columns }: CongressList): readonly ListRowShown[] {
    const query = this.#view.get('q')
    if (query === '') return rows
    return rows.filter(({ values }) => isMatch(columns.map(({ name }) => values[name] ?? '').join(' '), query))
  }

  #head(shown: CongressList, found: readonly ListRowShown[]) {
    const { lists, parts } = words()
    return html`
      <div class="head">
        <label>
          <span class="small muted">${lists.choose}</span>
          <select
            class="input"
            @change=${(event: Event) => this.#view.set({ list: (event.target as HTMLSelectElement).value, q: '', as: '' })}
          >
            ${this.lists?.map(
              ({ list, titles, rowCount }) =>
                html`<option value=${list} ?selected=${list === shown.list}>
                  ${lists.count(titles[language()], list === shown.list ? shown.rows.length : rowCount)}
                </option>`,
            )}
          </select>
        </label>
        ${
          shown.rows.length === 0
            ? nothing
            : html`<input
                  class="input search"
                  type="search"
                  aria-label=${lists.search}
                  placeholder=${lists.searchHelp}
                  .value=${this.#view.get('q')}
                  @input=${(event: Event) => this.#view.set({ q: (event.target as HTMLInputElement).value })}
                />
                <span class="muted small" aria-live="polite"
                  >${parts.table.rows(found.length, shown.rows.length)}</span
                >`
        }
        ${
          this.chosen.size === 0
            ? nothing
            : listSelection(this.chosen.size, {
                isWhole: found.length === shown.rows.length,
                remove: () => this.#remove(shown.rows.filter(({ id }) => this.chosen.has(id))),
                move: (by) => this.#move(shown, by),
                clear: () => (this.chosen = new Set()),
              })
        }
        ${this.#ticksLink()} ${boardLink(this.congressId)}
      </div>
    `
  }

  /** To the guests at the door and back, where the list has any. */
  #ticksLink() {
    if (this.shown?.rows.some(isGuest) !== true) return nothing
    const { guests } = words().lists
    const isShown = this.#view.get('as') === 'guests'
    return html`<button
      class="button"
      aria-pressed=${isShown}
      @click=${() => this.#view.set({ as: isShown ? '' : 'guests' })}
    >
      ${icon('user-check')} ${guests.heading}
    </button>`
  }

  /** Both versions of a row that another changed meanwhile. */
  #refusal({ columns }: CongressList) {
    if (!this.refused) return nothing
    const { changes, error } = this.refused
    const theirs = (error.current ?? null) as ListRowShown | null
    const mine = changes.find(({ id }) => id === theirs?.id)?.values ?? {}
    const compared = columns
      .filter(({ name }) => name in mine)
      .map(({ name, labels }) => ({
        label: labels[language()],
        mine: mine[name] ?? '',
        theirs: theirs?.values[name] ?? '',
      }))
    return html`<error-panel
      .error=${error}
      .compared=${compared}
      @mine-kept=${() => this.#keepMine(changes, theirs)}
      @theirs-taken=${() => this.#takeTheirs()}
    ></error-panel>`
  }

  #rows(shown: CongressList, found: readonly ListRowShown[]) {
    const { lists } = words()
    if (shown.rows.length === 0) {
      return html`<empty-state
        icon="table"
        heading=${lists.none}
        sentence=${this.#mayWrite ? lists.noneHelp : ''}
      ></empty-state>`
    }
    if (found.length === 0) return html`<p class="muted">${lists.nothing}</p>`
    if (this.#view.get('as') === 'guests') {
      return html`<guest-ticks
        .found=${found}
        printPath=${paperPath(this.congressId, 'guest-introduction', { language: 'vi', isSample: false })}
        ?writable=${this.#mayWrite}
        @cells-changed=${({ detail }: CustomEvent<CellChange[]>) => this.#change(detail)}
      ></guest-ticks>`
    }
    if (this.isNarrow) {
      return html`<list-cards
        .shown=${shown}
        .found=${found}
        ?writable=${this.#mayWrite}
        @row-opened=${({ detail }: CustomEvent<ListRowShown>) => (this.open = { kind: 'row', row: detail })}
      ></list-cards>`
    }
    return html`
      <list-grid
        label=${shown.titles[language()]}
        .columns=${shown.columns}
        .rows=${shown.rows}
        .found=${found}
        .chosen=${this.chosen}
        ?writable=${this.#mayWrite}
        @cells-changed=${({ detail }: CustomEvent<CellChange[]>) => this.#change(detail)}
        @table-pasted=${({ detail }: CustomEvent<string>) => this.#bring(fileOfCells(detail))}
        @selection-changed=${({ detail }: CustomEvent<string[]>) => (this.chosen = new Set(detail))}
      ></list-grid>
      ${this.#mayWrite ? html`<p class="small muted hint">${icon('info')} ${lists.hint}</p>` : nothing}
    `
  }

  #dialog(shown: CongressList) {
    const { open } = this
    if (open === null) return nothing
    const close = () => (this.open = null)
    if (open.kind === 'import') {
      return html`<list-import
        .place=${this.#place}
        .shown=${shown}
        .file=${open.file}
        @form-closed=${close}
        @list-imported=${() => {
          close()
          void this.#fetch()
        }}
      ></list-import>`
    }
    return html`<row-dialog
      .place=${this.#place}
      .shown=${shown}
      .row=${open.row}
      @form-closed=${close}
      @row-saved=${() => this.#fetch()}
      @row-removed=${({ detail }: CustomEvent<ListRowShown>) => {
        close()
        void this.#remove([detail])
      }}
    ></row-dialog>`
  }

  /** Shows the change at once and sends it after those before it. */
  #change(changes: readonly CellChange[]): void {
    this.#put(changes.map(({ id, values }) => ({ id, values: { ...this.#row(id)?.values, ...values } })))
    const place = this.#place
    this.#writes = this.#writes.then(() => this.#send(place, changes))
  }

  async #send(place: api.ListPlace, changes: readonly CellChange[]): Promise<void> {
    const { lists } = words()
    try {
      const rows = changes.flatMap(({ id, values }) => {
        const version = this.#row(id)?.version
        return version === undefined ? [] : [{ id, version, values }]
      })
      if (rows.length === 0) return
      const { rows: changed } = await api.changeListRows(place, { rows })
      this.#put(changed)
      tellDone(rows.length === 1 ? lists.saved : lists.filled(rows.length))
    } catch (error) {
      if (error instanceof ApiError && error.code === 'stale') this.refused = { changes, error }
      else {
        tellError(error)
        // Not waited for: it waits for this write itself.
        void this.#fetch()
      }
    }
  }

  #row(id: string): ListRowShown | undefined {
    return this.shown?.rows.find((row) => row.id === id)
  }

  #put(changed: readonly (Pick<ListRowShown, 'id' | 'values'> & { version?: number })[]): void {
    if (!this.shown) return
    const byId = new Map(changed.map((row) => [row.id, row]))
    const rows = this.shown.rows.map((row) => ({ ...row, ...byId.get(row.id) }))
    this.shown = { ...this.shown, rows }
  }

  /** Writes over what the refusal told. */
  #keepMine(changes: readonly CellChange[], theirs: ListRowShown | null): void {
    this.refused = null
    if (theirs && theirs.version > (this.#row(theirs.id)?.version ?? theirs.version)) this.#put([theirs])
    this.#change(changes)
  }

  #takeTheirs(): void {
    this.refused = null
    void this.#fetch()
  }

  async #remove(rows: readonly ListRowShown[]): Promise<void> {
    await this.#writes
    const gone = rows.map(({ id }) => ({ id, version: this.#row(id)?.version ?? 1 }))
    await did(api.removeListRows(this.#place, { rows: gone }), words().lists.removed(rows.length))
    await this.#fetch()
  }

  /** One place up or down, all that are chosen together. */
  async #move({ rows }: CongressList, by: 1 | -1): Promise<void> {
    const order = movedBy(rows, this.chosen, by)
    const moved = await did(api.orderListRows(this.#place, order), words().lists.moved(order.ids.length))
    if (moved) this.shown = moved
    else await this.#fetch()
  }

  /** Delegates are imported on a page of their own. */
  #bring(file: File | null): void {
    if (this.#place.list !== 'delegates') this.open = { kind: 'import', file }
    else void openListImport(`/congresses/${this.congressId}/delegates`, file)
  }

  /** Ctrl+V outside a field: cells, or a copied file. */
  readonly #pasteAnywhere = (event: ClipboardEvent): void => {
    const isTyping = event.composedPath().some((at) => at instanceof HTMLElement && at.matches('input, textarea'))
    if (isTyping || event.defaultPrevented || !event.clipboardData) return
    if (!this.shown || !this.#mayWrite || this.open !== null) return
    const [file = null] = event.clipboardData.files
    const text = event.clipboardData.getData('text/plain')
    if (text.includes('\t') || text.includes('\n')) this.#bring(fileOfCells(text))
    else if (file) this.#bring(file)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lists-page': ListsPage
  }
}
