import { and, asc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Database, Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Duty, Grant } from './schema.ts'

export interface SignedIn {
  id: string
  login: string
  name: string
  language: 'vi' | 'en'
  /** What the account may do where: its grants, and read-only duties from shares. */
  duties: Duty[]
}

/** Finds who is signed in by the hash of the cookie's token: one statement, a second for whoever has shares to see. */
export const signedInReader = (db: Database) => {
  const find = db.prepared('signed-in', (read) => {
    const { signIns, accounts, grants } = read.tables
    return read
      .select({
        id: accounts.id,
        login: accounts.login,
        name: accounts.name,
        language: accounts.language,
        unitId: grants.unitId,
        role: grants.role,
        maySeeSensitive: grants.maySeeSensitive,
      })
      .from(signIns)
      .innerJoin(accounts, eq(accounts.id, signIns.accountId))
      .leftJoin(grants, eq(grants.accountId, accounts.id))
      .where(
        and(
          eq(signIns.tokenHash, sql.placeholder('tokenHash')),
          gt(signIns.expiresAt, sql.placeholder('now')),
          eq(accounts.isDisabled, false),
        ),
      )
  })
  return async (tokenHash: string, now: string): Promise<SignedIn | null> => {
    const rows = await find({ tokenHash, now })
    const first = rows[0]
    if (!first) return null
    const duties = rows.flatMap(({ unitId, role, maySeeSensitive }) =>
      role === null ? [] : [{ unitId, role, maySeeSensitive: maySeeSensitive === true }],
    )
    const { id, login, name, language } = first
    const isEverywhere = duties.some((duty) => duty.unitId === null)
    const shared = isEverywhere
      ? []
      : await listSharedUnits(
          db.read,
          duties.flatMap(({ unitId }) => unitId ?? []),
        )
    return {
      id,
      login,
      name,
      language,
      duties: [...duties, ...shared.map((unitId) => ({ unitId, role: 'viewer' as const }))],
    }
  }
}

/** What an account may do where, without anybody signed in; null where it is closed or gone. */
export const findDuties = async (read: Reader, accountId: string): Promise<Duty[] | null> => {
  const account = await findAccount(read, accountId)
  if (!account || account.isDisabled) return null
  const duties: Duty[] = (await listGrants(read, [accountId])).map(({ unitId, role, maySeeSensitive }) => ({
    unitId,
    role,
    maySeeSensitive,
  }))
  if (duties.some(({ unitId }) => unitId === null)) return duties
  const shared = await listSharedUnits(
    read,
    duties.flatMap(({ unitId }) => unitId ?? []),
  )
  return [...duties, ...shared.map((unitId) => ({ unitId, role: 'viewer' as const }))]
}

/** Units that upper levels share with these units or with one above them. */
const listSharedUnits = async (read: Reader, unitIds: string[]): Promise<string[]> => {
  if (unitIds.length === 0) return []
  const start = sql.join(
    unitIds.map((id) => sql`${id}`),
    sql`, `,
  )
  const rows = await read.rows<{ unit_id: string }>(sql`
    WITH RECURSIVE line(id, parent_id) AS (
      SELECT id, parent_id FROM units WHERE id IN (${start})
      UNION SELECT units.id, units.parent_id FROM units JOIN line ON units.id = line.parent_id
    )
    SELECT shares.unit_id FROM shares JOIN line ON line.id = shares.with_unit_id`)
  return rows.map((row) => row.unit_id)
}

export const findAccountByLogin = async (read: Reader, login: string) => {
  const { accounts } = read.tables
  return (await read.select().from(accounts).where(eq(accounts.login, login)))[0]
}

export const findAccount = async (read: Reader, id: string) => {
  const { accounts } = read.tables
  return (await read.select().from(accounts).where(eq(accounts.id, id)))[0]
}

export const listAccounts = async (read: Reader) => {
  const { accounts } = read.tables
  return read.select().from(accounts).orderBy(asc(accounts.id))
}

export const saveAccount = async (tx: Writer, account: Row<'accounts'>): Promise<void> => {
  await tx.insert(tx.tables.accounts).values(account)
}

/** Changes an account that still has this version; undefined when it has not. */
export const changeAccount = async (
  tx: Writer,
  id: string,
  version: number,
  values: Partial<Row<'accounts'>>,
): Promise<Row<'accounts'> | undefined> => {
  const { accounts } = tx.tables
  const where = and(eq(accounts.id, id), eq(accounts.version, version))
  return (
    await tx
      .update(accounts)
      .set({ ...values, version: version + 1 })
      .where(where)
      .returning()
  )[0]
}

/** Deletes an account that nobody took, with its roles and links. */
export const deleteAccount = async (tx: Writer, id: string): Promise<void> => {
  const { accounts, grants, links, signIns } = tx.tables
  await tx.delete(links).where(eq(links.accountId, id))
  await tx.delete(signIns).where(eq(signIns.accountId, id))
  await tx.delete(grants).where(eq(grants.accountId, id))
  await tx.delete(accounts).where(eq(accounts.id, id))
}

export const listGrants = async (read: Reader, accountIds: string[] | null) => {
  const { grants, units } = read.tables
  const rows = await read
    .select({
      id: grants.id,
      accountId: grants.accountId,
      unitId: grants.unitId,
      role: grants.role,
      maySeeSensitive: grants.maySeeSensitive,
      unitName: units.name,
    })
    .from(grants)
    .leftJoin(units, eq(units.id, grants.unitId))
    .where(accountIds === null ? undefined : inArray(grants.accountId, accountIds))
    .orderBy(asc(grants.id))
  return rows.map((row): Grant & { accountId: string } => ({ ...row, unitName: row.unitName ?? '' }))
}

export const findGrant = async (read: Reader, id: string) => {
  const { grants } = read.tables
  return (await read.select().from(grants).where(eq(grants.id, id)))[0]
}

export const saveGrant = async (tx: Writer, grant: Row<'grants'>): Promise<void> => {
  await tx.insert(tx.tables.grants).values(grant)
}

/** Lets sensitive data be seen under a role that is held already, or no longer. */
export const changeSensitive = async (tx: Writer, id: string, maySeeSensitive: boolean): Promise<void> => {
  const { grants } = tx.tables
  await tx.update(grants).set({ maySeeSensitive }).where(eq(grants.id, id))
}

export const moveGrant = async (tx: Writer, id: string, accountId: string): Promise<void> => {
  const { grants } = tx.tables
  await tx.update(grants).set({ accountId }).where(eq(grants.id, id))
}

export const deleteGrant = async (tx: Writer, id: string): Promise<void> => {
  const { grants } = tx.tables
  await tx.delete(grants).where(eq(grants.id, id))
}

/** Accounts that can sign in and are administrators of the whole installation. */
export const listAdministrators = async (read: Reader): Promise<string[]> => {
  const { accounts, grants } = read.tables
  const rows = await read
    .selectDistinct({ id: accounts.id })
    .from(accounts)
    .innerJoin(grants, eq(grants.accountId, accounts.id))
    .where(
      and(
        eq(accounts.isDisabled, false),
        sql`${accounts.passwordHash} IS NOT NULL`,
        eq(grants.role, 'administrator'),
        isNull(grants.unitId),
      ),
    )
  return rows.map((row) => row.id)
}

export const saveSignIn = async (tx: Writer, signIn: Row<'signIns'>): Promise<void> => {
  await tx.insert(tx.tables.signIns).values(signIn)
}

export const deleteSignIn = async (tx: Writer, tokenHash: string): Promise<void> => {
  const { signIns } = tx.tables
  await tx.delete(signIns).where(eq(signIns.tokenHash, tokenHash))
}

/** Signs the account out everywhere but where it is working now. */
export const deleteOtherSignIns = async (tx: Writer, accountId: string, keptTokenHash: string): Promise<void> => {
  const { signIns } = tx.tables
  await tx.delete(signIns).where(and(eq(signIns.accountId, accountId), ne(signIns.tokenHash, keptTokenHash)))
}

export const deleteExpired = async (tx: Writer, now: string): Promise<void> => {
  const { signIns, links } = tx.tables
  await tx.delete(signIns).where(lt(signIns.expiresAt, now))
  await tx.delete(links).where(lt(links.expiresAt, now))
}

export const saveLink = async (tx: Writer, link: Row<'links'>): Promise<void> => {
  await tx.insert(tx.tables.links).values(link)
}

/** A link that was neither used nor has run out. */
export const findLink = async (read: Reader, tokenHash: string, now: string) => {
  const { links } = read.tables
  const where = and(eq(links.tokenHash, tokenHash), isNull(links.usedAt), gt(links.expiresAt, now))
  return (await read.select().from(links).where(where))[0]
}

export const markLinkUsed = async (tx: Writer, tokenHash: string, usedAt: string): Promise<void> => {
  const { links } = tx.tables
  await tx.update(links).set({ usedAt }).where(eq(links.tokenHash, tokenHash))
}

/** Links that belong to no account: those for the first administrator. */
export const deleteLinksOfNobody = async (tx: Writer): Promise<void> => {
  const { links } = tx.tables
  await tx.delete(links).where(isNull(links.accountId))
}

/** Links of the account that nobody took lose their force: whoever holds one would open what the account is by now. */
export const deleteOpenLinks = async (tx: Writer, accountId: string): Promise<void> => {
  const { links } = tx.tables
  await tx.delete(links).where(and(eq(links.accountId, accountId), isNull(links.usedAt)))
}

/** Until when accounts that nobody took can be taken, by account. */
export const listOpenInvitations = async (read: Reader, now: string): Promise<Map<string, string>> => {
  const { accounts, links } = read.tables
  const rows = await read
    .select({ accountId: accounts.id, expiresAt: links.expiresAt })
    .from(links)
    .innerJoin(accounts, eq(accounts.id, links.accountId))
    .where(and(isNull(accounts.passwordHash), isNull(links.usedAt), gt(links.expiresAt, now)))
  return new Map(rows.map(({ accountId, expiresAt }) => [accountId, expiresAt]))
}

export const listShares = async (read: Reader) => {
  const { shares } = read.tables
  return read.select().from(shares).orderBy(asc(shares.id))
}

export const findShare = async (read: Reader, id: string) => {
  const { shares } = read.tables
  return (await read.select().from(shares).where(eq(shares.id, id)))[0]
}
