import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { clockOf } from '../../server/programme/rules.ts'
import { asPlannedUntil, dayOf, type SessionDay } from '../../server/day/rules.ts'
import type { Programme, ProgrammeItem, ProgrammeView } from '../../server/programme/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findProgramme } from '../api/programme.ts'
import { clockWords } from '../parts/clock.ts'
import { PageElement } from '../parts/element.ts'
import { presenterOf } from '../programme/grid-words.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { countdown, lateBadge } from './clock-words.ts'
import { DayClock } from './day-clock.ts'
import { hallScreenStyles } from './hall-screen-style.ts'
import { shownSession } from './shown-session.ts'
import '../parts/error-panel.ts'

type Session = Programme['sessions'][number]

/** Seconds before its end from which an item's time is running out. */
const warningSeconds = 120

/**
 * /congresses/:id/screen — what hangs in the hall or stands before the chair, readable from the last row: what runs and
 * what comes next (`show=now`), or how long the one who speaks still has (`show=timer`).
 */
@customElement('hall-screen-page')
export class HallScreenPage extends PageElement {
  @state() private programme: ProgrammeView | null = null
  @state() private failure: unknown = null
  readonly #view = new ViewState(this, { session: '', show: 'now' })
  readonly #clock = new DayClock(this)

  constructor() {
    super()
    new LiveController(this, ['sessions', 'items'], () => void this.#fetch())
  }

  static override styles = [...controls, hallScreenStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.programme = await findProgramme(this.params['id'] ?? '')
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { day: say, shell } = words()
    // A network that fails for a moment does not blank the hall.
    if (this.failure !== null && !this.programme) return html`<error-panel .error=${this.failure}></error-panel>`
    const shown = shownSession(this.programme?.sessions ?? [], this.#view.get('session'))
    const standing = shown && this.#clock.standingOf(shown)
    const isTimer = this.#view.get('show') === 'timer'
    return html`
      <h1 class="visually-hidden" tabindex="-1">${isTimer ? say.timer : shell.pages.hallScreen}</h1>
      <nav class="tools row no-print" aria-label=${say.views}>
        <a class="button small" href=${`?show=${isTimer ? 'now' : 'timer'}&session=${shown?.id ?? ''}`}>
          ${icon(isTimer ? 'eye' : 'calendar-clock')} ${isTimer ? say.screen : say.timer}
        </a>
        <button class="button small" @click=${() => void document.documentElement.requestFullscreen()}>
          ${say.fullScreen}
        </button>
        <a
          class="button small"
          href=${`/congresses/${this.params['id'] ?? ''}/programme?view=script&session=${shown?.id ?? ''}`}
        >
          ${icon('x')} ${say.leaveScreen}
        </a>
      </nav>
      ${
        standing
          ? isTimer
            ? this.#timer(standing.session, standing.moment.seconds)
            : this.#now(standing.session, standing.moment.seconds)
          : html`<p class="muted">${words().common.loading}</p>`
      }
    `
  }

  #now(session: Session, seconds: number) {
    const { day: say } = words()
    const minute = Math.floor(seconds / 60)
    const day = dayOf(asPlannedUntil(session, minute), minute)
    const running = session.items[day.running]
    const next = session.items[day.next]
    return html`<div class="screen">
      <header class="row spread">
        <p class="session">${translated(session.title)}</p>
        <p class="clock figures">${clockOf(minute)}</p>
      </header>
      <section class="current" aria-label=${say.now}>
        <p class="label">${running ? say.now : nothing}</p>
        <p class="large">${running ? inPhrases(translated(running.title)) : idleWords(day)}</p>
        ${this.#who(running)}
      </section>
      ${
        next
          ? html`<footer>
              <p class="label">
                ${say.next} · <span class="figures">${clockWords(day.times[day.next]?.start ?? 0)}</span>
              </p>
              <p class="medium">${inPhrases(translated(next.title))}</p>
              ${this.#who(next)}
            </footer>`
          : nothing
      }
    </div>`
  }

  #who(item: ProgrammeItem | undefined) {
    const who = this.#whoOf(item)
    return who === '' ? nothing : html`<p class="who">${who}</p>`
  }

  #whoOf(item: ProgrammeItem | undefined): string {
    return item && this.programme ? presenterOf(item, this.programme) : ''
  }

  #timer(session: Session, seconds: number) {
    const { day: say } = words()
    const day = dayOf(session, Math.floor(seconds / 60))
    const running = session.items[day.running]
    const time = day.times[day.running]
    const left = running && time ? (time.start + running.durationMinutes) * 60 - seconds : 0
    const look = !running ? '' : left < 0 ? 'over' : left <= warningSeconds ? 'soon' : ''
    const next = session.items[day.next]
    return html`<div class="screen timer ${look}">
      <header class="row spread">
        <p class="session">${running ? translated(running.title) : idleWords(day)}</p>
        <p class="clock figures">${clockOf(Math.floor(seconds / 60))}</p>
      </header>
      <p class="count figures" role="timer">
        ${running ? `${left < 0 ? '+' : ''}${countdown(Math.abs(left))}` : '––:––'}
      </p>
      <p class="who">${left < 0 ? say.overTime(countdown(-left)) : this.#whoOf(running)}</p>
      <footer class="row spread">
        <p class="medium">${next ? html`${say.next}: ${translated(next.title)}` : nothing}</p>
        <p class="row">${lateBadge(day)} <span class="figures">${say.expectedEndShort(clockWords(day.end))}</span></p>
      </footer>
    </div>`
  }
}

/** A line rather ends at a comma than in the middle of a word of two syllables. */
const inPhrases = (text: string) =>
  text.split(/(?<=[,;:]) /u).map((phrase) => html`<span class="phrase">${phrase}</span> `)

const idleWords = ({ isOver, isBegun }: SessionDay): string => {
  const { day } = words()
  return isOver ? day.thanks : isBegun ? day.waiting : day.nothingNow
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-screen-page': HallScreenPage
  }
}
