import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { compareVietnamese } from '../../server/format/names.ts'
import { delegationsInOrder } from '../../server/seating/rules/problem-of.ts'
import { changeSeatingPlan } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import type { SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './order-list.ts'

/**
 * In which order the delegations of a plan sit: `<delegation-order-dialog congressId="…" .seats ?writable>`. Tells
 * `form-closed`.
 */
@customElement('delegation-order-dialog')
export class DelegationOrderDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  @property({ type: Boolean }) writable = false
  @state() private ids: readonly string[] = []
  readonly #form = new Form(this, {})

  static override styles = [
    ...controls,
    css`
      .starts {
        flex-wrap: wrap;
        margin-block: var(--space);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.ids = delegationsInOrder(this.seats.board).map(({ id }) => id)
  }

  override render() {
    const { seating, common } = words()
    const { order: text } = seating
    const { delegations } = this.seats.board
    const isListed = isSame(this.ids, this.#listed)
    const canSave = this.writable && this.#isChanged
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${canSave}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <p class="muted">${isListed ? text.byList : text.byHand} ${text.help}</p>
      ${
        this.writable && delegations.length > 1
          ? html`<p class="row starts">
              <button
                class="button small"
                type="button"
                ?disabled=${isListed}
                @click=${() => (this.ids = this.#listed)}
              >
                ${text.useList}
              </button>
              <button class="button small" type="button" @click=${() => this.#alphabetical()}>
                ${text.useAlphabet}
              </button>
            </p>`
          : nothing
      }
      ${delegations.length === 0 ? html`<p>${text.none}</p>` : this.#list()}
      <error-panel .error=${this.#form.error}></error-panel>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>
          ${this.writable ? common.cancel : common.close}
        </button>
        ${
          this.writable
            ? html`<button
                class="button primary"
                type="button"
                ?disabled=${!canSave}
                aria-busy=${this.#form.isSending}
                @click=${() => this.#save()}
              >
                ${common.save}
              </button>`
            : nothing
        }
      </div>
    </modal-dialog>`
  }

  #list() {
    const { people: text } = words().seating
    const { delegations, people } = this.seats.board
    const sizes = new Map<string, number>()
    for (const { delegationId } of people) {
      if (delegationId !== null) sizes.set(delegationId, (sizes.get(delegationId) ?? 0) + 1)
    }
    const byId = new Map(delegations.map((each) => [each.id, each]))
    const rows = this.ids.flatMap((id) => {
      const found = byId.get(id)
      return found ? [{ id, name: found.name, detail: text.count(sizes.get(id) ?? 0) }] : []
    })
    return html`<order-list
      .rows=${rows}
      ?writable=${this.writable}
      @order-changed=${({ detail }: CustomEvent<string[]>) => (this.ids = detail)}
    ></order-list>`
  }

  get #listed(): string[] {
    return this.seats.board.delegations.map(({ id }) => id)
  }

  get #isChanged(): boolean {
    return !isSame(
      this.ids,
      delegationsInOrder(this.seats.board).map(({ id }) => id),
    )
  }

  #alphabetical(): void {
    this.ids = [...this.seats.board.delegations]
      .sort((one, other) => compareVietnamese(one.name, other.name))
      .map(({ id }) => id)
  }

  async #save(): Promise<void> {
    const { id, name, kind, phases, layout, version } = this.seats.board.plan
    // None is kept of an order that is the list's own, so that it goes with the list.
    const delegationOrder = isSame(this.ids, this.#listed) ? [] : [...this.ids]
    const body = { name, kind, phases, layout, delegationOrder, version }
    if (!(await this.#form.submit(() => changeSeatingPlan(this.congressId, id, body)))) return
    tellDone(words().seating.order.saved)
    this.tell('form-closed')
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, place) => id === other[place])

declare global {
  interface HTMLElementTagNameMap {
    'delegation-order-dialog': DelegationOrderDialog
  }
}
