import { Type, type Static } from 'typebox'
import type { Sex } from '../people/schema.ts'
import { Choice, Count, Id, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** What people are compared by. */
export interface Comparable {
  id: string
  /** As it was typed, form of address included. */
  name: string
  sex: Sex | null
  birthYear: number | null
  birthDate: string | null
  phone: string
  /** Where the person works or comes from, as the lists of congresses have it. */
  workplaces: readonly string[]
  posts: readonly string[]
}

/** What speaks for one person, or against it. */
export const duplicateReasons = [
  'same-name',
  'name-without-marks',
  'name-other-marks',
  'name-other-order',
  'name-part-missing',
  'name-misspelt',
  'other-name',
  'same-birth-date',
  'same-birth-year',
  'near-birth',
  'other-birth',
  'other-sex',
  'same-phone',
  'near-phone',
  'other-phone',
  'same-workplace',
  'like-workplace',
  'other-workplace',
  'same-post',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** Two who may be one. */
export const DuplicatePair = Shape({
  firstId: Id,
  secondId: Id,
  /** How much more likely it is that they are one than two, in powers of two. */
  score: Type.Number(),
  isLikely: Type.Boolean(),
  reasons: Type.Array(Choice(duplicateReasons)),
})
export type DuplicatePair = Static<typeof DuplicatePair>

/** What one field says: how much it speaks for one person (in powers of two, against it below 0), and why. */
export interface Evidence {
  bits: number
  reasons: DuplicateReason[]
}

/**
 * What is kept of a person, field by field: of two that are merged, each comes from one of them. The whole date goes
 * with the year of birth; titles of both stay.
 */
export const mergedFields = [
  'name',
  'address',
  'printedName',
  'sex',
  'birthYear',
  'phone',
  'email',
  'education',
  'field',
  'isDirectWorker',
] as const
export type MergedField = (typeof mergedFields)[number]

/** A part in a congress, or a post that is or was held. */
const PartShown = Shape({
  congressId: Nullable(Id),
  title: Line(300),
  post: OptionalLine(300),
  workplace: OptionalLine(300),
})

/** A person of a pair, to be looked at beside the other. */
export const ComparedPerson = Shape({
  id: Id,
  unitName: OptionalLine(200),
  name: Line(300),
  address: OptionalLine(300),
  printedName: OptionalLine(300),
  sex: Nullable(Choice(['male', 'female'] as const)),
  birthYear: Nullable(Type.Integer()),
  birthDate: Nullable(Type.String({ maxLength: 10 })),
  phone: OptionalLine(300),
  email: OptionalLine(300),
  titles: Type.Array(OptionalLine(300)),
  education: OptionalLine(300),
  field: OptionalLine(300),
  isDirectWorker: Nullable(Type.Boolean()),
  /** Those that the reader may see. */
  parts: Type.Array(PartShown),
  version: Version,
})
export type ComparedPerson = Static<typeof ComparedPerson>

/** A pair that somebody said to be two persons. */
export const DistinctPair = Shape({ id: Id, firstId: Id, secondId: Id, version: Version })
export type DistinctPair = Static<typeof DistinctPair>

/** Pairs of a unit and all below it, the likeliest first. */
export const Duplicates = Shape({
  pairs: Type.Array(DuplicatePair),
  /** So many there are: the most likely ones are listed. */
  pairCount: Count(),
  searchedCount: Count(),
  distinct: Type.Array(DistinctPair),
  people: Type.Array(ComparedPerson),
})
export type Duplicates = Static<typeof Duplicates>

const two = Type.Array(Id, { minItems: 2, maxItems: 2, uniqueItems: true })

/** The first stays, the second goes. */
export const Merge = Shape({
  personIds: two,
  versions: Type.Array(Version, { minItems: 2, maxItems: 2 }),
  /** Fields that come from the one that goes. */
  taken: Type.Array(Choice(mergedFields), { maxItems: mergedFields.length }),
  /** Both attend one congress: their parts there become one. */
  arePartsJoined: Type.Boolean(),
})
export type Merge = Static<typeof Merge>

export const NewDistinctPair = Shape({ personIds: two })
export type NewDistinctPair = Static<typeof NewDistinctPair>

export const Merged = Shape({
  personId: Id,
  /** What is sensitive said something else of each: what the one that stays had, stands. */
  isSensitiveLeft: Type.Boolean(),
})
export type Merged = Static<typeof Merged>
