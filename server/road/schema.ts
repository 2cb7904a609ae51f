import { Type, type Static } from 'typebox'
import { roles } from '../accounts/schema.ts'
import { Booking } from '../bookings/schema.ts'
import { CalendarDay } from '../calendar/schema.ts'
import { Acceptance, Conflict } from '../conflicts/schema.ts'
import { Congress, congressStates, halfDays, StandingReason } from '../congresses/schema.ts'
import { Cycle, Level } from '../cycles/schema.ts'
import { Leave } from '../leaders/schema.ts'
import { Post } from '../people/schema.ts'
import { Choice, Id, IsoDate, Nullable, Shape } from '../shapes.ts'
import { Unit } from '../units/schema.ts'
import { Venue } from '../venues/schema.ts'

/** What a unit may know of the congress of a unit above it; it is nobody's to open or change from below. */
export const UpperCongress = Shape({
  id: Id,
  levelId: Id,
  /** Its name stands among the units of the road. */
  unitId: Id,
  title: Type.String(),
  state: Choice(congressStates),
  dateFrom: Nullable(IsoDate),
  dateTo: Nullable(IsoDate),
  halfDay: Choice(halfDays),
  weekOf: Nullable(IsoDate),
  isDateInvented: Type.Boolean(),
  /** '' = not settled. */
  venueName: Type.String(),
})
export type UpperCongress = Static<typeof UpperCongress>

/** When a leader is away, without the reason. */
export const RoadLeave = Shape({ ...Type.Omit(Leave, ['reason', 'version']).properties, unitId: Id })
export type RoadLeave = Static<typeof RoadLeave>

/** When something else takes a hall, without the note; of halls that others keep the times alone. */
export const RoadBooking = Shape({ ...Type.Omit(Booking, ['note', 'version']).properties, unitId: Id })
export type RoadBooking = Static<typeof RoadBooking>

/** All of a cycle that the account may see: the browser draws, filters and judges with it. */
export const Road = Shape({
  cycle: Cycle,
  /** The day that counts as today for this cycle. */
  today: IsoDate,
  /** The account's role at the unit that keeps the cycle; null = it sees a part only. */
  role: Nullable(Choice(roles)),
  levels: Type.Array(Level),
  units: Type.Array(Unit),
  venues: Type.Array(Venue),
  /** That touch the cycle, of these venues. */
  bookings: Type.Array(RoadBooking),
  posts: Type.Array(Post),
  /** Of the leaders of units that the account sees. */
  leaves: Type.Array(RoadLeave),
  days: Type.Array(CalendarDay),
  congresses: Type.Array(Congress),
  /** Those of the units above what the account sees; empty where it sees all, or the cycle does not show them. */
  upper: Type.Array(UpperCongress),
  acceptances: Type.Array(Acceptance),
  /** Of the postponed and the cancelled congresses. */
  reasons: Type.Array(StandingReason),
})
export type Road = Static<typeof Road>

/** The server's answer of the same function that judges in the browser. */
export const RoadConflicts = Shape({ open: Type.Array(Conflict), accepted: Type.Array(Conflict) })
