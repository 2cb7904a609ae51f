import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PaperState } from '../../server/documents/schema.ts'
import type { PrintChanges } from '../../server/prints/schema.ts'
import { planOnPapers } from '../../server/seating/rules/plan-on-papers.ts'
import type { SeatingOverview } from '../../server/seating/schema.ts'
import { listPapers } from '../api/documents.ts'
import { listPrints } from '../api/prints.ts'
import { findListedSeats } from '../api/seating.ts'
import { changedNotes, printChanged } from '../papers/changed-notes.ts'
import { isSample } from '../papers/paper-values.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import type { SeatState } from './seat-state.ts'
import { unreleasedOf } from './unreleased.ts'
import '../papers/print-dialog.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** The charts first, then what stands at doors and seats; those that an office adds come last. */
const order = [
  'seating-chart',
  'seating-chart-stage',
  'seating-blocks',
  'seating-delegations',
  'door-list',
  'seat-card',
  'table-tent',
] as const

const placeOf = ({ kind }: PaperState): number => {
  const at = order.findIndex((each) => each === kind)
  return at < 0 ? order.length : at
}

/**
 * All papers of seats, to be looked at or printed, and which state of the plan they show: `<seat-papers-dialog
 * congressId="…" .overview .seats>`, `seats` from the opening on. Tells `form-closed`.
 */
@customElement('seat-papers-dialog')
export class SeatPapersDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) overview!: SeatingOverview
  @property({ attribute: false }) seats!: SeatState
  /** May print, and not only look. */
  @property({ type: Boolean }) writable = false
  @state() private papers: readonly PaperState[] | null = null
  @state() private changes: readonly PrintChanges[] = []
  /** The official plan that was released last; null = none was. */
  #toldId: string | null = null
  /** What is about to be printed: a paper, or of all those that lie printed what changed. */
  @state() private printing: PaperState | 'changed' | 'numbered' | null = null
  @state() private failure: unknown = null

  static override styles = [
    ...controls,
    css`
      ul {
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-half) var(--space);
        align-items: center;
        padding-block: var(--space);
        border-block-end: 1px solid var(--line);
      }
      h3 {
        font-size: inherit;
      }
      li p {
        color: var(--muted);
        font-size: var(--size-dense);
      }
      .acts {
        display: flex;
        gap: var(--space);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      const { congressId } = this
      const [{ papers }, { changes }, { planId }] = await Promise.all([
        listPapers(congressId),
        listPrints(congressId),
        findListedSeats(congressId),
      ])
      this.#toldId = planId
      this.papers = papers.filter(({ group }) => group === 'seating').sort((a, b) => placeOf(a) - placeOf(b))
      this.changes = changes.filter(({ kind }) => this.papers?.some((paper) => paper.kind === kind))
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { common, seatPapers: text } = words()
    const { printing } = this
    if (printing !== null) return this.#printDialog(printing)
    return html`<modal-dialog heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      ${this.papers === null ? nothing : this.#standing()}
      <error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>
      ${
        this.papers === null
          ? this.failure === null
            ? html`<p class="muted" role="status">${common.loading}</p>`
            : nothing
          : html`<ul>
              ${this.papers.map((paper) => this.#line(paper))}
            </ul>`
      }
      <div slot="actions">
        ${this.writable ? printChanged(this.changes, (which) => (this.printing = which)) : nothing}
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
      </div>
    </modal-dialog>`
  }

  /** Which state of which plan is printed. */
  #standing() {
    const { seatPapers: text } = words()
    const { plan } = this.seats.board
    const { plans } = this.overview
    const printed = planOnPapers(plans, this.#toldId)
    const missing = this.#missing
    if (printed?.id === plan.id && plan.releasedNumber > 0 && missing === 0) {
      return html`<p>${text.released(plan.releasedNumber)}</p>`
    }
    const told =
      printed && printed.id !== plan.id
        ? text.otherPlan(translated(printed.name))
        : plan.releasedNumber === 0
          ? text.draft
          : text.missing(plan.releasedNumber, missing)
    return html`<p class="notice amber">${icon('triangle-alert')} <span>${told}</span></p>`
  }

  /** People of the list whose seat the last release does not tell. */
  get #missing(): number {
    const { moved, gone } = unreleasedOf(this.seats)
    return moved.length + gone.filter((id) => this.seats.people.has(id)).length
  }

  #line(paper: PaperState) {
    const { seatPapers: text } = words()
    const title = paper.titles[language()]
    const known = order.find((each) => each === paper.kind)
    const path = `/congresses/${this.congressId}/papers?paper=${paper.kind}`
    return html`<li>
      <div>
        <h3>${title}</h3>
        ${known ? html`<p>${text.helps[known]}</p>` : nothing} ${changedNotes(this.changes, paper.kind)}
      </div>
      <div class="acts">
        <a class="button small" href=${path} aria-label=${text.lookAt(title)}>${icon('eye')} ${text.look}</a>
        ${
          !this.writable || isSample(paper)
            ? nothing
            : html`<button
                class="button small"
                type="button"
                aria-label=${text.print(title)}
                @click=${() => (this.printing = paper)}
              >
                ${icon('printer')} ${words().prints.print}
              </button>`
        }
      </div>
      ${isSample(paper) ? html`<p>${text.none}</p>` : nothing}
    </li>`
  }

  /** The print alone is closed, and the choice of papers is there again. */
  #backToChoice(event: Event): void {
    event.stopPropagation()
    this.printing = null
  }

  #printDialog(printing: NonNullable<SeatPapersDialog['printing']>) {
    const paper = typeof printing === 'string' ? null : printing
    const wanted = language()
    return html`<print-dialog
      congressId=${this.congressId}
      .paper=${paper}
      .kinds=${paper ? null : (this.papers ?? []).map(({ kind }) => kind)}
      .sheet=${paper?.sheet ?? null}
      printed=${paper?.languages.includes(wanted) === false ? 'vi' : wanted}
      which=${typeof printing === 'string' ? printing : 'all'}
      @form-closed=${(event: Event) => this.#backToChoice(event)}
      @print-ended=${() => this.#fetch()}
    ></print-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-papers-dialog': SeatPapersDialog
  }
}
