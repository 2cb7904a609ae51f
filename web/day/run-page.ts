import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { clockOf, sessionClockOf } from '../../server/programme/rules.ts'
import { arrangementOf, dayOf, type Proposal, type SessionDay } from '../../server/day/rules.ts'
import type { Programme, ProgrammeItem, ProgrammeView } from '../../server/programme/schema.ts'
import { LiveController } from '../api/changes.ts'
import { paperPath } from '../api/documents.ts'
import { clearActualTimes, tapItem } from '../api/day.ts'
import { arrange, findProgramme } from '../api/programme.ts'
import { CongressPage } from '../congresses/congress-page.ts'
import { did } from '../did.ts'
import { tabStyles } from '../parts/tabs.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { lateBadge, leftWords } from './clock-words.ts'
import { DayClock } from './day-clock.ts'
import { runStyles } from './run-page-style.ts'
import { shownSession } from './shown-session.ts'
import '../parts/empty-state.ts'
import '../parts/more-actions.ts'
import './catch-up.ts'
import './run-sheet.ts'
import './times-dialog.ts'

type Session = Programme['sessions'][number]

/** /congresses/:id/run — the run sheet of the day: what was said to happen, what happened, and what follows from it. */
@customElement('run-page')
export class RunPage extends CongressPage {
  protected readonly tab = 'programme'
  @state() private programme: ProgrammeView | null = null
  /** The item whose actual times are being put right. */
  @state() private edited: ProgrammeItem | null = null
  readonly #view = new ViewState(this, { session: '' })
  readonly #clock = new DayClock(this)

  constructor() {
    super()
    new LiveController(this, ['sessions', 'items'], () => void this.#fetch())
  }

  static override styles = [...controls, tabStyles, runStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.programme = await findProgramme(this.congressId)
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  protected override actions() {
    const { day } = words()
    const session = this.#session
    if (!session) return nothing
    const screen = (show: string) => `/congresses/${this.congressId}/screen?session=${session.id}&show=${show}`
    const paper = (kind: string) => paperPath(this.congressId, kind, { language: 'vi', isSample: false })
    return html`
      <a class="button" href=${screen('now')} target="_blank">${icon('eye')} ${day.screen}</a>
      <a class="button" href=${screen('timer')} target="_blank">${icon('timer')} ${day.timer}</a>
      <more-actions>
        <a class="button" href=${paper('script')} target="_blank">${icon('printer')} ${day.printScript}</a>
        <a class="button" href=${paper('run-sheet')} target="_blank">${icon('printer')} ${day.printRunSheet}</a>
      </more-actions>
    `
  }

  get #session(): Session | undefined {
    return shownSession(this.programme?.sessions ?? [], this.#view.get('session'))
  }

  protected override body(_congress: Congress) {
    const { day } = words()
    if (!this.programme) {
      return this.failure === null
        ? html`<p class="muted">${words().common.loading}</p>`
        : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch()}></error-panel>`
    }
    const session = this.#session
    return html`
      ${this.#choices(session)}
      ${
        session
          ? this.#run(session)
          : html`<empty-state icon="calendar-clock" heading=${day.noSessions}>
              <a class="button primary" href=${`/congresses/${this.congressId}/programme`}>${day.compose}</a>
            </empty-state>`
      }
    `
  }

  #choices(shown: Session | undefined) {
    const { day } = words()
    const sessions = this.programme?.sessions ?? []
    return html`<div class="views row spread no-print">
      ${
        sessions.length < 2
          ? html`<span></span>`
          : html`<nav class="row" aria-label=${day.session}>
              ${sessions.map(
                ({ id, title, date, startsAt }) =>
                  html`<a class="chip" href=${`?session=${id}`} aria-current=${id === shown?.id ? 'page' : 'false'}>
                    ${translated(title)}
                    <span class="muted figures">
                      ${date === null ? '' : `${formatShortDate(date, language())} · `}${startsAt}
                    </span>
                  </a>`,
              )}
            </nav>`
      }
      <a class="button small" href=${`/congresses/${this.congressId}/programme`}>${icon('pencil')} ${day.editor}</a>
    </div>`
  }

  #run(session: Session) {
    const moment = this.#clock.momentFor(session)
    if (!moment) return html`<p class="muted">${words().common.loading}</p>`
    const minutes = Math.floor(moment.seconds / 60)
    const day = dayOf(session, minutes)
    return html`
      ${moment.isItsDay ? nothing : this.#runThrough(session)} ${this.#status(session, day, moment.seconds)}
      ${
        this.may('secretariat') && day.isBegun && day.end > day.limit && !day.isOver
          ? html`<catch-up
              .session=${session}
              .minutes=${minutes}
              @proposals-chosen=${({ detail }: CustomEvent<Proposal[]>) => this.#shorten(session, detail)}
            ></catch-up>`
          : nothing
      }
      <run-sheet
        .session=${session}
        .speakers=${this.programme?.speakers ?? []}
        .day=${day}
        .isReadOnly=${!this.may('secretariat')}
        @item-begun=${({ detail }: CustomEvent<ProgrammeItem>) => this.#tap(session, detail, 'begin')}
        @item-ended=${({ detail }: CustomEvent<ProgrammeItem>) => this.#tap(session, detail, 'end')}
        @times-asked=${({ detail }: CustomEvent<ProgrammeItem>) => (this.edited = detail)}
      ></run-sheet>
      ${this.edited ? this.#dialog(this.edited, session) : nothing}
    `
  }

  #runThrough(session: Session) {
    const { day } = words()
    const isTapped = session.items.some(({ startedAt }) => startedAt !== null)
    return html`<p class="notice blue no-print">
      ${icon('info')} <span>${day.runThrough}</span>
      ${
        isTapped && this.may('secretariat')
          ? html`<button class="button small" @click=${() => this.#clear(session)}>
              ${icon('undo-2')} ${day.clear}
            </button>`
          : nothing
      }
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
                  <span class="figures">${say.at(clockOf(day.times[day.next]?.start ?? 0))}</span> ·`
              : nothing
          }
          <span class="figures">${say.expectedEnd(clockOf(day.end), clockOf(day.limit))}</span>
        </p>
      </div>
      ${lateBadge(day)}
      ${
        this.may('secretariat')
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

  #dialog(item: ProgrammeItem, session: Session) {
    const close = () => (this.edited = null)
    return html`<times-dialog
      .item=${item}
      startsAt=${session.startsAt}
      @form-closed=${close}
      @times-saved=${() => {
        close()
        void this.#fetch()
      }}
    ></times-dialog>`
  }

  async #tap(session: Session, item: ProgrammeItem, step: 'begin' | 'end'): Promise<void> {
    const { day } = words()
    if (step === 'begin') this.#clock.beginRunThrough(session)
    const moment = this.#clock.momentFor(session)
    if (!moment) return
    const at = sessionClockOf(Math.floor(moment.seconds / 60))
    const title = translated(item.title)
    await this.#write(
      tapItem(item.id, { step, at, version: item.version }),
      step === 'begin' ? day.began(title) : day.ended(title),
    )
  }

  async #clear(session: Session): Promise<void> {
    await this.#write(clearActualTimes(session.id), words().day.cleared)
  }

  async #shorten(session: Session, proposals: readonly Proposal[]): Promise<void> {
    if (!this.programme) return
    const arrangement = arrangementOf(this.programme, session, proposals)
    await this.#write(arrange(this.congressId, arrangement), words().day.catchUp.done)
  }

  async #write(work: Promise<unknown>, sentence: string): Promise<void> {
    await did(work, sentence)
    await this.#fetch()
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
    'run-page': RunPage
  }
}
