import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { scheduleLimits } from '../../server/interchange/rules.ts'
import type { ScheduleImportPreview } from '../../server/interchange/schema.ts'
import { importSchedule, previewSchedule } from '../api/interchange.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { dropStyles } from '../style/drop.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import './schedule-preview.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import '../parts/progress-line.ts'

/**
 * A schedule of another program, over a dry run to exactly what was seen: `<schedule-import congressId=…>`. Tells
 * `schedule-imported` and `form-closed`.
 */
@customElement('schedule-import')
export class ScheduleImport extends WordsElement {
  @property() congressId = ''
  @state() private file: File | null = null
  @state() private preview: ScheduleImportPreview | null = null
  @state() private error: unknown = null
  @state() private work: 'reading' | 'importing' | null = null
  @state() private isOver = false
  @state() private isChangedMeanwhile = false
  @query('input[type="file"]') private readonly input!: HTMLInputElement

  static override styles = [
    ...controls,
    dropStyles,
    css`
      .promise {
        flex: 1 1 14rem;
        align-self: center;
      }
    `,
  ]

  override render() {
    const { interchange } = words()
    const { preview, work } = this
    return html`
      <modal-dialog
        wide
        heading=${interchange.heading}
        ?guarded=${preview !== null && countOf(preview) > 0}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <div class="stack">
          ${this.#refusal()}
          ${work === null ? nothing : html`<progress-line label=${interchange[work]}></progress-line>`}
          ${preview ? this.#dryRun(preview) : this.#start()}
        </div>
        <div slot="actions">${preview ? this.#actions(preview) : this.#startActions()}</div>
      </modal-dialog>
    `
  }

  /** Where in the file it is, if the refusal says so. */
  #refusal() {
    if (this.error === null) return nothing
    const details = this.error instanceof ApiError ? (this.error.details as { line?: number } | null) : null
    return html`
      <error-panel .error=${this.error}></error-panel>
      ${details?.line === undefined ? nothing : html`<p class="small">${words().interchange.atLine(details.line)}</p>`}
    `
  }

  #start() {
    const { interchange } = words()
    return html`
      <p>${interchange.intro}</p>
      <div
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${(event: DragEvent) => this.#hover(event, true)}
        @dragleave=${(event: DragEvent) => this.#hover(event, false)}
        @drop=${(event: DragEvent) => this.#drop(event)}
      >
        ${icon('upload')}
        <p>${interchange.drop}</p>
        <button class="button primary" ?disabled=${this.work !== null} @click=${() => this.input.click()}>
          ${interchange.choose}
        </button>
        <p class="help">${interchange.accepted(scheduleLimits.bytes / 1024 / 1024)}</p>
        <input
          type="file"
          hidden
          aria-label=${interchange.choose}
          accept=".xml,.ics,.ical,application/xml,text/xml,text/calendar"
          @change=${() => this.#choose(this.input.files)}
        />
      </div>
    `
  }

  #startActions() {
    return html`<button class="button" @click=${() => this.tell('form-closed')}>${words().common.cancel}</button>`
  }

  #dryRun(preview: ScheduleImportPreview) {
    return html`
      ${
        this.isChangedMeanwhile
          ? html`<p class="notice amber" role="alert">
              ${icon('triangle-alert')} ${words().interchange.changedMeanwhile}
            </p>`
          : nothing
      }
      <schedule-preview .preview=${preview}></schedule-preview>
    `
  }

  #actions(preview: ScheduleImportPreview) {
    const { interchange } = words()
    const count = countOf(preview)
    const { faulty } = preview.totals
    return html`
      <p class="small muted promise">
        ${icon('info')} ${count === 0 ? interchange.nothingNew : interchange.promise}
        ${faulty > 0 ? interchange.skipped(faulty) : nothing}
      </p>
      <button class="button" ?disabled=${this.work !== null} @click=${() => this.#restart()}>
        ${interchange.again}
      </button>
      <button
        class="button primary"
        ?disabled=${this.work !== null || count === 0}
        aria-busy=${this.work === 'importing'}
        @click=${() => this.#confirm(preview)}
      >
        ${interchange.confirm(count)}
      </button>
    `
  }

  #hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault()
    this.isOver = isOver
  }

  #drop(event: DragEvent): void {
    this.#hover(event, false)
    this.#choose(event.dataTransfer?.files)
  }

  #choose(files: FileList | null | undefined): void {
    const file = files?.[0]
    if (file) void this.#read(file)
    // The same file can be chosen again after it was mended.
    this.input.value = ''
  }

  async #read(file: File): Promise<void> {
    // What is refused by its size alone is not sent first: on a slow line that takes minutes.
    if (file.size > scheduleLimits.bytes) {
      this.error = new ApiError(413, 'schedule-too-large')
      return
    }
    this.file = file
    this.work = 'reading'
    this.error = null
    try {
      this.preview = await previewSchedule(this.congressId, file)
    } catch (error) {
      this.error = error
    } finally {
      this.work = null
    }
  }

  #restart(): void {
    this.file = null
    this.preview = null
    this.error = null
    this.isChangedMeanwhile = false
  }

  async #confirm({ digest }: ScheduleImportPreview): Promise<void> {
    const { file } = this
    if (!file) return
    this.work = 'importing'
    this.error = null
    this.isChangedMeanwhile = false
    try {
      const { created, changed } = await importSchedule(this.congressId, file, digest)
      tellDone(words().interchange.done(created, changed))
      this.tell('schedule-imported')
    } catch (error) {
      const isChanged = error instanceof ApiError && error.code === 'import-changed'
      if (isChanged) await this.#read(file)
      else this.error = error
      this.isChangedMeanwhile = isChanged
    } finally {
      this.work = null
    }
  }
}

/** Events that would be new or changed. */
const countOf = ({ totals }: ScheduleImportPreview): number => totals.new + totals.changed

declare global {
  interface HTMLElementTagNameMap {
    'schedule-import': ScheduleImport
  }
}
