import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import type { IssuedForm, Refusal } from '../../server/forms/schema.ts'
import { both } from '../../server/quotas/rules.ts'
import { isSent } from '../../server/unit-lists/rules.ts'
import type { UnitListRow } from '../../server/unit-lists/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listForms, listRefusals } from '../api/forms.ts'
import { listUnitLists, tablesOfUnitLists } from '../api/unit-lists.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { practiceNote } from '../forms/practice-note.ts'
import { tabStyles } from '../parts/tabs.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { listBadge } from './list-state.ts'
import '../forms/issued-list.ts'
import '../forms/returned-heap.ts'
import '../parts/empty-state.ts'
import './list-forms-dialog.ts'

/** More lists than that are looked for on the board. */
const mostNamed = 12

interface Shown {
  lists: readonly UnitListRow[]
  forms: readonly IssuedForm[]
  refusals: readonly Refusal[]
}

/** /congresses/:id/unit-lists/forms — forms on which units tell whom they send, what came back, and who has not answered. */
@customElement('list-forms-page')
export class ListFormsPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'unitLists'
  readonly #view = new ViewState(this, { create: '' })
  @state() private shown: Shown | null = null
  /** What was read is looked at. */
  @state() private isReading = false

  static override styles = [
    ...controls,
    tabStyles,
    css`
      .unsent {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
      }
      .unsent p {
        inline-size: 100%;
        margin: 0;
      }
      .unsent a {
        max-inline-size: 100%;
        white-space: normal;
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, [...tablesOfUnitLists, 'forms', 'refusals', 'calls', 'units'], () => void this.#fetch())
  }

  #cycleId: string | undefined

  protected override willUpdate(): void {
    const cycleId = this.congress?.cycleId
    if (cycleId === this.#cycleId) return
    this.#cycleId = cycleId
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const cycleId = this.#cycleId
    if (cycleId === undefined) return
    try {
      const [{ lists }, forms, refusals] = await Promise.all([
        listUnitLists(this.congressId),
        listForms(cycleId),
        listRefusals(cycleId),
      ])
      const senders = new Set(lists.map(({ sendingUnitId }) => sendingUnitId))
      this.shown = {
        lists,
        forms: forms.filter(({ kind, congressId }) => kind === 'delegates' && congressId === this.congressId),
        // What a file did not tell may be about this congress.
        refusals: refusals.filter(
          ({ kind, congressId, unitId }) =>
            (kind ?? 'delegates') === 'delegates' &&
            (congressId === null ? unitId === null || senders.has(unitId) : congressId === this.congressId),
        ),
      }
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  protected override actions() {
    if (!this.may('organizer') || this.isReading) return nothing
    return html`<button class="button primary" @click=${() => this.#view.set({ create: 'yes' })}>
      ${icon('plus')} ${words().forms.issue.open}
    </button>`
  }

  protected override body({ cycleId }: Congress, { road }: LoadedRoad) {
    const { common } = words()
    const { shown } = this
    if (!shown) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    return html`<div class="stack">
        ${
          this.may('organizer')
            ? html`<returned-heap
                .cycleId=${cycleId}
                .congressId=${this.congressId}
                @heap-shown=${({ detail }: CustomEvent<boolean>) => (this.isReading = detail)}
                @heap-left=${() => this.#fetch()}
              ></returned-heap>`
            : nothing
        }
        ${this.isReading ? nothing : this.#sent(shown, road)}
      </div>
      ${
        this.#view.get('create') === ''
          ? nothing
          : html`<list-forms-dialog
              .congressId=${this.congressId}
              .lists=${shown.lists}
              .forms=${shown.forms}
              @form-closed=${() => this.#view.set({ create: '' })}
              @forms-issued=${() => {
                this.#view.set({ create: '' })
                void this.#fetch()
              }}
            ></list-forms-dialog>`
      }`
  }

  #sent({ lists, forms, refusals }: Shown, { cycle, today }: LoadedRoad['road']) {
    const { lists: text } = words().forms
    if (forms.length + refusals.length === 0) {
      return html`<empty-state icon="file-spreadsheet" heading=${text.none} sentence=${text.help}></empty-state>`
    }
    return html`${practiceNote(cycle.standsOn)} ${this.#unsent(lists)}
      <issued-list
        .forms=${forms}
        .refusals=${refusals}
        kind="delegates"
        today=${today}
        @refusal-dismissed=${() => this.#fetch()}
      ></issued-list>`
  }

  /** Reading a workbook submits nothing: lists that hold people and wait for «Gửi lên», each a click away. */
  #unsent(lists: readonly UnitListRow[]) {
    const waiting = lists.filter(
      ({ state: standing, entered, alternates }) => !isSent(standing) && both(entered) + alternates > 0,
    )
    if (waiting.length === 0) return nothing
    const { unitLists: text } = words()
    return html`<nav class="unsent" aria-label=${text.unsent(waiting.length)}>
      <p class="muted">${text.unsent(waiting.length)}</p>
      ${waiting
        .slice(0, mostNamed)
        .map(
          ({ sendingUnitId, name, state: standing, entered, alternates }) =>
            html`<a class="button small" href=${`/congresses/${this.congressId}/unit-lists/${sendingUnitId}`}>
              ${name} · ${text.people(both(entered) + alternates)} ${listBadge(standing)}
            </a>`,
        )}
      ${
        waiting.length > mostNamed
          ? html`<a class="small" href=${`/congresses/${this.congressId}/unit-lists`}>${text.allLists}</a>`
          : nothing
      }
    </nav>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-forms-page': ListFormsPage
  }
}
