import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { readDelegates, type DelegateRecord } from '../delegates/queries.ts'

/** The congresses that send delegates to this one, with their units, the earliest first. */
export const listLower = async (
  read: Reader,
  congressId: string,
): Promise<{ congress: Row<'congresses'>; unit: Row<'units'> }[]> => {
  const { congresses, units } = read.tables
  return read
    .select({ congress: congresses, unit: units })
    .from(congresses)
    .innerJoin(units, eq(units.id, congresses.unitId))
    .where(eq(congresses.upperCongressId, congressId))
    .orderBy(asc(congresses.dateFrom), asc(congresses.id))
}

/** Delegates proper who are on the lists of these congresses: no guest is chosen, nor who stands by or withdrew; list after list. */
export const listDelegatesProper = async (read: Reader, congressIds: readonly string[]): Promise<DelegateRecord[]> => {
  if (congressIds.length === 0) return []
  const { delegates } = read.tables
  const isProper = or(eq(delegates.class, 'official'), isNull(delegates.class))
  const isListed = and(inArray(delegates.congressId, [...congressIds]), eq(delegates.standing, 'listed'), isProper)
  const order = new Map(congressIds.map((id, at) => [id, at]))
  const placeOf = ({ delegate }: DelegateRecord) => order.get(delegate.congressId) ?? 0
  return (await readDelegates(read, isListed)).sort((one, other) => placeOf(one) - placeOf(other))
}

/** Everybody who has a part in a congress, whichever. */
export const listAttending = async (read: Reader, congressId: string): Promise<Set<string>> => {
  const { delegates } = read.tables
  const rows = await read
    .select({ personId: delegates.personId })
    .from(delegates)
    .where(eq(delegates.congressId, congressId))
  return new Set(rows.map(({ personId }) => personId))
}

/** All parts of the person who is this delegate, with their congresses, the earliest first. */
export const listPartsOfPerson = async (read: Reader, delegateId: string) => {
  const { delegates, congresses, units } = read.tables
  const person = read.select({ id: delegates.personId }).from(delegates).where(eq(delegates.id, delegateId))
  return read
    .select({
      id: delegates.id,
      chosenFromId: delegates.chosenFromId,
      congressId: congresses.id,
      title: congresses.title,
      dateFrom: congresses.dateFrom,
      unitId: units.id,
      unitName: units.name,
    })
    .from(delegates)
    .innerJoin(congresses, eq(congresses.id, delegates.congressId))
    .innerJoin(units, eq(units.id, congresses.unitId))
    .where(inArray(delegates.personId, person))
    .orderBy(asc(congresses.dateFrom), asc(delegates.id))
}
