import type { CalendarEvent } from './icalendar.ts'

/** What a feed last told of an event. */
export interface ToldEvent {
  uid: string
  sequence: number
  changedAt: string
  /** All that a telephone shows of it, as JSON: what stands there unchanged was told already. */
  content: string
  /** Since when the feed does not hold it any more; null = it does. */
  goneAt: string | null
}

export interface Revision {
  /** Every event as it is told now, those that are gone as cancelled. */
  events: CalendarEvent[]
  /** What is told otherwise than before, or for the first time. */
  changed: ToldEvent[]
  /** Those that are told no more. */
  expired: string[]
}

/**
 * How long an event that was deleted, or belongs to another unit, hall or leader now, is told as cancelled: a telephone
 * that only hears no more of an event may keep it, and one may lie switched off for a summer.
 */
export const goneDays = 90
const goneMilliseconds = goneDays * 86_400_000

/**
 * Numbers what a feed tells: the sequence of an event rises whenever anything that a telephone shows of it changes,
 * whichever record that comes from, and so it does when the event goes and when it comes back.
 */
export const revise = (
  events: readonly CalendarEvent[],
  told: readonly ToldEvent[],
  { now, goneText }: { now: string; goneText: string },
): Revision => {
  const before = new Map(told.map((each) => [each.uid, each]))
  const present = new Set(events.map(({ uid }) => uid))
  const numbered = events.map((event) => numberEvent(event, before.get(event.uid), now))
  const gone = told.filter(({ uid }) => !present.has(uid))
  const isExpired = ({ goneAt }: ToldEvent) =>
    goneAt !== null && Date.parse(now) - Date.parse(goneAt) > goneMilliseconds
  const cancelled = gone
    .filter((each) => !isExpired(each))
    .map((each) =>
      each.goneAt === null ? { ...each, sequence: each.sequence + 1, changedAt: now, goneAt: now } : each,
    )
  return {
    events: [...numbered.map(({ event }) => event), ...cancelled.map((each) => cancelledOf(each, goneText))],
    changed: [...numbered.map(({ tells }) => tells), ...cancelled].filter((each) => {
      const standing = before.get(each.uid)
      return standing?.sequence !== each.sequence || standing.content !== each.content
    }),
    expired: gone.filter(isExpired).map(({ uid }) => uid),
  }
}

const numberEvent = (
  event: CalendarEvent,
  standing: ToldEvent | undefined,
  now: string,
): { event: CalendarEvent; tells: ToldEvent } => {
  const { uid } = event
  const content = contentOf(event)
  const isSame = standing?.content === content && standing.goneAt === null
  const { sequence, changedAt } = isSame
    ? standing
    : standing
      ? { sequence: Math.max(event.sequence, standing.sequence + 1), changedAt: now }
      : event
  return { event: { ...event, sequence, changedAt }, tells: { uid, sequence, changedAt, content, goneAt: null } }
}

/** Without the address of its page: two telephones may reach the product by two names. */
const contentOf = ({ when, status, summary, location, description }: CalendarEvent): string =>
  JSON.stringify({ when, status, summary, location, description } satisfies Content)

type Content = Pick<CalendarEvent, 'when' | 'status' | 'summary' | 'location' | 'description'>

/** Of what is gone nothing new is told but that it is. */
const cancelledOf = ({ uid, sequence, changedAt, content }: ToldEvent, goneText: string): CalendarEvent => {
  const { when, summary } = JSON.parse(content) as Content
  return { uid, sequence, changedAt, when, status: 'CANCELLED', summary, location: '', description: goneText, url: '' }
}
