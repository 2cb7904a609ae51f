import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { IssuedForm, Refusal } from '../../server/forms/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/forms.ts'
import { currentCycle, cycles } from '../cycle.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { PageElement } from '../parts/element.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { may, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './issue-dialog.ts'
import './issued-list.ts'
import './returned-heap.ts'
import { practiceNote } from './practice-note.ts'

/** /forms — forms sent to units that never sign in, what came back, and who has not answered. */
@customElement('forms-page')
export class FormsPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { create: '' })
  @state() private forms: readonly IssuedForm[] | null = null
  @state() private refusals: readonly Refusal[] = []
  /** What was read is looked at. */
  @state() private isReading = false
  @state() private error: unknown = null
  #cycleId: string | undefined

  static override styles = controls

  constructor() {
    super()
    session.use(this)
    cycles.use(this)
    new LiveController(this, ['forms', 'refusals', 'units', 'congresses', 'calls'], () => void this.#fetch())
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
          may('organizer')
            ? html`<returned-heap
                .cycleId=${currentCycle()?.id ?? ''}
                @heap-shown=${({ detail }: CustomEvent<boolean>) => (this.isReading = detail)}
                @heap-left=${() => this.#fetch()}
              ></returned-heap>`
            : nothing
        }
        ${
          this.isReading
            ? nothing
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
    if (this.isReading) {
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

  #issued(): void {
    this.#view.set({ create: '' })
    void this.#fetch()
  }
}
