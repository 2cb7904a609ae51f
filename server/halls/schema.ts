import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** More seats, rows or other parts than this are no hall. The largest stadium of the country has 40,192 seats. */
export const mostSeats = 60_000
export const mostRows = 10_000
export const mostBlocks = 500
export const mostLevels = 20
export const mostFixtures = 2000
export const mostCorners = 400

/** What a seat may be given for: whoever comes, by hand alone, nobody, wheelchairs, who comes with somebody in one. */
export const seatUses = ['ordinary', 'reserved', 'blocked', 'wheelchair', 'companion'] as const
export type SeatUse = (typeof seatUses)[number]

/** Whose table a block of the stage stands behind. */
export const stageParts = ['presidium', 'secretariat'] as const
export type StagePart = (typeof stageParts)[number]

export const fixtureKinds = ['stage', 'table', 'aisle', 'door', 'floor', 'obstacle', 'text'] as const
export type FixtureKind = (typeof fixtureKinds)[number]

export const outlines = ['rectangle', 'ellipse', 'polygon'] as const
export type Outline = (typeof outlines)[number]

/** Of a part of a drawing, unique within it; one that another program gave stays. */
const PartId = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
/** Centimetres from the upper left corner of the drawing, the stage being above; hundreds of metres at most. */
const Centimetres = Type.Number({ minimum: -100_000, maximum: 100_000 })
const Length = Type.Number({ minimum: 0, maximum: 100_000 })
/** What another program's file says of a part beside what is kept here: it goes out again as it came. */
const Foreign = Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()))

export const Seat = Shape({
  id: PartId,
  /** As it stands on the seat: «12». */
  number: OptionalLine(20),
  /** Its middle. */
  x: Centimetres,
  y: Centimetres,
  use: Choice(seatUses),
  /** Reached without a step. */
  isStepFree: Type.Boolean(),
  foreign: Foreign,
})
export type Seat = Static<typeof Seat>

/** Seats beside one another, in the order in which they stand from the left as seen facing the stage. */
export const SeatRow = Shape({
  id: PartId,
  /** «A», «12»; for seats around a table, its name. */
  name: OptionalLine(20),
  seats: Type.Array(Seat, { maxItems: mostSeats }),
  /** The table that they stand around or behind; null = a plain row. */
  tableId: Nullable(PartId),
  foreign: Foreign,
})
export type SeatRow = Static<typeof SeatRow>

/** Rows without an aisle between them that belong together: «Khối A»; on the stage, the presidium and secretariat. */
export const Block = Shape({
  id: PartId,
  name: OptionalLine(60),
  /** Its seats stand on the stage and face the hall. */
  isStage: Type.Boolean(),
  /** Of a block on the stage: who alone sits there; absent = whoever belongs on the stage. */
  stagePart: Type.Optional(Choice(stageParts)),
  rows: Type.Array(SeatRow, { maxItems: mostRows }),
})
export type Block = Static<typeof Block>

/** What is no seat. */
export const Fixture = Shape({
  id: PartId,
  kind: Choice(fixtureKinds),
  outline: Choice(outlines),
  /** The middle. */
  x: Centimetres,
  y: Centimetres,
  width: Length,
  height: Length,
  /** Degrees, clockwise. */
  turn: Type.Number({ minimum: -360, maximum: 360 }),
  /** Corners of a polygon, from its middle; none for other outlines. */
  corners: Type.Array(Shape({ x: Centimetres, y: Centimetres }), { maxItems: mostCorners }),
  /** «SÂN KHẤU», «Cửa A». */
  text: OptionalLine(120),
  foreign: Foreign,
})
export type Fixture = Static<typeof Fixture>

/** A floor of the hall: «Tầng một», «Ban công». */
export const Level = Shape({
  id: PartId,
  name: OptionalLine(60),
  blocks: Type.Array(Block, { maxItems: mostBlocks }),
  fixtures: Type.Array(Fixture, { maxItems: mostFixtures }),
  foreign: Foreign,
})
export type Level = Static<typeof Level>

/** A hall as it is drawn. All levels share one plane: a balcony is drawn behind the floor, or where it is. */
export const HallDrawing = Shape({ levels: Type.Array(Level, { minItems: 1, maxItems: mostLevels }), foreign: Foreign })
export type HallDrawing = Static<typeof HallDrawing>

/** Versions of a drawing are never overwritten: a seating plan goes on as it was until somebody takes the newer one. */
export const HallVersion = Shape({
  number: Type.Integer({ minimum: 1 }),
  seats: Count(mostSeats),
  /** What was changed, as whoever saved it says; '' = nothing said. */
  note: OptionalLine(300),
  savedAt: Instant,
  savedBy: OptionalLine(200),
})
export type HallVersion = Static<typeof HallVersion>

const ofHall = { venueId: Id, name: Line(120) }

/** A hall of a venue, without its drawing. */
export const Hall = Shape({
  id: Id,
  ...ofHall,
  venueName: Line(200),
  /** The unit that keeps the venue. */
  unitId: Id,
  /** Newest version; seats of it that may be given to somebody. */
  number: Type.Integer({ minimum: 1 }),
  seats: Count(mostSeats),
  version: Version,
})
export type Hall = Static<typeof Hall>

export const NewHall = Shape({ name: ofHall.name, drawing: HallDrawing })
export type NewHall = Static<typeof NewHall>
export const HallChange = Shape({ name: ofHall.name, version: Version })
export type HallChange = Static<typeof HallChange>
/** The hall as it was copied from goes to a venue of another unit, too. */
export const HallCopy = Shape({ venueId: Id, name: ofHall.name })
export type HallCopy = Static<typeof HallCopy>

/** A drawing is saved over the version that it was made from; where there is a newer one, nothing is saved. */
export const NewDrawing = Shape({ drawing: HallDrawing, note: OptionalLine(300), version: Version })
export type NewDrawing = Static<typeof NewDrawing>

export const HallDetails = Shape({
  hall: Hall,
  /** The version that the drawing is of. */
  number: Type.Integer({ minimum: 1 }),
  drawing: HallDrawing,
  /** The newest first. */
  versions: Type.Array(HallVersion),
})
export type HallDetails = Static<typeof HallDetails>
