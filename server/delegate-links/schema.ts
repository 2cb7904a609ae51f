import { Type, type Static } from 'typebox'
import { answers, standings } from '../delegates/schema.ts'
import { Choice, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Paragraphs, Shape, Version } from '../shapes.ts'

/** Of a link: not given yet, given, opened since; run out and revoked ones open nothing. */
export const linkStates = ['none', 'issued', 'opened', 'expired', 'revoked'] as const
export type LinkState = (typeof linkStates)[number]

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
  answer: Nullable(Choice(answers)),
  answerReason: Paragraphs(300),
  answeredAt: Nullable(Instant),
})
export type LinkRow = Static<typeof LinkRow>

export const LinkList = Shape({ rows: Type.Array(LinkRow) })
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
  delegateIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 20_000, uniqueItems: true })),
})

/** Links that get another address, or none. */
export const LinksToChange = Shape({
  links: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: 20_000 }),
})
export type LinksToChange = Static<typeof LinksToChange>

export const LinksChanged = Shape({ count: Type.Integer({ minimum: 0 }) })
