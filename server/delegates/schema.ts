import { Type, type Static } from 'typebox'
import { askedFields } from '../people/schema.ts'
import { Choice, Count, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** What somebody attends a congress as: delegates proper and guests, then those who prepare it, report it and serve it. */
export const delegateClasses = ['official', 'guest', 'organizing', 'press', 'service'] as const
export type DelegateClass = (typeof delegateClasses)[number]

/** On the list; standing by for one who cannot come; withdrawn, and kept for who was told. */
export const standings = ['listed', 'alternate', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

/** On the day: there, away with a reason, away without one. */
export const presences = ['present', 'excused', 'absent'] as const
export type Presence = (typeof presences)[number]

export const answers = ['confirmed', 'declined'] as const
export type Answer = (typeof answers)[number]

export const sexes = ['male', 'female'] as const

/** Rows of one write, and letters of one value. */
export const mostDelegates = 5000
const longest = 300
export const longestLiaisonPhone = 60

const several = Type.Array(Line(120), { maxItems: 20, uniqueItems: true })

const ofPerson = {
  /** As it was typed: never split, never recapitalized. */
  name: Line(longest),
  address: OptionalLine(longest),
  printedName: OptionalLine(longest),
  sex: Nullable(Choice(sexes)),
  birthYear: Nullable(Type.Integer({ minimum: 1900, maximum: 2100 })),
  /** Only where the whole date is needed; the year follows it. */
  birthDate: Nullable(IsoDate),
  phone: OptionalLine(longest),
  email: OptionalLine(longest),
  titles: several,
  education: OptionalLine(longest),
  field: OptionalLine(longest),
  isDirectWorker: Nullable(Type.Boolean()),
}

const ofPart = {
  /** Name of the delegation, which is made where there is none of this name; '' = none. */
  delegation: OptionalLine(longest),
  class: Nullable(Choice(delegateClasses)),
  /** Structure groups, the primary one first. */
  groups: several,
  post: OptionalLine(longest),
  workplace: OptionalLine(longest),
  printedPost: OptionalLine(longest),
  number: OptionalLine(longest),
  seat: OptionalLine(longest),
  door: OptionalLine(longest),
  standing: Choice(standings),
  presence: Nullable(Choice(presences)),
  absenceReason: OptionalLine(longest),
  note: OptionalLine(longest),
}

const DelegateValues = Shape({ ...ofPerson, ...ofPart })
export type DelegateValues = Static<typeof DelegateValues>

/** Somebody's part in a congress with who it is. */
export const Delegate = Shape({
  id: Id,
  personId: Id,
  ...ofPerson,
  ...ofPart,
  sendingUnitId: Nullable(Id),
  answer: Nullable(Choice(answers)),
  answerReason: OptionalLine(longest),
  answeredAt: Nullable(Instant),
  /** The delegate in whose place this one came. */
  replacesId: Nullable(Id),
  version: Version,
})
export type Delegate = Static<typeof Delegate>

const ofDelegation = {
  name: Line(longest),
  number: OptionalLine(60),
  /** `#rrggbb`; '' = none. */
  colour: Type.String({ pattern: '^(#[0-9a-f]{6})?$' }),
  headId: Nullable(Id),
  deputyId: Nullable(Id),
  liaison: OptionalLine(longest),
  liaisonPhone: OptionalLine(longestLiaisonPhone),
}

export const Delegation = Shape({ id: Id, ...ofDelegation, sendingUnitId: Nullable(Id), version: Version })
export type Delegation = Static<typeof Delegation>
export const NewDelegation = Shape(ofDelegation)
export type NewDelegation = Static<typeof NewDelegation>
export const DelegationChange = Shape({ ...ofDelegation, version: Version })
export type DelegationChange = Static<typeof DelegationChange>

/** Everybody of a congress, in the order of its list, and the delegations that they come in. */
export const DelegateList = Shape({
  delegates: Type.Array(Delegate),
  delegations: Type.Array(Delegation),
  /** What the congress's level asks of each beside what every list has. */
  asked: Type.Array(Choice(askedFields)),
})
export type DelegateList = Static<typeof DelegateList>

/** What is left out is not known yet. */
export const NewDelegate = Shape({ ...Type.Partial(DelegateValues).properties, name: ofPerson.name })
export type NewDelegate = Static<typeof NewDelegate>

const atVersion = { id: Id, version: Version }
/** What is not named stays as it is. */
export const DelegateChanges = Shape({
  delegates: Type.Array(Shape({ ...atVersion, values: Shape(Type.Partial(DelegateValues).properties) }), {
    minItems: 1,
    maxItems: mostDelegates,
  }),
})
export type DelegateChanges = Static<typeof DelegateChanges>

export const DelegatesChanged = Shape({ delegates: Type.Array(Delegate), delegations: Type.Array(Delegation) })
export type DelegatesChanged = Static<typeof DelegatesChanged>

export const DelegatesGone = Shape({
  delegates: Type.Array(Shape(atVersion), { minItems: 1, maxItems: mostDelegates }),
})
export type DelegatesGone = Static<typeof DelegatesGone>

const Newcomer = Shape({
  ...{ name: ofPerson.name, sex: ofPerson.sex, birthYear: ofPerson.birthYear, phone: ofPerson.phone },
  ...{ post: ofPart.post, workplace: ofPart.workplace },
})
export type Newcomer = Static<typeof Newcomer>

/** Who comes in a delegate's place: an alternate of the congress, else somebody new. */
export const Replacement = Shape({
  alternateId: Nullable(Id),
  newcomer: Type.Union([Type.Null(), Newcomer]),
  reason: Line(longest),
  /** Whether number, seat and door go over, and structure groups to whoever has none. */
  takesPlace: Type.Boolean(),
  /**
   * Whether leading the delegation goes over, and what only a congress gives: roles and sessions by hand, the place in a
   * discussion group. Left out = nobody has them.
   */
  takesRoles: Type.Optional(Type.Boolean()),
  version: Version,
})
export type Replacement = Static<typeof Replacement>

/** Another congress that a person attends or attended. */
export const OtherPart = Shape({
  congressId: Id,
  title: Line(500),
  dateFrom: Nullable(IsoDate),
  class: Nullable(Choice(delegateClasses)),
  post: OptionalLine(longest),
  standing: Choice(standings),
})
export type OtherPart = Static<typeof OtherPart>

const statedApart = {
  ethnicity: OptionalLine(longest),
  religion: OptionalLine(longest),
  isPartyMember: Nullable(Type.Boolean()),
}

/** What is kept of a delegate apart from the rest. */
export const SensitiveData = Shape({
  ...statedApart,
  /** What the delegate says of food and health, and when it was agreed that it is kept; null = an office entered it. */
  diet: OptionalLine(longest),
  health: OptionalLine(longest),
  consentAt: Nullable(Instant),
  /** 0 = nothing is kept. */
  version: Count(),
})
export type SensitiveData = Static<typeof SensitiveData>

export const SensitiveChange = Shape({ ...statedApart, version: Count() })
export type SensitiveChange = Static<typeof SensitiveChange>

/** Of a delegate's photo. */
export const Photo = Shape({
  /** Other bytes have another one; '' = there is no photo. */
  stamp: OptionalLine(64),
  /** 0 = there is no photo. */
  version: Count(),
})
export type Photo = Static<typeof Photo>
