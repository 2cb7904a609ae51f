import { html, nothing, type PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import type { FaultyKind, PaperFill, PaperState, SheetName } from '../../server/documents/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { PaperStep } from '../../server/papers/schema.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import type { PrintChanges } from '../../server/prints/schema.ts'
import { LiveController } from '../api/changes.ts'
import { changePaper, listPapers, paperPath } from '../api/documents.ts'
import { tablesOfLists } from '../api/lists.ts'
import { findProgramme } from '../api/programme.ts'
import { listPrints } from '../api/prints.ts'
import { ApiError } from '../api/request.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { askToLeave } from '../parts/ask-to-leave.ts'
import { Form } from '../parts/form.ts'
import { keepFree } from '../parts/kept-free.ts'
import { badge } from '../parts/state-badge.ts'
import { tabStyles } from '../parts/tabs.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { conflictList, conflictListStyles } from '../programme/conflict-list.ts'
import { judgeProgramme } from '../programme/programme-conflicts.ts'
import { setLeaveGuard, ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { changedNotes, printChanged } from './changed-notes.ts'
import { editionLinks } from './edition-links.ts'
import { faultStyles, faultyKindsNotice } from './fault-notices.ts'
import { keepPaper, keptPaper } from './last-paper.ts'
import { listLinks } from './list-links.ts'
import { isLocked, lockedNote } from './locked-note.ts'
import { paperField } from './paper-field.ts'
import { paperPicker } from './paper-picker.ts'
import { isSample, nameFields, valuesOf } from './paper-values.ts'
import { papersPageStyles } from './papers-page-styles.ts'
import { previewPane } from './preview-pane.ts'
import '../parts/empty-state.ts'
import './paper-life.ts'
import './print-dialog.ts'

/** What the papers are made of: a change of any of these changes the preview. */
const tables = [
  'papers',
  'paperSteps',
  'postHolders',
  'congresses',
  'sessions',
  'items',
  'units',
  'venues',
  'cycles',
  'levels',
  ...tablesOfLists,
]

/** /congresses/:id/papers — each paper with what the office words itself, and how it will look. */
@customElement('papers-page')
export class PapersPage extends CongressPage {
  protected readonly tab = 'papers'
  readonly #view = new ViewState(this, { paper: '', in: '', sheet: '' })
  readonly #form = new Form<Record<string, string>>(this, {})
  @state() private papers: readonly PaperState[] | null = null
  @state() private faulty: readonly FaultyKind[] = []
  @state() private changes: readonly PrintChanges[] = []
  /** The dialog that is open. */
  @state() private printing: 'paper' | 'package' | 'changed' | 'numbered' | null = null
  @state() private programme: ProgrammeView | null = null
  /** Until what was saved is back: a step taken before would be one of the paper as it was. */
  @state() private isSaving = false
  /** Counts what may have changed the preview. */
  @state() private edition = 0
  #shownKind: string | null = null
  #version: number | null = null
  #isGuarded = false

  constructor() {
    super()
    new LiveController(this, tables, () => void this.#fetch())
  }

  static override styles = [...controls, tabStyles, conflictListStyles, faultStyles, papersPageStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    setLeaveGuard(null)
  }

  /** The palette and the back button choose a paper too. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('params')?.['id']
    if (before !== undefined && before !== this.congressId) {
      this.papers = null
      this.#shownKind = null
      void this.#fetch()
    }
    const paper = this.#paper
    if (paper && paper.kind !== this.#shownKind) this.#begin(paper)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.#form.isChanged === this.#isGuarded) return
    this.#isGuarded = this.#form.isChanged
    setLeaveGuard(this.#isGuarded ? () => this.#mayLeave() : null)
  }

  #mayLeave(): Promise<boolean> {
    return askToLeave({ sentence: words().papers.leave, save: () => this.#save(this.#shownKind ?? '') })
  }

  async #fetch(): Promise<void> {
    try {
      const [{ papers, faulty }, programme, { changes }] = await Promise.all([
        listPapers(this.congressId),
        findProgramme(this.congressId),
        listPrints(this.congressId),
      ])
      this.changes = changes
      this.papers = papers
      this.faulty = faulty
      this.programme = programme
      this.failure = null
      this.edition += 1
      if (!this.#form.isChanged) this.#begin(this.#paper)
    } catch (error) {
      this.failure = error
    }
  }

  get #paper(): PaperState | undefined {
    const wanted = this.#view.get('paper') || keptPaper(this.congressId)
    return this.papers?.find(({ kind }) => kind === wanted) ?? this.papers?.[0]
  }

  /** The language that is printed: the reader's unless chosen otherwise, or the only one that the kind has. */
  #printedOf({ languages }: PaperState): 'vi' | 'en' {
    const chosen = this.#view.get('in')
    const wanted = chosen === 'vi' || chosen === 'en' ? chosen : language()
    return languages.includes(wanted) ? wanted : (languages[0] ?? 'vi')
  }

  /** The size that is printed, where the paper has several: its usual one unless chosen otherwise. */
  #sheetOf({ sheets, sheet }: PaperState): SheetName | null {
    return sheets.find((name) => name === this.#view.get('sheet')) ?? sheet
  }

  #begin(paper: PaperState | undefined): void {
    this.#shownKind = paper?.kind ?? null
    if (paper) keepPaper(this.congressId, paper.kind)
    this.#version = paper?.version ?? null
    this.#form.begin(valuesOf(paper))
  }

  protected override actions() {
    const { papers } = words()
    const paper = this.#paper
    if (!paper) return nothing
    const edition = { language: this.#printedOf(paper), isSample: false, sheet: this.#sheetOf(paper) }
    const path = paperPath(this.congressId, paper.kind, edition)
    const mayPrint = this.may('secretariat')
    // A sample is looked at, not handed out; of what has a name on it there are blank ones to be written on.
    const isPrintable = !isSample(paper) || paper.isEachRow
    return html`
      ${
        mayPrint
          ? html`${printChanged(this.changes, (which) => (this.printing = which))}
              <button class="button" @click=${() => (this.printing = 'package')}>
                ${icon('layers')} ${words().prints.package}
              </button>`
          : nothing
      }
      ${
        isSample(paper)
          ? nothing
          : html`<a class="button" href=${path} download>${icon('download')} ${papers.download}</a>
              ${editionLinks(this.congressId, paper, this.#printedOf(paper))}`
      }
      ${
        mayPrint && isPrintable
          ? html`<button class="button primary" @click=${() => (this.printing = 'paper')}>
              ${icon('printer')} ${words().prints.print}
            </button>`
          : nothing
      }
    `
  }

  protected override body(congress: Congress) {
    const { common, papers } = words()
    const paper = this.#paper
    if (!this.papers) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    if (!paper) return html`<empty-state icon="file-text" heading=${papers.none}></empty-state>`
    return html`
      ${faultyKindsNotice(this.faulty, this.papers, congress.unitId)}
      ${this.papers.length > 1 ? paperPicker(this.papers, paper, { changes: this.changes, choose: (kind) => this.#choose(kind) }) : nothing}
      <div class="main">
        <div class="stack">
          ${this.#state(paper)} ${this.#life(paper, congress)} ${this.#conflicts(paper, congress)}
          ${this.#fields(paper)}
        </div>
        ${previewPane(paper, {
          congressId: this.congressId,
          printed: this.#printedOf(paper),
          sheet: this.#sheetOf(paper),
          edition: this.edition,
          isUnsaved: this.#form.isChanged,
          choose: (choice) => this.#view.set(choice),
        })}
      </div>
      ${
        this.printing === null
          ? nothing
          : html`<print-dialog
              congressId=${this.congressId}
              .paper=${this.printing === 'paper' ? paper : null}
              printed=${this.#printedOf(paper)}
              which=${this.printing === 'changed' || this.printing === 'numbered' ? this.printing : 'all'}
              .sheet=${this.#sheetOf(paper)}
              @form-closed=${() => (this.printing = null)}
              @print-ended=${() => this.#fetch()}
            ></print-dialog>`
      }
    `
  }

  async #choose(kind: string): Promise<void> {
    const paper = this.papers?.find((each) => each.kind === kind)
    if (!paper || kind === this.#shownKind) return
    if (this.#form.isChanged && !(await this.#mayLeave())) {
      // The choice goes back to what is still shown.
      this.requestUpdate()
      return
    }
    this.#view.set({ paper: paper.kind })
  }

  #state(paper: PaperState) {
    const { titles, blanks, fields } = paper
    const { papers } = words()
    const nameOf = (blank: string) => fields.find(({ name }) => name === blank)?.labels[language()] ?? blank
    return html`
      <div class="row">
        <h2>${titles[language()]}</h2>
        ${fields.every(({ value }) => value === null) ? badge('slate', 'circle-dashed', papers.usual) : badge('blue', 'pencil', papers.written)}
        ${changedNotes(this.changes, paper.kind)} ${listLinks(this.congressId, paper)}
        <a href=${`/templates/${paper.kind}?unit=${this.congress?.unitId ?? ''}`}>${words().templates.toTemplate}</a>
      </div>
      ${
        // Names that are samples are told beside the preview: nothing is ready then.
        fields.length === 0 || (blanks.length === 0 && isSample(paper))
          ? nothing
          : blanks.length === 0
            ? html`<p class="notice green">${icon('circle-check')} ${papers.noBlanks}</p>`
            : html`<p class="notice amber">
                ${icon('triangle-alert')} ${papers.blanks(blanks.map(nameOf).join(', '))}
              </p>`
      }
    `
  }

  #life(paper: PaperState, { unitId, dateFrom, dateTo }: Congress) {
    return html`<paper-life
      congressId=${this.congressId}
      .paper=${paper}
      .lastDay=${dateTo ?? dateFrom}
      printed=${this.#printedOf(paper)}
      .unitIds=${this.source.loaded?.line(unitId) ?? [unitId]}
      ?writable=${this.may('secretariat')}
      ?blocked=${this.#form.isChanged || this.isSaving}
      @paper-stepped=${() => this.#fetch()}
    ></paper-life>`
  }

  /** What the programme leaves doubtful is said before it is printed, and hinders nobody. */
  #conflicts({ kind }: PaperState, congress: Congress) {
    if (kind !== 'programme' || !this.programme) return nothing
    const acceptances = this.source.loaded?.road.acceptances ?? []
    const { open } = judgeProgramme(this.programme, congress, { rulesOff: this.rulesOff(congress), acceptances })
    return conflictList(this.programme, open)
  }

  #fields(paper: PaperState) {
    const { common, papers } = words()
    const form = this.#form
    if (paper.fields.length === 0 || paper.kind !== this.#shownKind) return nothing
    const isWriter = this.may('secretariat')
    const { life } = paper
    const mayWrite = isWriter && !isLocked(life)
    const take = (step: PaperStep) => void this.renderRoot.querySelector('paper-life')?.take(step)
    return html`
      <form
        class="form card"
        aria-label=${papers.form}
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          void this.#save(paper.kind)
        }}
      >
        ${isLocked(life) ? lockedNote(life, isWriter ? take : null) : html`<p class="help">${papers.formHelp}</p>`}
        ${paper.fields.map((field) => paperField(form, field, !mayWrite))}
        <error-panel
          .error=${form.error}
          .compared=${this.#compared(paper)}
          @mine-kept=${() => this.#keepMine(paper)}
          @theirs-taken=${() => this.#takeTheirs()}
        ></error-panel>
        ${
          mayWrite
            ? html`<div class="form-actions" ${ref(keepFree)}>
                <button
                  class="button"
                  type="button"
                  ?disabled=${!form.isChanged}
                  @click=${() => form.begin(valuesOf(this.#paper))}
                >
                  ${common.cancel}
                </button>
                <button class="button primary" ?disabled=${!form.isChanged} aria-busy=${form.isSending}>
                  ${common.save}
                </button>
              </div>`
            : nothing
        }
      </form>
    `
  }

  /** Answers whether it was saved. */
  async #save(kind: string): Promise<boolean> {
    this.isSaving = true
    const isSaved = await this.#form.submit((fields) =>
      changePaper(this.congressId, kind, { fields, version: this.#version }).catch(nameFields),
    )
    if (isSaved) {
      await this.#fetch()
      tellDone(words().papers.saved)
    }
    this.isSaving = false
    return isSaved
  }

  /** The paper as another wrote it meanwhile; undefined unless a save was refused for it. */
  get #theirs(): PaperFill | undefined {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? undefined) as PaperFill | undefined) : undefined
  }

  #compared({ fields }: PaperState) {
    const theirs = this.#theirs?.fields ?? {}
    return fields.map(({ name, labels }) => ({
      label: labels[language()],
      mine: this.#form.values[name] ?? '',
      theirs: theirs[name] ?? '',
    }))
  }

  #keepMine(paper: PaperState): void {
    this.#version = this.#theirs?.version ?? null
    void this.#save(paper.kind)
  }

  #takeTheirs(): void {
    this.#form.begin({})
    void this.#fetch()
  }
}
