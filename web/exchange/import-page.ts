import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import type { ImportChoice, ImportDone, ImportPreview, ImportRowsChoice } from '../../server/exchange/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/exchange.ts'
import { ApiError } from '../api/request.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { keepFree } from '../parts/kept-free.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { confirmBar } from '../style/confirm-bar.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { takeHandedOver } from './handed-over.ts'
import { choiceWith, isMapped, type Decided, type Mended } from './import-choice.ts'
import { importInto, type ImportInto, type ListImported } from './import-into.ts'
import { importSteps, importStepStyles } from './import-steps.ts'
import { importFieldName, importNoteSentence, isOfOtherList } from './word-import.ts'
import { keptWithoutZero } from './zeros.ts'
import { filterOf } from './row-filter.ts'
import type { ChosenFile } from './import-start.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import '../parts/progress-line.ts'
import './import-columns.ts'
import './import-left-out.ts'
import './import-notices.ts'
import './import-rows.ts'
import './import-start.ts'
import './import-zeros.ts'

/** /import/:kind, and of delegates /congresses/:id/delegates/import, or of a unit's own list, — from a file or pasted cells over a dry run to exactly what was seen. */
@customElement('import-page')
export class ImportPage extends PageElement {
  /** The import stands in the address, so that a reload shows it again. */
  readonly #view = new ViewState(this, { id: '', show: '', page: '1' })
  @state() private preview: ImportPreview | null = null
  @state() private done: ImportDone | null = null
  /** The list that delegates are imported into. */
  @state() private list: ListImported | null = null
  @state() private error: unknown = null
  @state() private work: 'reading' | 'writing' | 'paging' | null = null
  /** Which rows the preview shows. */
  #looked = ''
  @state() private isChangedMeanwhile = false
  @query('.source') private readonly source!: HTMLElement | null
  @query('details') private readonly columns!: HTMLDetailsElement

  constructor() {
    super()
    // An undo from the toast is announced without tables: the summary is no longer true then.
    new LiveController(this, [], () => {
      if (this.done) this.#restart()
    })
  }

  static override styles = [
    ...controls,
    confirmBar,
    importStepStyles,
    css`
      .source p {
        overflow-wrap: anywhere;
      }
      .source .small {
        margin-block-start: var(--space-half);
      }
      summary {
        inline-size: fit-content;
        padding-block: var(--space-half);
        color: var(--blue);
        font-weight: 500;
        cursor: pointer;
      }
      details[open] > summary {
        margin-block-end: var(--space);
      }
      @media (max-width: 700px) {
        .bar .row {
          inline-size: 100%;
        }
        .bar .primary {
          flex: 1 0 100%;
          order: -1;
        }
        .bar .row > :not(.primary) {
          flex: 1;
        }
      }
    `,
  ]

  get #into(): ImportInto {
    return importInto(this.params)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const id = this.#view.get('id')
    const handed = takeHandedOver()
    void this.#findList()
    if (id !== '') void this.#show('reading', api.findImport(id, this.#look))
    else if (handed) void this.#read({ file: handed, unitId: null })
  }

  /** Another page or state of the rows is looked at. */
  protected override updated(): void {
    const { preview } = this
    if (!preview || this.work !== null || this.error !== null) return
    const look = JSON.stringify(this.#look)
    if (look === this.#looked) return
    void this.#show('paging', api.findImport(preview.id, this.#look, preview.digest))
  }

  get #look(): api.Look {
    return { show: filterOf(this.#view.get('show')), page: this.#view.get('page') }
  }

  async #findList(): Promise<void> {
    try {
      this.list = (await this.#into.find?.()) ?? null
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { exchange } = words()
    const { kind } = this.#into
    return html`
      <page-header heading=${exchange.headings[kind]} .crumbs=${this.#crumbs()}>
        <div slot="actions">
          ${importSteps(this.done ? 'done' : this.preview ? (isMapped(this.preview) ? 'preview' : 'columns') : 'file')}
        </div>
      </page-header>
      <div class="stack">
        ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
        ${
          this.work === 'reading' || this.work === 'writing'
            ? html`<progress-line label=${exchange[this.work]}></progress-line>`
            : nothing
        }
        ${this.done ? this.#summary(this.done) : this.preview ? this.#preview(this.preview) : this.#start()}
      </div>
    `
  }

  #crumbs(): (readonly [href: string, word: string])[] {
    const { shell } = words()
    const { kind } = this.#into
    if (kind !== 'delegates') return [[`/${kind}`, shell.pages[kind]]]
    return [['/congresses', shell.pages.congresses], ...(this.list ? [this.list.page] : [])]
  }

  #start() {
    // Hidden, not left out, while a file is read: what was pasted is still there when it is refused.
    const { kind } = this.#into
    if (kind === 'delegates' && !this.list) return nothing
    return html`<import-start
      ?hidden=${this.work !== null}
      .kind=${kind}
      .list=${this.list}
      @file-chosen=${({ detail }: CustomEvent<ChosenFile>) => this.#read(detail)}
    ></import-start>`
  }

  #preview(preview: ImportPreview) {
    const { exchange } = words()
    const { fileName, sheet, sheets, headerRow, rowCount, notes } = preview
    const shownSheet = sheets.length > 1 ? sheet : ''
    return html`
      ${
        this.isChangedMeanwhile
          ? html`<p class="notice amber" role="alert">${icon('triangle-alert')} ${exchange.changedMeanwhile}</p>`
          : nothing
      }
      <div class="source" tabindex="-1">
        <p>
          ${icon('file-spreadsheet')}
          ${exchange.source(isMapped(preview) ? rowCount : null, fileName, shownSheet, headerRow)}
        </p>
        ${notes.filter((note) => note.code !== 'column-missing' && !isOfOtherList(note)).map((note) => html`<p class="small muted">${icon('info')} ${importNoteSentence(preview.kind, note)}</p>`)}
      </div>
      ${
        isMapped(preview) && preview.columns.some(({ isLeftOut }) => isLeftOut)
          ? html`<import-left-out
              .preview=${preview}
              @columns-changed=${({ detail }: CustomEvent<ImportChoice>) => this.#choose(preview, detail)}
              @columns-wanted=${() => this.#showColumns()}
            ></import-left-out>`
          : nothing
      }
      <details ?open=${!isMapped(preview)}>
        <summary>${exchange.columns.heading}</summary>
        <import-columns
          .preview=${preview}
          @columns-changed=${({ detail }: CustomEvent<ImportChoice>) => this.#choose(preview, detail)}
        ></import-columns>
      </details>
      ${
        isMapped(preview)
          ? html`<div
              class="stack"
              @zeros-chosen=${({ detail }: CustomEvent<string[]>) =>
                this.#choose(preview, choiceWith(preview, { restored: detail }))}
            >
              ${
                preview.exact.count > 0 || preview.notes.some(isOfOtherList)
                  ? html`<import-notices
                      .preview=${preview}
                      @rows-said=${({ detail }: CustomEvent<ImportRowsChoice>) => this.#say(preview, detail)}
                    ></import-notices>`
                  : nothing
              }
              ${
                preview.zeros.length > 0
                  ? html`<import-zeros
                      .columns=${preview.zeros}
                      .restored=${preview.restored}
                      .nameOf=${(field: string) => importFieldName(preview.kind, field)}
                    ></import-zeros>`
                  : nothing
              }
              <import-rows
                mendable
                .preview=${preview}
                .restored=${preview.restored}
                .nameOf=${(field: string) => importFieldName(preview.kind, field)}
                @cell-mended=${({ detail }: CustomEvent<Mended>) => this.#say(preview, { mended: [detail] })}
                @row-decided=${({ detail }: CustomEvent<Decided>) => this.#say(preview, { decided: [detail] })}
              ></import-rows>
            </div>`
          : nothing
      }
      ${this.#bar(preview)}
    `
  }

  #bar(preview: ImportPreview) {
    const { exchange } = words()
    const { id, totals, digest, isOtherCongress } = preview
    const choose = totals.choose ?? 0
    const count = totals.new + totals.changed
    const instead = isMapped(preview) ? exchange.nothingToImport : exchange.columnsFirst
    const kept = keptWithoutZero(preview.zeros)
    const hasFaults = totals.error + totals.warning + choose > 0
    return html`
      <div class="bar no-print" ${ref(keepFree)}>
        <p class="small muted">
          ${icon('info')} ${count === 0 ? instead : exchange.promise}
          ${totals.error > 0 ? exchange.skipped(totals.error) : nothing}
          ${choose > 0 ? exchange.toChoose(choose) : nothing} ${kept > 0 ? exchange.zeros.kept(kept) : nothing}
        </p>
        <div class="row">
          ${
            hasFaults
              ? html`<a class="button" href=${api.importErrorsPath(id)} download>
                  ${icon('download')} ${exchange.errorsFile}
                </a>`
              : nothing
          }
          <button class="button" @click=${() => this.#cancel(id)}>${exchange.cancel}</button>
          <button
            class="button primary"
            ?disabled=${count === 0 || isOtherCongress || this.work !== null}
            aria-busy=${this.work === 'writing'}
            @click=${() => this.#confirm(id, digest)}
          >
            ${exchange.confirm(count)}
          </button>
        </div>
      </div>
    `
  }

  #summary({ created, changed, same, skipped }: ImportDone) {
    const { exchange } = words()
    const { done } = exchange
    const { kind, listPath } = this.#into
    const sentences = [done.summary(created, changed, same), skipped > 0 ? done.skipped(skipped) : '', done.undo]
    return html`
      <empty-state icon="circle-check" heading=${done.heading} sentence=${sentences.filter(Boolean).join(' ')}>
        <a class="button primary" href=${listPath}>${exchange.lists[kind]}</a>
        <a class="button" href="/history">${icon('history')} ${done.history}</a>
        <button class="button" @click=${() => this.#restart()}>${icon('upload')} ${done.another}</button>
      </empty-state>
    `
  }

  async #read({ file, unitId }: ChosenFile): Promise<void> {
    await this.#show('reading', this.#into.start(file, unitId))
  }

  /** Shows the preview that the server makes of this; what went wrong is said above what was there before. */
  async #show(work: 'reading' | 'paging', asked: Promise<ImportPreview>): Promise<void> {
    this.work = work
    this.error = null
    try {
      const preview = await asked
      this.preview = preview
      const isAnother = this.#view.get('id') !== preview.id
      this.#view.set({ id: preview.id, page: String(preview.page), ...(isAnother ? { show: '' } : {}) })
      this.#looked = JSON.stringify(this.#look)
    } catch (error) {
      this.error = error
      if (!this.preview) this.#view.set({ id: '' })
    } finally {
      this.work = null
    }
  }

  async #choose({ id }: ImportPreview, choice: ImportChoice): Promise<void> {
    this.#view.set({ show: '', page: '1' })
    this.#looked = JSON.stringify(this.#look)
    await this.#show('reading', api.changeImport(id, choice))
    await this.updateComplete
    // What was clicked may be gone with the column that it chose.
    if (this.shadowRoot?.activeElement === null) this.source?.focus()
  }

  async #say({ id }: ImportPreview, choice: ImportRowsChoice): Promise<void> {
    await this.#show('paging', api.changeImportRows(id, choice, this.#look))
    await this.updateComplete
    // The row may have gone from the state that is looked at.
    if (this.shadowRoot?.activeElement === null) this.source?.focus()
  }

  #showColumns(): void {
    this.columns.open = true
    this.columns.querySelector('summary')?.focus()
  }

  async #confirm(id: string, digest: string): Promise<void> {
    this.work = 'writing'
    this.error = null
    this.isChangedMeanwhile = false
    try {
      this.done = await this.#into.confirm(id, digest)
      this.#view.set({ id: '', show: '', page: '1' })
      tellDone(words().exchange.done.toast(this.done.created + this.done.changed))
    } catch (error) {
      if (error instanceof ApiError && error.code === 'import-changed') await this.#showAnew(id)
      else this.error = error
    } finally {
      this.work = null
    }
  }

  async #showAnew(id: string): Promise<void> {
    await this.#show('reading', api.findImport(id, this.#look))
    this.isChangedMeanwhile = true
  }

  async #cancel(id: string): Promise<void> {
    const isCancelled = await did(
      api.cancelImport(id).then(() => true),
      words().exchange.cancelled,
    )
    if (isCancelled) this.#restart()
  }

  #restart(): void {
    this.preview = null
    this.done = null
    this.error = null
    this.isChangedMeanwhile = false
    this.#view.set({ id: '', show: '', page: '1' })
  }
}
