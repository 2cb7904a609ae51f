import { act, type Done } from '../history/actions.ts'
import {
  invalid,
  lastAdministrator,
  linkNotValid,
  loginTaken,
  notFound,
  refused,
  stale,
  wrongPassword,
} from '../errors.ts'
import { newId, theProgram, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { hashPassword, hashToken, isPassword, newToken } from './passwords.ts'
import * as stored from './queries.ts'
import type { SignedIn } from './queries.ts'
import type { AccountChange, HandOver, LinkAnswer, NewGrant, NewInvitation } from './schema.ts'
import type { Row } from '../../db/rows.ts'
import type { Writer } from '../../db/open.ts'

const day = 24 * 60 * 60 * 1000
/** A sign-in lasts as long as a congress is prepared; each browser can be signed out. */
const signInDays = 60
const linkDays = 14

const later = (office: Office, days: number) => new Date(office.now().getTime() + days * day).toISOString()
const normalLogin = (login: string) => login.trim().toLowerCase().normalize('NFC')

/** Checks name and password and gives the token for the cookie. */
export const signIn = async (office: Office, login: string, password: string): Promise<string> => {
  const account = await stored.findAccountByLogin(office.db.read, normalLogin(login))
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !isRight || account.isDisabled) throw wrongPassword()
  return office.db.write((tx) => startSignIn(office, tx, account.id))
}

const startSignIn = async (office: Office, tx: Writer, accountId: string): Promise<string> => {
  const now = office.now().toISOString()
  await stored.deleteExpired(tx, now)
  const token = newToken()
  await stored.saveSignIn(tx, {
    tokenHash: hashToken(token),
    accountId,
    createdAt: now,
    expiresAt: later(office, signInDays),
  })
  return token
}

export const signOut = async (office: Office, token: string): Promise<void> => {
  await office.db.write((tx) => stored.deleteSignIn(tx, hashToken(token)))
}

/** Sets a new password and signs the account out in every other browser. */
export const changePassword = async (
  office: Office,
  account: SignedIn,
  passwords: { currentPassword: string; newPassword: string },
  token: string,
): Promise<void> => {
  const found = await stored.findAccount(office.db.read, account.id)
  if (!found || !(await isPassword(passwords.currentPassword, found.passwordHash))) throw wrongPassword()
  const passwordHash = await hashPassword(passwords.newPassword)
  await act(office, account, aboutAccount('password-changed', found), async ({ tx }) => {
    await change(tx, found, { passwordHash })
    await stored.deleteOpenLinks(tx, account.id)
    await stored.deleteOtherSignIns(tx, account.id, hashToken(token))
  })
}

export const changeLanguage = async (office: Office, account: SignedIn, language: 'vi' | 'en'): Promise<void> => {
  await office.db.write(async (tx) => {
    const found = await stored.findAccount(tx, account.id)
    if (found) await change(tx, found, { language })
  })
}

/** Makes the link with which the first administrator is made; null when there is one. Older such links lose force. */
export const offerFirstAdministrator = async (office: Office): Promise<string | null> => {
  if ((await stored.listAdministrators(office.db.read)).length > 0) return null
  return office.db.write(async (tx) => {
    await stored.deleteLinksOf(tx, null, 'first-administrator')
    return makeLink(office, tx, { kind: 'first-administrator' })
  })
}

/** A link that signs an existing account in once (the demo prints it). */
export const offerSignIn = async (office: Office, accountId: string): Promise<string> =>
  office.db.write((tx) => makeLink(office, tx, { kind: 'sign-in', accountId }))

const makeLink = async (
  office: Office,
  tx: Writer,
  link: Pick<Row<'links'>, 'kind'> & Partial<Row<'links'>>,
): Promise<string> => {
  const token = newToken()
  await stored.saveLink(tx, {
    accountId: null,
    login: '',
    name: '',
    role: null,
    unitId: null,
    grantId: null,
    usedAt: null,
    ...link,
    tokenHash: hashToken(token),
    createdAt: office.now().toISOString(),
    expiresAt: later(office, linkDays),
  })
  return token
}

export const linkExpiry = (office: Office): string => later(office, linkDays)

/** What a link offers to whoever holds it. */
export const openLink = async (office: Office, token: string) => {
  const link = await stored.findLink(office.db.read, hashToken(token), office.now().toISOString())
  if (!link) throw linkNotValid()
  return link
}

/** Takes a link: makes or changes the account as the link says and signs it in. Each link works once. */
export const takeLink = async (office: Office, token: string, answer: LinkAnswer): Promise<string> => {
  const offered = await openLink(office, token)
  const needed = linkNeeds[offered.kind]
  const missing = needed.filter((field) => answer[field] === undefined)
  if (missing.length > 0) throw invalid(missing.map((field) => ({ field, rule: 'required' })))
  const passwordHash = answer.password === undefined ? null : await hashPassword(answer.password)

  const done = await act(office, theProgram, { ...aboutNobody, action: `link-taken:${offered.kind}` }, async (rows) => {
    const { tx } = rows
    const now = office.now().toISOString()
    const link = await stored.findLink(tx, hashToken(token), now)
    if (!link) throw linkNotValid()
    await stored.markLinkUsed(tx, link.tokenHash, now)
    const accountId = await accountOfLink(office, tx, link, answer, passwordHash)
    rows.say({ subject: answer.name ?? link.name, unitId: link.unitId })
    return startSignIn(office, tx, accountId)
  })
  return done.result
}

const linkNeeds: Record<Row<'links'>['kind'], (keyof LinkAnswer)[]> = {
  'first-administrator': ['login', 'name', 'password'],
  invitation: ['name', 'password'],
  'new-password': ['password'],
  'sign-in': [],
}

const accountOfLink = async (
  office: Office,
  tx: Writer,
  link: Row<'links'>,
  answer: LinkAnswer,
  passwordHash: string | null,
): Promise<string> => {
  if (link.accountId !== null) {
    const account = await stored.findAccount(tx, link.accountId)
    if (!account || account.isDisabled) throw linkNotValid()
    if (passwordHash !== null) {
      // A new password shuts out whoever came in with the old one, or holds another link.
      await stored.deleteOpenLinks(tx, account.id)
      await stored.deleteOtherSignIns(tx, account.id, '')
      await change(tx, account, { passwordHash, ...(answer.name === undefined ? {} : { name: answer.name }) })
    }
    return account.id
  }
  if ((await stored.listAdministrators(tx)).length > 0) throw linkNotValid()
  const id = await makeAccount(office, tx, answer.login ?? '', answer.name ?? '', passwordHash)
  await stored.saveGrant(tx, { id: newId(), accountId: id, unitId: null, role: 'administrator', version: 1 })
  return id
}

/** Makes an account; refuses a sign-in name that is taken. */
export const makeAccount = async (
  office: Office,
  tx: Writer,
  login: string,
  name: string,
  passwordHash: string | null,
): Promise<string> => {
  if (await stored.findAccountByLogin(tx, normalLogin(login))) throw loginTaken()
  const id = newId()
  await stored.saveAccount(tx, {
    id,
    login: normalLogin(login),
    name: name.trim().normalize('NFC'),
    passwordHash,
    language: 'vi',
    isDisabled: false,
    createdAt: office.now().toISOString(),
    version: 1,
  })
  return id
}

/** Makes the account with its role and the link with which it is taken. */
export const invite = async (office: Office, actor: Actor, invitation: NewInvitation): Promise<Done<string>> =>
  act(
    office,
    actor,
    { action: 'account-invited', subject: invitation.name, unitId: invitation.unitId },
    async ({ tx }) => {
      await requireUnit(tx, invitation.unitId)
      const accountId = await makeAccount(office, tx, invitation.login, invitation.name, null)
      const { unitId, role, name } = invitation
      await stored.saveGrant(tx, { id: newId(), accountId, unitId, role, version: 1 })
      return makeLink(office, tx, {
        kind: 'invitation',
        accountId,
        login: normalLogin(invitation.login),
        name,
        role,
        unitId,
      })
    },
  )

const requireUnit = async (tx: Writer, unitId: string | null) => {
  if (unitId !== null && !(await findUnit(tx, unitId))) throw notFound()
}

/** A link with which the account chooses a new password; an older one loses its force. */
export const offerNewPassword = async (office: Office, actor: Actor, accountId: string): Promise<string> => {
  const account = await stored.findAccount(office.db.read, accountId)
  if (!account) throw notFound()
  const done = await act(office, actor, aboutAccount('password-link-made', account), async ({ tx }) => {
    await stored.deleteLinksOf(tx, accountId, 'new-password')
    await stored.deleteLinksOf(tx, accountId, 'invitation')
    return makeLink(office, tx, { kind: 'new-password', accountId, login: account.login, name: account.name })
  })
  return done.result
}

export const changeAccount = async (office: Office, actor: Actor, id: string, values: AccountChange): Promise<void> => {
  const account = await stored.findAccount(office.db.read, id)
  if (!account) throw notFound()
  await act(office, actor, aboutAccount('account-changed', account), async ({ tx }) => {
    await change(tx, { ...account, version: values.version }, { name: values.name, isDisabled: values.isDisabled })
    if (values.isDisabled) {
      await stored.deleteOtherSignIns(tx, id, '')
      await refuseWithoutAdministrator(tx)
    }
  })
}

export const grantRole = async (office: Office, actor: Actor, accountId: string, grant: NewGrant): Promise<void> => {
  const account = await stored.findAccount(office.db.read, accountId)
  if (!account) throw notFound()
  const about = { ...aboutAccount('role-granted', account), unitId: grant.unitId, reason: grant.role }
  await act(office, actor, about, async ({ tx }) => {
    await requireUnit(tx, grant.unitId)
    // Whoever made a link for a lesser account must not open a greater one with it.
    await stored.deleteLinksOf(tx, accountId, 'new-password')
    const same = (await stored.listGrants(tx, [accountId])).find(
      (standing) => standing.unitId === grant.unitId && standing.role === grant.role,
    )
    if (!same) await stored.saveGrant(tx, { id: newId(), accountId, ...grant, version: 1 })
  })
}

export const withdrawRole = async (office: Office, actor: Actor, grantId: string): Promise<void> => {
  const { grant, account } = await grantWithAccount(office, grantId)
  const about = { ...aboutAccount('role-withdrawn', account), unitId: grant.unitId, reason: grant.role }
  await act(office, actor, about, async ({ tx }) => {
    await stored.deleteGrant(tx, grantId)
    await refuseWithoutAdministrator(tx)
  })
}

/**
 * Hands one duty to a successor in one act: the role leaves the holder and is the successor's. Who has no account yet
 * gets one and the link to it is returned.
 */
export const handOver = async (
  office: Office,
  actor: Actor,
  grantId: string,
  successor: HandOver,
): Promise<string | null> => {
  const { grant, account } = await grantWithAccount(office, grantId)
  const about = { ...aboutAccount('duty-handed-over', account), unitId: grant.unitId, reason: successor.name }
  const done = await act(office, actor, about, async ({ tx }) => {
    const known = await stored.findAccountByLogin(tx, normalLogin(successor.login))
    if (known?.id === account.id) throw refused('successor-is-holder', 'The successor holds this duty already.')
    if (known?.isDisabled === true) throw refused('account-disabled', 'The account of the successor is disabled.')
    const accountId = known?.id ?? (await makeAccount(office, tx, successor.login, successor.name, null))
    await stored.moveGrant(tx, grantId, accountId)
    await stored.deleteOpenLinks(tx, accountId)
    if (known && known.passwordHash !== null) return null
    // The duty of the only administrator stays with them until the successor can sign in.
    await refuseWithoutAdministrator(tx)
    return makeLink(office, tx, {
      kind: 'invitation',
      accountId,
      login: normalLogin(successor.login),
      name: successor.name,
      role: grant.role,
      unitId: grant.unitId,
    })
  })
  return done.result
}

export const shareUnit = async (office: Office, actor: Actor, pair: { unitId: string; withUnitId: string }) =>
  act(office, actor, { action: 'unit-shared', subject: '', unitId: pair.unitId }, async (rows) => {
    const [unit, other] = [await findUnit(rows.tx, pair.unitId), await findUnit(rows.tx, pair.withUnitId)]
    if (!unit || !other) throw notFound()
    rows.say({ subject: `${unit.name} → ${other.name}` })
    const same = (await stored.listShares(rows.tx)).some(
      (share) => share.unitId === pair.unitId && share.withUnitId === pair.withUnitId,
    )
    if (!same) await rows.create('shares', { id: newId(), ...pair })
  })

export const endShare = async (office: Office, actor: Actor, id: string) => {
  const share = await stored.findShare(office.db.read, id)
  if (!share) throw notFound()
  const unit = await findUnit(office.db.read, share.unitId)
  const about = { action: 'share-deleted', subject: unit?.name ?? '', unitId: share.unitId }
  return act(office, actor, about, (rows) => rows.remove('shares', id, share.version))
}

const aboutNobody = { subject: '', unitId: null }
const aboutAccount = (action: string, account: { name: string }) => ({ action, subject: account.name, unitId: null })

const change = async (tx: Writer, account: Row<'accounts'>, values: Partial<Row<'accounts'>>): Promise<void> => {
  const changed = await stored.changeAccount(tx, account.id, account.version, values)
  if (changed) return
  const current = await stored.findAccount(tx, account.id)
  throw stale(current ? { name: current.name, isDisabled: current.isDisabled, version: current.version } : null)
}

const refuseWithoutAdministrator = async (tx: Writer) => {
  if ((await stored.listAdministrators(tx)).length === 0) throw lastAdministrator()
}

const grantWithAccount = async (office: Office, grantId: string) => {
  const grant = await stored.findGrant(office.db.read, grantId)
  const account = grant && (await stored.findAccount(office.db.read, grant.accountId))
  if (!account) throw notFound()
  return { grant, account }
}
