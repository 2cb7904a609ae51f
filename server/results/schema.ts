import { Type, type Static } from 'typebox'
import { Congress, sourceKinds } from '../congresses/schema.ts'
import { Choice, Count, Id, IsoDate, Line, Nullable, OptionalLine, Paragraphs, Shape, Version } from '../shapes.ts'

/** Who receives an honour of a kind. */
export const honouredParties = ['both', 'collectives', 'individuals'] as const

/** A kind of honour (hình thức khen thưởng, danh hiệu thi đua) that results are counted by, highest first. */
export const HonourKind = Shape({
  /** What results name it by, whatever it is called. */
  key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
  name: Line(120),
  /** Empty = the Vietnamese name. */
  nameEnglish: OptionalLine(120),
  receivers: Choice(honouredParties),
})
export type HonourKind = Static<typeof HonourKind>

export const HonourKinds = Shape({
  kinds: Type.Array(HonourKind, { minItems: 1, maxItems: 60 }),
  /** Of the cycle that keeps the list. */
  version: Version,
})
export type HonourKinds = Static<typeof HonourKinds>

/** How many were honoured by one kind. */
export const HonourCount = Shape({ kind: Line(60), collectives: Count(100_000), individuals: Count(100_000) })
export type HonourCount = Static<typeof HonourCount>

const resultFields = {
  /** Null = not told. */
  presentDelegates: Nullable(Count(100_000)),
  presentGuests: Nullable(Count(100_000)),
  honours: Type.Array(HonourCount, { maxItems: 60 }),
  /** Delegates chosen for the congress above. */
  chosenUpward: Nullable(Count(100_000)),
  /** Of the report on the result; empty = none has come yet. */
  reportNumber: OptionalLine(80),
  reportDate: Nullable(IsoDate),
  sourceKind: Choice(sourceKinds),
  /** With whom the call was, the number of the letter, the name of the workbook. */
  source: OptionalLine(300),
  note: Paragraphs(2000),
}

export const CongressResult = Shape({ id: Id, congressId: Id, ...resultFields, version: Version })
export type CongressResult = Static<typeof CongressResult>

/** Everything that closing a congress tells, as a person or a returned form says it. */
export const ResultValues = Shape({ heldFrom: IsoDate, heldTo: IsoDate, ...resultFields })
export type ResultValues = Static<typeof ResultValues>

export const ResultChange = Shape({
  ...ResultValues.properties,
  /** Of the result; 0 = none was recorded yet. */
  version: Count(2_147_483_646),
  congressVersion: Version,
})
export type ResultChange = Static<typeof ResultChange>

/** What is known of one congress, with the kinds that its honours are counted by. */
export const ResultOfCongress = Shape({ result: Nullable(CongressResult), kinds: Type.Array(HonourKind) })
export type ResultOfCongress = Static<typeof ResultOfCongress>

export const Closed = Shape({ congress: Congress, result: CongressResult })
export type Closed = Static<typeof Closed>

const countFields = {
  /** All but the cancelled ones. */
  total: Count(),
  /** Held, reported ones among them. */
  held: Count(),
  reported: Count(),
  postponed: Count(),
  /** Not held though its day or its window has passed. */
  late: Count(),
  /** Held after its window. */
  heldLate: Count(),
  /** Held, and nobody has told a number of what it brought. */
  withoutFigures: Count(),
  presentDelegates: Count(1_000_000_000),
  presentGuests: Count(1_000_000_000),
  collectives: Count(1_000_000_000),
  individuals: Count(1_000_000_000),
  chosenUpward: Count(1_000_000_000),
}

export const Sums = Shape({ ...countFields, honours: Type.Array(HonourCount) })
export type Sums = Static<typeof Sums>

export const ResultSums = Shape({
  road: Sums,
  levels: Type.Array(Shape({ levelId: Id, ...Sums.properties })),
  /** Units that have others below them, each with all of these; those on whose line no congress is are left out. */
  units: Type.Array(Shape({ unitId: Id, ...countFields })),
})
export type ResultSums = Static<typeof ResultSums>

/** The results of a cycle as the account may see them. */
export const CycleResults = Shape({
  kinds: Type.Array(HonourKind),
  sums: ResultSums,
  /** Congresses that were held and of which nobody has told a number yet. */
  withoutFigures: Type.Array(Id),
  /** What stands behind the number of the printed summary, unless it is typed: «BC-BTCĐH». */
  summarySymbol: Type.String(),
})
export type CycleResults = Static<typeof CycleResults>
