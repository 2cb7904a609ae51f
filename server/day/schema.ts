import { type Static } from 'typebox'
import { SessionClock } from '../programme/schema.ts'
import { Choice, Instant, Line, Nullable, Shape, Version } from '../shapes.ts'

/** A tap on the day: an item begins, by which the one that runs ends; or it ends. */
export const Tap = Shape({ step: Choice(['begin', 'end'] as const), at: SessionClock, version: Version })
export type Tap = Static<typeof Tap>

/** Clock times of an item as they are put right afterwards. */
export const ActualTimes = Shape({
  startedAt: Nullable(SessionClock),
  endedAt: Nullable(SessionClock),
  version: Version,
})
export type ActualTimes = Static<typeof ActualTimes>

/** What the clocks of the hall are set by. */
export const OfficeClock = Shape({ now: Instant, timeZone: Line(60) })
export type OfficeClock = Static<typeof OfficeClock>
