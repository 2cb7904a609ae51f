import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** The fields of a paper's template as filled in; version 0 = nothing kept yet. */
export const PaperFields = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 2000 }), {
  maxProperties: 60,
})
export const PaperChange = Shape({ fields: PaperFields, version: Count(2_147_483_647) })
export type PaperChange = Static<typeof PaperChange>

/** How far a paper is. */
export const paperStandings = [
  'draft',
  'for-signature',
  'signed',
  'issued',
  'corrected',
  'replaced',
  'withdrawn',
] as const
export type PaperStanding = (typeof paperStandings)[number]

/** What is done with a paper; `redraft` begins the next one of its kind. */
export const paperSteps = [
  'submit',
  'return',
  'sign',
  'number',
  'issue',
  'correct',
  'replace',
  'withdraw',
  'redraft',
] as const
export type PaperStep = (typeof paperSteps)[number]

/** Whether the clerk enters what the paper book or another system gave, or the product gives the next number. */
export const numberingWays = ['by-hand', 'by-product'] as const
export type NumberingWay = (typeof numberingWays)[number]

/** Who issues a paper: the organizing committee, or the authority of the unit, whose numbers are not the committee's. */
export const paperIssuers = ['committee', 'authority'] as const
export type PaperIssuer = (typeof paperIssuers)[number]

const seriesFields = {
  name: Line(120),
  ending: OptionalLine(40),
  /** The first number in the year in which the series begins; later years begin with 1. */
  startsAt: Type.Integer({ minimum: 1, maximum: 999_999 }),
  restartsYearly: Type.Boolean(),
  way: Choice(numberingWays),
}

/** A series of numbers: the organizing committee's own, or one that all congresses of a unit share. */
export const NumberSeries = Shape({
  id: Id,
  unitId: Id,
  congressId: Nullable(Id),
  issuer: Choice(paperIssuers),
  ...seriesFields,
  version: Version,
})
export type NumberSeries = Static<typeof NumberSeries>
export const NewNumberSeries = Shape({
  ...seriesFields,
  isShared: Type.Boolean(),
  /** The committee's unless said. */
  issuer: Type.Optional(Choice(paperIssuers)),
})
export type NewNumberSeries = Static<typeof NewNumberSeries>
export const NumberSeriesChange = Shape({ ...seriesFields, version: Version })
export type NumberSeriesChange = Static<typeof NumberSeriesChange>

/** A series as it is offered for a paper: with the last number that it gave; null = none yet. */
export const OfferedSeries = Shape({
  ...NumberSeries.properties,
  lastNumber: Nullable(Line(20)),
  lastDay: Nullable(IsoDate),
})
export type OfferedSeries = Static<typeof OfferedSeries>

/** A step of a paper, kept as whoever did it was called then. */
export const KeptStep = Shape({
  id: Id,
  step: Choice(paperSteps),
  draft: Count(),
  reason: OptionalLine(500),
  /** Number of the paper by which it was corrected, replaced or withdrawn, and its day or that of the step. */
  byNumber: OptionalLine(60),
  day: Nullable(IsoDate),
  accountName: OptionalLine(200),
  at: Instant,
})
export type KeptStep = Static<typeof KeptStep>

/** A signer who no longer holds the post by which the paper is signed. */
const FormerSigner = Shape({ was: OptionalLine(200), now: Line(200) })

/** What differs from what a paper was signed with. */
export const ChangedSince = Shape({
  /** Names of values that the paper takes from elsewhere. */
  values: Type.Array(Shape({ vi: Line(500), en: Line(500) })),
  /** Rows of its list. */
  rowCount: Count(),
  hasProgramme: Type.Boolean(),
  hasWording: Type.Boolean(),
})
export type ChangedSince = Static<typeof ChangedSince>

/** A paper of the kind that was replaced or withdrawn before this one was drafted. */
export const FormerPaper = Shape({
  id: Id,
  edition: Count(),
  standing: Choice(paperStandings),
  /** As it is printed: «56/KH-BTCĐH»; empty = it had none. */
  number: OptionalLine(400),
  day: Nullable(IsoDate),
  /** It can be opened as it was signed. */
  isKept: Type.Boolean(),
  history: Type.Array(KeptStep),
})
export type FormerPaper = Static<typeof FormerPaper>

/** Where a paper with number and signature stands. */
export const PaperLife = Shape({
  /** Null = nothing of it was kept yet. */
  id: Nullable(Id),
  standing: Choice(paperStandings),
  draft: Count(),
  edition: Count(),
  /** Under its number and day: «57a», with the symbol it is printed with. */
  number: OptionalLine(20),
  symbol: OptionalLine(300),
  day: Nullable(IsoDate),
  seriesId: Nullable(Id),
  issuer: Choice(paperIssuers),
  signerPostId: Nullable(Id),
  /** In force, and what it is made from changed since it was signed. */
  isOutOfDate: Type.Boolean(),
  /** Null = it is as it was signed, or nobody can tell: it was signed before copies were kept. */
  changed: Nullable(ChangedSince),
  /** It is printed as it was signed. */
  isKept: Type.Boolean(),
  formerSigner: Nullable(FormerSigner),
  /** Steps of this edition, the first one first. */
  history: Type.Array(KeptStep),
  /** The ones before it, the last one first. */
  former: Type.Array(FormerPaper),
})
export type PaperLife = Static<typeof PaperLife>

const versionOfPaper = Count(2_147_483_646)

export const StepOfPaper = Shape({
  step: Choice(paperSteps.filter((step) => step !== 'number') as readonly Exclude<PaperStep, 'number'>[]),
  reason: OptionalLine(500),
  /** Number and day of the paper by which it is corrected, replaced or withdrawn, where there is one. */
  byNumber: Type.Optional(OptionalLine(60)),
  day: Type.Optional(Nullable(IsoDate)),
  /** 0 = nothing of the paper was kept yet. */
  version: versionOfPaper,
})
export type StepOfPaper = Static<typeof StepOfPaper>

export const NumberOfPaper = Shape({
  /** Null = the organizing committee's own series, which begins with it. */
  seriesId: Nullable(Id),
  /** As the book gave it; empty where the product numbers. */
  number: OptionalLine(20),
  day: IsoDate,
  version: Version,
})
export type NumberOfPaper = Static<typeof NumberOfPaper>

/** In which capacity somebody signs for an organizing committee (NĐ 30/2020, Phụ lục I, II.7a). */
export const capacities = ['head', 'standing-deputy', 'deputy', 'acting-head', 'by-order', 'by-authority'] as const
export type Capacity = (typeof capacities)[number]

export const SignerOfPaper = Shape({
  postId: Id,
  /** Null = the lines of the signature stay as they are. */
  capacity: Nullable(Choice(capacities)),
  /** What the signer is in the committee, where the capacity does not say it. */
  role: OptionalLine(120),
  version: versionOfPaper,
})
export type SignerOfPaper = Static<typeof SignerOfPaper>

/** An unsigned paper that names somebody who no longer holds the post by which it is signed. */
export const FormerSignerPaper = Shape({
  congressId: Id,
  kind: Line(60),
  titles: Shape({ vi: Line(500), en: Line(500) }),
  postId: Id,
  was: OptionalLine(200),
  now: Line(200),
})
export type FormerSignerPaper = Static<typeof FormerSignerPaper>
