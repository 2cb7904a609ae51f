import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { isRoundYear, yearsOf } from '../../server/calendar/rules.ts'
import { dayKinds, type CalendarDay, type NewCalendarDay } from '../../server/calendar/schema.ts'
import { formatDateRange } from '../../server/format/dates.ts'
import type { Unit } from '../../server/units/schema.ts'
import {
  addYearOfDays,
  changeCalendarDay,
  createCalendarDay,
  deleteCalendarDay,
  listCalendarDays,
} from '../api/calendar.ts'
import { listUnits } from '../api/units.ts'
import { tellNote, tellDone, tellError } from '../parts/toast-stack.ts'
import { comboField, dateField, numberField, selectField, textField } from '../parts/field.ts'
import { tabStyles } from '../parts/tabs.ts'
import { RecordPage } from '../records/record-page.ts'
import { may, mayEverywhere, session } from '../session.ts'
import { icon } from '../style/icons.ts'
import { calendarTabs } from './calendar-tabs.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { language, translated, words } from '../words/words.ts'

type Fields = Omit<NewCalendarDay, 'from' | 'to'> & { from: string | null; to: string | null }
const emptyDay: Fields = { from: null, to: null, kind: 'holiday', name: '', unitId: null, sinceYear: null, basis: '' }

/** /calendar/days — holidays, days worked in exchange, Party congresses, blocked days and anniversaries, with what they rest on. */
@customElement('calendar-days-page')
export class CalendarDaysPage extends RecordPage<CalendarDay, Fields> {
  #units: Unit[] = []
  @state() private year = new Date().getFullYear()

  constructor() {
    super(['calendarDays'], emptyDay)
  }

  static override styles = [
    ...RecordPage.styles,
    tabStyles,
    css`
      .year {
        inline-size: 6rem;
      }
    `,
  ]

  protected text = () => words().records.days

  protected override above() {
    return calendarTabs('days')
  }

  /** Everybody's days are the installation's; whoever organizes one unit adds them for this unit. */
  protected override more() {
    if (!may('organizer')) return nothing
    const { calendar } = words()
    return html`<span class="row">
      <input
        class="input year"
        type="number"
        min="2000"
        max="2100"
        aria-label=${calendar.year}
        .value=${String(this.year)}
        @input=${({ target }: Event) => (this.year = Number((target as HTMLInputElement).value))}
      />
      <button class="button" ?disabled=${this.year < 2000 || this.year > 2100} @click=${() => this.#addYear()}>
        ${icon('plus')} ${calendar.addYear(this.year)}
      </button>
    </span>`
  }

  async #addYear(): Promise<void> {
    const isEverywhere = mayEverywhere('organizer')
    try {
      const { added } = await addYearOfDays({ year: this.year, unitId: isEverywhere ? null : this.#ownUnit })
      const said = words().calendar.yearAdded(added, this.year)
      if (added === 0) tellNote(said)
      else tellDone(said)
      await this.fetchRecords()
    } catch (error) {
      tellError(error)
    }
  }

  /** The unit at which the account organizes. */
  get #ownUnit(): string | null {
    return session.get().grants.find(({ unitId, role }) => unitId !== null && role !== 'viewer')?.unitId ?? null
  }

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
    const { records, terms, calendar } = words()
    const { fields } = records.days
    return [
      {
        key: 'from',
        label: fields.from,
        text: ({ from, to }: CalendarDay) => formatDateRange(from, to, language()),
        order: ({ from }: CalendarDay) => from,
      },
      { key: 'name', label: fields.name, text: ({ name }: CalendarDay) => translated(name) },
      {
        key: 'kind',
        label: fields.kind,
        text: (day: CalendarDay) => {
          const years = yearsOf(day)
          const round = isRoundYear(years) ? ` (${calendar.round})` : ''
          return [terms.dayKinds[day.kind], years === null ? '' : calendar.years(years) + round]
            .filter(Boolean)
            .join(' · ')
        },
      },
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
    const { from, to, kind, name, unitId, sinceYear, basis } = day
    return { from, to, kind, name, unitId, sinceYear, basis }
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
        ${
          form.values.kind === 'anniversary'
            ? numberField(form, 'sinceYear', { label: fields.sinceYear, help: fields.sinceYearHelp, isOptional: true })
            : nothing
        }
        ${comboField(form, 'unitId', {
          label: fields.unitId,
          isOptional: true,
          choices: unitChoices(this.#units),
        })}
      </div>
      ${textField(form, 'basis', { label: fields.basis, help: fields.basisHelp, isOptional: true, maxLength: 300 })}
    `
  }
}

/** A single day may be typed once; an empty first day is refused by the server in its field. */
const asDay = ({ from, to, sinceYear, ...values }: Fields): NewCalendarDay => ({
  ...values,
  // The year of another kind, chosen since, is no longer shown.
  sinceYear: values.kind === 'anniversary' ? sinceYear : null,
  from: from ?? '',
  to: to ?? from ?? '',
})
