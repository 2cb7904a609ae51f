import { Type, type Static } from 'typebox'
import { Choice, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'
import { halfDays } from '../congresses/schema.ts'
import { switchableRules } from '../cycles/schema.ts'

export const severities = ['impossible', 'serious', 'doubtful'] as const
export type Severity = (typeof severities)[number]
export const conflictRules = [...switchableRules, 'blocked-day', 'party-congress', 'unit-not-valid', 'late'] as const
export type ConflictRule = (typeof conflictRules)[number]

/** A way out of a conflict that is one click away. */
export const WayOut = Type.Union([
  /** Move this congress to the nearest day and half-day that breaks less. */
  Shape({ kind: Type.Literal('move'), congressId: Id, date: IsoDate, halfDay: Choice(halfDays) }),
  Shape({ kind: Type.Literal('change-venue'), congressId: Id }),
  Shape({ kind: Type.Literal('change-leader'), congressId: Id, postId: Id }),
  Shape({ kind: Type.Literal('reduce'), congressId: Id }),
  Shape({ kind: Type.Literal('telephone'), congressId: Id, unitId: Id }),
  /** Whoever looks after the hall may know another time or room. */
  Shape({ kind: Type.Literal('telephone-venue'), congressId: Id, venueId: Id }),
  Shape({ kind: Type.Literal('accept'), congressId: Id }),
])
export type WayOut = Static<typeof WayOut>

/** One thing that is wrong with the road, as data: the browser words it. */
export const Conflict = Shape({
  /** Stable: rule, congress and the other object; changes when what was accepted no longer holds (see `fingerprint`). */
  key: Line(200),
  rule: Choice(conflictRules),
  severity: Choice(severities),
  /** The congress that it is listed under. */
  congressId: Id,
  /** The other congresses that take part. */
  otherCongressIds: Type.Array(Id),
  venueId: Nullable(Id),
  postId: Nullable(Id),
  calendarDayId: Nullable(Id),
  bookingId: Nullable(Id),
  /** The first day on which it is wrong; null where it does not hang on a day. */
  date: Nullable(IsoDate),
  /** The part of that day, where the conflict is of people or things that meet; null otherwise. */
  halfDay: Nullable(Choice(halfDays)),
  /** Amount by which the limit is missed (days, persons, seats, congresses) and the limit itself. */
  amount: Nullable(Type.Integer()),
  limit: Nullable(Type.Integer()),
  /** The limit where it is a day: the end or beginning of a window that is missed, the day since when a congress is late. */
  limitDate: Nullable(IsoDate),
  /** What the acceptance of a warning is bound to: a later change of the facts makes it count again. */
  fingerprint: Line(400),
})
export type Conflict = Static<typeof Conflict>

/** A warning that somebody accepted, with the reason. */
export const Acceptance = Shape({
  id: Id,
  congressId: Id,
  key: Line(200),
  fingerprint: Line(400),
  reason: Line(500),
  paperNumber: OptionalLine(80),
  accountName: OptionalLine(200),
  at: Instant,
})
export type Acceptance = Static<typeof Acceptance>

export const NewAcceptance = Shape({
  congressId: Id,
  key: Line(200),
  fingerprint: Line(400),
  reason: Line(500),
  paperNumber: OptionalLine(80),
})
export type NewAcceptance = Static<typeof NewAcceptance>

/** Warnings of many congresses accepted in one act, for one reason: each as it was shown. */
export const ManyAcceptances = Shape({
  cycleId: Id,
  warnings: Type.Array(Shape({ congressId: Id, key: Line(200), fingerprint: Line(400) }), {
    minItems: 1,
    maxItems: 5000,
  }),
  reason: Line(500),
  paperNumber: OptionalLine(80),
})
export type ManyAcceptances = Static<typeof ManyAcceptances>
