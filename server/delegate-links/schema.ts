import { Type, type Static } from 'typebox'
import { answers, standings } from '../delegates/schema.ts'
import { Choice, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Paragraphs, Shape, Version } from '../shapes.ts'

/** Of a link: not given yet, given, opened since; run out and revoked ones open nothing. */
export const linkStates = ['none', 'issued', 'opened', 'expired', 'revoked'] as const
export type LinkState = (typeof linkStates)[number]

/** What a delegate may say is written wrong. */
export const reportedFields = ['name', 'post', 'workplace'] as const
export type ReportedField = (typeof reportedFields)[number]

/** In letters. */
export const longestReported: Readonly<Record<ReportedField, number>> = { name: 200, post: 300, workplace: 300 }

/** Taken over into the list, or left as it was. */
export const reportOutcomes = ['taken', 'set-aside'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export const DelegateReport = Shape({
  id: Id,
  field: Choice(reportedFields),
  was: OptionalLine(400),
  proposed: Line(400),
  saidBy: OptionalLine(200),
  at: Instant,
  version: Version,
})
export type DelegateReport = Static<typeof DelegateReport>

export const ReportSettled = Shape({ outcome: Choice(reportOutcomes), version: Version })

/** Whoever has a personal link or may get one, with what was answered by it. */
export const LinkRow = Shape({
  /** Of the delegate. */
  id: Id,
  name: Line(200),
  post: OptionalLine(600),
  delegation: OptionalLine(200),
  number: OptionalLine(60),
  standing: Choice(standings),
  state: Choice(linkStates),
  /** Of the link; null = none was given. */
  linkId: Nullable(Id),
  version: Nullable(Version),
  openedAt: Nullable(Instant),
  lastDay: Nullable(IsoDate),
  /** Alternates and who works at the congress get none. */
  hasSlip: Type.Boolean(),
  /** When a slip with the link as it is was last printed. */
  slipPrintedAt: Nullable(Instant),
  answer: Nullable(Choice(answers)),
  answerReason: Paragraphs(300),
  answeredAt: Nullable(Instant),
  /** The liaison who answered; '' = the delegate. */
  answeredBy: OptionalLine(200),
  /** What is said to be wrong and waits to be settled. */
  reports: Type.Array(DelegateReport),
})
export type LinkRow = Static<typeof LinkRow>

/** A delegation, whose liaison may have a link to its page. */
export const DelegationLink = Shape({
  id: Id,
  name: Line(200),
  liaison: OptionalLine(200),
  liaisonPhone: OptionalLine(60),
  state: Choice(linkStates),
  linkId: Nullable(Id),
  version: Nullable(Version),
  openedAt: Nullable(Instant),
  lastDay: Nullable(IsoDate),
})
export type DelegationLink = Static<typeof DelegationLink>

export const LinkList = Shape({
  rows: Type.Array(LinkRow),
  delegations: Type.Array(DelegationLink),
  /** Whether a programme is published: until then pages tell no sessions, while slips tell those of the draft. */
  isReleased: Type.Boolean(),
  /** What every link begins with, also on paper: whether others can open them turns on it. */
  origin: Line(400),
})
export type LinkList = Static<typeof LinkList>

/** What one link is: only whoever may hand it out reads it. */
export const LinkRead = Shape({
  url: Line(400),
  /** All that the page says, for a message; the short one fits an SMS. */
  message: Paragraphs(8000),
  short: Paragraphs(600),
})
export type LinkRead = Static<typeof LinkRead>

/** For whom links are made: those named, or all who have none. */
export const LinksToIssue = Shape({
  delegateIds: Nullable(Type.Array(Id, { maxItems: 20_000, uniqueItems: true })),
  /** Delegations whose liaisons get one. */
  delegationIds: Type.Optional(Type.Array(Id, { maxItems: 1000, uniqueItems: true })),
})
export type LinksToIssue = Static<typeof LinksToIssue>

/** Whose slips are printed: of those named, or of all who get one. Whoever has no link is given one. */
export const SlipsToPrint = Shape({ delegateIds: Nullable(Type.Array(Id, { maxItems: 20_000, uniqueItems: true })) })
export type SlipsToPrint = Static<typeof SlipsToPrint>

/** Slips, and the links that were made for them; the slips are called by the moment. */
export const SlipsPrinted = Shape({
  count: Type.Integer({ minimum: 0 }),
  issued: Type.Integer({ minimum: 0 }),
  at: Instant,
})
export type SlipsPrinted = Static<typeof SlipsPrinted>

/** Links that get another address, or none. */
export const LinksToChange = Shape({
  links: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: 20_000 }),
})
export type LinksToChange = Static<typeof LinksToChange>

/** Links that get another last day; null = some days after the congress, whenever that is held. */
export const LastDayChosen = Shape({ ...LinksToChange.properties, lastDay: Nullable(IsoDate) })
export type LastDayChosen = Static<typeof LastDayChosen>

export const LinksChanged = Shape({ count: Type.Integer({ minimum: 0 }) })

/** Pages as files for a web host: where they will lie, and of whom; ids with commas between them, left out = everybody. */
export const StaticOrder = Shape({
  language: Type.Optional(Choice(['vi', 'en'] as const)),
  host: Type.String({ maxLength: 500 }),
  until: Type.Optional(IsoDate),
  delegates: Type.Optional(Type.String({ maxLength: 8000 })),
})
export type StaticOrder = Static<typeof StaticOrder>

/** What such an export will hold. */
export const StaticPlan = Shape({
  /** The address as it was understood. */
  host: Line(500),
  pages: Type.Integer({ minimum: 0 }),
  liaisons: Type.Integer({ minimum: 0 }),
  /** Delegates without a page, by why. */
  leftOut: Shape({
    none: Type.Integer({ minimum: 0 }),
    expired: Type.Integer({ minimum: 0 }),
    revoked: Type.Integer({ minimum: 0 }),
    withdrawn: Type.Integer({ minimum: 0 }),
  }),
})
export type StaticPlan = Static<typeof StaticPlan>
