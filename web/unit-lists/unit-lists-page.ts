import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import type { BothClasses, Quota } from '../../server/quotas/schema.ts'
import { both } from '../../server/quotas/rules.ts'
import { isOpen, isOverdue, isSent } from '../../server/unit-lists/rules.ts'
import { listStates, type ListState, type UnitListBoard, type UnitListRow } from '../../server/unit-lists/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findQuotaBoard, tablesOfQuotas } from '../api/quotas.ts'
import { findUnitList, handOverList, listUnitLists, tablesOfUnitLists } from '../api/unit-lists.ts'
import { did } from '../did.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { tabStyles } from '../parts/tabs.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { badge } from '../parts/state-badge.ts'
import { ViewState } from '../router.ts'
import { tellError } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { blockQuotas } from './block-quotas.ts'
import type { ListAct, ListInHand } from './list-dialog.ts'
import {
  dayOf,
  deadlineBadge,
  endedSentence,
  gapBadge,
  listBadge,
  paperSentence,
  saidBy,
  scanLinks,
} from './list-state.ts'
import '../parts/empty-state.ts'
import './list-dialog.ts'

/** /congresses/:id/unit-lists — what units sent: looked at, approved or given back. */
@customElement('unit-lists-page')
export class UnitListsPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'unitLists'
  readonly #view = new ViewState(this, { state: '' })
  @state() private board: UnitListBoard | null = null
  /** Of units, for their targets, and of blocks that send no list. */
  @state() private quotas: readonly Quota[] = []
  @state() private open: { act: ListAct; row: UnitListRow; people: ListInHand['people'] } | null = null
  #fetches = 0

  constructor() {
    super()
    new LiveController(this, [...new Set([...tablesOfUnitLists, ...tablesOfQuotas])], ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  static override styles = [
    ...controls,
    tabStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space) var(--space-2);
        align-items: center;
        margin-block-end: var(--space-2);
      }
      .table td {
        vertical-align: baseline;
      }
      td p + p,
      td .badge + p {
        margin-block-start: 0.25rem;
      }
      /* The unit is what a row is read by: all others are as narrow as what stands in them. */
      .unit {
        min-inline-size: 11rem;
      }
      .states {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }
      .lists .number {
        inline-size: 1%;
        white-space: normal;
      }
      .lists .entered {
        min-inline-size: 12rem;
      }
      .class {
        white-space: nowrap;
      }
      .said {
        max-inline-size: 22rem;
        overflow-wrap: anywhere;
      }
      .blocks {
        margin-block-start: var(--space-4);
      }
      .blocks h2,
      .blocks p {
        margin-block-end: var(--space);
      }
      .warn {
        color: var(--amber);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        justify-content: flex-end;
      }
      @media (max-width: 700px) {
        table,
        tbody,
        tr,
        td {
          display: block;
          inline-size: 100%;
        }
        thead {
          display: none;
        }
        tr {
          margin-block-end: var(--space);
          padding: var(--space);
          border: 1px solid var(--line);
          border-radius: var(--radius);
          background: var(--surface);
        }
        td {
          padding: 0.25rem 0;
          border: 0;
        }
        .table td.number {
          inline-size: 100%;
          text-align: start;
        }
        td[data-label]::before {
          content: attr(data-label) ': ';
          color: var(--muted);
        }
        td:empty,
        .said:not(:has(p)) {
          display: none;
        }
        .acts {
          justify-content: flex-start;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      const [board, { quotas }] = await Promise.all([listUnitLists(this.congressId), findQuotaBoard(this.congressId)])
      if (asked !== this.#fetches) return
      Object.assign(this, { board, quotas })
      this.failure = null
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  protected override actions({ id }: Congress) {
    return html`<a class="button primary" href=${`/congresses/${id}/unit-lists/forms`}>
      ${icon('file-spreadsheet')} ${words().forms.lists.open}
    </a>`
  }

  protected override body(congress: Congress, { road: { today } }: LoadedRoad) {
    const { common, unitLists: text } = words()
    const { board } = this
    if (!board) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    if (board.lists.length === 0) {
      return html`<empty-state icon="table" heading=${text.noneSent} sentence=${text.noneSentHelp}>
          <a class="button" href=${`/congresses/${congress.id}/quotas`}
            >${icon('layers')} ${words().shell.pages.quotas}</a
          >
        </empty-state>
        ${blockQuotas(this.quotas)}`
    }
    const chosen = this.#view.get('state')
    const late = board.lists.filter((each) => isOverdue(each.deadline, each.state, today)).length
    const asked = board.lists.filter(({ correctionReason }) => correctionReason !== '').length
    const found = board.lists.filter(({ state: each }) => chosen === '' || each === chosen)
    const count = (states: readonly ListState[]) => board.lists.filter((each) => states.includes(each.state)).length
    return html`
      <div class="head">
        ${chipSelect({
          label: text.filter,
          value: chosen,
          all: text.all,
          choices: listStates.map((each) => [each, text.withCount(text.states[each], count([each]))]),
          choose: (value) => this.#view.set({ state: value }),
        })}
        <span class="small muted" aria-live="polite">
          ${text.sum(board.lists.length, count(['submitted']), count(['approved']))}
        </span>
        ${asked === 0 ? nothing : badge('amber', 'message-square', text.correctionsAsked(asked))}
        ${late === 0 ? nothing : badge('red', 'clock', text.overdueLists(late))}
      </div>
      <table class="table lists">
        <thead>
          <tr>
            <th class="unit">${text.unit}</th>
            <th>${text.state}</th>
            <th class="number">${text.allowed}</th>
            <th class="number">${text.entered}</th>
            <th class="number">${text.approved}</th>
            <th>${text.word}</th>
            <th><span class="visually-hidden">${common.edit}</span></th>
          </tr>
        </thead>
        <tbody>
          ${found.map((row) => this.#row(row, today))}
        </tbody>
      </table>
      ${blockQuotas(this.quotas)} ${this.#dialog()}
    `
  }

  #row(row: UnitListRow, today: string) {
    const { unitLists: text } = words()
    const { name, state: standing, allowed, entered, approved, alternates, endedOn, successors } = row
    return html`<tr>
      <td class="unit">
        <a href=${`/congresses/${this.congressId}/unit-lists/${row.sendingUnitId}`}>${name}</a>
        ${
          endedOn === null
            ? nothing
            : html`<p class="small warn">${icon('triangle-alert')} ${endedSentence(endedOn, successors)}</p>`
        }
        ${row.isQuotaSent ? nothing : html`<p class="small muted">${text.notSeen}</p>`}
      </td>
      <td>
        <span class="states">
          ${listBadge(standing, both(entered) + alternates)}
          ${row.correctionReason === '' ? nothing : badge('amber', 'message-square', text.correctionAsked)}
          ${isOpen(standing) ? deadlineBadge(row.deadline, isOverdue(row.deadline, standing, today)) : nothing}
        </span>
      </td>
      <td class="number" data-label=${text.allowed}>${byClass(allowed)}</td>
      <td class="number entered" data-label=${text.entered}>
        ${byClass(entered)} ${gapBadge(allowed, entered)}
        ${alternates === 0 ? nothing : html`<p class="small muted">${text.alternates(alternates)}</p>`}
      </td>
      <td class="number" data-label=${text.approved}>${standing === 'approved' ? byClass(approved) : '–'}</td>
      <td class="said small">${this.#said(row)}</td>
      <td><span class="acts">${this.#acts(row)}</span></td>
    </tr>`
  }

  #said({ state: standing, remark, correctionReason, excessReason, corrections, ...row }: UnitListRow) {
    const { unitLists: text } = words()
    const lines = [
      row.submittedAt === null ? '' : text.submittedBy(row.submittedBy, dayOf(row.submittedAt)),
      standing === 'approved' && row.decidedAt !== null
        ? `${text.states.approved}: ${text.decidedBy(row.decidedBy, dayOf(row.decidedAt))}`
        : '',
      paperSentence(row.paperNumber, row.paperDate, standing === 'approved'),
      excessReason === '' ? '' : text.excess(excessReason),
      corrections === 0 ? '' : text.correctedCount(corrections),
    ].filter(Boolean)
    return html`${saidBy(text.correction, correctionReason)} ${saidBy(text.remark, remark)}
    ${lines.map((line) => html`<p class="muted">${line}</p>`)}
    ${row.scans.length === 0 ? nothing : html`<p>${scanLinks(row.scans)}</p>`}`
  }

  #acts(row: UnitListRow) {
    if (!this.may('organizer')) return nothing
    return html`${isSent(row.state) ? this.#decisions(row) : nothing} ${this.#handOver(row)}`
  }

  /**
   * The list of a unit that was merged goes on with the one that came in its place; of one that was split a person says
   * with which of them.
   */
  #handOver({ sendingUnitId: unitId, name: former, endedOn, successors, version }: UnitListRow) {
    if (endedOn === null) return nothing
    const { unitLists: text } = words()
    return successors.map(({ id: successorId, name, entered }) => {
      const handOver = async () => {
        const handed = handOverList({ congressId: this.congressId, unitId }, { successorId, version })
        await did(handed, text.done.handedOver(former, name))
        await this.#fetch()
      }
      return html`<button class="button small" @click=${handOver}>
        ${icon('arrow-left-right')}
        ${successors.length === 1 ? text.handOver(name) : text.handOverTo(name, both(entered))}
      </button>`
    })
  }

  #decisions(row: UnitListRow) {
    const { unitLists: text } = words()
    const button = (act: ListAct, isFirst = false) =>
      html`<button
        class="button small ${isFirst ? 'primary' : ''}"
        aria-label=${text.actOn(text[act], row.name)}
        @click=${() => this.#begin(act, row)}
      >
        ${text[act]}
      </button>`
    return html`${row.state === 'submitted' ? button('approve', true) : button('paper')} ${button('giveBack')}`
  }

  /** What is said to a unit may be about single people of its list. */
  async #begin(act: ListAct, row: UnitListRow): Promise<void> {
    const place = { congressId: this.congressId, unitId: row.sendingUnitId }
    try {
      const people = act === 'giveBack' ? (await findUnitList(place)).delegates : []
      this.open = { act, row, people }
    } catch (error) {
      tellError(error)
    }
  }

  #dialog() {
    const { open } = this
    if (open === null) return nothing
    const { row, act, people } = open
    const aims = this.quotas.find(({ unitId }) => unitId === row.sendingUnitId)?.aims ?? []
    const list: ListInHand = { ...row, unitName: row.name, aims, missing: [], people }
    return html`<unit-list-dialog
      .place=${{ congressId: this.congressId, unitId: row.sendingUnitId }}
      .act=${act}
      .list=${list}
      @form-closed=${() => {
        this.open = null
        void this.#fetch()
      }}
    ></unit-list-dialog>`
  }
}

/** The classes one below the other where the column is narrow. */
const byClass = ({ official, guests }: BothClasses) =>
  words()
    .unitLists.both(official, guests)
    .split(/(?<=,) /u)
    .map((each) => html`<span class="class">${each}</span> `)

declare global {
  interface HTMLElementTagNameMap {
    'unit-lists-page': UnitListsPage
  }
}
