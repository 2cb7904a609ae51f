import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { heldTime, minutesOf } from '../../server/programme/rules.ts'
import { momentOf, type Moment } from '../../server/day/rules.ts'
import type { OfficeClock } from '../../server/day/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { readClock } from '../api/day.ts'

type Session = Programme['sessions'][number]

/**
 * The clock of the hall: that of the server, drawn anew every second. Outside its day a session is run through: its
 * clock then stands at its beginning until the first item is begun, and goes on from there, in every window of the
 * browser.
 */
export class DayClock implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #ahead = 0
  #timeZone: string | null = null
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

  /** Where the clock stands for a session; null until the server has told its time. */
  momentFor({ id, date, startsAt, items }: Session): Moment | null {
    if (this.#timeZone === null) return null
    const moment = momentOf(date, new Date(Date.now() + this.#ahead), this.#timeZone)
    if (moment.isItsDay) return moment
    const begun = items.some((item) => item.startedAt !== null) ? localStorage.getItem(keyOf(id)) : null
    const since = begun === null ? 0 : Math.max(0, Math.floor((Date.now() - Number(begun)) / 1000))
    return { seconds: beginningOf(startsAt, items) * 60 + since, isItsDay: false }
  }

  /** The first item of a run-through begins now: its clock goes on from the session's beginning. */
  beginRunThrough({ id, items }: Session): void {
    if (items.every(({ startedAt }) => startedAt === null)) localStorage.setItem(keyOf(id), String(Date.now()))
  }

  async #set(): Promise<void> {
    const clock = await readClock().catch((): OfficeClock | null => null)
    // Without an answer the laptop's own clock is better than none.
    this.#ahead = clock === null ? 0 : Date.parse(clock.now) - Date.now()
    this.#timeZone = clock?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    this.#host.requestUpdate()
  }
}

/** Where a run-through began: with the first item that was begun, whatever time it was given since. */
const beginningOf = (startsAt: string, items: Session['items']): number => {
  const begun = items.flatMap(({ startedAt }) => (startedAt === null ? [] : [heldTime(startedAt, startsAt)]))
  return begun.length === 0 ? minutesOf(startsAt) : Math.min(...begun)
}

const keyOf = (sessionId: string) => `run-through:${sessionId}`
