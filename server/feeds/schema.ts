import { Type, type Static } from 'typebox'
import { Choice, Id, Instant, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

export const feedKinds = ['unit', 'level', 'venue', 'leader'] as const
export type FeedKind = (typeof feedKinds)[number]

/** A calendar that telephones subscribe to. Its link is told once, when it is made. */
export const Feed = Shape({
  id: Id,
  kind: Choice(feedKinds),
  /** The unit, level, venue or post whose congresses it holds. */
  targetId: Id,
  unitId: Id,
  name: Line(120),
  accountName: OptionalLine(200),
  createdAt: Instant,
  /** When a telephone last asked; null = never yet. */
  fetchedAt: Nullable(Instant),
  /** False where whoever made it may no longer do so: the link answers nothing. */
  isOpen: Type.Boolean(),
})
export type Feed = Static<typeof Feed>

export const NewFeed = Shape({
  kind: Choice(feedKinds),
  targetId: Id,
  /** Whose telephone, or which wall: by it the link is told from the others. */
  name: Line(120),
  language: Choice(['vi', 'en'] as const),
})
export type NewFeed = Static<typeof NewFeed>

export const FeedMade = Shape({ feed: Feed, url: Type.String() })
export type FeedMade = Static<typeof FeedMade>
