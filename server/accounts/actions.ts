import { act } from '../history/actions.ts'
import { accountLocked, notFound, refused, wrongPassword } from '../errors.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import {
  aboutAccount,
  dropIfUnused,
  makeAccount,
  normalLogin,
  requireAccount,
  requireAllRolesMine,
  refuseWithoutAdministrator,
  requireUnit,
  startSignIn,
  updateAccount,
} from './keeping.ts'
import { makeLinkTo, type FreshLink } from './links.ts'
import { hashPassword, hashToken, isPassword } from './passwords.ts'
import * as stored from './queries.ts'
import type { SignedIn } from './queries.ts'
import type { AccountChange, HandOver, NewGrant } from './schema.ts'

/** Checks name and password and gives the token for the cookie. */
export const signIn = async (office: Office, login: string, password: string): Promise<string> => {
  const account = await stored.findAccountByLogin(office.db.read, normalLogin(login))
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !isRight) throw wrongPassword()
  // Told only to whoever knows the password: a stranger learns nothing about who has an account.
  if (account.isDisabled) throw accountLocked()
  return office.db.write((tx) => startSignIn(office, tx, account.id))
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
    await updateAccount(tx, found, { passwordHash })
    await stored.deleteOpenLinks(tx, account.id)
    await stored.deleteOtherSignIns(tx, account.id, hashToken(token))
  })
}

export const changeLanguage = async (office: Office, account: SignedIn, language: 'vi' | 'en'): Promise<void> => {
  await office.db.write(async (tx) => {
    const found = await stored.findAccount(tx, account.id)
    if (found) await updateAccount(tx, found, { language })
  })
}

export const changeAccount = async (office: Office, actor: Actor, id: string, values: AccountChange): Promise<void> => {
  const account = await requireAccount(office.db.read, id)
  await act(office, actor, aboutAccount('account-changed', account), async ({ tx }) => {
    const { name, isDisabled, version } = values
    await updateAccount(tx, { ...account, version }, { name, isDisabled })
    if (isDisabled) {
      // Let in again, the account must not be open to whoever kept a link of before.
      await stored.deleteOpenLinks(tx, id)
      await stored.deleteOtherSignIns(tx, id, '')
      await refuseWithoutAdministrator(tx)
    }
  })
}

/**
 * Gives a role. Links made before lose their force: whoever made one for a lesser account must not open a greater one
 * with it. Who has not taken the invitation yet gets a new one, which is returned.
 */
export const grantRole = async (
  office: Office,
  actor: Actor,
  accountId: string,
  grant: NewGrant,
): Promise<FreshLink | null> => {
  const about = { action: 'role-granted', subject: '', unitId: grant.unitId, reason: grant.role }
  const done = await act(office, actor, about, async (rows) => {
    const { tx } = rows
    const account = await requireAccount(tx, accountId)
    rows.say({ subject: account.name })
    await requireUnit(tx, grant.unitId)
    const same = (await stored.listGrants(tx, [accountId])).find(
      (standing) => standing.unitId === grant.unitId && standing.role === grant.role,
    )
    const given = { ...grant, maySeeSensitive: grant.maySeeSensitive === true }
    if (same) await stored.changeSensitive(tx, same.id, given.maySeeSensitive)
    else await stored.saveGrant(tx, { id: newId(), accountId, ...given, version: 1 })
    if (account.passwordHash === null) return makeLinkTo(office, tx, account, grant)
    await stored.deleteOpenLinks(tx, accountId)
    return null
  })
  return done.result
}

export const withdrawRole = async (office: Office, actor: Actor, grantId: string): Promise<void> => {
  const { grant, account } = await grantWithAccount(office, grantId)
  const about = { ...aboutAccount('role-withdrawn', account), unitId: grant.unitId, reason: grant.role }
  await act(office, actor, about, async ({ tx }) => {
    await stored.deleteGrant(tx, grantId)
    await dropIfUnused(tx, account.id)
    await refuseWithoutAdministrator(tx)
  })
}

/**
 * Hands one duty to a successor in one act: the role leaves the holder and is the successor's. Who has no account yet
 * gets one and the link to it is returned.
 */
export const handOver = async (
  office: Office,
  actor: SignedIn,
  grantId: string,
  successor: HandOver,
): Promise<FreshLink | null> => {
  const { grant, account } = await grantWithAccount(office, grantId)
  const about = { ...aboutAccount('duty-handed-over', account), unitId: grant.unitId, reason: successor.name }
  const done = await act(office, actor, about, async ({ tx }) => {
    const known = await stored.findAccountByLogin(tx, normalLogin(successor.login))
    if (known?.id === account.id) throw refused('successor-is-holder', 'The successor holds this duty already.')
    if (known?.isDisabled === true) throw refused('account-disabled', 'The account of the successor is disabled.')
    const canSignIn = known ? known.passwordHash !== null : false
    if (known && !canSignIn) await requireAllRolesMine(tx, actor, known.id)
    const id = known?.id ?? (await makeAccount(office, tx, successor.login, successor.name, null))
    await stored.moveGrant(tx, grantId, id)
    await dropIfUnused(tx, account.id)
    await stored.deleteOpenLinks(tx, id)
    if (canSignIn) return null
    // The duty of the only administrator stays with them until the successor can sign in.
    await refuseWithoutAdministrator(tx)
    const login = normalLogin(successor.login)
    return makeLinkTo(office, tx, { id, login, name: successor.name, passwordHash: null }, grant)
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

const grantWithAccount = async (office: Office, grantId: string) => {
  const grant = await stored.findGrant(office.db.read, grantId)
  const account = grant && (await stored.findAccount(office.db.read, grant.accountId))
  if (!account) throw notFound()
  return { grant, account }
}
