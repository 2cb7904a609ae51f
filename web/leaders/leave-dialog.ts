import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatShortDate } from '../../server/format/dates.ts'
import { halves, type Half, type Leave, type NewLeave } from '../../server/leaders/schema.ts'
import { changeLeave, createLeave, deleteLeave, listLeaves } from '../api/leaders.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** When a leader is away: `<leave-dialog .personId heading="…" from="…" to="…">`. Tells `leave-changed`, `form-closed`. */
@customElement('leave-dialog')
export class LeaveDialog extends WordsElement {
  @property() personId = ''
  @property() heading = ''
  /** Proposed first and last day. */
  @property() from = ''
  @property() to = ''
  @state() private leaves: readonly Leave[] = []
  /** The one that is being changed; null = a new one. */
  @state() private edited: Leave | null = null
  readonly #form = new Form(this, {
    from: null as string | null,
    fromHalf: 'morning' as Half,
    to: null as string | null,
    toHalf: 'afternoon' as Half,
    reason: '',
  })

  static override styles = [
    ...controls,
    css`
      li {
        display: flex;
        gap: var(--space);
        align-items: center;
        justify-content: space-between;
        padding-block: var(--space-half);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ ...this.#form.values, from: this.from || null, to: this.to || null })
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    const all = await listLeaves().catch(() => [])
    this.leaves = all.filter(({ personId }) => personId === this.personId)
    if (!this.leaves.some(({ id }) => id === this.edited?.id)) this.edited = null
  }

  override render() {
    const { common, leaders, terms } = words()
    const { leave: text } = leaders
    const form = this.#form
    const choices = halves.map((half) => [half, terms.halfDays[half]] as const)
    return html`
      <modal-dialog
        heading=${`${text.record}: ${this.heading}`}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="leave" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <div class="columns">
            ${dateField(form, 'from', { label: text.from })}
            ${selectField(form, 'fromHalf', { label: text.fromHalf, choices })}
            ${dateField(form, 'to', { label: text.to })} ${selectField(form, 'toHalf', { label: text.toHalf, choices })}
          </div>
          ${textField(form, 'reason', { label: text.reason, help: text.reasonHelp, isOptional: true, maxLength: 300 })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <section aria-labelledby="leaves">
          <h3 id="leaves">${text.heading}</h3>
          ${this.leaves.length === 0 ? html`<p class="muted">${text.none}</p>` : this.#list()}
        </section>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.close}</button>
          <button class="button primary" form="leave" aria-busy=${form.isSending}>
            ${this.edited === null ? text.record : common.save}
          </button>
        </div>
      </modal-dialog>
    `
  }

  #list() {
    const { leave: text } = words().leaders
    return html`<ul>
      ${this.leaves.map(
        (leave) =>
          html`<li>
            <span>${leaveSpan(leave)} <span class="muted">${leave.reason}</span></span>
            <span>
              <button
                class="button quiet small icon-only"
                aria-label=${text.edit(leaveSpan(leave))}
                @click=${() => this.#edit(leave)}
              >
                ${icon('pencil')}
              </button>
              <button
                class="button quiet small icon-only"
                aria-label=${text.remove(leaveSpan(leave))}
                @click=${() => this.#delete(leave)}
              >
                ${icon('trash-2')}
              </button>
            </span>
          </li>`,
      )}
    </ul>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { required } = words().errors.rules
    const { from, to, ...rest } = this.#form.values
    const faults = { ...(from === null ? { from: required } : {}), ...(to === null ? { to: required } : {}) }
    if (!this.#form.refuse(faults) || from === null || to === null) return
    const isSaved = await this.#form.submit(() => this.#send({ personId: this.personId, from, to, ...rest }))
    if (!isSaved) return
    tellDone(words().leaders.leave.saved)
    this.tell('leave-changed')
    this.tell('form-closed')
  }

  #send(leave: NewLeave): Promise<Leave> {
    return this.edited === null
      ? createLeave(leave)
      : changeLeave(this.edited.id, { ...leave, version: this.edited.version })
  }

  #edit(leave: Leave): void {
    const { from, fromHalf, to, toHalf, reason } = leave
    this.edited = leave
    this.#form.begin({ from, fromHalf, to, toHalf, reason })
  }

  async #delete({ id, version }: Leave): Promise<void> {
    await did(deleteLeave(id, version), words().leaders.leave.deleted)
    this.tell('leave-changed')
    await this.#fetch()
  }
}

/** «Sáng 06/7/2020 – Chiều 07/7/2020» */
const leaveSpan = ({ from, fromHalf, to, toHalf }: Leave): string => {
  const { halfDays } = words().terms
  const write = (date: string) => formatShortDate(date, language())
  return words().leaders.leave.span(write(from), halfDays[fromHalf], write(to), halfDays[toHalf])
}
