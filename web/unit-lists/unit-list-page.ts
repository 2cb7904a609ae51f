import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { formatShortDate } from '../../server/format/dates.ts'
import { isMatch } from '../../server/format/search.ts'
import type { Delegate } from '../../server/delegates/schema.ts'
import type { ListRowShown } from '../../server/lists/schema.ts'
import { baseOfAims } from '../../server/quotas/rules.ts'
import { isOpen } from '../../server/unit-lists/rules.ts'
import type { UnitList } from '../../server/unit-lists/schema.ts'
import { unitListPath } from '../api/exchange.ts'
import { formPath, issueOwnForm } from '../api/forms.ts'
import * as api from '../api/unit-lists.ts'
import { faultOfCell, gridColumns, usualColumns, type ColumnName } from '../delegates/columns.ts'
import { refusalPanel } from '../delegates/refusal-panel.ts'
import { DelegateDesk } from '../delegates/desk.ts'
import { foundWords, marksOf } from '../delegates/groups.ts'
import type { DelegateSource } from '../delegates/source.ts'
import { openListImport } from '../exchange/handed-over.ts'
import type { CellChange } from '../lists/cells.ts'
import { fileOfCells } from '../lists/import-dialog.ts'
import { did } from '../did.ts'
import { download } from '../forms/download.ts'
import { PageElement } from '../parts/element.ts'
import { aimSentence, aimStanding } from '../quotas/aim-words.ts'
import { ViewState } from '../router.ts'
import { maySeeSensitive } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import type { ListAct, ListInHand } from './list-dialog.ts'
import {
  dayOf,
  deadlineBadge,
  endedSentence,
  gapBadge,
  listBadge,
  paperSentence,
  remarkedNames,
  saidBy,
  scanLinks,
  titleOf,
  whyNot,
} from './list-state.ts'
import { unitListPageStyle } from './unit-list-page-style.ts'
import '../delegates/delegate-dialog.ts'
import '../lists/list-cards.ts'
import '../lists/list-grid.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './list-dialog.ts'

type Open = { kind: 'card'; delegate: Delegate | null } | { kind: 'act'; act: ListAct }

/** The congress alone says these. */
const leftOut: ReadonlySet<ColumnName> = new Set<ColumnName>([
  ...(['delegation', 'number', 'seat', 'door', 'presence', 'absenceReason', 'answer'] as const),
])
const shownColumns: ReadonlySet<string> = new Set(
  [...usualColumns, 'address' as const, 'standing' as const].filter((name) => !leftOut.has(name)),
)

/** /congresses/:id/unit-lists/:sendingUnitId — a unit's own list for the congress above it: entered, then sent. */
@customElement('unit-list-page')
export class UnitListPage extends PageElement {
  readonly #view = new ViewState(this, { q: '' })
  readonly #desk: DelegateDesk<UnitList> = new DelegateDesk(
    this,
    () => this.#place.congressId,
    this.#source(),
    api.tablesOfUnitLists,
  )
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private open: Open | null = null
  @state() private isNarrow = false
  readonly #narrow = matchMedia('(max-width: 700px)')

  static override styles = [...controls, unitListPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#measure()
    this.#narrow.addEventListener('change', this.#measure)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#measure)
  }

  readonly #measure = () => {
    this.isNarrow = this.#narrow.matches
  }

  get #place(): api.ListPlace {
    return { congressId: this.params['id'] ?? '', unitId: this.params['sendingUnitId'] ?? '' }
  }

  #source(): DelegateSource<UnitList> {
    return {
      list: () => api.findUnitList(this.#place),
      create: (values) => api.addMember(this.#place, values),
      change: (changes) => api.changeMembers(this.#place, changes),
      remove: (gone) => api.removeMembers(this.#place, gone),
      replace: (id, replacement) => api.replaceMember(this.#place, id, replacement),
      sensitive: {
        find: (id) => api.findSensitiveOfMember(this.#place, id),
        change: (id, change) => api.changeSensitiveOfMember(this.#place, id, change),
      },
      photo: {
        find: (id) => api.findPhotoOfMember(this.#place, id),
        path: (id, stamp) => api.photoPathOfMember(this.#place, id, stamp),
        save: (id, file, version) => api.savePhotoOfMember(this.#place, id, file, version),
        remove: (id, version) => api.removePhotoOfMember(this.#place, id, version),
      },
    }
  }

  override render() {
    const { common, shell, unitLists: text } = words()
    const { shown, error } = this.#desk
    const crumbs = [['/congresses', shell.pages.congresses]] as const
    if (!shown) {
      return html`<page-header heading=${shell.pages.unitList} .crumbs=${crumbs}></page-header> ${
          error === null
            ? html`<p class="muted">${common.loading}</p>`
            : html`<error-panel .error=${error} retryable @retried=${() => this.#desk.fetch()}></error-panel>`
        }`
    }
    return html`
      <page-header heading=${text.heading(shown.unit.name)} .crumbs=${crumbs}>
        <span slot="beside">${listBadge(shown.state, shown.delegates.length)}</span>
        <span slot="actions" class="row">${this.#actions(shown)}</span>
      </page-header>
      ${this.#standing(shown)} ${shown.delegates.length === 0 ? this.#empty(shown) : this.#people(shown)}
      ${this.#dialog(shown)}
    `
  }

  #mayWrite({ may, state }: UnitList): boolean {
    return may.enter && isOpen(state)
  }

  #actions(shown: UnitList) {
    const { delegates, forms, unitLists: text } = words()
    const { state, may } = shown
    const button = (act: ListAct, name: Parameters<typeof icon>[0], isFirst = false) =>
      html`<button class="button ${isFirst ? 'primary' : ''}" @click=${() => (this.open = { kind: 'act', act })}>
        ${icon(name)} ${text[act]}
      </button>`
    if (isOpen(state)) {
      return html`${
        may.enter
          ? html`<button class="button" @click=${() => (this.open = { kind: 'card', delegate: null })}>
                ${icon('user-plus')} ${delegates.add}
              </button>
              <button class="button" @click=${() => this.#bring(null)}>${icon('upload')} ${delegates.bring}</button>
              <button class="button" @click=${() => this.#takeForm()}>
                ${icon('file-spreadsheet')} ${forms.lists.own}
              </button>`
          : nothing
      }
      ${may.submit && shown.delegates.length > 0 ? button('submit', 'log-out', true) : nothing}`
    }
    return html`${may.submit && !may.decide && shown.correctionReason === '' ? button('request', 'undo-2') : nothing}
    ${may.decide ? button('giveBack', 'undo-2') : nothing}
    ${may.decide && state === 'submitted' ? button('approve', 'check', true) : nothing}
    ${may.decide && state === 'approved' ? button('paper', 'pencil') : nothing}`
  }

  #standing(shown: UnitList) {
    const { unitLists: text } = words()
    const { congress, state, remark, correctionReason, excessReason, corrections } = shown
    const day = congress.dateFrom === null ? '' : formatShortDate(congress.dateFrom, language())
    return html`<div class="card standing">
        <p>
          <strong>${text.to(titleOf(congress), day)}</strong>
          ${isOpen(state) ? deadlineBadge(shown.deadline, shown.isOverdue) : nothing}
        </p>
        ${this.#figures(shown)} ${this.#aims(shown)}
        <p class="small muted">${this.#who(shown)}</p>
        ${shown.scans.length === 0 ? nothing : html`<p class="small">${scanLinks(shown.scans)}</p>`}
        ${excessReason === '' ? nothing : html`<p class="small">${text.excess(excessReason)}</p>`}
        ${shown.quotaNote === '' ? nothing : html`<p class="small">${text.quotaNote(shown.quotaNote)}</p>`}
        ${whyNot(shown)}
      </div>
      ${
        shown.endedOn === null
          ? nothing
          : html`<div class="told amber standing"><p>${endedSentence(shown.endedOn, [])}</p></div>`
      }
      ${
        remark === '' && correctionReason === ''
          ? nothing
          : html`<div class="told amber standing">
              ${saidBy(text.remark, remark)} ${remarkedNames(shown)} ${saidBy(text.correction, correctionReason)}
            </div>`
      }
      ${
        corrections.length === 0
          ? nothing
          : html`<div class="told standing">
              <p><strong>${text.corrected}:</strong></p>
              <ul>
                ${corrections.map(({ kind, name, by }) => html`<li>${text.corrections[kind](name, by)}</li>`)}
              </ul>
            </div>`
      }`
  }

  #figures({ allowed, entered, approved, alternates }: UnitList) {
    const { unitLists: text } = words()
    if (!allowed) return html`<p class="muted">${text.noQuota}</p>`
    const figure = (word: string, { official, guests }: typeof entered) =>
      html`<div>
        <dt>${word}</dt>
        <dd>${text.both(official, guests)}</dd>
      </div>`
    return html`<div class="figures">
      <dl class="figures">
        ${figure(text.allowed, allowed)} ${figure(text.entered, entered)} ${figure(text.approved, approved)}
      </dl>
      ${gapBadge(allowed, entered)}
      ${alternates === 0 ? nothing : html`<span class="muted small">${text.alternates(alternates)}</span>`}
    </div>`
  }

  #aims({ aims, allowed, entered }: UnitList) {
    if (aims.length === 0 || !allowed) return nothing
    const base = baseOfAims(allowed, entered)
    const open = Math.max(0, base - entered.official)
    return html`<ul class="aims" aria-label=${words().unitLists.aims}>
      ${aims.map((aim) => {
        const { sentence, hue } = aimStanding(aim, base, open)
        return html`<li class="badge edge ${hue}"><span>${aimSentence(aim)}: ${sentence}</span></li>`
      })}
    </ul>`
  }

  /** Who sent the list and who decided on it. */
  #who({ state, submittedAt, submittedBy, decidedAt, decidedBy, paperNumber, paperDate }: UnitList): string {
    const { unitLists: text } = words()
    const decided = state === 'approved' || state === 'returned' ? decidedAt : null
    return [
      submittedAt === null ? '' : text.submittedBy(submittedBy, dayOf(submittedAt)),
      decided === null ? '' : `${text.states[state]}: ${text.decidedBy(decidedBy, dayOf(decided))}`,
      paperSentence(paperNumber, paperDate, state === 'approved'),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  #empty(shown: UnitList) {
    const { delegates, unitLists: text } = words()
    const mayWrite = this.#mayWrite(shown)
    return html`<empty-state icon="users-round" heading=${text.none} sentence=${mayWrite ? text.noneHelp : ''}>
      ${
        mayWrite
          ? html`<button class="button primary" @click=${() => (this.open = { kind: 'card', delegate: null })}>
                ${icon('user-plus')} ${delegates.add}
              </button>
              <button class="button" @click=${() => this.#bring(null)}>${icon('upload')} ${delegates.bring}</button>`
          : nothing
      }
    </empty-state>`
  }

  #people(shown: UnitList) {
    const { delegates: text } = words()
    const query = this.#view.get('q')
    const found = this.#desk.rows.filter(({ values }) => isMatch(Object.values(values).join(' '), query))
    return html`<div class="bar">
        <input
          class="input search"
          type="search"
          aria-label=${text.search}
          placeholder=${text.searchHelp}
          .value=${query}
          @input=${(event: Event) => this.#view.set({ q: (event.target as HTMLInputElement).value })}
        />
        ${
          this.chosen.size === 0
            ? nothing
            : html`<strong class="small">${text.selected(this.chosen.size)}</strong>
                <button class="button danger" @click=${() => this.#removeChosen()}>
                  ${icon('trash-2')} ${text.remove}
                </button>`
        }
        <a class="button" href=${unitListPath(this.#place)} download>${icon('download')} ${text.export}</a>
        <span class="muted small count" aria-live="polite"
          >${foundWords(
            found.flatMap(({ id }) => this.#desk.byId.get(id) ?? []),
            shown.delegates,
          )}</span
        >
      </div>
      ${refusalPanel(this.#desk)} ${this.#table(shown, found)}`
  }

  #table(shown: UnitList, found: readonly ListRowShown[]) {
    const { delegates: text } = words()
    const mayWrite = this.#mayWrite(shown)
    const columns = gridColumns(shownColumns)
    const marks = marksOf(shown.delegates, shown.remarkedIds)
    const opened = ({ detail }: CustomEvent<ListRowShown>) =>
      (this.open = { kind: 'card', delegate: this.#desk.byId.get(detail.id) ?? null })
    if (this.isNarrow) {
      const { heading } = text
      return html`<list-cards
        .marks=${marks}
        .shown=${{ list: 'delegates', titles: { vi: heading, en: heading }, columns, rows: [...this.#desk.rows] }}
        .found=${found}
        ?writable=${mayWrite}
        @row-opened=${opened}
      ></list-cards>`
    }
    return html`<list-grid
        .marks=${marks}
        label=${text.heading}
        .columns=${columns}
        .rows=${this.#desk.rows}
        .found=${found}
        .chosen=${this.chosen}
        .openWord=${text.open}
        .check=${faultOfCell}
        ?writable=${mayWrite}
        @row-opened=${opened}
        @cells-changed=${({ detail }: CustomEvent<CellChange[]>) => this.#desk.change(detail)}
        @table-pasted=${({ detail }: CustomEvent<string>) => this.#bring(fileOfCells(detail))}
        @selection-changed=${({ detail }: CustomEvent<string[]>) => (this.chosen = new Set(detail))}
      ></list-grid>
      ${this.#desk.fault === null ? nothing : html`<p class="fault hint" role="alert">${icon('circle-alert')} <span>${this.#desk.fault}</span></p>`}
      ${mayWrite ? html`<p class="small muted hint">${icon('info')} ${text.hint}</p>` : nothing}`
  }

  #dialog(shown: UnitList) {
    const { open } = this
    if (open === null) return nothing
    const close = () => (this.open = null)
    if (open.kind === 'act') {
      return html`<unit-list-dialog
        .place=${this.#place}
        .act=${open.act}
        .list=${this.#inHand(shown)}
        @form-closed=${() => {
          close()
          void this.#desk.fetch()
        }}
      ></unit-list-dialog>`
    }
    return html`<delegate-dialog
      .source=${this.#desk.source}
      .leftOut=${leftOut}
      .delegate=${open.delegate}
      .shown=${shown}
      .isTrusted=${maySeeSensitive()}
      ?writable=${this.#mayWrite(shown)}
      @form-closed=${close}
      @delegate-saved=${() => this.#desk.fetch()}
      @removal-wanted=${({ detail }: CustomEvent<Delegate>) => {
        close()
        void this.#desk.remove([detail.id])
      }}
    ></delegate-dialog>`
  }

  #inHand(shown: UnitList): ListInHand {
    const missing = shown.delegates.filter(
      ({ birthYear, sex, standing }) => standing !== 'withdrawn' && (birthYear === null || sex === null),
    )
    return { ...shown, unitName: shown.unit.name, missing: missing.map(({ name }) => name), people: shown.delegates }
  }

  /** Takes a table in over its dry run. */
  #bring(file: File | null): void {
    void openListImport(this.#path, file)
  }

  /** Downloads the form that the unit may fill in instead, with who is on the list. */
  async #takeForm(): Promise<void> {
    const made = await did(issueOwnForm(this.#place), words().forms.lists.taken)
    if (made) download(formPath(made.id))
  }

  get #path(): string {
    const { congressId, unitId } = this.#place
    return `/congresses/${congressId}/unit-lists/${unitId}`
  }

  #removeChosen(): void {
    void this.#desk.remove([...this.chosen])
    this.chosen = new Set()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-list-page': UnitListPage
  }
}
