import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import {
  lastDayFor,
  proposeDates,
  type DayChoice,
  type Proposal,
  type ProposedDate,
} from '../../server/conflicts/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { addDays, daysBetween, isDate } from '../../server/format/dates.ts'
import { dateMany } from '../api/congresses.ts'
import { currentCycle } from '../cycle.ts'
import { noCycle } from '../cycles/no-cycle.ts'
import { PageElement } from '../parts/element.ts'
import { areaField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { postponedNotes, type Span } from './postponed-notes.ts'
import { postponedPageStyle } from './postponed-page-style.ts'
import { postponedRow } from './postponed-row.ts'
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
/** Congresses named in a sentence; the rest is counted. */
const mostNamed = 4

/** Days that moved on their own: where each stood before. */
type Moved = ReadonlyMap<string, string>

/** What was proposed, and from what. */
interface KeptProposal {
  key: readonly unknown[]
  byHand: ReadonlyMap<string, DayChoice>
  proposal: Proposal
  moved: Moved
}

/** /postponed — congresses that were put off without a date get new ones: proposed, changed by hand, given in one act. */
@customElement('postponed-page')
export class PostponedPage extends PageElement {
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { from: '', to: '', weekdays: '12345' })
  readonly #form = new Form(this, { reason: '', paperNumber: '' })
  /** Rows in whose date something is typed that is no day. */
  @state() private unreadable: ReadonlySet<string> = new Set()
  /** The ends of the span in which something is typed that is no day. */
  @state() private unreadableEnds: readonly string[] = []
  @state() private byHand: ReadonlyMap<string, DayChoice> = new Map()
  @state() private leftOut: ReadonlySet<string> = new Set()
  @state() private shown = pageLength
  #kept: KeptProposal | null = null

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
    const fault = this.unreadableEnds.length > 0 ? words().parts.date.wrong : faultOf(span)
    return html`
      <p class="muted help">${dates.help} ${dates.stateHelp}</p>
      ${this.#wish(span)}
      ${fault === null ? this.#proposals(loaded, undated, span) : html`<p class="fault" role="alert">${fault}</p>`}
    `
  }

  /** First and last day as the address says; else from a fortnight after today on, as long as the old dates reached and the congresses above allow. */
  #spanOf({ road }: LoadedRoad, undated: readonly Congress[]): Span {
    const wanted = (name: 'from' | 'to') => (isDate(this.#view.get(name)) ? this.#view.get(name) : null)
    const from = wanted('from') ?? addDays(road.today, noticeDays)
    return { from, to: wanted('to') ?? lastDayFor(road, undated, from) }
  }

  /** The proposal, and which days of it moved since the one before although nobody changed what is wished. */
  #propose(loaded: LoadedRoad, undated: readonly Congress[], span: Span): { proposal: Proposal; moved: Moved } {
    const weekdays = this.#view.get('weekdays')
    const wish = [span.from, span.to, weekdays]
    const key = [...wish, loaded, this.byHand, this.leftOut]
    const kept = this.#kept
    if (kept && key.every((each, at) => each === kept.key[at])) return kept
    const proposal = proposeDates(loaded.road, {
      ...span,
      congresses: undated,
      weekdays: [...weekdays].map(Number),
      byHand: this.byHand,
      leftOut: this.leftOut,
    })
    const isSameWish = kept !== null && wish.every((each, at) => each === kept.key[at])
    const stood = new Map(isSameWish ? kept.proposal.dates.map((each) => [each.congressId, each.choice?.date]) : [])
    const moved = proposal.dates.flatMap(({ congressId, choice }) => {
      const before = stood.get(congressId)
      const isOwnAct = kept?.byHand.get(congressId) !== this.byHand.get(congressId)
      return before !== undefined && choice?.date !== before && !isOwnAct ? [[congressId, before] as const] : []
    })
    this.#kept = { key, byHand: this.byHand, proposal, moved: new Map(moved) }
    return this.#kept
  }

  #wish({ from, to }: Span) {
    const { dates } = words().many
    const weekdays = this.#view.get('weekdays')
    const day = (name: 'from' | 'to', value: string) =>
      html`<div class="field">
        <span class="label" aria-hidden="true">${dates[name]}</span>
        <date-field
          label=${dates[name]}
          .value=${value}
          ?invalid=${this.unreadableEnds.includes(name)}
          @value-unreadable=${() => (this.unreadableEnds = [...this.unreadableEnds, name])}
          @value-changed=${({ detail }: CustomEvent<string | null>) => {
            this.unreadableEnds = this.unreadableEnds.filter((each) => each !== name)
            this.#view.set({ [name]: detail ?? '' })
          }}
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

  #proposals(loaded: LoadedRoad, undated: readonly Congress[], span: Span) {
    const { many, parts } = words()
    const { columns } = many.dates
    const { proposal, moved } = this.#propose(loaded, undated, span)
    const congressOf = new Map(undated.map((congress) => [congress.id, congress]))
    const rest = proposal.dates.length - this.shown
    return html`
      ${postponedNotes(proposal, this.leftOut, span)} ${this.#changes(loaded, congressOf, moved)}
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
              proposal.dates.slice(0, this.shown),
              ({ congressId }) => congressId,
              (proposed) => this.#row(loaded, proposed, congressOf.get(proposed.congressId), moved),
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
      ${this.#give(congressOf, proposal)}
    `
  }

  /** Which days moved on their own, because another line was changed. */
  #changes(loaded: LoadedRoad, congressOf: ReadonlyMap<string, Congress>, moved: Moved) {
    const { dates } = words().many
    const names = [...moved.keys()].map((id) => loaded.unit(congressOf.get(id)?.unitId ?? '')?.name ?? '')
    return html`<div role="status">
      ${names.length === 0 ? nothing : html`<p class="notice blue">${dates.moved(names.length, names.slice(0, mostNamed).join(', '), names.length - mostNamed)}</p>`}
    </div>`
  }

  #row(loaded: LoadedRoad, proposed: ProposedDate, congress: Congress | undefined, moved: Moved) {
    if (!congress) return nothing
    const { id } = congress
    const row = {
      congress,
      proposed,
      isLeftOut: this.leftOut.has(id),
      isByHand: this.byHand.has(id),
      isUnreadable: this.unreadable.has(id),
      movedFrom: moved.get(id) ?? null,
    }
    return postponedRow(loaded, row, {
      toggled: () => this.#toggle(id),
      chosen: (choice) => this.#setByHand(id, choice),
      unreadable: () => (this.unreadable = new Set([...this.unreadable, id])),
    })
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

  #give(congressOf: ReadonlyMap<string, Congress>, { dates }: Proposal) {
    const { many, congresses } = words()
    const { fields } = congresses
    const form = this.#form
    const proposed = dates.filter(({ congressId }) => !this.leftOut.has(congressId))
    const given = proposed.flatMap(({ congressId, choice, dateTo }) => {
      const version = congressOf.get(congressId)?.version
      return choice && dateTo !== null && version !== undefined
        ? [{ id: congressId, version, dateFrom: choice.date, dateTo, halfDay: choice.halfDay }]
        : []
    })
    const unreadable = proposed.filter(({ congressId }) => this.unreadable.has(congressId)).length
    const free = proposed.filter(({ choice, conflicts }) => choice && conflicts.length === 0).length
    return html`<form class="form give card" @submit=${(event: SubmitEvent) => this.#send(event, given)}>
      <p aria-live="polite"><strong>${many.dates.summary(given.length, free)}</strong></p>
      ${unreadable > 0 ? html`<p class="fault" role="alert">${many.dates.unreadable(unreadable)}</p>` : nothing}
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
    this.leftOut = new Set()
    await this.#source.refetch()
  }
}

const faultOf = ({ from, to }: Span): string | null => {
  const { dates } = words().many
  if (to < from) return dates.reversed
  return daysBetween(from, to) > longestSpan ? dates.tooLong : null
}
