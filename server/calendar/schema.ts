import { type Static } from 'typebox'
import { Choice, Id, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** Kinds of days on which a congress should not be held; only `blocked` forbids. */
export const dayKinds = ['holiday', 'tet', 'party-congress', 'blocked'] as const
export type DayKind = (typeof dayKinds)[number]

const calendarDayFields = {
  from: IsoDate,
  to: IsoDate,
  kind: Choice(dayKinds),
  name: Line(200),
  /** Days that count for one unit and its subtree only; null = for everybody. */
  unitId: Nullable(Id),
  /** The decision or page that it rests on. */
  basis: OptionalLine(300),
}

export const CalendarDay = Shape({ id: Id, ...calendarDayFields, version: Version })
export type CalendarDay = Static<typeof CalendarDay>
export const NewCalendarDay = Shape(calendarDayFields)
export type NewCalendarDay = Static<typeof NewCalendarDay>
export const CalendarDayChange = Shape({ ...calendarDayFields, version: Version })
export type CalendarDayChange = Static<typeof CalendarDayChange>
