import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { minutesOf } from '../../server/programme/rules.ts'
import { momentOf, shortened, type Moment, type Proposal } from '../../server/day/rules.ts'
import { latestTap } from '../../server/day/rules/actual-times.ts'
import type { OfficeClock } from '../../server/day/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { readClock } from '../api/day.ts'
import { forgetRunThrough, keepRunThrough, readRunThrough, type RunThrough } from './run-through.ts'

type Session = Programme['sessions'][number]

/** A session at this moment; `session` with what was tried in its run-through. */
export interface Standing {
  session: Session
  moment: Moment
}

/**
 * The clock of the hall: that of the server, drawn anew every second. Outside its day a session is run through: its
 * clock then stands at its beginning, or where it is set, until the first item is begun, and goes on from there, in every
 * window of the browser.
 */
export class DayClock implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #ahead = 0
  #timeZone: string | null = null
  #last: { planned: Session; key: string; session: Session } | undefined
  #ticking: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#ticking = setInterval(() => this.#host.requestUpdate(), 1000)
    void this.#set()
  }

  hostDisconnected(): void {
    clearInterval(this.#ticking)
  }

  /** How a session stands; null until the server has told its time. */
  standingOf(session: Session): Standing | null {
    if (this.#timeZone === null) return null
    const moment = momentOf(session.date, new Date(Date.now() + this.#ahead), this.#timeZone)
    if (moment.isItsDay) return { session, moment }
    const run = runThroughOf(session)
    const passed = run.since === null ? 0 : Math.max(0, Math.floor((Date.now() - run.since) / 1000))
    return { session: this.#tried(session, run), moment: { seconds: run.seconds + passed, isItsDay: false } }
  }

  /** The same object as long as nothing else is tried: what is drawn once a minute hangs on it. */
  #tried(planned: Session, { applied }: RunThrough): Session {
    const key = JSON.stringify(applied)
    if (this.#last?.planned !== planned || this.#last.key !== key)
      this.#last = { planned, key, session: shortened(planned, applied) }
    return this.#last.session
  }

  /** Something of a run-through is kept in this browser. */
  hasRunThrough({ id }: Session): boolean {
    return readRunThrough(id) !== null
  }

  /** The clock of a run-through is set to a moment, in seconds since the session's midnight. */
  setRunThrough(session: Session, seconds: number): void {
    const run = runThroughOf(session)
    keepRunThrough(session.id, { ...run, seconds, since: run.since === null ? null : Date.now() })
    this.#host.requestUpdate()
  }

  /** An item of a run-through was begun at that second: from now on its clock goes. */
  beginRunThrough(session: Session, seconds: number): void {
    const run = runThroughOf(session)
    if (run.since === null) keepRunThrough(session.id, { ...run, seconds, since: Date.now() })
  }

  /** What was proposed is tried in the run-through; the plan stays as it is. */
  tryInRunThrough(session: Session, proposals: readonly Proposal[]): void {
    const run = runThroughOf(session)
    keepRunThrough(session.id, { ...run, applied: [...run.applied, ...proposals] })
    this.#host.requestUpdate()
  }

  /** Everything is as before the run-through. */
  endRunThrough({ id }: Session): void {
    forgetRunThrough(id)
    this.#host.requestUpdate()
  }

  async #set(): Promise<void> {
    const clock = await readClock().catch((): OfficeClock | null => null)
    // Without an answer the laptop's own clock is better than none.
    this.#ahead = clock === null ? 0 : Date.parse(clock.now) - Date.now()
    this.#timeZone = clock?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    this.#host.requestUpdate()
  }
}

/**
 * The run-through that this browser keeps. One whose times were cleared elsewhere is over; one that was begun on another
 * computer stands at what was tapped last.
 */
const runThroughOf = (session: Session): RunThrough => {
  const kept = readRunThrough(session.id)
  const latest = latestTap(session)
  if (kept?.since != null && latest !== null) return kept
  const set = kept?.since === null ? kept.seconds : minutesOf(session.startsAt) * 60
  return { seconds: latest === null ? set : Math.max(set, latest * 60), since: null, applied: [] }
}
