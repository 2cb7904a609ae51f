import type { Reader } from '../../db/open.ts'
import type { Office } from '../office.ts'
import { subtreeOfUnits } from '../units/queries.ts'
import { listAccounts, listGrants, listOpenInvitations } from './queries.ts'
import { isAtLeast, mayEverywhere } from './rules.ts'
import type { Account, Duty, Role } from './schema.ts'

/** Units at which the duties give at least the role; null = everywhere. */
export const placesOfDuties = async (
  read: Reader,
  duties: readonly Duty[],
  role: Role,
): Promise<Set<string> | null> => {
  if (mayEverywhere(duties, role)) return null
  const tops = duties.flatMap((duty) => (isAtLeast(duty.role, role) && duty.unitId !== null ? [duty.unitId] : []))
  return subtreeOfUnits(read, tops)
}

/** Accounts with a role in the subtrees that these duties administer; of each only the roles held there. */
export const listVisibleAccounts = async (office: Office, duties: readonly Duty[]): Promise<Account[]> => {
  const { read } = office.db
  const mine = await placesOfDuties(read, duties, 'administrator')
  const grants = await listGrants(read, null)
  const invitations = await listOpenInvitations(read, office.now().toISOString())
  const accounts = (await listAccounts(read)).map(({ passwordHash, ...account }) => ({
    ...account,
    hasPassword: passwordHash !== null,
    invitedUntil: invitations.get(account.id) ?? null,
    grants: grants.filter(
      ({ accountId, unitId }) => accountId === account.id && (mine === null || (unitId !== null && mine.has(unitId))),
    ),
  }))
  return mine === null ? accounts : accounts.filter((account) => account.grants.length > 0)
}
