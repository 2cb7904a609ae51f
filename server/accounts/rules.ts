import { roles, type Duty, type Role } from './schema.ts'

export const isAtLeast = (role: Role, wanted: Role): boolean => roles.indexOf(role) >= roles.indexOf(wanted)

/** Whether the duties give the role at a place, named by the unit and all above it; null = the whole installation. */
export const mayAt = (duties: readonly Duty[], wanted: Role, lineOfUnits: readonly string[] | null): boolean =>
  duties.some(
    (duty) =>
      isAtLeast(duty.role, wanted) &&
      (duty.unitId === null || (lineOfUnits !== null && lineOfUnits.includes(duty.unitId))),
  )

/** Whether sensitive data of people may be known at a place; no role says so by itself. */
export const maySeeSensitiveAt = (duties: readonly Duty[], lineOfUnits: readonly string[] | null): boolean =>
  mayAt(
    duties.filter(({ maySeeSensitive }) => maySeeSensitive === true),
    'viewer',
    lineOfUnits,
  )

/** Whether the duties give the role at any place at all. */
export const maySomewhere = (duties: readonly Duty[], wanted: Role): boolean =>
  duties.some((duty) => isAtLeast(duty.role, wanted))

/** Whether the duties give the role everywhere. */
export const mayEverywhere = (duties: readonly Duty[], wanted: Role): boolean => mayAt(duties, wanted, null)

/** The strongest role at a place; null = none. */
export const roleAt = (duties: readonly Duty[], lineOfUnits: readonly string[] | null): Role | null =>
  [...roles].reverse().find((role) => mayAt(duties, role, lineOfUnits)) ?? null
