import { Type, type Static } from 'typebox'
import { Choice, Id, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/**
 * Kinds of days: those on which a congress should not be held, of which only `blocked` forbids; a weekend day that is
 * worked in exchange for another day off; an anniversary, which is a day like any other.
 */
export const dayKinds = ['holiday', 'tet', 'party-congress', 'blocked', 'working-day', 'anniversary'] as const
export type DayKind = (typeof dayKinds)[number]

const calendarDayFields = {
  from: IsoDate,
  to: IsoDate,
  kind: Choice(dayKinds),
  name: Line(200),
  /** Days that count for one unit and its subtree only; null = for everybody. */
  unitId: Nullable(Id),
  /** Of an anniversary the year of what it recalls; else null. */
  sinceYear: Nullable(Type.Integer({ minimum: 1, maximum: 3000 })),
  /** The decision or page that it rests on. */
  basis: OptionalLine(300),
}

export const CalendarDay = Shape({ id: Id, ...calendarDayFields, version: Version })
export type CalendarDay = Static<typeof CalendarDay>
export const NewCalendarDay = Shape(calendarDayFields)
export type NewCalendarDay = Static<typeof NewCalendarDay>
export const CalendarDayChange = Shape({ ...calendarDayFields, version: Version })
export type CalendarDayChange = Static<typeof CalendarDayChange>

/** The holidays and anniversaries of one year, added in one act where they are missing. */
export const YearOfDays = Shape({ year: Type.Integer({ minimum: 2000, maximum: 2100 }), unitId: Nullable(Id) })
export type YearOfDays = Static<typeof YearOfDays>
