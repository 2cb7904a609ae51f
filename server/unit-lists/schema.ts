import { Type, type Static } from 'typebox'
import { Delegate, DelegateList, delegateClasses, mostDelegates, NewDelegate, standings } from '../delegates/schema.ts'
import { AimStanding, BothClasses } from '../quotas/schema.ts'
import { Choice, Count, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** Being entered; sent to the congress; approved by it; given back to the unit with a remark. */
export const listStates = ['entered', 'submitted', 'approved', 'returned'] as const
export type ListState = (typeof listStates)[number]

/** Letters of a remark or a reason. */
export const longestRemark = 1000

/** Somebody as the unit submitted it. */
export const ListMember = Shape({
  id: Id,
  name: OptionalLine(300),
  class: Nullable(Choice(delegateClasses)),
  standing: Choice(standings),
})
export type ListMember = Static<typeof ListMember>

/** What the congress corrected since the unit submitted. */
export const correctionKinds = ['added', 'removed', 'moved', 'withdrawn', 'replaced', 'listed', 'changed'] as const
export type CorrectionKind = (typeof correctionKinds)[number]
export const Correction = Shape({
  kind: Choice(correctionKinds),
  name: OptionalLine(300),
  /** Who came in the place of whom was replaced; else ''. */
  by: OptionalLine(300),
})
export type Correction = Static<typeof Correction>

const standing = {
  /** Null = nothing was sent yet, and there is nothing to attach a scan to. */
  listId: Nullable(Id),
  state: Choice(listStates),
  excessReason: OptionalLine(longestRemark),
  submittedAt: Nullable(Instant),
  submittedBy: OptionalLine(200),
  correctionReason: OptionalLine(longestRemark),
  remark: OptionalLine(longestRemark),
  /** Whom the remark is about; nobody = the list as a whole. */
  remarkedIds: Type.Array(Id),
  decidedAt: Nullable(Instant),
  decidedBy: OptionalLine(200),
  paperNumber: OptionalLine(60),
  paperDate: Nullable(IsoDate),
  /** 0 = nothing was sent yet. */
  version: Count(),
}
export const ListStanding = Shape(standing)
export type ListStanding = Static<typeof ListStanding>

/** Its title, and in English words where it still reads as the program proposed it; else ''. */
const titled = { title: Line(500), englishTitle: OptionalLine(500) }

/** The paper of the approval as it was scanned: to be downloaded. */
const Scan = Shape({ id: Id, name: Line(200) })
export type Scan = Static<typeof Scan>

const NamedUnit = Shape({ id: Id, name: Line(300) })

/** A unit that came in the place of another, with the people who are on its own list. */
const Successor = Shape({ ...NamedUnit.properties, entered: BothClasses })

/** A unit's list as the congress sees it. */
export const UnitListRow = Shape({
  ...standing,
  sendingUnitId: Id,
  name: Line(300),
  block: OptionalLine(200),
  /** The last day of a unit that is no more, and those that came in its place; several where it was split. */
  endedOn: Nullable(Type.String()),
  successors: Type.Array(Successor),
  /** Whether the unit was sent its quota: only then it sees its list. */
  isQuotaSent: Type.Boolean(),
  /** By when the list is to be sent up, as the unit's newest form says; null = it says no day, or there is none. */
  deadline: Nullable(IsoDate),
  allowed: BothClasses,
  entered: BothClasses,
  /** Of those whom the congress approved, who come still; nobody while the list is not approved. */
  approved: BothClasses,
  scans: Type.Array(Scan),
  alternates: Count(),
  corrections: Count(),
})
export type UnitListRow = Static<typeof UnitListRow>

export const UnitListBoard = Shape({ lists: Type.Array(UnitListRow) })
export type UnitListBoard = Static<typeof UnitListBoard>

/** A list as its own unit sees it: nothing of any other. */
export const UnitList = Shape({
  ...standing,
  ...DelegateList.properties,
  congress: Shape({ id: Id, ...titled, dateFrom: Nullable(IsoDate) }),
  unit: NamedUnit,
  endedOn: Nullable(Type.String()),
  /** By when the list is to be sent up; null = nobody said. */
  deadline: Nullable(IsoDate),
  /** The day is over and the list is not with the congress. */
  isOverdue: Type.Boolean(),
  /** As it was sent; null = the congress sent no number. */
  allowed: Type.Union([Type.Null(), BothClasses]),
  aims: Type.Array(AimStanding),
  /** What the congress wrote to the unit beside the number. */
  quotaNote: OptionalLine(300),
  entered: BothClasses,
  approved: BothClasses,
  scans: Type.Array(Scan),
  alternates: Count(),
  corrections: Type.Array(Correction),
  may: Shape({ enter: Type.Boolean(), submit: Type.Boolean(), decide: Type.Boolean() }),
})
export type UnitList = Static<typeof UnitList>

/** A list that an account's own unit is to send upwards. */
export const ListToSend = Shape({
  congressId: Id,
  ...titled,
  dateFrom: Nullable(IsoDate),
  sendingUnitId: Id,
  unitName: Line(300),
  state: Choice(listStates),
})
export type ListToSend = Static<typeof ListToSend>

/** The congress alone says these; a unit's delegates are in its own delegation. */
const ofCongress = ['delegation', 'number', 'seat', 'door', 'presence', 'absenceReason'] as const
const omitted = Type.Omit(NewDelegate, ofCongress)
export const NewMember = Shape(omitted.properties)
export type NewMember = Static<typeof NewMember>

const MemberValues = Shape(Type.Partial(omitted).properties)
export const MemberChanges = Shape({
  delegates: Type.Array(Shape({ id: Id, version: Version, values: MemberValues }), {
    minItems: 1,
    maxItems: mostDelegates,
  }),
})
export type MemberChanges = Static<typeof MemberChanges>

export const MembersChanged = Shape({ delegates: Type.Array(Delegate) })

export const Submission = Shape({ excessReason: OptionalLine(longestRemark), version: Count() })
export type Submission = Static<typeof Submission>
export const CorrectionRequest = Shape({ reason: Line(longestRemark), version: Version })
export type CorrectionRequest = Static<typeof CorrectionRequest>
export const ApprovalPaper = Shape({ paperNumber: OptionalLine(60), paperDate: Nullable(IsoDate), version: Version })
export type ApprovalPaper = Static<typeof ApprovalPaper>
export const ReturnRemark = Shape({
  remark: Line(longestRemark),
  /** Delegates of the list whom it is about. */
  remarkedIds: Type.Optional(Type.Array(Id, { maxItems: mostDelegates })),
  version: Version,
})
export type ReturnRemark = Static<typeof ReturnRemark>
/** Of the list as it was read; 0 = nothing was sent. */
export const HandingOver = Shape({ successorId: Id, version: Count() })
export type HandingOver = Static<typeof HandingOver>
export const OfVersion = Shape({ version: Version })
