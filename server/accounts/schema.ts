import { Type, type Static } from 'typebox'
import { Choice, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** Weakest first: each may do what those before it may. Granted at a unit, a role holds for its subtree. */
export const roles = ['viewer', 'secretariat', 'organizer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A role at a unit and its subtree; `unitId` null = everywhere. */
export interface Duty {
  unitId: string | null
  role: Role
  /** Sensitive data of people there may be known; left out = not. */
  maySeeSensitive?: boolean
}

export const linkKinds = ['first-administrator', 'invitation', 'new-password', 'sign-in'] as const

/** Name to sign in with: an e-mail address or a short name without spaces. */
export const Login = Type.String({ minLength: 2, maxLength: 120, pattern: '^[^\\s@]+(@[^\\s@]+)?$' })
/** At least 10 characters; length counts, not a zoo of signs. */
export const Password = Type.String({ minLength: 10, maxLength: 200 })
/** What was typed as a password: may be anything, to be compared. */
const TypedPassword = Type.String({ maxLength: 200 })
export const Language = Choice(['vi', 'en'] as const)

export const Grant = Shape({
  id: Id,
  /** null = the whole installation. */
  unitId: Nullable(Id),
  unitName: OptionalLine(200),
  role: Choice(roles),
  maySeeSensitive: Type.Boolean(),
})
export type Grant = Static<typeof Grant>

export const Session = Shape({
  account: Nullable(Shape({ id: Id, login: Line(120), name: Line(120), language: Language })),
  grants: Type.Array(Grant),
  hasAdministrator: Type.Boolean(),
  /** No cycle yet: the first-run page is shown. */
  needsFirstRun: Type.Boolean(),
})
export type Session = Static<typeof Session>

export const SignIn = Shape({ login: Line(120), password: TypedPassword })
export type SignIn = Static<typeof SignIn>
export const PasswordChange = Shape({ currentPassword: TypedPassword, newPassword: Password })
export type PasswordChange = Static<typeof PasswordChange>
export const LanguageChange = Shape({ language: Language })
export type LanguageChange = Static<typeof LanguageChange>

/** A one-time link as whoever opens it sees it. */
export const Link = Shape({
  kind: Choice(linkKinds),
  login: OptionalLine(120),
  name: OptionalLine(120),
  /** What the account may do; empty where the link makes one. */
  grants: Type.Array(Grant),
  expiresAt: Instant,
})
export type Link = Static<typeof Link>

/** First administrator: all three; invitation: name and password; new password: password; sign-in: nothing. */
export const LinkAnswer = Shape({
  login: Type.Optional(Login),
  name: Type.Optional(Line(120)),
  password: Type.Optional(Password),
})
export type LinkAnswer = Static<typeof LinkAnswer>

export const Account = Shape({
  id: Id,
  login: Line(120),
  name: Line(120),
  isDisabled: Type.Boolean(),
  /** False until the invitation was taken. */
  hasPassword: Type.Boolean(),
  /** Until when the invitation can be taken; null = it was taken, or its link opens no more. */
  invitedUntil: Nullable(Instant),
  createdAt: Instant,
  grants: Type.Array(Grant),
  version: Version,
})
export type Account = Static<typeof Account>

export const AccountChange = Shape({ name: Line(120), isDisabled: Type.Boolean(), version: Version })
export type AccountChange = Static<typeof AccountChange>

/** Left out = not: it is given for itself, whatever the role. */
const mayBeGiven = { maySeeSensitive: Type.Optional(Type.Boolean()) }

export const NewInvitation = Shape({
  login: Login,
  name: Line(120),
  role: Choice(roles),
  unitId: Nullable(Id),
  ...mayBeGiven,
})
export type NewInvitation = Static<typeof NewInvitation>
export const NewGrant = Shape({ unitId: Nullable(Id), role: Choice(roles), ...mayBeGiven })
export type NewGrant = Static<typeof NewGrant>
export const HandOver = Shape({ login: Login, name: Line(120) })
export type HandOver = Static<typeof HandOver>
export const LinkMade = Shape({ url: Line(500), expiresAt: Instant })
export type LinkMade = Static<typeof LinkMade>
/** The link to pass on to whoever cannot sign in yet; null = they can. */
export const LinkToPassOn = Shape({ link: Nullable(LinkMade) })
export type LinkToPassOn = Static<typeof LinkToPassOn>

export const Share = Shape({
  id: Id,
  unitId: Id,
  unitName: OptionalLine(200),
  withUnitId: Id,
  withUnitName: OptionalLine(200),
  version: Version,
})
export type Share = Static<typeof Share>
export const NewShare = Shape({ unitId: Id, withUnitId: Id })
export type NewShare = Static<typeof NewShare>
