import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { dayKinds, type CalendarDay, type NewCalendarDay } from '../../server/calendar/schema.ts'
import { formatDateRange } from '../../server/format/dates.ts'
import type { Unit } from '../../server/units/schema.ts'
import { changeCalendarDay, createCalendarDay, deleteCalendarDay, listCalendarDays } from '../api/calendar.ts'
import { listUnits } from '../api/units.ts'
import { comboField, dateField, selectField, textField } from '../parts/field.ts'
import { RecordPage } from '../records/record-page.ts'
import { may } from '../session.ts'
import { language, translated, words } from '../words/words.ts'

type Fields = Omit<NewCalendarDay, 'from' | 'to'> & { from: string | null; to: string | null }
const emptyDay: Fields = { from: null, to: null, kind: 'holiday', name: '', unitId: null, basis: '' }

/** /calendar-days — holidays, Tết, Party congresses and blocked days, with what they rest on. */
@customElement('calendar-days-page')
export class CalendarDaysPage extends RecordPage<CalendarDay, Fields> {
  #units: Unit[] = []

  constructor() {
    super(['calendarDays'], emptyDay)
  }

  protected text = () => words().records.days
  protected async list(): Promise<CalendarDay[]> {
    const [units, days] = await Promise.all([listUnits(), listCalendarDays()])
    this.#units = units
    return days
  }
  protected create = (values: Fields) => createCalendarDay(asDay(values))
  protected change = (id: string, values: Fields, version: number) =>
    changeCalendarDay(id, { ...asDay(values), version })
  protected deleteRecord = deleteCalendarDay
  protected nameOf = ({ name }: CalendarDay) => translated(name)
  protected mayChange = () => may('organizer')
  protected mayAdd = () => may('organizer')

  protected columns() {
    const { records, terms } = words()
    const { fields } = records.days
    return [
      {
        key: 'from',
        label: fields.from,
        text: ({ from, to }: CalendarDay) => formatDateRange(from, to, language()),
        order: ({ from }: CalendarDay) => from,
      },
      { key: 'name', label: fields.name, text: ({ name }: CalendarDay) => translated(name) },
      { key: 'kind', label: fields.kind, text: ({ kind }: CalendarDay) => terms.dayKinds[kind] },
      {
        key: 'unit',
        label: fields.unitId,
        text: ({ unitId }: CalendarDay) => this.#units.find(({ id }) => id === unitId)?.name ?? fields.everybody,
      },
      { key: 'basis', label: fields.basis, text: ({ basis }: CalendarDay) => translated(basis) },
    ]
  }

  protected fieldsOf(day: CalendarDay | null): Fields {
    if (!day) return emptyDay
    const { from, to, kind, name, unitId, basis } = day
    return { from, to, kind, name, unitId, basis }
  }

  protected fields() {
    const { records, terms } = words()
    const { fields } = records.days
    const { form } = this
    return html`
      ${textField(form, 'name', { label: fields.name, maxLength: 200 })}
      <div class="columns">
        ${dateField(form, 'from', { label: fields.from })}
        ${dateField(form, 'to', { label: fields.to, isOptional: true })}
        ${selectField(form, 'kind', {
          label: fields.kind,
          choices: dayKinds.map((kind) => [kind, terms.dayKinds[kind]] as const),
        })}
        ${comboField(form, 'unitId', {
          label: fields.unitId,
          isOptional: true,
          choices: this.#units.map(({ id, name }) => ({ value: id, label: name })),
        })}
      </div>
      ${textField(form, 'basis', { label: fields.basis, help: fields.basisHelp, isOptional: true, maxLength: 300 })}
    `
  }
}

/** A single day may be typed once; an empty first day is refused by the server in its field. */
const asDay = ({ from, to, ...values }: Fields): NewCalendarDay => ({
  ...values,
  from: from ?? '',
  to: to ?? from ?? '',
})
