import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

export const halves = ['morning', 'afternoon'] as const
export type Half = (typeof halves)[number]

const leaveFields = {
  personId: Id,
  from: IsoDate,
  /** Away from the morning of that day, or from noon. */
  fromHalf: Choice(halves),
  to: IsoDate,
  /** Away until noon of that day, or to its end. */
  toHalf: Choice(halves),
  /** Read by those who keep leaves only. */
  reason: OptionalLine(300),
}

/** When a leader is away. */
export const Leave = Shape({ id: Id, ...leaveFields, version: Version })
export type Leave = Static<typeof Leave>
export const NewLeave = Shape(leaveFields)
export type NewLeave = Static<typeof NewLeave>
export const LeaveChange = Shape({ ...leaveFields, version: Version })
export type LeaveChange = Static<typeof LeaveChange>

/** Another post attends in the place of one, at the congresses named. */
export const LeaderReplacement = Shape({
  postId: Id,
  newPostId: Id,
  congresses: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: 2000 }),
  reason: OptionalLine(500),
  paperNumber: OptionalLine(80),
  /** Who said so: a call, a letter. */
  source: OptionalLine(200),
})
export type LeaderReplacement = Static<typeof LeaderReplacement>

/** Why a leader cannot come in another's place. */
export const replacementProblems = ['not-attending', 'same-leader', 'attends-already'] as const
export type ReplacementProblem = (typeof replacementProblems)[number]

export const LeadersReplaced = Shape({ replaced: Count() })
export type LeadersReplaced = Static<typeof LeadersReplaced>

/** Who attended before, as they were called then. */
export const KeptReplacement = Shape({
  id: Id,
  congressId: Id,
  postBeforeId: Id,
  postBefore: Line(200),
  personBefore: OptionalLine(120),
  postAfterId: Id,
  postAfter: Line(200),
  personAfter: OptionalLine(120),
  reason: OptionalLine(500),
  paperNumber: OptionalLine(80),
  source: OptionalLine(200),
  accountName: OptionalLine(200),
  at: Instant,
  version: Version,
})
export type KeptReplacement = Static<typeof KeptReplacement>

/** At which congress another attends today in the place of a leader, as that one was called then. */
export const StandIn = Shape({
  congressId: Id,
  postBeforeId: Id,
  postAfter: Line(200),
  personAfter: OptionalLine(120),
})
export type StandIn = Static<typeof StandIn>

/** A text of a congress that still names the leader who was replaced. */
export const Mention = Shape({
  /** With this and the field it is found again. */
  replacementId: Id,
  congressId: Id,
  kind: Choice(['item', 'paper'] as const),
  /** The item's id, or the paper's. */
  recordId: Id,
  /** `presenter`, `title`, `note` of an item; the field of a paper. */
  field: Line(60),
  version: Version,
  /** The kind of the paper; empty for an item. */
  paperKind: OptionalLine(60),
  /** The item's title; empty for a paper. */
  itemTitle: OptionalLine(500),
  text: OptionalLine(4000),
  /** How it would read; null where the name is not written in full, so that a person must look. */
  mended: Nullable(OptionalLine(4000)),
})
export type Mention = Static<typeof Mention>

export const MentionMend = Shape({
  kind: Choice(['item', 'paper'] as const),
  recordId: Id,
  field: Line(60),
  version: Version,
})
export type MentionMend = Static<typeof MentionMend>
