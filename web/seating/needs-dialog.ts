import { html, nothing } from 'lit'
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
    helper: null as string | null,
  })

  static override styles = [...controls]

  override connectedCallback(): void {
    super.connectedCallback()
    const { rank, needsStepFree, needsWheelchair, companionOf } = this.person
    this.#form.begin({ rank, needsStepFree, needsWheelchair, companionOf, helper: this.#helper?.id ?? null })
  }

  override render() {
    const { seating, common } = words()
    const { needsForm: text } = seating
    const form = this.#form
    const usual = usualRankOf(this.person)
    const { needsWheelchair, needsStepFree, helper } = form.values
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
        ${
          needsWheelchair || needsStepFree || helper !== null
            ? comboField(form, 'helper', {
                ...{ label: text.helper, help: text.helperHelp(this.person.name), isOptional: true },
                choices: this.#others(({ needsWheelchair: isHelpless }) => !isHelpless),
              })
            : nothing
        }
        ${
          needsWheelchair
            ? nothing
            : comboField(form, 'companionOf', {
                ...{ label: text.companionOf(this.person.name), help: text.companionHelp, isOptional: true },
                choices: this.#others(() => true),
              })
        }
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="needs" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  /** Who accompanies the person; of several the first in the list. */
  get #helper(): SeatingPerson | undefined {
    return this.seats.board.people.find(({ companionOf }) => companionOf === this.person.id)
  }

  #others(may: (person: SeatingPerson) => boolean) {
    return this.seats.board.people.flatMap((each) =>
      each.id === this.person.id || !may(each)
        ? []
        : [{ value: each.id, label: each.name, detail: delegationName(this.seats, each.delegationId) }],
    )
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { needsForm: text, done } = words().seating
    const { rank } = this.#form.values
    if (!this.#form.refuse(rank !== null && (rank < 1 || rank > 9999) ? { rank: text.rankWrong } : {})) return
    const { people, plan } = this.seats.board
    const now = this.#helper
    const isSent = await this.#form.submit(({ helper, companionOf, ...own }) => {
      const isNew = helper !== (now?.id ?? null)
      const after = isNew ? people.find(({ id }) => id === helper) : undefined
      const change = (one: SeatingPerson, values: object) => ({
        ...{ delegateId: one.id, version: one.needsVersion },
        ...values,
      })
      return changeSeatNeeds(this.congressId, plan.id, {
        people: [
          change(this.person, { ...own, companionOf: own.needsWheelchair ? null : companionOf }),
          ...(isNew && now ? [change(now, { companionOf: null })] : []),
          ...(after ? [change(after, { companionOf: this.person.id })] : []),
        ],
      })
    })
    if (!isSent) return
    tellDone(done.needs)
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-needs-dialog': SeatNeedsDialog
  }
}
