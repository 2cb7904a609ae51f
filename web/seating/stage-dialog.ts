import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { changeStageOrder } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { delegationName, type SeatState } from './seat-state.ts'
import '../parts/combo-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './order-list.ts'

/**
 * Who goes on stage in which batch, one after another: `<stage-order-dialog congressId="…" .seats ?writable>`. Tells
 * `form-closed`.
 */
@customElement('stage-order-dialog')
export class StageOrderDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  @property({ type: Boolean }) writable = false
  @state() private batches: readonly (readonly string[])[] = []
  @state() private isChanged = false
  readonly #form = new Form(this, {})

  static override styles = [
    ...controls,
    css`
      section {
        margin-block: var(--space-2);
      }
      h3 {
        font-size: var(--size);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.batches = this.seats.board.batches
  }

  override render() {
    const { seating, common } = words()
    const { stage: text } = seating
    const { batchesVersion } = this.seats.board
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${this.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <p class="muted">${batchesVersion === 0 ? text.byHonours : text.byHand} ${text.help}</p>
      ${this.batches.map((ids, batch) => this.#batch(ids, batch))}
      ${
        this.writable
          ? html`<button class="button small" type="button" @click=${() => this.#put([...this.batches, []])}>
              ${icon('plus')} ${text.addBatch}
            </button>`
          : nothing
      }
      <error-panel .error=${this.#form.error}></error-panel>
      <div slot="actions">
        ${
          this.writable && batchesVersion > 0
            ? html`<button class="button" type="button" @click=${() => this.#save([])}>${text.useHonours}</button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        ${
          this.writable
            ? html`<button
                class="button primary"
                type="button"
                ?disabled=${!this.isChanged}
                aria-busy=${this.#form.isSending}
                @click=${() => this.#save(this.batches)}
              >
                ${common.save}
              </button>`
            : nothing
        }
      </div>
    </modal-dialog>`
  }

  #batch(ids: readonly string[], batch: number) {
    const { stage: text } = words().seating
    const { people } = this.seats
    const taken = new Set(this.batches.flat())
    const choices = this.seats.board.people.flatMap(({ id, name, delegationId }) =>
      taken.has(id) ? [] : [{ value: id, label: name, detail: delegationName(this.seats, delegationId) }],
    )
    return html`<section>
      <h3>${text.batch(batch + 1)}</h3>
      ${ids.length === 0 ? html`<p class="muted">${text.empty}</p>` : nothing}
      <order-list
        .rows=${ids.map((id) => ({ id, name: people.get(id)?.name ?? '' }))}
        removable
        ?writable=${this.writable}
        @order-changed=${({ detail }: CustomEvent<string[]>) => this.#change(batch, detail)}
      ></order-list>
      ${
        this.writable
          ? html`<combo-field
              label=${text.addTo(batch + 1)}
              .choices=${choices}
              .value=${null}
              @value-changed=${({ detail }: CustomEvent<string | null>) =>
                detail === null ? undefined : this.#change(batch, [...ids, detail])}
            ></combo-field>`
          : nothing
      }
    </section>`
  }

  #change(batch: number, ids: readonly string[]): void {
    this.#put(this.batches.map((each, at) => (at === batch ? ids : each)))
  }

  #put(batches: readonly (readonly string[])[]): void {
    this.batches = batches
    this.isChanged = true
  }

  async #save(batches: readonly (readonly string[])[]): Promise<void> {
    const kept = batches.filter(({ length }) => length > 0).map((ids) => [...ids])
    const version = this.seats.board.batchesVersion
    if (!(await this.#form.submit(() => changeStageOrder(this.congressId, { batches: kept, version })))) return
    tellDone(words().seating.stage.saved)
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-order-dialog': StageOrderDialog
  }
}
