import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { formatShortDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import { emptyUnit } from '../../server/units/rules.ts'
import type { NewUnit, Unit } from '../../server/units/schema.ts'
import { changeUnit, createUnit, deleteUnit, listUnits } from '../api/units.ts'
import { comboField, dateField, multiComboField, numberField, textField } from '../parts/field.ts'
import { phoneField, phoneLinks } from '../parts/phone.ts'
import '../calls/call-dialog.ts'
import '../feeds/feed-button.ts'
import { RecordPage } from '../records/record-page.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from './unit-choices.ts'
import { language, translated, words } from '../words/words.ts'

/** /units — the tree of units that hold congresses, with the person to telephone. */
@customElement('units-page')
export class UnitsPage extends RecordPage<Unit, NewUnit> {
  /** The unit whose note of a call is open. */
  @state() private calling: Unit | null = null

  constructor() {
    super(['units'], emptyUnit)
  }

  protected text = () => words().records.units
  protected list = listUnits
  protected create = (values: NewUnit) => createUnit(values)
  protected change = (id: string, values: NewUnit, version: number) => changeUnit(id, { ...values, version })
  protected deleteRecord = deleteUnit
  protected nameOf = ({ name }: Unit) => name
  protected mayChange = () => may('organizer')
  protected mayAdd = () => may('organizer')

  protected override more() {
    const { common } = words()
    return html`
      <feed-button
        kind="unit"
        .targets=${(this.records ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      ></feed-button>
      <a class="button" href="/api/units.xlsx" download>${icon('download')} ${common.export}</a>
      ${
        may('organizer') ? html`<a class="button" href="/import/units">${icon('upload')} ${common.import}</a>` : nothing
      }
    `
  }

  #nameOfParent = ({ parentId }: Unit): string => this.records?.find(({ id }) => id === parentId)?.name ?? ''

  protected columns() {
    const { units } = words().records
    const { fields } = units
    const ended = ({ validTo }: Unit) => (validTo === null ? '' : units.ended(formatShortDate(validTo, language())))
    return [
      { key: 'code', label: fields.code, isNarrow: true, text: ({ code }: Unit) => code },
      {
        key: 'name',
        label: fields.name,
        isTitle: true,
        text: (unit: Unit) => `${unit.name} ${ended(unit)}`,
        draw: (unit: Unit) => html`${unit.name} <span class="muted small">${ended(unit)}</span>`,
      },
      { key: 'type', label: fields.type, isNarrow: true, text: ({ type }: Unit) => translated(type) },
      { key: 'parent', label: fields.parentId, text: this.#nameOfParent },
      { key: 'block', label: fields.block, text: ({ block }: Unit) => translated(block) },
      {
        key: 'staff',
        label: fields.staffNumber,
        isNumber: true,
        text: ({ staffNumber }: Unit) => (staffNumber === null ? '' : formatNumber(staffNumber, language())),
        order: ({ staffNumber }: Unit) => staffNumber ?? -1,
      },
      { key: 'contact', label: fields.contactName, isNarrow: true, text: ({ contactName }: Unit) => contactName },
      {
        key: 'phone',
        isNarrow: true,
        label: fields.contactPhone,
        text: ({ contactPhone }: Unit) => contactPhone,
        draw: (unit: Unit) => this.#phone(unit),
      },
    ]
  }

  /** The number to dial, and the notes of calls with the unit; dialling opens the note. */
  #phone(unit: Unit) {
    const { calls } = words()
    const note = () => (this.calling = unit)
    if (!may('secretariat')) return phoneLinks(unit.contactPhone)
    return html`<span class="phone">
      ${phoneLinks(unit.contactPhone, note)}
      <button
        class="button quiet icon-only small"
        aria-label=${calls.headingWith(unit.name)}
        title=${calls.add}
        @click=${note}
      >
        ${icon('phone')}
      </button>
    </span>`
  }

  override render() {
    const close = () => (this.calling = null)
    return html`${super.render()}
    ${
      this.calling === null
        ? nothing
        : html`<call-dialog .unit=${this.calling} @form-closed=${close} @call-saved=${close}></call-dialog>`
    }`
  }

  protected fieldsOf(unit: Unit | null): NewUnit {
    if (!unit) return emptyUnit
    const { id: _id, version: _version, ...values } = unit
    return values
  }

  protected fields() {
    const { fields } = words().records.units
    const { form } = this
    const others = (this.records ?? []).filter((unit) => unit !== this.edited)
    const choices = unitChoices(others, this.records ?? [])
    return html`
      <div class="columns">
        ${textField(form, 'name', { label: fields.name, maxLength: 200 })}
        ${textField(form, 'code', { label: fields.code, isOptional: true, maxLength: 40 })}
        ${textField(form, 'type', { label: fields.type, help: fields.typeHelp, isOptional: true, maxLength: 80 })}
        ${comboField(form, 'parentId', { label: fields.parentId, isOptional: true, choices })}
        ${textField(form, 'block', { label: fields.block, isOptional: true, maxLength: 120 })}
        ${numberField(form, 'staffNumber', { label: fields.staffNumber, isOptional: true })}
        ${textField(form, 'contactName', { label: fields.contactName, isOptional: true, maxLength: 120 })}
        ${phoneField(form, 'contactPhone', fields.contactPhone)}
        ${textField(form, 'address', { label: fields.address, isOptional: true, maxLength: 300 })}
        ${dateField(form, 'validFrom', { label: fields.validFrom, help: fields.validHelp, isOptional: true })}
        ${dateField(form, 'validTo', { label: fields.validTo, isOptional: true })}
        ${dateField(form, 'windowFrom', { label: fields.windowFrom, help: fields.windowHelp, isOptional: true })}
        ${dateField(form, 'windowTo', { label: fields.windowTo, isOptional: true })}
      </div>
      ${multiComboField(form, 'predecessorIds', { label: fields.predecessorIds, isOptional: true, choices })}
    `
  }
}
