import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import { notTaken } from '../../server/forms/rules.ts'
import type { ReturnChoice, ReturnPreview } from '../../server/forms/schema.ts'
import * as api from '../api/forms.ts'
import { ApiError } from '../api/request.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { keepFree } from '../parts/kept-free.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { confirmBar } from '../style/confirm-bar.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import './heap-drop.ts'
import type { DecidedRow, MendedCell } from './heap-files.ts'
import './heap-files.ts'

/**
 * Reads a heap of returned forms over its dry run: `<returned-heap .cycleId .congressId>`; `congressId` = only the lists
 * for this congress. Tells `heap-shown` with whether a dry run is looked at, and `heap-left` when it is done or given up.
 */
@customElement('returned-heap')
export class ReturnedHeap extends WordsElement {
  @property() cycleId = ''
  @property() congressId: string | undefined = undefined
  /** What was read stands in the address, so that a reload shows it again. */
  readonly #view = new ViewState(this, { read: '' })
  @state() private preview: ReturnPreview | null = null
  @state() private error: unknown = null
  @state() private reading = 0
  @state() private isWriting = false
  @state() private isChangedMeanwhile = false
  #stop: AbortController | null = null
  #changes: Promise<void> = Promise.resolve()

  static override styles = [
    ...controls,
    confirmBar,
    css`
      :host {
        display: block;
      }
      @media (max-width: 700px) {
        .bar .row,
        .bar .primary {
          inline-size: 100%;
        }
        .bar .primary {
          order: -1;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const id = this.#view.get('read')
    if (id !== '') void this.#show(api.findReturn(id))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop?.abort()
  }

  override render() {
    return html`<div class="stack">
      ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
      ${
        this.preview
          ? this.#heap(this.preview)
          : html`<heap-drop
              .reading=${this.reading}
              @files-chosen=${({ detail }: CustomEvent<File[]>) => this.#read(detail)}
              @reading-stopped=${() => this.#stop?.abort()}
            ></heap-drop>`
      }
    </div>`
  }

  #heap(preview: ReturnPreview) {
    const { heap } = words().forms
    const count = preview.files.filter(({ isChosen }) => isChosen).length
    const refused = notTaken(preview.files).length
    return html`
      ${
        this.isChangedMeanwhile
          ? html`<p class="notice amber" role="alert">${icon('triangle-alert')} ${heap.changedMeanwhile}</p>`
          : nothing
      }
      <p class="muted">
        ${
          preview.unanswered === null
            ? heap.nobody
            : preview.unanswered === 0
              ? heap.everybody
              : heap.unanswered(preview.unanswered)
        }
        ${preview.passedOver === 0 ? nothing : heap.passedOver(preview.passedOver)}
      </p>
      <heap-files
        .preview=${preview}
        ?disabled=${this.isWriting}
        @files-picked=${({ detail }: CustomEvent<number[]>) => this.#change(preview.id, { chosen: detail })}
        @cell-mended=${({ detail }: CustomEvent<MendedCell>) => this.#change(preview.id, { mended: [detail] })}
        @form-row-decided=${({ detail }: CustomEvent<DecidedRow>) => this.#change(preview.id, { decided: [detail] })}
      ></heap-files>
      <div class="bar no-print" ${ref(keepFree)}>
        <p class="small muted">${icon('info')} ${heap.promise} ${refused === 0 ? nothing : heap.kept(refused)}</p>
        <div class="row">
          <button class="button" @click=${() => this.#cancel(preview.id)}>${heap.cancel}</button>
          <button
            class="button primary"
            ?disabled=${count + refused === 0 || this.isWriting}
            aria-busy=${this.isWriting}
            @click=${() => this.#confirm(preview)}
          >
            ${count === 0 && refused > 0 ? heap.keep(refused) : heap.confirm(count)}
          </button>
        </div>
      </div>
    `
  }

  /** One after the other: the answer to the last one shows all of them. */
  #change(id: string, choice: ReturnChoice): void {
    this.#changes = this.#changes.then(() => this.#show(api.changeReturn(id, choice)))
  }

  async #read(files: readonly File[]): Promise<void> {
    const stop = new AbortController()
    this.#stop = stop
    this.reading = files.length
    await this.#show(
      api.startReturn({ cycleId: this.cycleId, congressId: this.congressId }, files, stop.signal),
      stop.signal,
    )
    this.reading = 0
  }

  /** Shows what the server makes of the heap; what went wrong is said above what was there before. */
  async #show(asked: Promise<ReturnPreview>, signal?: AbortSignal): Promise<void> {
    this.error = null
    try {
      this.preview = await asked
      this.#view.set({ read: this.preview.id })
      this.tell('heap-shown', true)
    } catch (error) {
      if (signal?.aborted) return
      this.error = error
      if (!this.preview) this.#view.set({ read: '' })
    }
  }

  async #confirm({ id, digest }: ReturnPreview): Promise<void> {
    this.isWriting = true
    this.isChangedMeanwhile = false
    try {
      const { changed, same, refused } = await api.confirmReturn(id, digest)
      tellDone(words().forms.heap.done(changed, same, refused))
      this.#leave()
    } catch (error) {
      if (error instanceof ApiError && error.code === 'import-changed') {
        await this.#show(api.findReturn(id))
        this.isChangedMeanwhile = true
      } else this.error = error
    } finally {
      this.isWriting = false
    }
  }

  async #cancel(id: string): Promise<void> {
    const isCancelled = await did(
      api.cancelReturn(id).then(() => true),
      words().forms.heap.cancelled,
    )
    if (isCancelled) this.#leave()
  }

  #leave(): void {
    this.preview = null
    this.error = null
    this.isChangedMeanwhile = false
    this.#view.set({ read: '' })
    this.tell('heap-shown', false)
    this.tell('heap-left')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'returned-heap': ReturnedHeap
  }
}
