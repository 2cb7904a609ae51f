import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { addDays, formatDate, weekdayOf } from '../../server/format/dates.ts'
import { lunarText } from '../../server/format/lunar.ts'
import { marksOf, type Marks } from '../../server/road/rules/filter.ts'
import { WordsElement } from '../parts/element.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { bookingEntry, congressEntry, dayEntry } from './day-entry.ts'
import { dayEntryStyle } from './day-entry-style.ts'
import { clashesOf, countOf, lunarLabel, type DayFacts } from './month-facts.ts'
import { monthGridStyle } from './month-grid-style.ts'

/** Entries in a cell of the month; the day itself shows all. */
const mostInCell = 3

/**
 * Whole weeks of a month as cells: `<month-grid .loaded .facts .month .chosen>`, `facts` from Monday on. Tells
 * `day-chosen` with the date, or '' where the chosen day is left.
 */
@customElement('month-grid')
export class MonthGrid extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) facts: readonly DayFacts[] = []
  /** `2020-09` */
  @property() month = ''
  @property() chosen = ''

  static override styles = [...controls, dayEntryStyle, monthGridStyle]

  override render() {
    const { calendar } = words()
    const { facts } = this
    const marks = marksOf(this.loaded)
    const weeks = Array.from({ length: facts.length / 7 }, (_none, week) => facts.slice(week * 7, week * 7 + 7))
    return html`
      <table @keydown=${(event: KeyboardEvent) => this.#moveByKey(event)}>
        <caption class="visually-hidden">
          ${nameOfMonth(this.month)}
        </caption>
        <thead>
          <tr>
            ${calendar.weekdays.map(
              (name, at) =>
                html`<th scope="col">
                  <span class="long">${name}</span
                  ><span class="short" aria-hidden="true">${calendar.weekdaysShort[at]}</span>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${weeks.map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.#cell(day, marks))}
              </tr>`,
          )}
        </tbody>
      </table>
    `
  }

  #cell(facts: DayFacts, marks: Marks) {
    const { calendar, parts } = words()
    const { date, days, congresses, bookings } = facts
    const count = countOf(facts)
    const kinds = new Set(days.map(({ kind }) => kind))
    const isOff = kinds.has('holiday') || kinds.has('tet') || (weekdayOf(date) >= 5 && !kinds.has('working-day'))
    const isChosen = this.chosen === date
    const isToday = date === this.loaded.road.today
    const entries = [
      ...days.map((day) => dayEntry(day)),
      ...congresses.map((congress) => congressEntry(congress, this.loaded, marks)),
      ...bookings.map((taken) => bookingEntry(taken, date)),
    ]
    const clashes = clashesOf(congresses, this.loaded).length
    const looks = [
      isOff ? 'off' : '',
      date.startsWith(this.month) ? '' : 'outside',
      isChosen ? 'chosen' : '',
      isToday ? 'today' : '',
    ]
    const said = [
      formatDate(date, language()),
      lunarText(date, parts.date.leapMonth),
      calendar.onDay(count),
      clashes > 0 ? calendar.clashes(clashes) : '',
    ]
    return html`<td class=${looks.filter(Boolean).join(' ')}>
      <button
        class="date"
        data-date=${date}
        aria-label=${said.filter(Boolean).join(', ')}
        aria-pressed=${isChosen}
        aria-current=${isToday ? 'date' : 'false'}
        @click=${() => this.tell('day-chosen', isChosen ? '' : date)}
      >
        <span class="number">${Number(date.slice(8))}</span>
        ${
          clashes === 0
            ? nothing
            : html`<span class="clash" title=${calendar.clashes(clashes)}>${icon('triangle-alert')}${clashes}</span>`
        }
        <span class="lunar">${lunarLabel(date, date.endsWith('-01'), parts.date.leapMark)}</span>
      </button>
      <ul>
        ${entries.slice(0, mostInCell).map((entry) => html`<li>${entry}</li>`)}
      </ul>
      ${
        entries.length > mostInCell
          ? html`<button class="link-button small" @click=${() => this.tell('day-chosen', date)}>
              ${calendar.more(entries.length - mostInCell)}
            </button>`
          : nothing
      }
      ${count > 0 ? html`<span class="count" aria-hidden="true">${count}</span>` : nothing}
    </td>`
  }

  /** Arrows go from day to day, as far as the grid reaches. */
  #moveByKey(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
    const step = steps[event.key]
    const date = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined
    if (step === undefined || date === undefined) return
    const next = this.renderRoot.querySelector<HTMLElement>(`[data-date="${addDays(date, step)}"]`)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
}

export const nameOfMonth = (month: string): string =>
  words().calendar.monthName(Number(month.slice(5)), month.slice(0, 4))
