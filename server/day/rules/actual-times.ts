import { heldTime } from '../../programme/rules.ts'
import type { ProgrammeItem } from '../../programme/schema.ts'
import type { ActualTimes } from '../schema.ts'

/** A session whose items bear the times that were tapped. */
export interface TappedSession {
  startsAt: string
  items: readonly Pick<ProgrammeItem, 'id' | 'startedAt' | 'endedAt'>[]
}

export type TimesFault = Record<'field', keyof Pick<ActualTimes, 'startedAt' | 'endedAt'>> & {
  rule: 'required' | 'ends-before-start' | 'not-yet' | 'overlaps-item'
}

/**
 * Why an item cannot have begun and ended then: nothing ends before it begins, nor has anything happened that is still
 * to come (`now`: minutes since the session's midnight; null = not known), nor do two items of a session run at once.
 */
export const faultOfTimes = (
  { startsAt, items }: TappedSession,
  itemId: string,
  { startedAt, endedAt }: Pick<ActualTimes, 'startedAt' | 'endedAt'>,
  now: number | null,
): TimesFault | null => {
  if (startedAt === null) return endedAt === null ? null : { field: 'startedAt', rule: 'required' }
  const own = spanOf({ startedAt, endedAt }, startsAt)
  if (own.end < own.start) return { field: 'endedAt', rule: 'ends-before-start' }
  if (now !== null && own.start > now) return { field: 'startedAt', rule: 'not-yet' }
  if (now !== null && endedAt !== null && own.end > now) return { field: 'endedAt', rule: 'not-yet' }
  for (const { id, ...other } of items) {
    if (id === itemId || other.startedAt === null) continue
    const taken = spanOf({ startedAt: other.startedAt, endedAt: other.endedAt }, startsAt)
    if (own.start < taken.end && taken.start < own.end)
      return { field: own.start >= taken.start ? 'startedAt' : 'endedAt', rule: 'overlaps-item' }
  }
  return null
}

/** What has not ended goes on. */
const spanOf = ({ startedAt, endedAt }: { startedAt: string; endedAt: string | null }, startsAt: string) => ({
  start: heldTime(startedAt, startsAt),
  end: endedAt === null ? Infinity : heldTime(endedAt, startsAt),
})

/** The latest time that was tapped in a session, in minutes since its midnight; null = none was. */
export const latestTap = ({ startsAt, items }: TappedSession): number | null => {
  const taps = items.flatMap(({ startedAt, endedAt }) =>
    [startedAt, endedAt].flatMap((clock) => (clock === null ? [] : [heldTime(clock, startsAt)])),
  )
  return taps.length === 0 ? null : Math.max(...taps)
}

/** Two who tap at once may differ by so many minutes. */
const slackMinutes = 2

/** The minute at which a tap counts: never before one that was tapped already; null where it lies too far before it. */
export const minuteOfTap = (session: TappedSession, at: string): number | null => {
  const minute = heldTime(at, session.startsAt)
  const latest = latestTap(session) ?? minute
  return minute < latest - slackMinutes ? null : Math.max(minute, latest)
}
