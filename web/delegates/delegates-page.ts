import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { compareGivenNames, compareVietnamese } from '../../server/format/names.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import { isMatch } from '../../server/format/search.ts'
import type { Delegate, DelegateChanges, DelegateList } from '../../server/delegates/schema.ts'
import type { CongressList, ListRowShown } from '../../server/lists/schema.ts'
import { listExportPath, type ListPlace } from '../api/lists.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import type { CellChange, GridColumn } from '../lists/cells.ts'
import { openListImport } from '../exchange/handed-over.ts'
import { fileOfCells } from '../lists/import-dialog.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { nearestFirst } from '../parts/search.ts'
import { tabStyles } from '../parts/tabs.ts'
import { ViewState } from '../router.ts'
import { maySeeSensitive } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { faultOfCell, gridColumns, usualColumns } from './columns.ts'
import { refusalPanel } from './refusal-panel.ts'
import { delegatesPageStyle } from './delegates-page-style.ts'
import { DelegateDesk } from './desk.ts'
import { rarerActions } from './rarer-actions.ts'
import { congressSource } from './source.ts'
import { countedOf, foundWords, groupings, groupsOf, keysOf, marksOf, type Grouping } from './groups.ts'
import '../choosing/choose-dialog.ts'
import '../lists/list-cards.ts'
import '../lists/list-grid.ts'
import '../parts/chip-filter.ts'
import '../parts/empty-state.ts'
import '../parts/more-actions.ts'
import './delegate-dialog.ts'
import './delegates-selection.ts'
import './delegations-dialog.ts'
import '../people/duplicates-link.ts'
import '../seating/listed-seats-note.ts'
import '../unit-lists/lists-to-send.ts'

/** What is open over the page. */
type Open = { kind: 'card'; delegate: Delegate | null } | { kind: 'delegations' } | { kind: 'choosing' }

const columnsKey = 'tien-toi.delegate-columns'

/** /congresses/:id/delegates — who attends: a table that is edited in place, looked at by groups. */
@customElement('delegates-page')
export class DelegatesPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'delegates'
  readonly #view = new ViewState(this, { q: '', by: 'delegation', in: '*', sort: '' })
  readonly #desk = new DelegateDesk(
    this,
    () => this.congressId,
    congressSource(() => this.congressId),
  )
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private columns: ReadonlySet<string> = rememberedColumns()
  @state() private open: Open | null = null
  @state() private isNarrow = false
  readonly #narrow = matchMedia('(max-width: 700px)')
  static override styles = [...controls, tabStyles, delegatesPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    this.isNarrow = this.#narrow.matches
    this.#narrow.addEventListener('change', this.#measure)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#measure)
  }

  readonly #measure = () => {
    this.isNarrow = this.#narrow.matches
  }

  get #mayWrite(): boolean {
    return this.may('secretariat')
  }

  protected override actions() {
    const { delegates: text } = words()
    const { shown } = this.#desk
    if (!shown) return nothing
    return html`
      <button class="button" @click=${() => (this.open = { kind: 'delegations' })}>
        ${icon('flag')} ${text.delegations.open}
      </button>
      <more-actions always>
        ${rarerActions({
          exportPath: shown.delegates.length > 0 ? listExportPath(this.#place) : null,
          choose: this.#mayWrite ? () => (this.open = { kind: 'choosing' }) : null,
        })}
      </more-actions>
      ${
        this.#mayWrite
          ? html`<button class="button" @click=${() => this.#bring(null)}>${icon('upload')} ${text.bring}</button>
              <button class="button primary" @click=${() => (this.open = { kind: 'card', delegate: null })}>
                ${icon('user-plus')} ${text.add}
              </button>`
          : nothing
      }
    `
  }

  protected override body() {
    const { common } = words()
    const { shown, error } = this.#desk
    if (!shown) {
      return error === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${error} retryable @retried=${() => this.#desk.fetch()}></error-panel>`
    }
    return html`<lists-to-send></lists-to-send>
      <listed-seats-note .congressId=${this.congressId} ?writable=${this.#mayWrite}></listed-seats-note>
      ${shown.delegates.length === 0 ? this.#empty() : this.#people(shown)} ${this.#dialog(shown)}`
  }

  #empty() {
    const { delegates: text } = words()
    return html`<empty-state icon="users-round" heading=${text.none} sentence=${this.#mayWrite ? text.noneHelp : ''}>
      ${
        this.#mayWrite
          ? html`<button class="button primary" @click=${() => this.#bring(null)}>
              ${icon('upload')} ${text.bring}
            </button>`
          : nothing
      }
    </empty-state>`
  }

  get #grouping(): Grouping {
    const by = this.#view.get('by')
    return groupings.find((each) => each === by) ?? 'delegation'
  }

  #people(shown: DelegateList) {
    const matching = this.#matching(shown.delegates)
    const found = this.#sorted(this.#inGroup(matching))
    return html`
      ${this.#bar(shown, found)} ${refusalPanel(this.#desk)}
      ${
        this.chosen.size === 0
          ? nothing
          : html`<delegates-selection
              .congressId=${this.congressId}
              .chosen=${[...this.chosen].flatMap((id) => this.#desk.byId.get(id) ?? [])}
              .delegations=${shown.delegations}
              .columns=${this.#desk.columns}
              @values-set=${({ detail }: CustomEvent<DelegateChanges['delegates'][number]['values']>) => this.#desk.set(this.chosen, detail)}
              @removal-wanted=${() => this.#removeChosen()}
              @selection-cleared=${() => (this.chosen = new Set())}
            ></delegates-selection>`
      }
      <div class="sides">
        ${this.#groups(matching, shown)}
        <div>${this.#table(found)}</div>
      </div>
    `
  }

  #bar({ delegates }: DelegateList, found: readonly Delegate[]) {
    const { delegates: text } = words()
    const sorts = [
      ['name', text.fields.name],
      ['birthYear', text.fields.birthYear],
      ['number', text.fields.number],
    ] as const
    return html`<div class="bar">
      <input
        class="input search"
        type="search"
        aria-label=${text.search}
        placeholder=${text.searchHelp}
        .value=${this.#view.get('q')}
        @input=${(event: Event) => this.#view.set({ q: (event.target as HTMLInputElement).value })}
      />
      ${chipSelect({
        label: text.sort.label,
        value: this.#view.get('sort'),
        all: text.sort.list,
        choices: sorts.map(([name, word]) => [name, text.sort.by(word.toLocaleLowerCase(language()))]),
        choose: (sort) => this.#view.set({ sort }),
      })}
      <chip-filter
        name=${text.columns.heading}
        .choices=${this.#desk.columns.filter((name) => name !== 'name').map((name) => [name, text.fields[name]])}
        .chosen=${this.#desk.columns.filter((name) => this.columns.has(name))}
        @filter-changed=${({ detail }: CustomEvent<string[]>) => this.#chooseColumns(detail)}
      ></chip-filter>
      <span class="muted small count" aria-live="polite">${foundWords(found, delegates)}</span>
      ${
        this.congress && this.#mayWrite && delegates.length > 1
          ? html`<duplicates-link unit=${this.congress.unitId} congress=${this.congress.id}></duplicates-link>`
          : nothing
      }
    </div>`
  }

  #groups(matching: readonly Delegate[], { delegations }: DelegateList) {
    const { delegates: text } = words()
    const by = this.#grouping
    const order = delegations.map(({ name }) => name)
    const chosen = this.#view.get('in')
    const groups = [
      { key: '*', word: text.everybody, ...countedOf(matching, by) },
      ...groupsOf(matching, by, order, compareVietnamese),
    ]
    const choose = (key: string) => this.#view.set({ in: key === chosen ? '*' : key })
    return html`<div class="groups">
      <label class="field">
        <span class="label">${text.groupBy.label}</span>
        <select
          class="input"
          @change=${(event: Event) => this.#view.set({ by: (event.target as HTMLSelectElement).value, in: '*' })}
        >
          ${groupings.map((each) => html`<option value=${each} ?selected=${each === by}>${text.groupBy[each]}</option>`)}
        </select>
      </label>
      ${
        this.isNarrow
          ? html`<select
              class="input"
              aria-label=${text.groupBy[by]}
              @change=${(event: Event) => this.#view.set({ in: (event.target as HTMLSelectElement).value })}
            >
              ${groups.map(
                ({ key, word, count, unlisted }) =>
                  html`<option value=${key} ?selected=${key === chosen}>
                    ${text.counted(word, count, unlisted)}
                  </option>`,
              )}
            </select>`
          : html`<ul aria-label=${text.groupBy[by]}>
              ${groups.map(
                ({ key, word, count, unlisted }) =>
                  html`<li>
                    <button aria-pressed=${key === chosen} @click=${() => choose(key)}>
                      <span>${word} <small class="unlisted">${unlisted}</small></span>
                      <span class="tabular">${formatNumber(count, language())}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    </div>`
  }

  #matching(delegates: readonly Delegate[]): readonly Delegate[] {
    const query = this.#view.get('q')
    if (query === '') return delegates
    const matching = new Set(
      this.#desk.rows.flatMap(({ id, values }) => (isMatch(Object.values(values).join(' '), query) ? [id] : [])),
    )
    return delegates.filter(({ id }) => matching.has(id))
  }

  #inGroup(delegates: readonly Delegate[]): readonly Delegate[] {
    const key = this.#view.get('in')
    return key === '*' ? delegates : delegates.filter((delegate) => keysOf(delegate, this.#grouping).includes(key))
  }

  #sorted(delegates: readonly Delegate[]): readonly Delegate[] {
    const sort = this.#view.get('sort')
    if (sort === 'name') return [...delegates].sort((one, other) => compareGivenNames(one.name, other.name))
    if (sort === 'birthYear')
      return [...delegates].sort((one, other) => (one.birthYear ?? 9999) - (other.birthYear ?? 9999))
    if (sort === 'number') return [...delegates].sort((one, other) => compareVietnamese(one.number, other.number))
    const query = this.#view.get('q')
    // Whoever is looked up by name stands at the top.
    return query === '' ? delegates : nearestFirst(delegates, ({ name }) => name, query)
  }

  #table(delegates: readonly Delegate[]) {
    const { delegates: text } = words()
    if (delegates.length === 0) {
      return html`<empty-state icon="search" heading=${text.nothing}>
        <button class="button" @click=${() => this.#view.set({ q: '', in: '*' })}>${text.showAll}</button>
      </empty-state>`
    }
    const rows = new Map(this.#desk.rows.map((row) => [row.id, row]))
    const found = delegates.flatMap(({ id }) => rows.get(id) ?? [])
    const marks = marksOf(delegates)
    const columns = gridColumns(new Set(this.#desk.columns.filter((name) => this.columns.has(name))))
    const opened = ({ detail }: CustomEvent<ListRowShown>) =>
      (this.open = { kind: 'card', delegate: this.#desk.byId.get(detail.id) ?? null })
    if (this.isNarrow) {
      return html`<list-cards
        .marks=${marks}
        .shown=${this.#asList(columns)}
        .found=${found}
        ?writable=${this.#mayWrite}
        @row-opened=${opened}
      ></list-cards>`
    }
    return html`
      <list-grid
        .marks=${marks}
        label=${text.heading}
        .columns=${columns}
        .rows=${this.#desk.rows}
        .found=${found}
        .chosen=${this.chosen}
        .openWord=${text.open}
        .check=${faultOfCell}
        ?writable=${this.#mayWrite}
        @row-opened=${opened}
        @cells-changed=${({ detail }: CustomEvent<CellChange[]>) => this.#desk.change(detail)}
        @table-pasted=${({ detail }: CustomEvent<string>) => this.#bring(fileOfCells(detail))}
        @selection-changed=${({ detail }: CustomEvent<string[]>) => (this.chosen = new Set(detail))}
      ></list-grid>
      ${this.#desk.fault === null ? nothing : html`<p class="fault hint" role="alert">${icon('circle-alert')} <span>${this.#desk.fault}</span></p>`}
      ${this.#mayWrite ? html`<p class="small muted hint">${icon('info')} ${text.hint}</p>` : nothing}
    `
  }

  /** What the cards of a telephone draw. */
  #asList(columns: GridColumn[]): CongressList {
    const { heading } = words().delegates
    return { list: 'delegates', titles: { vi: heading, en: heading }, columns, rows: [...this.#desk.rows] }
  }

  get #place(): ListPlace {
    return { congressId: this.congressId, list: 'delegates' }
  }

  /** Takes a table in over its dry run. */
  #bring(file: File | null): void {
    void openListImport(`/congresses/${this.congressId}/delegates`, file)
  }

  #dialog(shown: DelegateList) {
    const { open } = this
    if (open === null) return nothing
    const close = () => (this.open = null)
    if (open.kind === 'delegations') {
      return html`<delegations-dialog
        .congressId=${this.congressId}
        .shown=${shown}
        ?writable=${this.#mayWrite}
        @form-closed=${close}
        @delegation-saved=${() => this.#desk.fetch()}
      ></delegations-dialog>`
    }
    if (open.kind === 'choosing') {
      return html`<choose-dialog
        congressId=${this.congressId}
        @form-closed=${close}
        @delegates-chosen=${() => this.#desk.fetch()}
      ></choose-dialog>`
    }
    return html`<delegate-dialog
      .congressId=${this.congressId}
      .source=${this.#desk.source}
      .delegate=${open.delegate}
      .shown=${shown}
      .isTrusted=${maySeeSensitive()}
      ?writable=${this.#mayWrite}
      @form-closed=${close}
      @delegate-saved=${() => this.#desk.fetch()}
      @removal-wanted=${({ detail }: CustomEvent<Delegate>) => {
        close()
        void this.#desk.remove([detail.id])
      }}
    ></delegate-dialog>`
  }

  #removeChosen(): void {
    void this.#desk.remove([...this.chosen])
    this.chosen = new Set()
  }

  #chooseColumns(names: readonly string[]): void {
    this.columns = new Set(names)
    localStorage.setItem(columnsKey, JSON.stringify(names))
  }
}

const rememberedColumns = (): ReadonlySet<string> => {
  const kept = localStorage.getItem(columnsKey)
  return new Set(kept === null ? usualColumns : (JSON.parse(kept) as string[]))
}

declare global {
  interface HTMLElementTagNameMap {
    'delegates-page': DelegatesPage
  }
}
