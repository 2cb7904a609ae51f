import type { Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { invalid, linkNotValid } from '../errors.ts'
import { act } from '../history/actions.ts'
import { newId, theProgram, type Office } from '../office.ts'
import { later, makeAccount, normalName, startSignIn, updateAccount } from './keeping.ts'
import { hashPassword, hashToken, newToken } from './passwords.ts'
import * as stored from './queries.ts'
import type { Link, LinkAnswer, LinkMade } from './schema.ts'

const linkDays = 14

/** A link with the token that only its receiver gets. */
export type FreshLink = Omit<LinkMade, 'url'> & { token: string }

/** Makes the link with which the first administrator is made; null when there is one. Older such links lose force. */
export const offerFirstAdministrator = async (office: Office): Promise<string | null> => {
  if ((await stored.listAdministrators(office.db.read)).length > 0) return null
  return office.db.write(async (tx) => {
    await stored.deleteLinksOfNobody(tx)
    return (await makeLink(office, tx, { kind: 'first-administrator' })).token
  })
}

/** A link that signs an existing account in once (the demo prints it). */
export const offerSignIn = async (office: Office, accountId: string): Promise<string> =>
  office.db.write(async (tx) => (await makeLink(office, tx, { kind: 'sign-in', accountId })).token)

/** Makes the one link that opens the account; older ones lose their force. The grant is the one that it is made for. */
export const makeLinkTo = async (
  office: Office,
  tx: Writer,
  account: Pick<Row<'accounts'>, 'id' | 'login' | 'name' | 'passwordHash'>,
  grant: Pick<Row<'grants'>, 'role' | 'unitId'> | null = null,
): Promise<FreshLink> => {
  await stored.deleteOpenLinks(tx, account.id)
  const { id: accountId, login, name } = account
  const kind = account.passwordHash === null ? 'invitation' : 'new-password'
  const { role = null, unitId = null } = grant ?? {}
  return makeLink(office, tx, { kind, accountId, login, name, role, unitId })
}

const makeLink = async (
  office: Office,
  tx: Writer,
  link: Pick<Row<'links'>, 'kind'> & Partial<Row<'links'>>,
): Promise<FreshLink> => {
  const token = newToken()
  const expiresAt = later(office, linkDays)
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
    expiresAt,
  })
  return { token, expiresAt }
}

/** What a link offers to whoever holds it: of an account, what it may do by now. */
export const openLink = async (office: Office, token: string): Promise<Link> => {
  const { read } = office.db
  const { kind, accountId, expiresAt } = await requireLink(office, token)
  if (accountId === null) return { kind, login: '', name: '', grants: [], expiresAt }
  const account = await stored.findAccount(read, accountId)
  if (!account || account.isDisabled) throw linkNotValid()
  const grants = (await stored.listGrants(read, [accountId])).map(({ accountId: _owner, ...grant }) => grant)
  return { kind, login: account.login, name: account.name, grants, expiresAt }
}

const requireLink = async (office: Office, token: string, read = office.db.read): Promise<Row<'links'>> => {
  const link = await stored.findLink(read, hashToken(token), office.now().toISOString())
  if (!link) throw linkNotValid()
  return link
}

/** Takes a link: makes or changes the account as the link says and signs it in. Each link works once. */
export const takeLink = async (office: Office, token: string, answer: LinkAnswer): Promise<string> => {
  const offered = await requireLink(office, token)
  const missing = linkNeeds[offered.kind].filter((field) => answer[field] === undefined)
  if (missing.length > 0) throw invalid(missing.map((field) => ({ field, rule: 'required' })))
  const passwordHash = answer.password === undefined ? null : await hashPassword(answer.password)

  const about = { action: `link-taken:${offered.kind}`, subject: '', unitId: null }
  const done = await act(office, theProgram, about, async (rows) => {
    const { tx } = rows
    const link = await requireLink(office, token, tx)
    await stored.markLinkUsed(tx, link.tokenHash, office.now().toISOString())
    const accountId = await accountOfLink(office, tx, link, answer, passwordHash)
    rows.say({ subject: answer.name ?? link.name, unitId: link.unitId, reason: link.role ?? '' })
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
      const name = normalName(answer.name ?? account.name)
      await updateAccount(tx, account, { passwordHash, name })
    }
    return account.id
  }
  if ((await stored.listAdministrators(tx)).length > 0) throw linkNotValid()
  const id = await makeAccount(office, tx, answer.login ?? '', answer.name ?? '', passwordHash)
  await stored.saveGrant(tx, {
    id: newId(),
    accountId: id,
    unitId: null,
    role: 'administrator',
    maySeeSensitive: true,
    version: 1,
  })
  return id
}
