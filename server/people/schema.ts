import { Type, type Static } from 'typebox'
import { Choice, Id, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/**
 * Ranks of posts in their own body, the highest first: Bí thư, Chủ tịch; their deputies; Ủy viên Ban Thường vụ; heads of
 * departments and boards; their deputies.
 */
export const leaderRanks = ['head', 'deputy', 'standing-member', 'department-head', 'department-deputy'] as const
export type LeaderRank = (typeof leaderRanks)[number]

export type Sex = 'male' | 'female'

/** What the congresses of a level may ask of a delegate beside what every list has: the whole date of birth for the year alone … */
export const openFields = ['birthDate', 'photo', 'email', 'titles', 'education', 'field', 'isDirectWorker'] as const
/** What Law 91/2025/QH15 calls sensitive: kept apart, seen by those alone who are permitted, told elsewhere in sums. */
export const sensitiveFields = ['ethnicity', 'religion', 'isPartyMember'] as const
export type SensitiveField = (typeof sensitiveFields)[number]
export const askedFields = [...openFields, ...sensitiveFields] as const
export type AskedField = (typeof askedFields)[number]

/** Who holds a post, from–to. */
export const PostHolder = Shape({ personId: Id, personName: Line(120), from: Nullable(IsoDate), to: Nullable(IsoDate) })
export type PostHolder = Static<typeof PostHolder>

/** A post that attends congresses of lower levels, such as "Phó Chủ tịch UBND tỉnh (VX)". */
export const Post = Shape({
  id: Id,
  unitId: Id,
  name: Line(200),
  phone: OptionalLine(60),
  /** Null = not said; nothing is judged by it then. */
  rank: Nullable(Choice(leaderRanks)),
  holders: Type.Array(PostHolder),
  version: Version,
})
export type Post = Static<typeof Post>

const holder = Shape({ personName: Line(120), from: Nullable(IsoDate), to: Nullable(IsoDate) })
const postFields = {
  unitId: Id,
  name: Line(200),
  phone: OptionalLine(60),
  rank: Nullable(Choice(leaderRanks)),
  /** People are found by name in the post's unit, or created. */
  holders: Type.Array(holder, { maxItems: 40 }),
}
export const NewPost = Shape(postFields)
export type NewPost = Static<typeof NewPost>
export const PostChange = Shape({ ...postFields, version: Version })
export type PostChange = Static<typeof PostChange>

/** Kinds of pictures that a photo may be; a browser makes them small before it sends them. */
export const photoTypes = ['image/jpeg', 'image/png'] as const
export type PhotoType = (typeof photoTypes)[number]
/** Of a photo as it is sent, in bytes. */
export const mostPhotoBytes = 512 * 1024
/** The sides that a browser makes a photo fit into, in pixels. */
export const photoSides = { width: 600, height: 800 }
