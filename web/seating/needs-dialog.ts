import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { usualRankOf } from '../../server/seating/rules/ranks.ts'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { changeSeatNeeds } from '../api/seating.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, comboField, numberField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { delegationName, type SeatState } from './seat-state.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** What a person's seat is given by: `<seat-needs-dialog congressId="…" .seats .person>`. Tells `form-closed`. */
@customElement('seat-needs-dialog')
export class SeatNeedsDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) seats!: SeatState
  @property({ attribute: false }) person!: SeatingPerson
  readonly #form = new Form(this, {
    rank: null as number | null,
    needsStepFree: false,
    needsWheelchair: false,
    companionOf: null as string | null,
  })

  static override styles = [...controls]

  override connectedCallback(): void {
    super.connectedCallback()
    const { rank, needsStepFree, needsWheelchair, companionOf } = this.person
    this.#form.begin({ rank, needsStepFree, needsWheelchair, companionOf })
  }

  override render() {
    const { seating, common } = words()
    const { needsForm: text } = seating
    const form = this.#form
    const usual = usualRankOf(this.person)
    return html`<modal-dialog
      heading=${text.heading(this.person.name)}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="needs" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${numberField(form, 'rank', {
          label: text.rank,
          help: usual === null ? text.rankHelp : text.rankUsual(usual),
          isOptional: true,
        })}
        ${checkField(form, 'needsStepFree', { label: text.stepFree })}
        ${checkField(form, 'needsWheelchair', { label: text.wheelchair })}
        ${comboField(form, 'companionOf', {
          label: text.companionOf,
          help: text.companionHelp,
          isOptional: true,
          choices: this.seats.board.people.flatMap(({ id, name, delegationId }) =>
            id === this.person.id ? [] : [{ value: id, label: name, detail: delegationName(this.seats, delegationId) }],
          ),
        })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="needs" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { needsForm: text, done } = words().seating
    const { rank } = this.#form.values
    if (!this.#form.refuse(rank !== null && (rank < 1 || rank > 9999) ? { rank: text.rankWrong } : {})) return
    const { id: delegateId, needsVersion: version } = this.person
    const send = (values: object) =>
      changeSeatNeeds(this.congressId, this.seats.board.plan.id, { people: [{ delegateId, version, ...values }] })
    if (!(await this.#form.submit(send))) return
    tellDone(done.needs)
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-needs-dialog': SeatNeedsDialog
  }
}
