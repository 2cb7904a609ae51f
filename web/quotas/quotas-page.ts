import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { baseOfAims, both, isChangedSinceSent, sumOf } from '../../server/quotas/rules.ts'
import type { Quota, QuotaBoard } from '../../server/quotas/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/quotas.ts'
import { ApiError } from '../api/request.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { tabStyles } from '../parts/tabs.ts'
import { tellError } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { aimSentence, aimStanding } from './aim-words.ts'
import type { QuotaTyped } from './quota-board.ts'
import { quotasPageStyle } from './quotas-page-style.ts'
import { tellChanged } from './tell-changed.ts'
import '../parts/empty-state.ts'
import './add-quotas-dialog.ts'
import './plan-dialog.ts'
import './quota-board.ts'
import './quota-dialog.ts'
import './spread-dialog.ts'

type Open = { kind: 'quota'; quota: Quota } | { kind: 'add' } | { kind: 'spread' } | { kind: 'plan' }

/** A number that was refused because another had changed the quota meanwhile. */
interface Refused {
  typed: QuotaTyped
  error: ApiError
}

/** /congresses/:id/quotas — who may send how many delegates, what was entered, and what is missing to the targets. */
@customElement('quotas-page')
export class QuotasPage extends CongressPage {
  protected readonly tab = 'delegates'
  protected override readonly innerTab = 'quotas'
  @state() private board: QuotaBoard | null = null
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private open: Open | null = null
  @state() private refused: Refused | null = null
  @state() private isNarrow = false
  readonly #narrow = matchMedia('(max-width: 700px)')
  #writes: Promise<unknown> = Promise.resolve()
  #fetches = 0

  constructor() {
    super()
    new LiveController(this, api.tablesOfQuotas, ({ congressId }) => {
      if (congressId === null || congressId === this.congressId) void this.#fetch()
    })
  }

  static override styles = [...controls, tabStyles, quotasPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#measure()
    this.#narrow.addEventListener('change', this.#measure)
    void this.#fetch()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#measure)
  }

  readonly #measure = () => {
    this.isNarrow = this.#narrow.matches
  }

  /** What is asked for last is shown, once what is being written has come through. */
  async #fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      await this.#writes
      const board = await api.findQuotaBoard(this.congressId)
      if (asked !== this.#fetches) return
      this.board = board
      this.failure = null
      const ids = new Set(board.quotas.map(({ id }) => id))
      this.chosen = new Set([...this.chosen].filter((id) => ids.has(id)))
    } catch (error) {
      if (asked === this.#fetches) this.failure = error
    }
  }

  protected override actions({ id }: Congress) {
    const { board } = this
    if (!board) return nothing
    const { quotas: text, common } = words()
    const mayWrite = this.may('secretariat')
    const hasRows = board.quotas.length > 0
    return html`
      ${
        hasRows
          ? html`<a class="button" href=${api.quotaExportPath(id)} download>${icon('download')} ${common.export}</a>
              <a class="button" href="/congresses/${id}/papers?paper=quota-notice"
                >${icon('printer')} ${text.notice}</a
              >`
          : nothing
      }
      ${
        mayWrite
          ? html`<a class="button" href="/congresses/${id}/lists?list=quotas">${icon('upload')} ${text.bring}</a>
              <button class="button ${hasRows ? '' : 'primary'}" @click=${() => (this.open = { kind: 'add' })}>
                ${icon('plus')} ${text.add}
              </button>`
          : nothing
      }
      ${
        mayWrite && hasRows
          ? html`<button class="button primary" @click=${() => (this.open = { kind: 'spread' })}>
              ${icon('share-2')} ${text.spread}
            </button>`
          : nothing
      }
    `
  }

  protected override body(congress: Congress, loaded: LoadedRoad) {
    const { common, quotas: text } = words()
    const { board } = this
    if (!board) {
      return this.failure === null
        ? html`<p class="muted">${common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    return html`
      ${this.#summary(board)} ${this.#refusal()}
      ${
        board.quotas.length === 0
          ? html`<empty-state
              icon="table"
              heading=${text.none}
              sentence=${this.may('secretariat') ? text.noneHelp : ''}
            ></empty-state>`
          : html`${this.#selection(board)}
              <quota-board
                .quotas=${board.quotas}
                .chosen=${this.chosen}
                ?writable=${this.may('secretariat')}
                ?narrow=${this.isNarrow}
                @selection-changed=${({ detail }: CustomEvent<string[]>) => (this.chosen = new Set(detail))}
                @quota-opened=${({ detail }: CustomEvent<Quota>) => (this.open = { kind: 'quota', quota: detail })}
                @quota-typed=${({ detail }: CustomEvent<QuotaTyped>) => this.#type(detail)}
              ></quota-board>`
      }
      ${this.#dialog(board, congress, loaded)}
    `
  }

  /** The sums, and how far each target is. */
  #summary(board: QuotaBoard) {
    const { quotas: text } = words()
    const allowed = sumOf(board.quotas)
    const sum = both(allowed)
    const { maximum, entered, uncovered, targets } = board
    const base = baseOfAims(allowed, entered)
    const open = Math.max(0, base - entered.official)
    return html`<div class="card summary">
      <div class="row spread">
        <p>
          <strong>${text.allowed(sum)}</strong> ·
          ${maximum === null ? text.noMaximum : text.ofMaximum(maximum, maximum - sum)} ·
          ${text.enteredOf(entered.official, entered.guests)}
          ${both(uncovered) === 0 ? nothing : html`· <span class="warn">${text.uncovered(both(uncovered))}</span>`}
        </p>
        ${
          this.may('secretariat')
            ? html`<button class="button small" @click=${() => (this.open = { kind: 'plan' })}>
                ${icon('pencil')} ${text.targets}
              </button>`
            : nothing
        }
      </div>
      ${
        targets.length === 0
          ? nothing
          : html`<ul>
              ${targets.map((target) => {
                const { sentence, hue } = aimStanding(target, base, open)
                return html`<li class="badge edge ${hue}"><span>${aimSentence(target)}: ${sentence}</span></li>`
              })}
            </ul>`
      }
    </div>`
  }

  #selection({ quotas }: QuotaBoard) {
    if (!this.may('secretariat')) return nothing
    const { quotas: text } = words()
    const chosen = quotas.filter(({ id }) => this.chosen.has(id))
    // A block or a group is no unit: there is nobody to send its places to.
    const open = quotas.filter((quota) => quota.sent === null || isChangedSinceSent(quota))
    const toSend = (chosen.length > 0 ? chosen : open).filter(({ unitId }) => unitId !== null)
    return html`<div class="row selection">
      <button class="button" ?disabled=${toSend.length === 0} @click=${() => this.#send(toSend)}>
        ${icon('log-out')} ${text.send(toSend.length)}
      </button>
      ${
        chosen.length === 0
          ? nothing
          : html`<span class="small" aria-live="polite">${text.selected(chosen.length)}</span>
              <button class="button" @click=${() => this.#remove(chosen)}>
                ${icon('trash-2')} ${text.edit.remove}
              </button>`
      }
    </div>`
  }

  /** Both numbers of a quota that another changed meanwhile. */
  #refusal() {
    if (!this.refused) return nothing
    const { quotas: text } = words()
    const { typed, error } = this.refused
    const theirs = this.board?.quotas.find(({ id }) => id === typed.quota.id)
    const compared = (['official', 'guests'] as const).flatMap((which) => {
      const mine = typed.change[which]
      return mine === undefined
        ? []
        : [{ label: text[which], mine: String(mine), theirs: String(theirs?.[which] ?? '') }]
    })
    return html`<error-panel
      .error=${error}
      .compared=${compared}
      @mine-kept=${() => {
        this.refused = null
        if (theirs) this.#type({ ...typed, quota: theirs })
      }}
      @theirs-taken=${() => (this.refused = null)}
    ></error-panel>`
  }

  #dialog(board: QuotaBoard, congress: Congress, loaded: LoadedRoad) {
    const { open } = this
    if (open === null) return nothing
    const close = () => {
      this.open = null
      void this.#fetch()
    }
    switch (open.kind) {
      case 'add':
        return html`<add-quotas-dialog
          .congress=${congress}
          .loaded=${loaded}
          .quotas=${board.quotas}
          @form-closed=${close}
        ></add-quotas-dialog>`
      case 'spread':
        return html`<spread-dialog
          congressId=${congress.id}
          .board=${board}
          .chosen=${this.chosen}
          @form-closed=${close}
        ></spread-dialog>`
      case 'plan':
        return html`<quota-plan-dialog
          congressId=${congress.id}
          .board=${board}
          @form-closed=${close}
        ></quota-plan-dialog>`
      case 'quota':
        return html`<quota-dialog
          congressId=${congress.id}
          .quota=${open.quota}
          @form-closed=${close}
          @quota-removed=${({ detail }: CustomEvent<Quota>) => {
            this.open = null
            void this.#remove([detail])
          }}
        ></quota-dialog>`
    }
  }

  /** Shows the number at once and sends it after those before it. */
  #type(typed: QuotaTyped): void {
    this.#put(typed.quota.id, typed.change)
    this.#writes = this.#writes.then(() => this.#write(typed))
  }

  async #write(typed: QuotaTyped): Promise<void> {
    const { quota, change } = typed
    const { id, version } = this.board?.quotas.find((each) => each.id === quota.id) ?? quota
    try {
      await api.changeQuotas(this.congressId, { rows: [{ id, version, ...change, setBy: 'by-hand' }] })
      this.#put(id, { version: version + 1 })
      tellChanged(quota, { ...quota, ...change })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'stale') this.refused = { typed, error }
      else tellError(error)
      // Not waited for: it waits for this write itself.
      void this.#fetch()
    }
  }

  #put(id: string, change: Partial<Quota>): void {
    if (!this.board) return
    const quotas = this.board.quotas.map((quota) => (quota.id === id ? { ...quota, ...change } : quota))
    this.board = { ...this.board, quotas }
  }

  async #send(quotas: readonly Quota[]): Promise<void> {
    await this.#writes
    const rows = quotas.map(({ id, version }) => ({ id, version }))
    await did(api.sendQuotas(this.congressId, { rows }), words().quotas.done.sent(rows.length))
    this.chosen = new Set()
    await this.#fetch()
  }

  async #remove(quotas: readonly Quota[]): Promise<void> {
    await this.#writes
    const rows = quotas.map(({ id, version }) => ({ id, version }))
    await did(api.removeQuotas(this.congressId, { rows }), words().quotas.done.removed(rows.length))
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quotas-page': QuotasPage
  }
}
