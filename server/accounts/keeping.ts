import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { lastAdministrator, loginTaken, notFound, stale } from '../errors.ts'
import { newId, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { placesOfDuties } from './listing.ts'
import { hashToken, newToken } from './passwords.ts'
import * as stored from './queries.ts'
import type { SignedIn } from './queries.ts'

const day = 24 * 60 * 60 * 1000
/** A sign-in lasts as long as a congress is prepared; each browser can be signed out. */
const signInDays = 60

export const later = (office: Office, days: number): string =>
  new Date(office.now().getTime() + days * day).toISOString()
export const normalLogin = (login: string): string => login.trim().toLowerCase().normalize('NFC')
export const normalName = (name: string): string => name.trim().normalize('NFC')

/** What an act on an account is about. */
export const aboutAccount = (action: string, account: { name: string }) => ({
  action,
  subject: account.name,
  unitId: null,
})

export const startSignIn = async (office: Office, tx: Writer, accountId: string): Promise<string> => {
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
    name: normalName(name),
    passwordHash,
    language: 'vi',
    isDisabled: false,
    createdAt: office.now().toISOString(),
    version: 1,
  })
  return id
}

/** Changes the version of the account that was read; a newer one is answered 409. */
export const updateAccount = async (
  tx: Writer,
  account: Row<'accounts'>,
  values: Partial<Row<'accounts'>>,
): Promise<void> => {
  const changed = await stored.changeAccount(tx, account.id, account.version, values)
  if (changed) return
  const current = await stored.findAccount(tx, account.id)
  throw stale(current ? { name: current.name, isDisabled: current.isDisabled, version: current.version } : null)
}

/** An account that was invited and never taken goes with its last role: its link would open nothing. */
export const dropIfUnused = async (tx: Writer, id: string): Promise<void> => {
  const account = await stored.findAccount(tx, id)
  const isTaken = account?.passwordHash !== null
  if (!isTaken && (await stored.listGrants(tx, [id])).length === 0) await stored.deleteAccount(tx, id)
}

export const requireAccount = async (read: Reader, id: string): Promise<Row<'accounts'>> => {
  const account = await stored.findAccount(read, id)
  if (!account) throw notFound()
  return account
}

/**
 * Demands that the actor administers every unit at which an account that nobody took has a role: whoever gets its link
 * gets all of them. Whose invitation it is stays unsaid.
 */
export const requireAllRolesMine = async (tx: Writer, { duties }: SignedIn, accountId: string): Promise<void> => {
  const mine = await placesOfDuties(tx, duties, 'administrator')
  const grants = await stored.listGrants(tx, [accountId])
  if (mine !== null && !grants.every(({ unitId }) => unitId !== null && mine.has(unitId))) throw loginTaken()
}

export const refuseWithoutAdministrator = async (tx: Writer): Promise<void> => {
  if ((await stored.listAdministrators(tx)).length === 0) throw lastAdministrator()
}

export const requireUnit = async (tx: Writer, unitId: string | null): Promise<void> => {
  if (unitId !== null && !(await findUnit(tx, unitId))) throw notFound()
}
