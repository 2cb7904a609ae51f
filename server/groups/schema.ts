import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'
import { delegateClasses, mostDelegates, sexes } from '../delegates/schema.ts'
import { balances, groupRoles, groupRuleKinds, mostGroups, planModes } from './rules/choices.ts'

export const mostRules = 500
const mostTogether = 200

const ofPlan = {
  isOn: Type.Boolean(),
  classes: Type.Array(Choice(delegateClasses), { minItems: 1, maxItems: delegateClasses.length, uniqueItems: true }),
  balances: Type.Array(Choice(balances), { maxItems: balances.length, uniqueItems: true }),
}

/** Whether a congress has groups, for whom, and by what they are even; 0 = nothing was said yet. */
export const GroupPlanSetting = Shape({ ...ofPlan, version: Count() })
export type GroupPlanSetting = Static<typeof GroupPlanSetting>

const ofGroup = {
  name: Line(120),
  place: OptionalLine(200),
  least: Count(mostDelegates),
  most: Count(mostDelegates),
}

export const DiscussionGroup = Shape({ id: Id, ...ofGroup, version: Version })
export type DiscussionGroup = Static<typeof DiscussionGroup>

/** Somebody who is to be in a group, with what groups are made even by. */
export const GroupCandidate = Shape({
  id: Id,
  name: Line(300),
  post: OptionalLine(300),
  workplace: OptionalLine(300),
  delegation: OptionalLine(300),
  sex: Nullable(Choice(sexes)),
  field: OptionalLine(300),
})
export type GroupCandidate = Static<typeof GroupCandidate>

export const GroupMember = Shape({
  delegateId: Id,
  groupId: Id,
  role: Nullable(Choice(groupRoles)),
  isHeld: Type.Boolean(),
  version: Version,
})
export type GroupMember = Static<typeof GroupMember>

const ofRule = {
  kind: Choice(groupRuleKinds),
  delegateIds: Type.Array(Id, { minItems: 2, maxItems: mostTogether, uniqueItems: true }),
}
/** People who are to be in one group, or each in another. */
export const KeptRule = Shape({ id: Id, ...ofRule, version: Version })
export type KeptRule = Static<typeof KeptRule>
export const NewRule = Shape(ofRule)
export type NewRule = Static<typeof NewRule>

/** The groups of a congress and everybody who is to be in one, in the order of the list. */
export const GroupBoard = Shape({
  plan: GroupPlanSetting,
  groups: Type.Array(DiscussionGroup),
  /** Of those who are to be in one: whoever withdrew is not told, and is there again when listed again. */
  members: Type.Array(GroupMember),
  rules: Type.Array(KeptRule),
  people: Type.Array(GroupCandidate),
  /** Whom requests and roles name still though they are put into no group: '' where the delegate was removed. */
  gone: Type.Array(
    Shape({
      id: Id,
      name: OptionalLine(300),
      /** Who of the people came in the place; null = nobody. */
      successorId: Nullable(Id),
      ruleCount: Count(),
      leads: Type.Array(Shape({ groupId: Id, role: Choice(groupRoles) })),
    }),
  ),
})
export type GroupBoard = Static<typeof GroupBoard>

export const NewGroups = Shape({ groups: Type.Array(Shape(ofGroup), { minItems: 1, maxItems: mostGroups }) })
export type NewGroups = Static<typeof NewGroups>

const atVersion = { id: Id, version: Version }
/** What is not named stays as it is. */
export const GroupChanges = Shape({
  rows: Type.Array(Shape({ ...atVersion, ...Type.Partial(Shape(ofGroup)).properties }), {
    minItems: 1,
    maxItems: mostGroups,
  }),
})
export type GroupChanges = Static<typeof GroupChanges>

export const RowsNamed = Shape({ rows: Type.Array(Shape(atVersion), { minItems: 1, maxItems: mostRules }) })
export type RowsNamed = Static<typeof RowsNamed>

/** What names somebody who is gone goes to who came in the place; null = the name is taken out. */
export const GoneFromGroups = Shape({ delegateId: Id, toId: Nullable(Id) })
export type GoneFromGroups = Static<typeof GoneFromGroups>

/** Where people are to be: null = in no group. `version` is that of the place they have, 0 = none. */
export const MemberChanges = Shape({
  members: Type.Array(
    Shape({
      delegateId: Id,
      groupId: Nullable(Id),
      role: Nullable(Choice(groupRoles)),
      isHeld: Type.Boolean(),
      version: Count(),
    }),
    { minItems: 1, maxItems: mostDelegates },
  ),
  /** They were put there by a plan, not by hand. */
  isPlanned: Type.Boolean(),
})
export type MemberChanges = Static<typeof MemberChanges>

export const PlanOrder = Shape({ mode: Choice(planModes), seed: Count() })
export type PlanOrder = Static<typeof PlanOrder>

const Reason = Type.Union([
  Shape({ kind: Choice(['no-groups', 'not-found'] as const) }),
  Shape({ kind: Choice(['too-many'] as const), people: Count(), places: Count() }),
  Shape({ kind: Choice(['too-few'] as const), people: Count(), wanted: Count() }),
  Shape({
    kind: Choice(['demands'] as const),
    held: Type.Array(Shape({ personId: Id, groupId: Id })),
    rules: Type.Array(Shape({ kind: Choice(groupRuleKinds), personIds: Type.Array(Id) })),
    areSizesPart: Type.Boolean(),
  }),
])

/** A plan that nobody has applied yet, or why there is none. */
export const PlanPreview = Shape({
  plan: Type.Union([
    Type.Null(),
    Shape({
      places: Type.Array(Shape({ delegateId: Id, groupId: Id })),
      /** Persons too many or too few beside even shares, and what no plan can be below. */
      cost: Count(),
      least: Count(),
      /** How many leave the group that they are in. */
      moved: Count(),
      isFewest: Type.Boolean(),
    }),
  ]),
  reason: Type.Union([Type.Null(), Reason]),
})
export type PlanPreview = Static<typeof PlanPreview>
