import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { notTaken } from '../../server/forms/rules.ts'
import type { IssuedForm, Refusal, ReturnPreview } from '../../server/forms/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/forms.ts'
import { ApiError } from '../api/request.ts'
import { currentCycle, cycles } from '../cycle.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { may, session } from '../session.ts'
import { confirmBar } from '../style/confirm-bar.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './heap-drop.ts'
import './heap-files.ts'
import './issue-dialog.ts'
import './issued-list.ts'
import { practiceNote } from './practice-note.ts'

/** /forms — forms sent to units that never sign in, what came back, and who has not answered. */
@customElement('forms-page')
export class FormsPage extends PageElement {
  readonly #source = new RoadSource(this)
  /** What was read stands in the address, so that a reload shows it again. */
  readonly #view = new ViewState(this, { read: '', create: '' })
  @state() private forms: readonly IssuedForm[] | null = null
  @state() private refusals: readonly Refusal[] = []
  @state() private preview: ReturnPreview | null = null
  @state() private error: unknown = null
  @state() private reading = 0
  @state() private isWriting = false
  @state() private isChangedMeanwhile = false
  #stop: AbortController | null = null
  #cycleId: string | undefined

  static override styles = [
    ...controls,
    confirmBar,
    css`
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

  constructor() {
    super()
    session.use(this)
    cycles.use(this)
    new LiveController(this, ['forms', 'refusals', 'units', 'congresses', 'calls'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const id = this.#view.get('read')
    if (id !== '') void this.#show(api.findReturn(id))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop?.abort()
  }

  protected override willUpdate(): void {
    const cycleId = currentCycle()?.id
    if (cycleId === this.#cycleId) return
    this.#cycleId = cycleId
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const cycleId = currentCycle()?.id
    if (cycleId === undefined) return
    try {
      ;[this.forms, this.refusals] = await Promise.all([api.listForms(cycleId), api.listRefusals(cycleId)])
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { forms, common } = words()
    const { loaded } = this.#source
    if (currentCycle() === null) return html`<page-header heading=${forms.heading}></page-header>${noCycle()}`
    return html`
      ${this.#header(loaded)}
      <div class="stack">
        ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
        ${
          this.preview
            ? this.#heap(this.preview)
            : loaded && this.forms
              ? this.#sent(loaded, this.forms)
              : this.error === null
                ? html`<p class="muted">${common.loading}</p>`
                : nothing
        }
      </div>
      ${
        loaded && this.#view.get('create') !== ''
          ? html`<issue-dialog
              .loaded=${loaded}
              .forms=${this.forms ?? []}
              @form-closed=${() => this.#view.set({ create: '' })}
              @forms-issued=${() => this.#issued()}
            ></issue-dialog>`
          : nothing
      }
    `
  }

  #header(loaded: LoadedRoad | null) {
    const { forms } = words()
    const cycleId = currentCycle()?.id ?? ''
    if (this.preview) {
      return html`<page-header heading=${forms.heap.heading} .crumbs=${[['/forms', forms.heading]]}></page-header>`
    }
    return html`<page-header heading=${forms.heading}>
      <span slot="actions" class="row">
        ${
          this.forms?.some(({ answeredAt, isKnownOtherwise }) => answeredAt === null && !isKnownOtherwise)
            ? html`<a class="button" href=${api.remindersPath(cycleId)} download>
                ${icon('download')} ${forms.list.reminders}
              </a>`
            : nothing
        }
        ${
          loaded && may('organizer')
            ? html`<button class="button primary" @click=${() => this.#view.set({ create: 'yes' })}>
                ${icon('plus')} ${forms.issue.open}
              </button>`
            : nothing
        }
      </span>
    </page-header>`
  }

  #sent({ road }: LoadedRoad, sent: readonly IssuedForm[]) {
    const { forms } = words()
    return html`
      ${
        may('organizer')
          ? html`<heap-drop
              .reading=${this.reading}
              @files-chosen=${({ detail }: CustomEvent<File[]>) => this.#read(detail)}
              @reading-stopped=${() => this.#stop?.abort()}
            ></heap-drop>`
          : nothing
      }
      ${
        sent.length + this.refusals.length === 0
          ? html`<empty-state icon="file-spreadsheet" heading=${forms.none} sentence=${forms.noneHelp}></empty-state>`
          : html`${practiceNote(road.cycle.standsOn)}
              <issued-list
                .forms=${sent}
                .refusals=${this.refusals}
                today=${road.today}
                @refusal-dismissed=${() => this.#fetch()}
              ></issued-list>`
      }
    `
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
        @files-picked=${({ detail }: CustomEvent<number[]>) => this.#show(api.changeReturn(preview.id, { chosen: detail }))}
      ></heap-files>
      <div class="bar no-print">
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

  #issued(): void {
    this.#view.set({ create: '' })
    void this.#fetch()
  }

  async #read(files: readonly File[]): Promise<void> {
    const cycleId = currentCycle()?.id
    if (cycleId === undefined) return
    const stop = new AbortController()
    this.#stop = stop
    this.reading = files.length
    await this.#show(api.startReturn(cycleId, files, stop.signal), stop.signal)
    this.reading = 0
  }

  /** Shows what the server makes of the heap; what went wrong is said above what was there before. */
  async #show(asked: Promise<ReturnPreview>, signal?: AbortSignal): Promise<void> {
    this.error = null
    try {
      this.preview = await asked
      this.#view.set({ read: this.preview.id })
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
    void this.#fetch()
  }
}
