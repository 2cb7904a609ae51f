import { Type, type Static } from 'typebox'
import { Programme } from '../programme/schema.ts'
import { Choice, Count, Id, Instant, IsoDate, Line, Paragraphs, Shape, Version } from '../shapes.ts'

/** A correction takes the place of a release that should not have gone out: nothing goes back in silence. */
export const releaseKinds = ['release', 'correction'] as const
export type ReleaseKind = (typeof releaseKinds)[number]

const { isOutside, travelMinutes, ...sessionFields } = Programme.properties.sessions.items.properties

/** The programme as it went out; what went out early does not say yet what is held outside the hall. */
export const ReleasedProgramme = Shape({
  sessions: Type.Array(
    Shape({ ...sessionFields, isOutside: Type.Optional(isOutside), travelMinutes: Type.Optional(travelMinutes) }),
  ),
  speakers: Programme.properties.speakers,
})
export type ReleasedProgramme = Static<typeof ReleasedProgramme>

/** A release as lists show it, without its content. */
export const Release = Shape({
  id: Id,
  congressId: Id,
  number: Count(10_000),
  kind: Choice(releaseKinds),
  name: Line(200),
  /** What was said of it; of a correction, why. */
  note: Paragraphs(2000),
  day: IsoDate,
  at: Instant,
  accountName: Line(200),
  /** Sessions and items that are not as they were in the release before it. */
  changeCount: Count(100_000),
})
export type Release = Static<typeof Release>
export const Releases = Type.Array(Release)

export const ReleaseRead = Shape({ ...Release.properties, content: ReleasedProgramme })
export type ReleaseRead = Static<typeof ReleaseRead>

/** What would be released now. */
export const ReleaseDraft = Shape({
  number: Count(10_000),
  /** Says what was seen: the release is refused when it is another by then. */
  fingerprint: Line(100),
  content: ReleasedProgramme,
})
export type ReleaseDraft = Static<typeof ReleaseDraft>

export const NewRelease = Shape({
  name: Line(200),
  note: Paragraphs(2000),
  day: IsoDate,
  number: Count(10_000),
  fingerprint: Line(100),
})
export type NewRelease = Static<typeof NewRelease>

/** Puts the release before it back in force, and says why. */
export const Correction = Shape({
  name: Line(200),
  reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  day: IsoDate,
})
export type Correction = Static<typeof Correction>

/** Whom a release is told to: a speaker's id, or a presenter as he is written, folded. */
const Who = Line(400)

export const Telling = Shape({ id: Id, who: Who, accountName: Line(200), at: Instant, version: Version })
export type Telling = Static<typeof Telling>

export const Tellings = Shape({
  tellings: Type.Array(Telling),
  /** Telephones that the congress's own lists and its unit's posts know of. */
  contacts: Type.Array(Shape({ who: Who, phone: Line(400) })),
})
export type Tellings = Static<typeof Tellings>

export const NewTellings = Shape({ who: Type.Array(Who, { minItems: 1, maxItems: 2000, uniqueItems: true }) })
export type NewTellings = Static<typeof NewTellings>
