import { Type, type Static } from 'typebox'
import { delegateClasses } from '../delegates/schema.ts'
import { Choice, Id, Line, OptionalLine, Paragraphs, Shape, Version } from '../shapes.ts'

/** By what people are chosen. */
export const clauseKinds = [
  'everybody',
  'delegation',
  'group',
  'class',
  'discussion',
  'role',
  'honoured',
  'present',
] as const
export type ClauseKind = (typeof clauseKinds)[number]

/** Kinds that say all by themselves. */
export const plainKinds: ReadonlySet<ClauseKind> = new Set(['everybody', 'honoured', 'present'])

/** One part of a rule: id of the delegation or discussion group, name of the structure group, class, or role; '' where the kind says all. */
export const Clause = Shape({ by: Choice(clauseKinds), value: OptionalLine(120) })
export type Clause = Static<typeof Clause>

/** What somebody does at a congress besides attending. */
export const Role = Shape({
  /** By which it is known, whatever it is called. */
  key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
  name: Line(120),
  /** What is expected of whoever has it: told on the personal page. */
  expectation: Paragraphs(600),
  /** Somebody must have it at every official and preparatory session. */
  isNeeded: Type.Boolean(),
})
export type Role = Static<typeof Role>

/** What people are assigned to: a session ('' = the congress as a whole), and the role there ('' = attending). */
const target = {
  sessionId: Type.Union([Id, Type.Literal('')]),
  role: Type.String({ pattern: '^[a-z0-9-]{0,60}$' }),
}
export interface Target {
  sessionId: string
  role: string
}

export const AssignmentRule = Shape({ ...target, clauses: Type.Array(Clause, { maxItems: 100 }), version: Version })
export type AssignmentRule = Static<typeof AssignmentRule>

export const AssignmentException = Shape({ ...target, delegateId: Id, isIn: Type.Boolean() })
export type AssignmentException = Static<typeof AssignmentException>

export const Roles = Type.Array(Role, { maxItems: 60 })

/** All that says who comes where, as it was written; the browser finds the people by it. */
export const AssignmentBoard = Shape({
  roles: Roles,
  /** Of the roles; 0 = the usual ones. */
  rolesVersion: Type.Integer({ minimum: 0 }),
  rules: Type.Array(AssignmentRule),
  exceptions: Type.Array(AssignmentException),
  /** Delegates who are on the list of honours. */
  honouredIds: Type.Array(Id),
  /** The discussion groups in their order, with those of the list who are in them; none while groups are off. */
  discussions: Type.Array(Shape({ id: Id, name: Line(120), memberIds: Type.Array(Id) })),
})
export type AssignmentBoard = Static<typeof AssignmentBoard>

export const mostPeople = 5000

/** What is decided of one session or role, in one act. */
export const AssignmentChange = Shape({
  ...target,
  /** The rule; null = none: whoever usually comes. Left out = as it stands. */
  clauses: Type.Optional(Type.Union([Type.Array(Clause, { maxItems: 100 }), Type.Null()])),
  /** Of the rule that was seen; 0 = there was none. */
  version: Type.Integer({ minimum: 0 }),
  /** Who is to be in or out, whatever the rule says; what the rule says anyway is not kept as an exception. */
  people: Type.Array(Shape({ delegateId: Id, isIn: Type.Boolean() }), { maxItems: mostPeople }),
})
export type AssignmentChange = Static<typeof AssignmentChange>

export const RolesChange = Shape({ roles: Roles, version: Type.Integer({ minimum: 0 }) })
export type RolesChange = Static<typeof RolesChange>

export const classesOfClause = delegateClasses

/** Sessions of which a rule or a hand says who comes, as the programme is judged by. */
export const AssignedPeople = Shape({
  sessions: Type.Array(Shape({ sessionId: Id, count: Type.Integer() })),
  /** People whom two sessions share, one of which was assigned. */
  shared: Type.Array(Shape({ sessionId: Id, otherSessionId: Id, count: Type.Integer(), first: OptionalLine(300) })),
  /** People with a role, or put in by hand, who withdrew. */
  withdrawn: Type.Array(Shape({ ...target, roleName: OptionalLine(120), name: OptionalLine(300) })),
  /** Roles which nobody has in the congress as a whole, and the sessions in which somebody has them. */
  open: Type.Array(Shape({ role: Role, heldIn: Type.Array(Id) })),
})
export type AssignedPeople = Static<typeof AssignedPeople>
