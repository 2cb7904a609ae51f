import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { lastDayFor, proposeDates, type DayChoice, type ProposedDate } from '../../server/conflicts/rules.ts'
import { halfDays, type Congress, type HalfDay } from '../../server/congresses/schema.ts'
import { addDays, daysBetween, formatDateInSentence, formatShortDate, isDate } from '../../server/format/dates.ts'
import { dateMany } from '../api/congresses.ts'
import { wordConflict } from '../conflicts/word-conflict.ts'
import { currentCycle } from '../cycle.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { PageElement } from '../parts/element.ts'
import { areaField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { badge, severityLooks } from '../parts/state-badge.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { postponedPageStyle } from './postponed-page-style.ts'
import { undatedOf } from './undated.ts'
import '../parts/date-field.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'

/** Rows drawn at first; more on demand. */
const pageLength = 60
/** Nobody plans farther ahead, and every day is judged for every congress. */
const longestSpan = 731
/** Postponed congresses are held again in a fortnight at the earliest: papers go out before. */
const noticeDays = 14

/** /postponed — congresses that were put off without a date get new ones: proposed, changed by hand, given in one act. */
@customElement('postponed-page')
export class PostponedPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { from: '', to: '', weekdays: '12345' })
  readonly #form = new Form(this, { reason: '', paperNumber: '' })
  /** Rows in whose date something is typed that is no day. */
  @state() private unreadable: ReadonlySet<string> = new Set()
  @state() private byHand: ReadonlyMap<string, DayChoice> = new Map()
  @state() private leftOut: ReadonlySet<string> = new Set()
  @state() private shown = pageLength
  #kept: { key: unknown[]; proposed: ProposedDate[] } | null = null

  constructor() {
    super()
    session.use(this)
  }

  static override styles = [...controls, postponedPageStyle]

  override render() {
    const { shell, common } = words()
    const { loaded, error } = this.#source
    const heading = shell.pages.postponed
    if (!loaded) {
      return html`<page-header heading=${heading}></page-header> ${
          currentCycle() === null
            ? noCycle()
            : error === null
              ? html`<p class="muted">${common.loading}</p>`
              : html`<error-panel .error=${error} retryable @retried=${() => this.#source.refetch()}></error-panel>`
        }`
    }
    const undated = undatedOf(loaded)
    return html`
      <page-header heading=${heading} .crumbs=${[['/congresses', words().congresses.heading]] as const}></page-header>
      ${undated.length === 0 ? this.#empty() : this.#plan(loaded, undated)}
    `
  }

  #empty() {
    const { dates } = words().many
    return html`<empty-state icon="calendar-clock" heading=${dates.empty} sentence=${dates.emptyHelp}>
      <a class="button primary" href="/congresses">${dates.toCongresses}</a>
    </empty-state>`
  }

  #plan(loaded: LoadedRoad, undated: readonly Congress[]) {
    const { dates } = words().many
    const span = this.#spanOf(loaded, undated)
    const fault = faultOf(span)
    return html`
      <p class="muted help">${dates.help}</p>
      ${this.#wish(span)}
      ${
        fault === null
          ? this.#proposals(loaded, undated, this.#propose(loaded, undated, span))
          : html`<p class="fault" role="alert">${fault}</p>`
      }
    `
  }

  /** First and last day as the address says; else from a fortnight after today on, as long as the old dates reached. */
  #spanOf({ road }: LoadedRoad, undated: readonly Congress[]): { from: string; to: string } {
    const wanted = (name: 'from' | 'to') => (isDate(this.#view.get(name)) ? this.#view.get(name) : null)
    const from = wanted('from') ?? addDays(road.today, noticeDays)
    return { from, to: wanted('to') ?? lastDayFor(undated, from) }
  }

  #propose(loaded: LoadedRoad, undated: readonly Congress[], span: { from: string; to: string }): ProposedDate[] {
    const weekdays = this.#view.get('weekdays')
    const key = [loaded, span.from, span.to, weekdays, this.byHand, this.leftOut]
    if (this.#kept && key.every((each, at) => each === this.#kept?.key[at])) return this.#kept.proposed
    const proposed = proposeDates(loaded.road, {
      ...span,
      congresses: undated.filter(({ id }) => !this.leftOut.has(id)),
      weekdays: [...weekdays].map(Number),
      byHand: this.byHand,
    })
    this.#kept = { key, proposed }
    return proposed
  }

  #wish({ from, to }: { from: string; to: string }) {
    const { dates } = words().many
    const weekdays = this.#view.get('weekdays')
    const day = (name: 'from' | 'to', value: string) =>
      html`<div class="field">
        <span class="label" aria-hidden="true">${dates[name]}</span>
        <date-field
          label=${dates[name]}
          .value=${value}
          @value-changed=${({ detail }: CustomEvent<string | null>) => this.#view.set({ [name]: detail ?? '' })}
        ></date-field>
      </div>`
    return html`<div class="wish">
      ${day('from', from)} ${day('to', to)}
      <fieldset>
        <legend class="label">${dates.weekdays}</legend>
        <div class="row">
          ${[1, 2, 3, 4, 5, 6, 0].map(
            (each) =>
              html`<label class="check">
                <input
                  type="checkbox"
                  .checked=${weekdays.includes(String(each))}
                  @change=${() => this.#toggleWeekday(String(each))}
                />
                <span>${dates.weekday[each]}</span>
              </label>`,
          )}
        </div>
      </fieldset>
    </div>`
  }

  #toggleWeekday(weekday: string): void {
    const weekdays = this.#view.get('weekdays')
    const wanted = weekdays.includes(weekday) ? weekdays.replace(weekday, '') : weekdays + weekday
    this.#view.set({ weekdays: [...wanted].sort().join('') })
  }

  #proposals(loaded: LoadedRoad, undated: readonly Congress[], proposed: readonly ProposedDate[]) {
    const { many, parts } = words()
    const { columns } = many.dates
    const congressOf = new Map(undated.map((congress) => [congress.id, congress]))
    const left = undated.filter(({ id }) => this.leftOut.has(id))
    const rows: ProposedDate[] = [
      ...proposed,
      ...left.map(({ id }) => ({ congressId: id, choice: null, conflicts: [] })),
    ]
    const rest = rows.length - this.shown
    return html`
      <div class="box">
        <table class="table">
          <caption class="visually-hidden">
            ${words().shell.pages.postponed}
          </caption>
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">${columns.choose}</span></th>
              <th scope="col">${columns.unit}</th>
              <th scope="col">${columns.former}</th>
              <th scope="col">${columns.date}</th>
              <th scope="col">${columns.halfDay}</th>
              <th scope="col">${columns.venue}</th>
              <th scope="col">${columns.conflicts}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              rows.slice(0, this.shown),
              ({ congressId }) => congressId,
              (row) => this.#row(loaded, row, congressOf.get(row.congressId)),
            )}
          </tbody>
        </table>
        ${
          rest > 0
            ? html`<button class="button more" @click=${() => (this.shown += pageLength)}>
                ${parts.table.more(rest)}
              </button>`
            : nothing
        }
      </div>
      ${this.#give(congressOf, proposed)}
    `
  }

  #row(loaded: LoadedRoad, { congressId, choice, conflicts }: ProposedDate, congress: Congress | undefined) {
    if (!congress) return nothing
    const { many, terms } = words()
    const { dates } = many
    const unit = loaded.unit(congress.unitId)?.name ?? ''
    const venue = loaded.venue(congress.venueId ?? '')?.name ?? ''
    const isIn = !this.leftOut.has(congressId)
    const { columns } = dates
    const set = (change: Partial<DayChoice>) => {
      const date = change.date ?? choice?.date
      if (date === undefined) return
      this.#setByHand(congressId, { date, halfDay: change.halfDay ?? choice?.halfDay ?? congress.halfDay })
    }
    return html`<tr class=${isIn ? '' : 'out'}>
      <td class="choose">
        <input
          type="checkbox"
          aria-label=${dates.chooseOne(unit)}
          .checked=${isIn}
          @change=${() => this.#toggle(congressId)}
        />
      </td>
      <td class="first">
        <a href=${`/congresses/${congressId}`}>${unit}</a>
        <span class="second">${translated(loaded.reason(congressId)?.reason ?? '')}</span>
      </td>
      <td data-label=${columns.former}>
        ${congress.formerDate === null ? dates.noFormer : formatDateInSentence(congress.formerDate, language())}
      </td>
      <td data-label=${columns.date}>
        ${
          isIn
            ? html`<date-field
                  label=${dates.dateOf(unit)}
                  .value=${choice?.date ?? null}
                  @value-changed=${({ detail }: CustomEvent<string | null>) =>
                    detail === null ? this.#setByHand(congressId, null) : set({ date: detail })}
                  @value-unreadable=${() => (this.unreadable = new Set([...this.unreadable, congressId]))}
                  ?invalid=${this.unreadable.has(congressId)}
                ></date-field>
                ${
                  this.byHand.has(congressId)
                    ? html`<button class="link-button small" @click=${() => this.#setByHand(congressId, null)}>
                        ${dates.asProposed}
                      </button>`
                    : nothing
                }`
            : nothing
        }
      </td>
      <td data-label=${columns.halfDay}>
        ${
          isIn && choice
            ? html`<select
                class="input"
                aria-label=${dates.halfDayOf(unit)}
                @change=${({ target }: Event) => set({ halfDay: (target as HTMLSelectElement).value as HalfDay })}
              >
                ${halfDays.map(
                  (each) =>
                    html`<option value=${each} .selected=${each === choice.halfDay}>${terms.halfDays[each]}</option>`,
                )}
              </select>`
            : nothing
        }
      </td>
      <td class=${venue === '' ? 'empty' : ''} data-label=${columns.venue}>${venue}</td>
      <td data-label=${columns.conflicts}>${isIn ? this.#judged(loaded, choice, conflicts) : nothing}</td>
    </tr>`
  }

  #judged(loaded: LoadedRoad, choice: DayChoice | null, conflicts: ProposedDate['conflicts']) {
    const { dates } = words().many
    if (!choice) return badge('amber', 'triangle-alert', dates.noDay)
    if (conflicts.length === 0) return badge('green', 'circle-check', dates.free)
    const write = (date: string) => formatShortDate(date, language())
    return html`<ul>
      ${conflicts.map(
        (conflict) =>
          html`<li class=${severityLooks[conflict.severity].hue}>
            ${icon(severityLooks[conflict.severity].icon)} ${wordConflict(conflict, loaded, words(), write)}
          </li>`,
      )}
    </ul>`
  }

  #setByHand(id: string, choice: DayChoice | null): void {
    this.unreadable = new Set([...this.unreadable].filter((each) => each !== id))
    const byHand = new Map(this.byHand)
    if (choice) byHand.set(id, choice)
    else byHand.delete(id)
    this.byHand = byHand
  }

  #toggle(id: string): void {
    const others = [...this.leftOut].filter((each) => each !== id)
    this.leftOut = new Set(others.length === this.leftOut.size ? [...others, id] : others)
  }

  #give(congressOf: ReadonlyMap<string, Congress>, proposed: readonly ProposedDate[]) {
    const { many, congresses, parts } = words()
    const { fields } = congresses
    const form = this.#form
    const given = proposed.flatMap(({ congressId, choice }) => {
      const version = congressOf.get(congressId)?.version
      return choice && version !== undefined
        ? [{ id: congressId, version, dateFrom: choice.date, dateTo: choice.date, halfDay: choice.halfDay }]
        : []
    })
    const unreadable = proposed.filter(({ congressId }) => this.unreadable.has(congressId)).length
    const free = proposed.filter(({ choice, conflicts }) => choice && conflicts.length === 0).length
    return html`<form class="form give card" @submit=${(event: SubmitEvent) => this.#send(event, given)}>
      <p aria-live="polite"><strong>${many.dates.summary(given.length, free)}</strong></p>
      ${unreadable > 0 ? html`<p class="fault" role="alert">${parts.date.wrong}</p>` : nothing}
      <div class="columns">
        ${areaField(form, 'reason', { label: fields.reason, help: fields.reasonHelp, isOptional: true, maxLength: 500 })}
        ${textField(form, 'paperNumber', { label: fields.paperNumber, isOptional: true, maxLength: 80 })}
      </div>
      <error-panel
        .error=${form.error}
        @mine-kept=${() => this.#lookAgain()}
        @theirs-taken=${() => this.#lookAgain()}
      ></error-panel>
      <div class="form-actions">
        <button class="button primary" ?disabled=${given.length === 0 || unreadable > 0} aria-busy=${form.isSending}>
          ${many.dates.send(given.length)}
        </button>
      </div>
    </form>`
  }

  #lookAgain(): void {
    this.#form.error = null
    void this.#source.refetch()
  }

  async #send(event: SubmitEvent, congresses: Parameters<typeof dateMany>[0]['congresses']): Promise<void> {
    event.preventDefault()
    if (!(await this.#form.submit((why) => dateMany({ congresses, ...why })))) return
    tellDone(words().many.dates.done(congresses.length))
    this.#form.begin({ reason: '', paperNumber: '' })
    this.byHand = new Map()
    await this.#source.refetch()
  }
}

const faultOf = ({ from, to }: { from: string; to: string }): string | null => {
  const { dates } = words().many
  if (to < from) return dates.reversed
  return daysBetween(from, to) > longestSpan ? dates.tooLong : null
}
