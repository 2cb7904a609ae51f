import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { arrangementOf, dayOf, type Proposal, type SessionDay } from '../../server/day/rules.ts'
import { latestTap } from '../../server/day/rules/actual-times.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { clockOf, sessionClockOf } from '../../server/programme/rules.ts'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import { clearActualTimes, tapItem } from '../api/day.ts'
import { paperPath } from '../api/documents.ts'
import { arrange } from '../api/programme.ts'
import { clockWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import type { Desk } from '../programme/desk.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { lateBadge, leftWords } from './clock-words.ts'
import { DayClock } from './day-clock.ts'
import { runStyles } from './run-view-style.ts'
import { shownSession } from './shown-session.ts'
import '../parts/empty-state.ts'
import '../parts/more-actions.ts'
import './catch-up.ts'
import './run-sheet.ts'
import './run-through-bar.ts'
import './times-dialog.ts'

type Session = Programme['sessions'][number]

/** The run sheet of the day: what was said to happen, what happened, and what follows from it: `<run-view .desk>`. */
@customElement('run-view')
export class RunView extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  /** The item whose actual times are being put right. */
  @state() private edited: ProgrammeItem | null = null
  #reckoned: { session: Session; minutes: number; day: SessionDay } | null = null
  readonly #view = new ViewState(this, { session: '' })
  readonly #clock = new DayClock(this)

  static override styles = [...controls, runStyles]

  override render() {
    const { sessions } = this.desk.programme
    const session = shownSession(sessions, this.#view.get('session'))
    return session
      ? html`${this.#choices(session)} ${this.#run(session)}`
      : html`<empty-state icon="calendar-clock" heading=${words().day.noSessions}></empty-state>`
  }

  #choices(shown: Session) {
    const { day } = words()
    const { congress, programme } = this.desk
    const screen = (show: string) => `/congresses/${congress.id}/screen?session=${shown.id}&show=${show}`
    const paper = (kind: string) => paperPath(congress.id, kind, { language: 'vi', isSample: false })
    return html`<div class="views row spread no-print">
      ${
        programme.sessions.length < 2
          ? html`<span></span>`
          : html`<div class="sessions row" role="group" aria-label=${day.session}>
              ${programme.sessions.map(
                ({ id, title, date, startsAt }) =>
                  html`<button
                    class="chip"
                    aria-pressed=${id === shown.id}
                    @click=${() => this.#view.set({ session: id })}
                  >
                    <span class="name">${translated(title)}</span>
                    <span class="figures">
                      ${date === null ? '' : `${formatShortDate(date, language())} · `}${startsAt}
                    </span>
                  </button>`,
              )}
            </div>`
      }
      <div class="row">
        <more-actions>
          <a class="button small" href=${screen('now')} target="_blank">${icon('eye')} ${day.screen}</a>
          <a class="button small" href=${screen('timer')} target="_blank">${icon('calendar-clock')} ${day.timer}</a>
          <a class="button small" href=${paper('script')} target="_blank">${icon('printer')} ${day.printScript}</a>
          <a class="button small" href=${paper('run-sheet')} target="_blank">${icon('printer')} ${day.printRunSheet}</a>
        </more-actions>
      </div>
    </div>`
  }

  #run(planned: Session) {
    const standing = this.#clock.standingOf(planned)
    if (!standing) return html`<p class="muted">${words().common.loading}</p>`
    const { session, moment } = standing
    const minutes = Math.floor(moment.seconds / 60)
    const day = this.#dayOf(session, minutes)
    return html`
      ${this.#status(session, day, moment.seconds)}
      ${moment.isItsDay ? this.#tappedAhead(session, minutes) : this.#runThrough(session, moment.seconds)}
      ${
        this.desk.mayEdit && day.isBegun && day.end > day.limit && !day.isOver
          ? html`<catch-up
              .session=${session}
              .minutes=${minutes}
              ?isTrial=${!moment.isItsDay}
              @proposals-chosen=${({ detail }: CustomEvent<Proposal[]>) =>
                moment.isItsDay ? this.#shorten(session, detail) : this.#try(planned, detail)}
            ></catch-up>`
          : nothing
      }
      <run-sheet
        .session=${session}
        .speakers=${this.desk.programme.speakers}
        .day=${day}
        .isReadOnly=${!this.desk.mayEdit}
        @item-begun=${({ detail }: CustomEvent<ProgrammeItem>) => this.#tap(session, detail, 'begin')}
        @item-ended=${({ detail }: CustomEvent<ProgrammeItem>) => this.#tap(session, detail, 'end')}
        @times-asked=${({ detail }: CustomEvent<ProgrammeItem>) => (this.edited = detail)}
      ></run-sheet>
      ${this.edited ? this.#dialog(this.edited, session, minutes) : nothing}
    `
  }

  /** Reckoned, and drawn, once a minute: the clock ticks every second. */
  #dayOf(session: Session, minutes: number): SessionDay {
    if (this.#reckoned?.session !== session || this.#reckoned.minutes !== minutes) {
      this.#reckoned = { session, minutes, day: dayOf(session, minutes) }
    }
    return this.#reckoned.day
  }

  #runThrough(session: Session, seconds: number) {
    return html`<run-through-bar
      .session=${session}
      .seconds=${seconds}
      ?hasTried=${latestTap(session) !== null || this.#clock.hasRunThrough(session)}
      ?isReadOnly=${!this.desk.mayEdit}
      @clock-set=${({ detail }: CustomEvent<number>) => this.#clock.setRunThrough(session, detail)}
      @run-through-ended=${() => this.#clear(session)}
    ></run-through-bar>`
  }

  /** On the day itself what was tapped later than now can only be left of a run-through. */
  #tappedAhead(session: Session, minutes: number) {
    const latest = latestTap(session)
    if (latest === null || latest <= minutes || !this.desk.mayEdit) return nothing
    const { day } = words()
    return html`<p class="notice amber no-print">
      ${icon('triangle-alert')} <span>${day.tappedAhead(clockWords(latest))}</span>
      <button class="button small" @click=${() => this.#clear(session)}>${icon('undo-2')} ${day.clear}</button>
    </p>`
  }

  /** What runs and what comes, how late it is, and the one button that is wanted now. */
  #status(session: Session, day: SessionDay, seconds: number) {
    const { day: say } = words()
    const running = session.items[day.running]
    const next = session.items[day.next]
    const end = (day.times[day.running]?.end ?? 0) * 60
    const plannedLeft = (heldEnd(session, day) ?? end / 60) * 60 - seconds
    return html`<section class="status card" aria-label=${say.now}>
      <div class="clock figures">${clockOf(Math.floor(seconds / 60))}</div>
      <div class="what">
        <p class="current">
          ${
            running
              ? html`<strong>${translated(running.title)}</strong>
                  <span class="figures ${plannedLeft < 0 ? 'over' : ''}">${leftWords(plannedLeft)}</span>`
              : html`<strong>${day.isOver ? say.over : day.isBegun ? say.waiting : say.notBegun}</strong>`
          }
        </p>
        <p class="small muted">
          ${
            next
              ? html`${say.next}: ${translated(next.title)}
                  <span class="figures">${say.at(clockWords(day.times[day.next]?.start ?? 0))}</span> ·`
              : nothing
          }
          <span class="figures">${say.expectedEnd(clockWords(day.end), clockWords(day.limit))}</span>
        </p>
      </div>
      ${lateBadge(day)}
      ${
        this.desk.mayEdit
          ? html`<div class="row taps no-print">
              ${
                running
                  ? html`<button class="button" @click=${() => this.#tap(session, running, 'end')}>
                      ${icon('check')} ${say.endShort}
                    </button>`
                  : nothing
              }
              ${
                next
                  ? html`<button class="button primary" @click=${() => this.#tap(session, next, 'begin')}>
                      ${icon('play')} <span class="cut">${say.begin(translated(next.title))}</span>
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }
    </section>`
  }

  #dialog(item: ProgrammeItem, session: Session, now: number) {
    const close = () => (this.edited = null)
    return html`<times-dialog
      .item=${item}
      .session=${session}
      .now=${now}
      @form-closed=${close}
      @times-saved=${() => {
        close()
        void this.desk.refresh()
      }}
    ></times-dialog>`
  }

  async #tap(session: Session, item: ProgrammeItem, step: 'begin' | 'end'): Promise<void> {
    const { day } = words()
    const standing = this.#clock.standingOf(session)
    if (!standing) return
    const { seconds, isItsDay } = standing.moment
    const title = translated(item.title)
    const isDone = await this.desk.write(
      tapItem(item.id, { step, at: sessionClockOf(Math.floor(seconds / 60)), version: item.version }),
      step === 'begin' ? day.began(title) : day.ended(title),
    )
    if (isDone && step === 'begin' && !isItsDay) this.#clock.beginRunThrough(session, seconds)
  }

  async #clear(session: Session): Promise<void> {
    const { cleared } = words().day
    if (latestTap(session) === null) tellNote(cleared)
    else if (!(await this.desk.write(clearActualTimes(session.id), cleared))) return
    this.#clock.endRunThrough(session)
  }

  #try(session: Session, proposals: readonly Proposal[]): void {
    this.#clock.tryInRunThrough(session, proposals)
    tellNote(words().day.catchUp.tried)
  }

  async #shorten(session: Session, proposals: readonly Proposal[]): Promise<void> {
    const { congress, programme, write } = this.desk
    await write(arrange(congress.id, arrangementOf(programme, session, proposals)), words().day.catchUp.done)
  }
}

/** When the running item ought to be over: so long after it began as it was given. */
const heldEnd = (session: Session, { times, running }: SessionDay): number | null => {
  const item = session.items[running]
  const time = times[running]
  return item && time ? time.start + item.durationMinutes : null
}

declare global {
  interface HTMLElementTagNameMap {
    'run-view': RunView
  }
}
