import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PaperState, SheetName } from '../../server/documents/schema.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type {
  PackageOrder,
  PackagePlan,
  Printers,
  PrintHistory,
  PrintJob,
  PrintOrder,
  PrintPlan,
  PrintRow,
  PrintRows,
} from '../../server/prints/schema.ts'
import {
  findPrintJob,
  listPrinters,
  listPrintRows,
  listPrints,
  planPackage,
  planPrint,
  startPackage,
  startPrint,
} from '../api/prints.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, multiComboField, numberField, selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { faultNotices, faultStyles, packageNotices } from './fault-notices.ts'
import { sheetName } from './preview-pane.ts'
import { openSheet } from './open-sheet.ts'
import { printDialogStyles } from './print-dialog-styles.ts'
import { emptyFields, type Fields } from './print-fields.ts'
import { packagePapers, packagePapersStyles, tickedOf } from './package-papers.ts'
import { packageAmount, printAmount } from './print-amount.ts'
import { written } from './printer-list.ts'
import './print-history.ts'
import './print-run.ts'
import './printer-list.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** After typing, before pages are counted. */
const restMilliseconds = 300
const mostRemoved = 10

/**
 * Prints a paper, or the whole package without one: `<print-dialog congressId="…" .paper=${paper} printed="vi">`. Says how much it would be, shows how far it is, and then where it is. Tells `form-closed`, and
 * `print-ended` after each.
 */
@customElement('print-dialog')
export class PrintDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) paper: PaperState | null = null
  @property() printed: PrintOrder['language'] = 'vi'
  @property({ attribute: false }) sheet: SheetName | null = null
  /** Of a package: these alone; null = all. */
  @property({ attribute: false }) kinds: readonly string[] | null = null
  /** What of a package is chosen at first. */
  @property() which: 'all' | 'changed' | 'numbered' = 'all'
  @state() private rows: PrintRows | null = null
  @state() private history: PrintHistory | null = null
  @state() private printers: Printers = { printers: [], version: 0 }
  @state() private plan: PrintPlan | null = null
  @state() private packagePlan: PackagePlan | null = null
  /** Papers of the package that stay out. */
  @state() private left: ReadonlySet<string> = new Set()
  /** Why it cannot be printed as it is chosen. */
  @state() private refusal: unknown = null
  @state() private failure: unknown = null
  @state() private job: PrintJob | null = null
  readonly #form = new Form<Fields>(this, emptyFields)
  #timer = 0
  #planned = ''

  static override styles = [...controls, faultStyles, packagePapersStyles, printDialogStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ ...emptyFields, which: this.which, language: this.printed, sheet: this.sheet ?? '' })
    void this.#begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  async #begin(): Promise<void> {
    try {
      const [job, history, printers] = await Promise.all([
        findPrintJob(this.congressId),
        listPrints(this.congressId),
        listPrinters(this.congressId),
      ])
      // One that was begun before the page was closed is still at work.
      if (job.state === 'drawing') this.job = job
      this.history = history
      this.printers = printers
      await this.#fetchRows()
    } catch (error) {
      this.failure = error
    }
  }

  async #fetchRows(): Promise<void> {
    if (!this.paper) return
    this.rows = await listPrintRows(this.congressId, this.paper.kind, this.#form.values.language)
  }

  /** What is chosen now is counted once the typing rests. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const wanted = JSON.stringify(this.paper ? this.#order : this.#packageOrder)
    if (wanted === this.#planned) return
    const isOtherLanguage =
      this.#planned !== '' && !this.#planned.includes(`"language":"${this.#form.values.language}"`)
    this.#planned = wanted
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#count(wanted, isOtherLanguage), restMilliseconds)
  }

  async #count(wanted: string, isOtherLanguage: boolean): Promise<void> {
    try {
      if (isOtherLanguage) await this.#fetchRows()
      if (this.#isNoneChosen) {
        this.plan = null
        this.refusal = null
        return
      }
      const [plan, packagePlan] = this.paper
        ? [await planPrint(this.congressId, this.#order), null]
        : [null, await planPackage(this.congressId, this.#packageOrder)]
      if (wanted !== this.#planned) return
      this.plan = plan
      this.packagePlan = packagePlan
      this.refusal = null
    } catch (error) {
      if (wanted !== this.#planned) return
      this.plan = null
      this.packagePlan = null
      this.refusal = error
    }
  }

  /** Names are about to be chosen: nothing to count yet, and nothing wrong. */
  get #isNoneChosen(): boolean {
    const { which, rowIds, spare } = this.#form.values
    return which === 'rows' && rowIds.length === 0 && (spare ?? 0) === 0
  }

  get #packageOrder(): PackageOrder {
    const { language: printed, which } = this.#form.values
    const kinds = this.kinds ? { kinds: [...this.kinds] } : {}
    return { language: printed, which: which === 'rows' ? 'all' : which, ...kinds }
  }

  get #ticked(): PackagePlan | null {
    return this.packagePlan && tickedOf(this.packagePlan, this.left)
  }

  get #order(): PrintOrder {
    const { which, rowIds, copies, spare, place, fromSheet, printer, sheet, sides, isTagged, ...rest } =
      this.#form.values
    const kept = this.printers.printers.find(({ name }) => name === printer)
    return {
      kind: this.paper?.kind ?? '',
      language: rest.language,
      which,
      rowIds: which === 'rows' ? [...rowIds] : [],
      copies: copies ?? 1,
      spare: spare ?? 0,
      skipped: Math.max(0, (place ?? 1) - 1),
      fromSheet: fromSheet ?? 1,
      ...(sheet === '' ? {} : { sheet }),
      ...(this.paper?.hasBack === true ? { sides } : {}),
      ...(isTagged ? { isTagged } : {}),
      overprint: printer === '' ? null : { x: kept?.x ?? 0, y: kept?.y ?? 0 },
    }
  }

  override render() {
    const { prints } = words()
    const { paper, job } = this
    return html`
      <modal-dialog
        heading=${paper ? prints.heading(paper.titles[language()]) : prints.packageHeading}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <div class="stack">
          ${job ? this.#run(job) : paper ? this.#fields(paper) : this.#packageFields()}
          <error-panel .error=${this.failure}></error-panel>
          <print-history .prints=${this.history?.prints ?? []} kind=${paper?.kind ?? ''}></print-history>
        </div>
        <div slot="actions" class="form-actions">${this.#actions()}</div>
      </modal-dialog>
    `
  }

  #actions() {
    const { common, prints } = words()
    const close = html`<button class="button" type="button" @click=${() => this.tell('form-closed')}>
      ${common.close}
    </button>`
    if (this.job) {
      const isDrawing = this.job.state === 'drawing'
      return html`${close}
        <button class="button" type="button" ?disabled=${isDrawing} @click=${() => (this.job = null)}>
          ${prints.another}
        </button>`
    }
    const isReady = this.plan !== null || (this.#ticked !== null && this.#ticked.papers.length > 0)
    return html`${this.#amount()} ${close}
      <button class="button primary" form="print" ?disabled=${!isReady} aria-busy=${this.#form.isSending}>
        ${icon('printer')} ${prints.start}
      </button>`
  }

  #run(job: PrintJob) {
    return html`<print-run
      congressId=${this.congressId}
      .job=${job}
      @print-ended=${({ detail }: CustomEvent<PrintJob>) => this.#end(detail)}
    ></print-run>`
  }

  async #end(job: PrintJob): Promise<void> {
    this.job = job
    try {
      this.history = await listPrints(this.congressId)
      await this.#fetchRows()
    } catch (error) {
      this.failure = error
    }
  }

  #packageFields() {
    const { prints } = words()
    return html`<form class="form" id="print" @submit=${(event: SubmitEvent) => this.#start(event)}>
      <p>${prints.packageHelp}</p>
      ${this.#form.values.which === 'all' ? this.#languageField(['vi', 'en']) : nothing}
      ${packagePapers(this.#form, this.packagePlan, {
        hasNumbered: this.history?.changes.some(({ numbered }) => numbered > 0) === true,
        left: this.left,
        choose: (left) => (this.left = left),
      })}
      ${this.#ticked ? packageNotices(this.#ticked) : nothing}
      <error-panel .error=${this.#form.error ?? this.refusal}></error-panel>
    </form>`
  }

  #fields(paper: PaperState) {
    const { prints } = words()
    const form = this.#form
    // Nobody's name is written into a sheet of seats by hand.
    const areSheets = paper.isCards && paper.sheets.length > 0
    const hasChanged = areSheets && this.rows?.rows.some(({ state }) => state === 'changed') === true
    return html`<form class="form" id="print" @submit=${(event: SubmitEvent) => this.#start(event)}>
      ${paper.isEachRow || (paper.isCards && !areSheets) || hasChanged ? this.#which(areSheets) : nothing}
      <div class="columns">
        ${paper.languages.length > 1 ? this.#languageField(paper.languages) : nothing}
        ${numberField(form, 'copies', {
          label: paper.isEachRow && !areSheets ? prints.copiesOfEach : prints.copies,
          autofocus: true,
        })}
        ${paper.isEachRow && !areSheets ? numberField(form, 'spare', { label: prints.spare }) : nothing}
        ${
          paper.sheets.length === 0
            ? nothing
            : selectField(form, 'sheet', {
                label: words().papers.size,
                choices: paper.sheets.map((name) => [name, sheetName(name)] as const),
              })
        }
        ${
          paper.hasBack
            ? selectField(form, 'sides', {
                label: prints.sides,
                choices: [
                  ['both', prints.bothSides],
                  ['front', prints.frontOnly],
                ],
              })
            : nothing
        }
      </div>
      ${this.#sheetFields(paper)} ${checkField(form, 'isTagged', { label: prints.isTagged, help: prints.isTaggedHelp })}
      ${faultNotices(this.plan?.faults ?? [])}
      <error-panel .error=${form.error ?? this.refusal}></error-panel>
    </form>`
  }

  #languageField(languages: readonly PrintOrder['language'][]) {
    const { prints, shell } = words()
    const choices = languages.map((each) => [each, shell.languages[each]] as const)
    return selectField(this.#form, 'language', { label: prints.language, choices })
  }

  /** All, what changed, what got its number, or names. */
  #which(areSheets: boolean) {
    const { prints } = words()
    const { rows = [], removed = [] } = this.rows ?? {}
    const countOf = (...states: PrintRow['state'][]) => rows.filter(({ state }) => states.includes(state)).length
    const numbered = countOf('numbered')
    const count = (number: number) => (this.rows ? formatNumber(number, language()) : '…')
    const changed = prints.changed(count(countOf('new', 'changed')))
    const told = removed.slice(0, mostRemoved).join(', ')
    const more = removed.length > mostRemoved ? ` ${prints.andMore(removed.length - mostRemoved)}` : ''
    return html`
      ${radioField(this.#form, 'which', {
        label: prints.which,
        choices: [
          { value: 'all', label: prints.all(count(rows.length)) },
          { value: 'changed', label: areSheets ? `${changed} (${prints.seatsMarked})` : changed },
          ...(numbered > 0 ? [{ value: 'numbered' as const, label: prints.numbered(count(numbered)) }] : []),
          { value: 'rows', label: prints.rows },
        ],
      })}
      ${
        this.#form.values.which === 'rows'
          ? multiComboField(this.#form, 'rowIds', {
              label: prints.names,
              choices: rows.map(({ id, name }) => ({ value: id, label: name })),
            })
          : nothing
      }
      ${removed.length > 0 ? html`<p class="notice amber">${icon('triangle-alert')} <span>${prints.removed(told + more)}</span></p>` : nothing}
    `
  }

  #sheetFields({ kind, isCards, sheets }: PaperState) {
    const { prints } = words()
    const form = this.#form
    const perSheet = this.plan?.perSheet ?? 0
    const from = numberField(form, 'fromSheet', { label: prints.fromSheet, help: prints.fromSheetHelp })
    // A chart is one large page: no place on a sheet, no blanks.
    if (!isCards || sheets.length > 0) return html`<div class="columns">${from}</div>`
    const printers = this.printers.printers.map(
      ({ name, x, y }) => [name, prints.overprint(`${name} (${prints.offset(written(x), written(y))})`)] as const,
    )
    return html`
      <div class="columns">
        ${numberField(form, 'place', {
          label: prints.startPlace,
          ...(perSheet > 1 ? { help: prints.startPlaceHelp(perSheet) } : {}),
        })}
        ${from}
      </div>
      ${openSheet(form, this.history?.openSheets ?? [], { kind, perSheet })}
      ${selectField(form, 'printer', {
        label: prints.paper,
        choices: [['', prints.plainPaper], ['zero', prints.overprintZero], ...printers],
      })}
      <details>
        <summary>${prints.printers}</summary>
        <printer-list
          congressId=${this.congressId}
          .kept=${this.printers}
          @printers-changed=${({ detail }: CustomEvent<Printers>) => (this.printers = detail)}
        ></printer-list>
      </details>
    `
  }

  #amount() {
    const { prints } = words()
    if (this.#ticked) return amount(packageAmount(this.#ticked))
    if (this.plan) return amount(printAmount(this.plan))
    const told = this.#isNoneChosen ? prints.noneChosen : this.refusal === null ? prints.counting : ''
    return amount(told, 'muted')
  }

  async #start(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const kinds = this.left.size === 0 ? {} : { kinds: this.#ticked?.papers.map(({ kind }) => kind) ?? [] }
    await this.#form.submit(async () => {
      this.job = this.paper
        ? await startPrint(this.congressId, this.#order)
        : await startPackage(this.congressId, { ...this.#packageOrder, ...kinds })
    })
  }
}

const amount = (text: string, look = '') => html`<p class=${`much ${look}`} role="status">${text}</p>`

declare global {
  interface HTMLElementTagNameMap {
    'print-dialog': PrintDialog
  }
}
