import { Type, type Static } from 'typebox'
import { delegateClasses, mostDelegates } from '../delegates/schema.ts'
import { HallDrawing } from '../halls/schema.ts'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'
import { delegationLayouts, importances, softRules, type Importance, type SoftRule } from './rules/problem.ts'

export const mostPlans = 40
export const mostPhases = 30
export const mostRules = 500
const mostTogether = 200
/** Ranks are typed: 1 = the highest, with ties and holes. */
export const lowestRank = 9999

/** The congress itself, its rehearsal, a reception or another meeting beside it. */
export const seatingKinds = ['official', 'rehearsal', 'reception'] as const
export type SeatingKind = (typeof seatingKinds)[number]

export const seatingRuleKinds = ['together', 'apart'] as const
export type SeatingRuleKind = (typeof seatingRuleKinds)[number]

/** A part of the meeting in which some sit elsewhere: «Đoàn Chủ tịch lên sân khấu», «Đợt 1», «Chụp ảnh». */
export const SeatingPhase = Shape({
  /** '' = from the opening on: where everybody has a seat. */
  id: Type.Union([Id, Type.Literal('')]),
  name: OptionalLine(120),
})
export type SeatingPhase = Static<typeof SeatingPhase>

const SeatId = Type.String({ minLength: 1, maxLength: 100 })
const PhaseId = SeatingPhase.properties.id

const ofPlan = {
  name: Line(120),
  kind: Choice(seatingKinds),
  /** The first is that from the opening on. */
  phases: Type.Array(SeatingPhase, { minItems: 1, maxItems: mostPhases }),
  layout: Choice(delegationLayouts),
  delegationOrder: Type.Array(Id, { maxItems: 2000, uniqueItems: true }),
}

export const SeatingPlan = Shape({
  id: Id,
  ...ofPlan,
  hallId: Id,
  hallName: Line(120),
  venueId: Id,
  venueName: Line(200),
  /** Version of the hall that the plan's seats are of, and the newest. */
  hallNumber: Type.Integer({ minimum: 1 }),
  newestNumber: Type.Integer({ minimum: 1 }),
  releasedNumber: Count(),
  version: Version,
})
export type SeatingPlan = Static<typeof SeatingPlan>

/** A hall that a congress may be seated in. */
export const SeatingHall = Shape({
  id: Id,
  name: Line(120),
  venueName: Line(200),
  seats: Count(),
  isVenue: Type.Boolean(),
})
export type SeatingHall = Static<typeof SeatingHall>

export const SeatingOverview = Shape({
  plans: Type.Array(Shape({ ...SeatingPlan.properties, seated: Count() })),
  /** How many are to have a seat. */
  people: Count(),
  /** Those of the congress's own venue first. */
  halls: Type.Array(SeatingHall),
  venueId: Nullable(Id),
})
export type SeatingOverview = Static<typeof SeatingOverview>

/** A plan of its own, or with the seats of another one of the congress where the hall has them. */
export const NewSeatingPlan = Shape({ name: ofPlan.name, kind: ofPlan.kind, hallId: Id, copyOf: Nullable(Id) })
export type NewSeatingPlan = Static<typeof NewSeatingPlan>
export const SeatingPlanChange = Shape({ ...ofPlan, version: Version })
export type SeatingPlanChange = Static<typeof SeatingPlanChange>

/** A place is made anew whenever it changes: its id says which one was seen. */
export const SeatPlace = Shape({
  id: Id,
  delegateId: Id,
  phaseId: PhaseId,
  /** null = the seat went when the hall was changed. */
  seatId: Nullable(SeatId),
  formerSeat: OptionalLine(200),
  isLocked: Type.Boolean(),
})
export type SeatPlace = Static<typeof SeatPlace>

/** Somebody of the list, with what seats are given by. */
export const SeatingPerson = Shape({
  id: Id,
  name: Line(300),
  post: OptionalLine(300),
  workplace: OptionalLine(300),
  delegationId: Nullable(Id),
  class: Nullable(Choice(delegateClasses)),
  groups: Type.Array(Type.String()),
  titles: Type.Array(Type.String()),
  birthYear: Nullable(Type.Integer()),
  isHead: Type.Boolean(),
  isPresidium: Type.Boolean(),
  isSecretariat: Type.Boolean(),
  /** As it was typed; null = as the rest says. */
  rank: Nullable(Count(lowestRank)),
  needsStepFree: Type.Boolean(),
  needsWheelchair: Type.Boolean(),
  companionOf: Nullable(Id),
  /** Of what is kept for seating alone; 0 = nothing is. */
  needsVersion: Count(),
  /** The seat that the list of delegates tells, and whether the card that was printed last tells it, too. */
  listedSeat: OptionalLine(300),
  isPrinted: Type.Boolean(),
})
export type SeatingPerson = Static<typeof SeatingPerson>

const ofRule = {
  kind: Choice(seatingRuleKinds),
  delegateIds: Type.Array(Id, { minItems: 2, maxItems: mostTogether, uniqueItems: true }),
}
export const SeatingRule = Shape({ id: Id, ...ofRule, version: Version })
export type SeatingRule = Static<typeof SeatingRule>
export const NewSeatingRule = Shape(ofRule)
export type NewSeatingRule = Static<typeof NewSeatingRule>

const Step = Type.Unsafe<Importance>(Type.Integer({ minimum: 0, maximum: Math.max(...importances) }))
export const Importances = Shape(
  Object.fromEntries(softRules.map((rule) => [rule, Step])) as Record<SoftRule, typeof Step>,
)
export type Importances = Static<typeof Importances>

export const ReleasedPlace = Shape({
  delegateId: Id,
  phaseId: PhaseId,
  seatId: SeatId,
  seat: OptionalLine(200),
  door: OptionalLine(200),
})
export type ReleasedPlace = Static<typeof ReleasedPlace>

/** What the list of delegates tells of seats, beside what the official plan released. */
export const ListedSeats = Shape({
  /** The plan that told them; null = none was released. */
  planId: Nullable(Id),
  told: Type.Array(Shape({ delegateId: Id, seat: OptionalLine(200), door: OptionalLine(200) })),
  /** Of whom the list tells something else, with the plan's seat and door; '' = the plan has none. */
  elsewhere: Type.Array(
    Shape({
      delegateId: Id,
      name: Line(300),
      listedSeat: OptionalLine(300),
      listedDoor: OptionalLine(300),
      seat: OptionalLine(200),
      door: OptionalLine(200),
      /** Who has the seat that the list tells; '' = nobody else. */
      takenBy: OptionalLine(300),
    }),
  ),
  /** Seats that the list gives to several. */
  twice: Type.Array(Shape({ seat: OptionalLine(300), names: Type.Array(Line(300)) })),
})
export type ListedSeats = Static<typeof ListedSeats>

/** Plans in a hall, with who sits on which of its seats. */
export const SeatedInHall = Shape({
  plans: Type.Array(
    Shape({
      name: Line(120),
      congress: Type.String(),
      places: Type.Array(Shape({ delegateId: Id, seatId: SeatId })),
    }),
  ),
})
export type SeatedInHall = Static<typeof SeatedInHall>

export const SeatRelease = Shape({
  number: Type.Integer({ minimum: 1 }),
  note: OptionalLine(300),
  releasedAt: Instant,
  releasedBy: OptionalLine(200),
})
export type SeatRelease = Static<typeof SeatRelease>

/** A plan with all that it is made from but the drawing of its hall. */
export const SeatingBoard = Shape({
  plan: SeatingPlan,
  places: Type.Array(SeatPlace),
  people: Type.Array(SeatingPerson),
  delegations: Type.Array(
    Shape({ id: Id, name: Line(300), number: OptionalLine(60), colour: Type.String(), headId: Nullable(Id) }),
  ),
  rules: Type.Array(SeatingRule),
  /** Batches in the order in which they go on stage, each with its people in theirs. */
  batches: Type.Array(Type.Array(Id)),
  /** 0 = as the list of honours says. */
  batchesVersion: Count(),
  importance: Importances,
  importanceVersion: Count(),
  /** How many of the list would lose a seat in the newest drawing of the hall, in all phases. */
  losing: Count(),
  /** The newest first. */
  releases: Type.Array(SeatRelease),
  /** As it went out last; none before. */
  released: Type.Array(ReleasedPlace),
})
export type SeatingBoard = Static<typeof SeatingBoard>

export const SeatPlaces = Shape({ places: Type.Array(SeatPlace) })
export type SeatPlaces = Static<typeof SeatPlaces>

export const SeatingHallDrawing = Shape({ number: Type.Integer({ minimum: 1 }), drawing: HallDrawing })
export type SeatingHallDrawing = Static<typeof SeatingHallDrawing>

/** Where people are to sit: null = nowhere. `placeId` is the place that they were seen to have in this phase, null = none. */
export const PlaceChanges = Shape({
  phaseId: PhaseId,
  places: Type.Array(
    Shape({ delegateId: Id, seatId: Nullable(SeatId), isLocked: Type.Boolean(), placeId: Nullable(Id) }),
    { minItems: 1, maxItems: mostDelegates },
  ),
  /** They were put there by a plan, not by hand. */
  isPlanned: Type.Boolean(),
})
export type PlaceChanges = Static<typeof PlaceChanges>

/** What is not named stays as it is. */
export const NeedChanges = Shape({
  people: Type.Array(
    Shape({
      delegateId: Id,
      rank: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: lowestRank }))),
      needsStepFree: Type.Optional(Type.Boolean()),
      needsWheelchair: Type.Optional(Type.Boolean()),
      companionOf: Type.Optional(Nullable(Id)),
      version: Count(),
    }),
    { minItems: 1, maxItems: mostDelegates },
  ),
})
export type NeedChanges = Static<typeof NeedChanges>

/** None = as the list of honours says. */
export const StageOrderChange = Shape({
  batches: Type.Array(Type.Array(Id, { maxItems: 500 }), { maxItems: 200 }),
  version: Count(),
})
export type StageOrderChange = Static<typeof StageOrderChange>

export const ImportanceChange = Shape({ importance: Importances, version: Count() })
export type ImportanceChange = Static<typeof ImportanceChange>

/** The plan goes on in another hall, or in the newest version of its own. */
export const HallChoice = Shape({ hallId: Id, number: Version, version: Version })
export type HallChoice = Static<typeof HallChoice>

/** Who lost the seat by it, with what it was called. */
export const HallTaken = Shape({ lost: Type.Array(Shape({ delegateId: Id, seat: OptionalLine(200) })) })
export type HallTaken = Static<typeof HallTaken>

export const SeatReleaseOrder = Shape({ note: OptionalLine(300), version: Version })
export type SeatReleaseOrder = Static<typeof SeatReleaseOrder>

export const RowsNamed = Shape({
  rows: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: mostRules }),
})
export type RowsNamed = Static<typeof RowsNamed>
