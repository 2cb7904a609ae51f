import { Type, type Static } from 'typebox'
import { Choice, Count, Id, IsoDate, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

/** Of whom the make-up is told: the official delegates, all who are called, or those who came. */
export const bases = ['official', 'called', 'present'] as const
export type Base = (typeof bases)[number]

/** What the people are divided by. `titles` and `others` overlap: each of their cells stands for itself. */
export const partNames = [
  'groups',
  'sex',
  'age',
  'field',
  'education',
  'titles',
  'others',
  'ethnicity',
  'religion',
  'party',
] as const
export type PartName = (typeof partNames)[number]

/** A number of people; null = too few to be told, or told it would give away who are too few. */
const Told = Nullable(Count())

const Cell = Shape({
  /** Code of a closed list, ages as `30-39`, else what was typed; '' = it is not known. */
  key: OptionalLine(300),
  count: Told,
  /** All who have the group beside those who have it first; null = hidden, left out = no groups. */
  tagged: Type.Optional(Told),
})
export type Cell = Static<typeof Cell>

const Part = Shape({
  name: Choice(partNames),
  /** Its cells make up the whole. */
  isWhole: Type.Boolean(),
  cells: Type.Array(Cell),
})
export type Part = Static<typeof Part>

const Numbers = Shape({
  called: Told,
  official: Told,
  guests: Told,
  /** Of whom nobody said as what they come. */
  unclassed: Told,
  present: Told,
  excused: Told,
  absent: Told,
  /** Nobody looked yet whether they came. */
  unlooked: Told,
  /** Those of more than guests: a group of guests alone, which has its own line by delegation, is none. */
  delegations: Count(),
  alternates: Told,
  withdrawn: Told,
})
export type Numbers = Static<typeof Numbers>

const Extreme = Shape({ age: Count(), count: Count() })
export type Extreme = Static<typeof Extreme>

const DelegationNumbers = Shape({
  /** '' = in none. */
  name: OptionalLine(300),
  colour: OptionalLine(7),
  called: Told,
  official: Told,
  guests: Told,
  present: Told,
  /** How many delegations are told in this one line; left out = it is of one. */
  folded: Type.Optional(Count()),
})
export type DelegationNumbers = Static<typeof DelegationNumbers>

/** What is not known of those who are called. */
export const gapNames = ['class', 'delegation', 'sex', 'birthYear', 'groups', 'presence'] as const
const Gap = Shape({ name: Choice(gapNames), count: Count() })

/** Number, composition and make-up of the delegates of a congress. */
export const MakeUp = Shape({
  congressId: Id,
  title: Line(500),
  level: Line(200),
  /** The day by which ages are counted. */
  day: IsoDate,
  numbers: Numbers,
  base: Choice(bases),
  /** How many they are of whom the make-up is told; 0 = too few to be told of. */
  of: Count(),
  parts: Type.Array(Part),
  /** Ages are counted in the bands of another congress, which differ from its own. */
  hasOtherBands: Type.Boolean(),
  /** Null = no age is known, or it is not told. */
  oldest: Nullable(Extreme),
  youngest: Nullable(Extreme),
  /** Of how many the year of birth alone is known: theirs is the age that they reach in that year. */
  byYear: Count(),
  delegations: Type.Array(DelegationNumbers),
  gaps: Type.Array(Gap),
  /** Units that were to send a list, and have none that was approved: until then nobody can say that all are qualified. Of no concern to the public: 0. */
  unapproved: Count(),
  /** Cells below it are hidden everywhere, or of sensitive data alone; both null = nothing is. */
  hiddenBelow: Nullable(Count()),
  sensitiveBelow: Nullable(Count()),
})
export type MakeUp = Static<typeof MakeUp>

export const MakeUpQuery = Shape({
  of: Type.Optional(Choice(bases)),
  /** As it may be published: small numbers are hidden. */
  version: Type.Optional(Choice(['public'] as const)),
  /** A congress that it is laid beside: ages are counted in the bands of that one, so that both can be compared. */
  bandsOf: Type.Optional(Id),
})

/** A congress that another may be compared with. */
export const Comparable = Shape({
  id: Id,
  title: Line(500),
  level: Line(200),
  year: OptionalLine(4),
})
export type Comparable = Static<typeof Comparable>
