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
import { currentCycle } from '../cycle.ts'
import { ViewState } from '../router.ts'
import { daysOfYears } from './days-of-years.ts'
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
  /** The year whose days are to be added; null = the first of the cycle. */
  @state() private year: number | null = null
  /** Of which year days are shown: '' = those of the cycle's years, `all` = all. */
  readonly #view = new ViewState(this, { year: '' })

  constructor() {
    super(['calendarDays'], emptyDay)
  }

  static override styles = [
    ...RecordPage.styles,
    tabStyles,
    css`
      select {
        inline-size: auto;
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
    const year = this.#year
    return html`<span class="row">
      <select
        class="input"
        aria-label=${calendar.year}
        @change=${({ target }: Event) => (this.year = Number((target as HTMLSelectElement).value))}
      >
        ${yearsOfCycle().map((each) => html`<option value=${each} ?selected=${each === year}>${each}</option>`)}
      </select>
      <button class="button" @click=${() => this.#addYear(year)}>${icon('plus')} ${calendar.addYear(year)}</button>
    </span>`
  }

  get #year(): number {
    const years = yearsOfCycle()
    return this.year !== null && years.includes(this.year) ? this.year : (years[0] ?? new Date().getFullYear())
  }

  protected override shown(days: readonly CalendarDay[]): readonly CalendarDay[] {
    return daysOfYears(days, this.#view.get('year'), yearsOfCycle())
  }

  protected override filters() {
    const { calendar } = words()
    const [first = 0, ...others] = yearsOfCycle()
    const shown = this.#view.get('year')
    const years = [
      ...new Set((this.records ?? []).flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)])),
    ].sort()
    const choices: [string, string][] = [
      ['', calendar.cycleYears(words().shell.cycleYears(String(first), String(others.at(-1) ?? first)))],
      ['all', calendar.allYears],
      ...years.map((year): [string, string] => [year, year]),
    ]
    return html`<select
      slot="filters"
      class="input"
      aria-label=${calendar.shownYear}
      @change=${({ target }: Event) => this.#view.set({ year: (target as HTMLSelectElement).value })}
    >
      ${choices.map(([value, word]) => html`<option value=${value} ?selected=${value === shown}>${word}</option>`)}
    </select>`
  }

  protected override clearFilters(): void {
    this.#view.set({ year: 'all' })
  }

  async #addYear(year: number): Promise<void> {
    const isEverywhere = mayEverywhere('organizer')
    try {
      const { added } = await addYearOfDays({ year, unitId: isEverywhere ? null : this.#ownUnit })
      const said = words().calendar.yearAdded(added, year)
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

/** The years that the cycle touches; without a cycle this one. */
const yearsOfCycle = (): number[] => {
  const { startsOn, endsOn } = currentCycle() ?? { startsOn: String(new Date().getFullYear()), endsOn: '' }
  const [first, last] = [startsOn, endsOn || startsOn].map((date) => Number(date.slice(0, 4)))
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_none, at) => (first ?? 0) + at)
}

/** A single day may be typed once; an empty first day is refused by the server in its field. */
const asDay = ({ from, to, sinceYear, ...values }: Fields): NewCalendarDay => ({
  ...values,
  // The year of another kind, chosen since, is no longer shown.
  sinceYear: values.kind === 'anniversary' ? sinceYear : null,
  from: from ?? '',
  to: to ?? from ?? '',
})
