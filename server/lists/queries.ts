import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { countDelegates, findDelegates, listDelegates, type DelegateRecord } from '../delegates/queries.ts'
import { listValuesOf, versionOf } from '../delegates/rules.ts'
import { countQuotas, findQuotas, listQuotas, type QuotaRecord } from '../quotas/queries.ts'
import { listValuesOfQuota } from '../quotas/rules/list-values.ts'

/** The list of people who attend: it has tables of its own, a person being kept once for all congresses. */
export const peopleList = 'delegates'
/** The list of quotas, which are kept by unit and with more than the list tells. */
export const quotaList = 'quotas'

/** A row of any list as it is kept. */
export type KeptRow = Pick<Row<'listRows'>, 'id' | 'position' | 'values' | 'version'>

/** A list of a congress. */
export interface ListPlace {
  congressId: string
  list: string
}

export const keptRowOf = (record: DelegateRecord): KeptRow => ({
  id: record.delegate.id,
  position: record.delegate.position,
  values: listValuesOf(record),
  version: versionOf(record),
})

/** What the list tells of a quota; a unit is called as it is called today. */
export const listedOf = ({ quota, unit }: QuotaRecord) => ({ ...quota, name: unit?.name ?? quota.name })

export const rowOfQuota = (record: QuotaRecord): KeptRow => ({
  id: record.quota.id,
  position: record.quota.position,
  values: listValuesOfQuota(listedOf(record)),
  version: record.quota.version,
})

/** The rows of a congress's list in their order. */
export const findRows = async (read: Reader, congressId: string, list: string): Promise<KeptRow[]> => {
  if (list === peopleList) {
    // Alternates stand by and the withdrawn stay away: neither is invited, counted or seated.
    return (await listDelegates(read, congressId))
      .filter(({ delegate }) => delegate.standing === 'listed')
      .map(keptRowOf)
  }
  if (list === quotaList) return (await listQuotas(read, congressId)).map(rowOfQuota)
  const { listRows } = read.tables
  return read
    .select()
    .from(listRows)
    .where(and(eq(listRows.congressId, congressId), eq(listRows.list, list)))
    .orderBy(asc(listRows.position), asc(listRows.id))
}

/** All rows of the lists of a congress that have no tables of their own. */
export const findPlainRows = async (read: Reader, congressId: string): Promise<Row<'listRows'>[]> => {
  const { listRows } = read.tables
  return read.select().from(listRows).where(eq(listRows.congressId, congressId))
}

/** All rows of all lists of a congress. */
export const findRowsOfCongress = async (read: Reader, congressId: string): Promise<KeptRow[]> => [
  ...(await findRows(read, congressId, peopleList)),
  ...(await findPlainRows(read, congressId)),
]

/** Those of the rows that are in this list of the congress. */
export const findRowsById = async (
  read: Reader,
  { congressId, list, ids }: ListPlace & { ids: readonly string[] },
): Promise<KeptRow[]> => {
  if (list === peopleList) return (await findDelegates(read, congressId, ids)).map(keptRowOf)
  if (list === quotaList) return (await findQuotas(read, congressId, ids)).map(rowOfQuota)
  const { listRows } = read.tables
  return read
    .select()
    .from(listRows)
    .where(and(eq(listRows.congressId, congressId), eq(listRows.list, list), inArray(listRows.id, [...ids])))
}

/** How many rows each list of a congress has; lists without any are left out. */
export const countRows = async (read: Reader, congressId: string): Promise<Map<string, number>> => {
  const { listRows } = read.tables
  const counted = await read
    .select({ list: listRows.list, rows: count() })
    .from(listRows)
    .where(eq(listRows.congressId, congressId))
    .groupBy(listRows.list)
  const kept = [
    [peopleList, await countDelegates(read, congressId)],
    [quotaList, await countQuotas(read, congressId)],
  ] as const
  return new Map([...counted.map(({ list, rows }) => [list, rows] as const), ...kept.filter(([, rows]) => rows > 0)])
}
