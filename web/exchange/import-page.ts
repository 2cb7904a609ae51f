import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { ImportChoice, ImportDone, ImportKind, ImportPreview } from '../../server/exchange/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/exchange.ts'
import { ApiError } from '../api/request.ts'
import { currentCycle } from '../cycle.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { confirmBar } from '../style/confirm-bar.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { choiceWith } from './import-choice.ts'
import { importFieldName, importNoteSentence } from './word-import.ts'
import { keptWithoutZero } from './zeros.ts'
import type { ChosenFile } from './import-start.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import '../parts/progress-line.ts'
import './import-columns.ts'
import './import-left-out.ts'
import './import-rows.ts'
import './import-start.ts'
import './import-zeros.ts'

/** /import/:kind — from a file or pasted cells over a dry run to exactly what was seen. */
@customElement('import-page')
export class ImportPage extends PageElement {
  /** The import stands in the address, so that a reload shows it again. */
  readonly #view = new ViewState(this, { id: '', show: '', page: '1' })
  @state() private preview: ImportPreview | null = null
  @state() private done: ImportDone | null = null
  @state() private error: unknown = null
  @state() private work: 'reading' | 'writing' | null = null
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
    css`
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space-2);
        color: var(--muted);
        font-size: var(--size-dense);
        font-weight: 500;
      }
      .steps .past {
        color: var(--green);
      }
      .steps [aria-current] {
        color: var(--red);
        font-weight: 600;
      }
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

  get #kind(): ImportKind {
    return this.params['kind'] as ImportKind
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const id = this.#view.get('id')
    if (id !== '') void this.#show('reading', api.findImport(id))
  }

  override render() {
    const { exchange, shell } = words()
    const kind = this.#kind
    return html`
      <page-header heading=${exchange.headings[kind]} .crumbs=${[[`/${kind}`, shell.pages[kind]]]}>
        <div slot="actions">${this.#steps()}</div>
      </page-header>
      <div class="stack">
        ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
        ${this.work === null ? nothing : html`<progress-line label=${exchange[this.work]}></progress-line>`}
        ${this.done ? this.#summary(this.done) : this.preview ? this.#preview(this.preview) : this.#start()}
      </div>
    `
  }

  #steps() {
    const { exchange } = words()
    const steps = ['file', 'columns', 'preview', 'done'] as const
    const now = this.done ? 4 : this.preview ? (isMapped(this.preview) ? 2 : 1) : 0
    return html`
      <ol class="steps" aria-label=${exchange.stepsLabel}>
        ${steps.map(
          (step, place) =>
            html`<li class=${place < now ? 'past' : ''} aria-current=${place === now ? 'step' : nothing}>
              ${place < now ? icon('check') : `${place + 1}`} ${exchange.steps[step]}
            </li>`,
        )}
      </ol>
    `
  }

  #start() {
    // Hidden, not left out, while a file is read: what was pasted is still there when it is refused.
    return html`<import-start
      ?hidden=${this.work !== null}
      .kind=${this.#kind}
      @file-chosen=${({ detail }: CustomEvent<ChosenFile>) => this.#read(detail)}
    ></import-start>`
  }

  #preview(preview: ImportPreview) {
    const { exchange } = words()
    const { fileName, sheet, sheets, headerRow, rows, notes } = preview
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
          ${exchange.source(isMapped(preview) ? rows.length : null, fileName, shownSheet, headerRow)}
        </p>
        ${notes.filter(({ code }) => code !== 'column-missing').map((note) => html`<p class="small muted">${icon('info')} ${importNoteSentence(preview.kind, note)}</p>`)}
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
              <import-zeros
                .preview=${preview}
                .nameOf=${(field: string) => importFieldName(preview.kind, field)}
              ></import-zeros>
              <import-rows
                .preview=${preview}
                .nameOf=${(field: string) => importFieldName(preview.kind, field)}
              ></import-rows>
            </div>`
          : nothing
      }
      ${this.#bar(preview)}
    `
  }

  #bar(preview: ImportPreview) {
    const { exchange } = words()
    const { id, totals, digest } = preview
    const count = totals.new + totals.changed
    const instead = isMapped(preview) ? exchange.nothingToImport : exchange.columnsFirst
    const kept = keptWithoutZero(preview.rows)
    const hasFaults = totals.error + totals.warning > 0
    return html`
      <div class="bar no-print">
        <p class="small muted">
          ${icon('info')} ${count === 0 ? instead : exchange.promise}
          ${totals.error > 0 ? exchange.skipped(totals.error) : nothing}
          ${kept > 0 ? exchange.zeros.kept(kept) : nothing}
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
            ?disabled=${count === 0 || this.work !== null}
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
    const sentences = [done.summary(created, changed, same), skipped > 0 ? done.skipped(skipped) : '', done.undo]
    return html`
      <empty-state icon="circle-check" heading=${done.heading} sentence=${sentences.filter(Boolean).join(' ')}>
        <a class="button primary" href=${`/${this.#kind}`}>${exchange.lists[this.#kind]}</a>
        <a class="button" href="/history">${icon('history')} ${done.history}</a>
        <button class="button" @click=${() => this.#restart()}>${icon('upload')} ${done.another}</button>
      </empty-state>
    `
  }

  async #read({ file, unitId }: ChosenFile): Promise<void> {
    const cycleId = this.#kind === 'congresses' ? currentCycle()?.id : undefined
    await this.#show('reading', api.startImport(this.#kind, file, { cycleId, unitId: unitId ?? undefined }))
  }

  /** Shows the preview that the server makes of this; what went wrong is said above what was there before. */
  async #show(work: 'reading' | 'writing', asked: Promise<ImportPreview>): Promise<void> {
    this.work = work
    this.error = null
    try {
      this.preview = await asked
      this.#view.set({ id: this.preview.id, page: '1' })
    } catch (error) {
      this.error = error
      if (!this.preview) this.#view.set({ id: '' })
    } finally {
      this.work = null
    }
  }

  async #choose({ id }: ImportPreview, choice: ImportChoice): Promise<void> {
    await this.#show('reading', api.changeImport(id, choice))
    await this.updateComplete
    // What was clicked may be gone with the column that it chose.
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
      this.done = await api.confirmImport(id, digest)
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
    await this.#show('reading', api.findImport(id))
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

/** Whether every required field has its column. */
const isMapped = ({ fields, columns }: ImportPreview): boolean =>
  fields.every(({ name, isRequired }) => !isRequired || columns.some(({ field }) => field === name))
