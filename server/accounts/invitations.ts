import type { Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { loginTaken, refused } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import {
  makeAccount,
  normalLogin,
  normalName,
  requireAccount,
  requireAllRolesMine,
  requireUnit,
  updateAccount,
} from './keeping.ts'
import { makeLinkTo, type FreshLink } from './links.ts'
import * as stored from './queries.ts'
import type { SignedIn } from './queries.ts'
import type { NewInvitation } from './schema.ts'

/**
 * Makes the account with its role and the link with which it is taken. An invitation to the same sign-in name that
 * nobody took yet is replaced, its name and roles with it, by whoever administers all of them.
 */
export const invite = async (office: Office, actor: SignedIn, invitation: NewInvitation): Promise<Done<FreshLink>> => {
  const { login, name, role, unitId, maySeeSensitive = false } = invitation
  return act(office, actor, { action: 'account-invited', subject: name, unitId, reason: role }, async (rows) => {
    const { tx } = rows
    await requireUnit(tx, unitId)
    const standing = await stored.findAccountByLogin(tx, normalLogin(login))
    if (standing) {
      await replaceInvitation(tx, actor, standing, name)
      rows.say({ action: 'invitation-replaced' })
    }
    const id = standing?.id ?? (await makeAccount(office, tx, login, name, null))
    await stored.saveGrant(tx, { id: newId(), accountId: id, unitId, role, maySeeSensitive, version: 1 })
    const account = { id, login: normalLogin(login), name: normalName(name), passwordHash: null }
    return makeLinkTo(office, tx, account, { role, unitId })
  })
}

const replaceInvitation = async (
  tx: Writer,
  actor: SignedIn,
  account: Row<'accounts'>,
  name: string,
): Promise<void> => {
  if (account.passwordHash !== null || account.isDisabled) throw loginTaken()
  await requireAllRolesMine(tx, actor, account.id)
  for (const { id } of await stored.listGrants(tx, [account.id])) await stored.deleteGrant(tx, id)
  await updateAccount(tx, account, { name: normalName(name) })
}

/** Takes an invitation back that nobody took: its link, its roles and its account go. */
export const withdrawInvitation = async (office: Office, actor: Actor, accountId: string): Promise<Done<void>> =>
  act(office, actor, { action: 'invitation-withdrawn', subject: '', unitId: null }, async (rows) => {
    const account = await requireAccount(rows.tx, accountId)
    if (account.passwordHash !== null) throw refused('invitation-taken', 'The invitation was taken.')
    const [grant, ...others] = await stored.listGrants(rows.tx, [accountId])
    rows.say({ subject: account.name, unitId: others.length > 0 ? null : (grant?.unitId ?? null) })
    await stored.deleteAccount(rows.tx, accountId)
  })

/** A link with which the account chooses a new password, or is taken where nobody took it; older ones lose force. */
export const offerLink = async (office: Office, actor: Actor, accountId: string): Promise<FreshLink> => {
  const done = await act(office, actor, { action: 'password-link-made', subject: '', unitId: null }, async (rows) => {
    const account = await requireAccount(rows.tx, accountId)
    const isTaken = account.passwordHash !== null
    rows.say({ subject: account.name, ...(isTaken ? {} : { action: 'invitation-renewed' }) })
    return makeLinkTo(office, rows.tx, account)
  })
  return done.result
}
