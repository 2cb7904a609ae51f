import { Type, type Static } from 'typebox'
import { Programme } from '../programme/schema.ts'
import { Choice, Count, Id, Instant, IsoDate, Line, Paragraphs, Shape } from '../shapes.ts'

/** A correction takes the place of a release that should not have gone out: nothing goes back in silence. */
export const releaseKinds = ['release', 'correction'] as const
export type ReleaseKind = (typeof releaseKinds)[number]

/** The programme as it went out. */
export const ReleasedProgramme = Shape({
  sessions: Programme.properties.sessions,
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
  note: Paragraphs(2000),
  day: IsoDate,
  at: Instant,
  accountName: Line(200),
  sessionCount: Count(500),
  itemCount: Count(10_000),
})
export type Release = Static<typeof Release>
export const Releases = Type.Array(Release)
