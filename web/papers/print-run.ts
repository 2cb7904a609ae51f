import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PrintJob } from '../../server/prints/schema.ts'
import { findPrintJob, packagePath, printPath, singlesPath, stopPrintJob } from '../api/prints.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { faultNotices, faultStyles } from './fault-notices.ts'
import '../parts/error-panel.ts'
import '../parts/progress-line.ts'

/** Between two questions how far it is. */
const askedMilliseconds = 400

/**
 * A print that is being made, and then where it is: `<print-run congressId="…" .job=${job}>`. Asks until it has ended.
 * Tells `print-ended`.
 */
@customElement('print-run')
export class PrintRun extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) job!: PrintJob
  @state() private failure: unknown = null
  #timer = 0

  static override styles = [
    ...controls,
    faultStyles,
    css`
      :host {
        display: block;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#askLater()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  #askLater(): void {
    this.#timer = window.setTimeout(() => void this.#ask(), askedMilliseconds)
  }

  async #ask(): Promise<void> {
    if (!this.isConnected || this.job.state !== 'drawing') return
    try {
      this.#take(await findPrintJob(this.congressId))
      this.failure = null
    } catch (error) {
      this.failure = error
    }
    if (this.job.state === 'drawing') this.#askLater()
  }

  #take(job: PrintJob): void {
    this.job = job
    if (job.state !== 'drawing') this.tell('print-ended', job)
  }

  async #stop(): Promise<void> {
    try {
      this.#take(await stopPrintJob(this.congressId))
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { prints } = words()
    const { state, done, all, fault } = this.job
    if (state === 'drawing') {
      return html`
        <progress-line
          label=${prints.drawing}
          .done=${Math.min(done, all)}
          .all=${all}
          stoppable
          @stopped=${() => this.#stop()}
        ></progress-line>
        <error-panel .error=${this.failure}></error-panel>
      `
    }
    if (state === 'stopped') return html`<p class="notice slate" role="status">${icon('ban')} ${prints.stopped}</p>`
    if (state === 'failed') return html`<error-panel .error=${new ApiError(500, fault ?? 'internal')}></error-panel>`
    return this.#made()
  }

  #made() {
    const { prints } = words()
    const { print, packageId } = this.job
    return html`<div class="stack">
      <p class="notice green" role="status">
        ${icon('circle-check')} <span>${packageId === null ? prints.made : prints.packageMade}</span>
      </p>
      <div class="row">
        ${
          print
            ? html`<a class="button primary" href=${printPath(print.id)} target="_blank">
                  ${icon('printer')} ${prints.openPdf}
                </a>
                <a class="button" href=${singlesPath(print.id)} download>${icon('download')} ${prints.singles}</a>`
            : nothing
        }
        ${
          packageId === null
            ? nothing
            : html`<a class="button primary" href=${packagePath(packageId)} download>
                ${icon('download')} ${prints.fetchPackage}
              </a>`
        }
      </div>
      ${faultNotices(print?.cuts ?? [])}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'print-run': PrintRun
  }
}
