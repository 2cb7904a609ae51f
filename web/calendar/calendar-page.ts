import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { formatDate, isDate } from '../../server/format/dates.ts'
import { lunarMonthsBetween, lunarText } from '../../server/format/lunar.ts'
import { marksOf, type Marks } from '../../server/road/rules/filter.ts'
import { currentCycle } from '../cycle.ts'
import { levelName } from '../cycles/level-name.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { PageElement } from '../parts/element.ts'
import { tabStyles } from '../parts/tabs.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { calendarLegend } from './calendar-legend.ts'
import { calendarPageStyle } from './calendar-page-style.ts'
import { calendarTabs } from './calendar-tabs.ts'
import { bookingEntry, conflictEntry, congressEntry, dayEntry, leadersOf, personName } from './day-entry.ts'
import { nameOfMonth } from './month-grid.ts'
import { dayEntryStyle } from './day-entry-style.ts'
import { clashesOf, countOf, daysOfMonth, factsOf, gridOf, shiftMonth, type DayFacts } from './month-facts.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './month-grid.ts'

/** /calendar — month and agenda with lunar dates, days of the year, congresses and where the leaders are. */
@customElement('calendar-page')
export class CalendarPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { view: '', month: '', day: '', level: '', leader: '', venue: '' })

  constructor() {
    super()
    session.use(this)
  }

  static override styles = [...controls, tabStyles, dayEntryStyle, calendarPageStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    document.adoptedStyleSheets.push(acrossTheSheet)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== acrossTheSheet)
  }

  override render() {
    const { shell, common } = words()
    const { loaded, error } = this.#source
    if (loaded) return this.#calendar(loaded)
    return html`<page-header heading=${shell.pages.calendar}></page-header> ${
        currentCycle() === null
          ? noCycle()
          : error === null
            ? html`<p class="muted">${common.loading}</p>`
            : html`<error-panel .error=${error} retryable @retried=${() => this.#source.refetch()}></error-panel>`
      }`
  }

  get #isAgenda(): boolean {
    // A month of cells is too narrow for a telephone: there the list comes first.
    const view = this.#view.get('view')
    return view === 'agenda' || (view === '' && matchMedia('(max-width: 700px)').matches)
  }

  #monthOf({ road }: LoadedRoad): string {
    const month = this.#view.get('month')
    if (isDate(`${month}-01`)) return month
    const day = this.#view.get('day')
    return (isDate(day) ? day : road.today).slice(0, 7)
  }

  #calendar(loaded: LoadedRoad) {
    const month = this.#monthOf(loaded)
    const filter = {
      levelId: this.#view.get('level'),
      postId: this.#view.get('leader'),
      venueId: this.#view.get('venue'),
    }
    const dates = this.#isAgenda ? daysOfMonth(month) : gridOf(month)
    const facts = factsOf(loaded.road, dates, filter)
    const marks = marksOf(loaded)
    return html`
      ${this.#head(month)} ${calendarTabs(this.#isAgenda ? 'agenda' : 'month')} ${this.#filters(loaded, month)}
      ${
        this.#isAgenda
          ? this.#agenda(loaded, facts, marks)
          : html`<div class="main">
              <month-grid
                .loaded=${loaded}
                .facts=${facts}
                .month=${month}
                .chosen=${this.#view.get('day')}
                @day-chosen=${({ detail }: CustomEvent<string>) => this.#view.set({ day: detail, month })}
              ></month-grid>
              ${this.#day(loaded, facts, marks)}
            </div>`
      }
      ${calendarLegend(facts, loaded, marks)}
    `
  }

  #head(month: string) {
    const { calendar } = words()
    const dates = daysOfMonth(month)
    const lunar = lunarMonthsBetween(dates[0] ?? '', dates.at(-1) ?? '')
      .map((each) => calendar.lunarMonth(each.month, each.isLeapMonth, each.yearName))
      .join(', ')
    return html`
      <page-header heading=${nameOfMonth(month)}>
        ${lunar === '' ? nothing : html`<span slot="beside" class="muted small">${calendar.lunarMonths(lunar)}</span>`}
        <span slot="actions" class="row">
          <button
            class="button icon-only"
            aria-label=${calendar.earlier}
            title=${calendar.earlier}
            @click=${() => this.#go(shiftMonth(month, -1))}
          >
            ${icon('chevron-left')}
          </button>
          <button class="button" @click=${() => this.#view.set({ month: '', day: '' }, { push: true })}>
            ${calendar.today}
          </button>
          <button
            class="button icon-only"
            aria-label=${calendar.later}
            title=${calendar.later}
            @click=${() => this.#go(shiftMonth(month, 1))}
          >
            ${icon('chevron-right')}
          </button>
          <button class="button icon-only" aria-label=${calendar.print} title=${calendar.print} @click=${() => print()}>
            ${icon('printer')}
          </button>
        </span>
      </page-header>
    `
  }

  #go(month: string): void {
    this.#view.set({ month, day: '' }, { push: true })
  }

  #filters({ road }: LoadedRoad, month: string) {
    const { filters } = words().calendar
    const chip = (name: 'level' | 'leader' | 'venue', all: string, choices: readonly (readonly [string, string])[]) =>
      choices.length === 0
        ? nothing
        : chipSelect({
            label: filters[name],
            value: this.#view.get(name),
            all,
            choices,
            choose: (chosen) => this.#view.set({ [name]: chosen }),
          })
    return html`<div class="row filters no-print">
      ${chipSelect({
        label: words().many.month.label,
        value: month,
        choices: monthsOfCycle(road, month).map((each) => [each, nameOfMonth(each)] as const),
        choose: (chosen) => this.#go(chosen),
      })}
      ${chip(
        'level',
        filters.allLevels,
        road.levels.map((level) => [level.id, levelName(level)] as const),
      )}
      ${chip(
        'leader',
        filters.allLeaders,
        road.posts.map(({ id, name }) => [id, translated(name)] as const),
      )}
      ${chip(
        'venue',
        filters.allVenues,
        road.venues.map(({ id, name }) => [id, name] as const),
      )}
    </div>`
  }

  #day(loaded: LoadedRoad, facts: readonly DayFacts[], marks: Marks) {
    const { calendar } = words()
    const chosen = facts.find(({ date }) => date === this.#view.get('day'))
    return html`<aside class="card no-print" aria-live="polite">
      ${
        chosen
          ? html`<h2>${formatDate(chosen.date, language())}</h2>
              <p class="muted small">${lunarText(chosen.date, words().parts.date.leapMonth)}</p>
              ${countOf(chosen) === 0 ? html`<p class="muted">${calendar.nothing}</p>` : this.#entries(loaded, chosen, marks)}`
          : html`<p class="muted">${calendar.choose}</p>`
      }
      <p><a href="/calendar/days">${calendar.editDays}</a></p>
    </aside>`
  }

  #agenda(loaded: LoadedRoad, facts: readonly DayFacts[], marks: Marks) {
    const { calendar } = words()
    const filled = facts.filter((day) => countOf(day) > 0)
    if (filled.length === 0) return html`<p class="muted">${calendar.nothingInMonth}</p>`
    return html`<ol class="agenda">
      ${filled.map(
        (day) =>
          html`<li class=${day.date === loaded.road.today ? 'today' : ''}>
            <div class="when">
              <h2>${formatDate(day.date, language())}</h2>
              <span class="muted small">${lunarText(day.date, words().parts.date.leapMonth)}</span>
            </div>
            ${this.#entries(loaded, day, marks)}
          </li>`,
      )}
    </ol>`
  }

  #entries(loaded: LoadedRoad, { date, days, congresses, bookings, leaves }: DayFacts, marks: Marks) {
    const { calendar } = words()
    return html`<ul class="entries">
      ${days.map(
        (day) =>
          html`<li>
            ${dayEntry(day)}
            ${day.basis === '' ? nothing : html`<span class="second">${calendar.basis(translated(day.basis))}</span>`}
          </li>`,
      )}
      ${congresses.map((congress) => {
        const leaders = leadersOf(congress, loaded)
        const venue = loaded.venue(congress.venueId ?? '')?.name ?? ''
        return html`<li>
          ${congressEntry(congress, loaded, marks)}
          ${venue === '' ? nothing : html`<span class="second">${venue}</span>`}
          ${leaders === '' ? nothing : html`<span class="second">${calendar.attends(leaders)}</span>`}
        </li>`
      })}
      ${bookings.map((taken) => html`<li>${bookingEntry(taken, date)}</li>`)}
      ${leaves.map(
        ({ personId }) =>
          html`<li>
            <span class="entry amber">${icon('user-round')} ${calendar.away(personName(personId, loaded))}</span>
          </li>`,
      )}
      ${clashesOf(congresses, loaded).map((conflict) => html`<li>${conflictEntry(conflict, loaded)}</li>`)}
    </ul>`
  }
}

/** The months of the cycle, and the one that is shown where it lies beside them. */
const monthsOfCycle = ({ cycle }: LoadedRoad['road'], shown: string): string[] => {
  const last = cycle.endsOn.slice(0, 7)
  const months = [cycle.startsOn.slice(0, 7)]
  while ((months.at(-1) ?? last) < last) months.push(shiftMonth(months.at(-1) ?? last, 1))
  return [...new Set([...months, shown])].sort()
}

/** A month of cells needs the length of the sheet; `@page` counts in a sheet of the document only. */
const acrossTheSheet = new CSSStyleSheet()
acrossTheSheet.replaceSync('@page { size: A4 landscape; margin: 10mm; }')
