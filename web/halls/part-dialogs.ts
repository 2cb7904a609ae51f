import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { NewBlock, NewTable } from '../../server/halls/rules/edit-add.ts'
import { usualStart } from '../../server/halls/rules/start.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { numberCheck, numberingFields, numberingOf, usualNumberingValues } from './numbering-fields.ts'
import '../parts/modal-dialog.ts'

const limits = { rows: [1, 300], seats: [1, 300], seatPitch: [40, 300], rowPitch: [60, 500], bend: [0, 2000] } as const

/** Rows of seats to be added. Tells `block-made` with a `NewBlock` and `form-closed`. */
@customElement('hall-block-dialog')
export class HallBlockDialog extends WordsElement {
  /** What it is called unless somebody says otherwise. */
  @property({ attribute: false }) proposed = ''
  readonly #form = new Form(this, {
    ...{ name: '', isStage: false, rows: 5 as number | null, seats: 10 as number | null },
    ...{ seatPitch: usualStart.seatPitch as number | null, rowPitch: usualStart.rowPitch as number | null },
    ...{ bend: 0 as number | null, ...usualNumberingValues },
  })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ ...this.#form.values, name: this.proposed })
  }

  override render() {
    const { halls } = words()
    const form = this.#form
    const number = (name: keyof typeof limits, label: string) =>
      numberField(form, name, { label, check: numberCheck(limits[name]) })
    const fields = html`<div class="columns">
        ${number('rows', halls.rows)} ${number('seats', halls.seatsOfRow)} ${number('seatPitch', halls.seatPitch)}
        ${number('rowPitch', halls.rowPitch)} ${number('bend', halls.bend)}
        ${textField(form, 'name', { label: halls.block, isOptional: true, maxLength: 60 })}
      </div>
      ${numberingFields(form)} ${checkField(form, 'isStage', { label: halls.isStage })}`
    return partDialog(this, halls.addBlock, fields, form, () => {
      const faults: Record<string, string> = {}
      for (const [name, limit] of Object.entries(limits)) {
        const sentence = numberCheck(limit)(String(form.values[name as keyof typeof limits] ?? ''))
        if (sentence !== null) faults[name] = sentence
      }
      if (!form.refuse(faults)) return
      const { name, isStage, rows, seats, seatPitch, rowPitch, bend } = form.values
      this.tell('block-made', {
        ...{ name: name.trim(), isStage, rows: rows ?? 1, seats: seats ?? 1, numbering: numberingOf(form.values) },
        ...{ seatPitch: seatPitch ?? usualStart.seatPitch, rowPitch: rowPitch ?? usualStart.rowPitch, bend: bend ?? 0 },
      } satisfies NewBlock)
    })
  }
}

/** A table with seats around it. Tells `table-made` with a `NewTable` and `form-closed`. */
@customElement('hall-table-dialog')
export class HallTableDialog extends WordsElement {
  /** What it is called, and how many chairs it has, unless somebody says otherwise. */
  @property({ attribute: false }) proposed = ''
  @property({ attribute: false }) seats = 1
  readonly #form = new Form(this, { name: '', shape: 'round', seats: 1 as number | null })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ ...this.#form.values, name: this.proposed, seats: this.seats })
  }

  override render() {
    const { halls } = words()
    const form = this.#form
    const check = numberCheck([1, 60])
    const fields = html`
      ${textField(form, 'name', { label: halls.tableName, maxLength: 20 })}
      ${selectField(form, 'shape', { label: halls.isRound, choices: Object.entries(halls.tableShapes) })}
      ${numberField(form, 'seats', { label: halls.tableSeats, check })}
    `
    return partDialog(this, halls.addTable, fields, form, () => {
      const { name, shape, seats } = form.values
      const fault = check(String(seats ?? ''))
      if (!form.refuse(fault === null ? {} : { seats: fault })) return
      this.tell('table-made', { name: name.trim(), isRound: shape === 'round', seats: seats ?? 1 } satisfies NewTable)
    })
  }
}

const partDialog = (
  host: HTMLElement,
  heading: string,
  fields: unknown,
  form: { isChanged: boolean },
  add: () => void,
) => {
  const { halls, common } = words()
  const close = () => host.dispatchEvent(new CustomEvent('form-closed', { bubbles: true, composed: true }))
  return html`<modal-dialog heading=${heading} ?guarded=${form.isChanged} @dialog-closed=${close}>
    <form
      class="form"
      id="part"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        add()
      }}
    >
      ${fields}
    </form>
    <div slot="actions" class="form-actions">
      <button class="button" type="button" @click=${close}>${common.cancel}</button>
      <button class="button primary" form="part">${halls.add}</button>
    </div>
  </modal-dialog>`
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-block-dialog': HallBlockDialog
    'hall-table-dialog': HallTableDialog
  }
}
