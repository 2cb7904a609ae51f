import { Type, type Static } from 'typebox'
import { layoutKinds } from '../venues/schema.ts'
import {
  Choice,
  Count,
  Id,
  Instant,
  IsoDate,
  Line,
  Nullable,
  OptionalLine,
  Paragraphs,
  Shape,
  Version,
} from '../shapes.ts'

export const congressStates = [
  'planned',
  'approved',
  'preparing',
  'held',
  'reported',
  'postponed',
  'cancelled',
] as const
export type CongressState = (typeof congressStates)[number]

export const halfDays = ['morning', 'afternoon', 'day'] as const
export type HalfDay = (typeof halfDays)[number]

export const assemblies = ['everybody', 'delegates'] as const
export type Assembly = (typeof assemblies)[number]

/** On whose word something is entered: the office's own, a call, a letter, a returned workbook. */
export const sourceKinds = ['own', 'call', 'letter', 'workbook'] as const
export type SourceKind = (typeof sourceKinds)[number]

const whyFields = {
  reason: OptionalLine(500),
  paperNumber: OptionalLine(80),
  /** Left out = nobody said. */
  sourceKind: Type.Optional(Choice(sourceKinds)),
  /** With whom the call was, the number of the letter, the name of the workbook. */
  source: Type.Optional(OptionalLine(300)),
}

const congressFields = {
  levelId: Id,
  unitId: Id,
  form: Line(200),
  title: Line(300),
  theme: Paragraphs(500),
  /** Its ordinal as printed: V; empty where it has none. */
  ordinal: OptionalLine(12),
  /** First day; null = not fixed. With `weekOf` set and this null, only the week is known. */
  dateFrom: Nullable(IsoDate),
  /** Last day; equals `dateFrom` for one day; null exactly when `dateFrom` is. */
  dateTo: Nullable(IsoDate),
  halfDay: Choice(halfDays),
  /** Monday of the intended week while no day is fixed. */
  weekOf: Nullable(IsoDate),
  venueId: Nullable(Id),
  /** How the hall is laid out; null = not said, the venue's own capacity counts. */
  layout: Nullable(Choice(layoutKinds)),
  expectedDelegates: Nullable(Count(100_000)),
  expectedGuests: Nullable(Count(100_000)),
  assembly: Nullable(Choice(assemblies)),
  isPilot: Type.Boolean(),
  upperCongressId: Nullable(Id),
  /** Posts of the upper level that attend. */
  postIds: Type.Array(Id, { maxItems: 12, uniqueItems: true }),
  note: Paragraphs(2000),
  /** Units that hold it together with its own; it counts as held for each, and once in every sum. */
  hostUnitIds: Type.Array(Id, { maxItems: 60, uniqueItems: true }),
  /** The block or cluster that holds it together; empty = none. */
  hostBlock: OptionalLine(120),
  /** The meeting with which it is combined (Hội nghị cán bộ, công chức); empty = it stands alone. */
  combinedWith: OptionalLine(200),
}

export const Congress = Shape({
  id: Id,
  cycleId: Id,
  ...congressFields,
  state: Choice(congressStates),
  /** The date is invented by a seed (example data): shown as such. */
  isDateInvented: Type.Boolean(),
  /** The date it had before it was last moved or postponed; null where it never was. */
  formerDate: Nullable(IsoDate),
  /** The last of its former days; null where it had none, or it was moved before this was kept. */
  formerDateTo: Nullable(IsoDate),
  version: Version,
})
export type Congress = Static<typeof Congress>

export const NewCongress = Shape({ cycleId: Id, ...congressFields })
export type NewCongress = Static<typeof NewCongress>

/** Reason and paper travel with a change of date; state changes have their own route. */
export const CongressChange = Shape({
  ...congressFields,
  ...whyFields,
  version: Version,
})
export type CongressChange = Static<typeof CongressChange>

export const StateChange = Shape({
  state: Choice(congressStates),
  ...whyFields,
  /** Only with `postponed`: the new date; null = without one. */
  newDate: Nullable(IsoDate),
  version: Version,
})
export type StateChange = Static<typeof StateChange>

/** One line of a congress's history of states and dates. */
export const CongressEvent = Shape({
  id: Id,
  at: Instant,
  accountName: OptionalLine(200),
  kind: Choice(['state', 'date'] as const),
  stateBefore: Nullable(Choice(congressStates)),
  stateAfter: Nullable(Choice(congressStates)),
  dateBefore: Nullable(IsoDate),
  dateAfter: Nullable(IsoDate),
  reason: OptionalLine(500),
  paperNumber: OptionalLine(80),
  sourceKind: Nullable(Choice(sourceKinds)),
  source: OptionalLine(300),
})
export type CongressEvent = Static<typeof CongressEvent>

/** Why a congress is postponed or cancelled, and what it was before. */
export const StandingReason = Shape({
  congressId: Id,
  reason: OptionalLine(500),
  paperNumber: OptionalLine(80),
  /** The state from which it was put off, be it once or again and again; null = nobody knows. */
  stateBefore: Nullable(Choice(congressStates)),
})
export type StandingReason = Static<typeof StandingReason>

/** Only the date: what dragging a bar sends. */
export const DateChange = Shape({
  dateFrom: Nullable(IsoDate),
  dateTo: Nullable(IsoDate),
  halfDay: Choice(halfDays),
  weekOf: Nullable(IsoDate),
  ...whyFields,
  version: Version,
})
export type DateChange = Static<typeof DateChange>

/** Dates for many congresses in one act: what dating the postponed ones anew sends. */
export const DatesForMany = Shape({
  congresses: Type.Array(
    Shape({ id: Id, version: Version, dateFrom: IsoDate, dateTo: IsoDate, halfDay: Choice(halfDays) }),
    { minItems: 1, maxItems: 2000 },
  ),
  ...whyFields,
})
export type DatesForMany = Static<typeof DatesForMany>

/** One act for many units of a level; titles, upper congresses and assembly types are proposed unit by unit. */
export const CongressesForLevel = Shape({
  levelId: Id,
  unitIds: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
  form: Line(200),
  theme: Paragraphs(500),
  ordinal: OptionalLine(12),
  halfDay: Choice(halfDays),
  /** `none`: no date yet; `spread`: weeks spread evenly over the level's window, in the order of the units. */
  weeks: Choice(['none', 'spread'] as const),
  expectedDelegates: Nullable(Count(100_000)),
})
export type CongressesForLevel = Static<typeof CongressesForLevel>

/** What is changed in many congresses at once; what is left out stays. */
export const ManyChange = Shape({
  congresses: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: 2000 }),
  changes: Shape({
    form: Type.Optional(Line(200)),
    theme: Type.Optional(Paragraphs(500)),
    halfDay: Type.Optional(Choice(halfDays)),
    venueId: Type.Optional(Nullable(Id)),
    expectedDelegates: Type.Optional(Nullable(Count(100_000))),
    isPilot: Type.Optional(Type.Boolean()),
    upperCongressId: Type.Optional(Nullable(Id)),
    postIds: Type.Optional(Type.Array(Id, { maxItems: 12, uniqueItems: true })),
    state: Type.Optional(Choice(congressStates)),
    /** Days by which every fixed date moves, back when negative. */
    shiftDays: Type.Optional(Type.Integer({ minimum: -1000, maximum: 1000 })),
  }),
  ...whyFields,
})
export type ManyChange = Static<typeof ManyChange>
