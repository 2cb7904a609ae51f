import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findUnit = async (read: Reader, id: string): Promise<Row<'units'> | undefined> => {
  const { units } = read.tables
  return (await read.select().from(units).where(eq(units.id, id)))[0]
}

export const listUnits = async (read: Reader): Promise<Row<'units'>[]> => {
  const { units } = read.tables
  return read.select().from(units).orderBy(asc(units.id))
}

/** The unit and all above it, nearest first; empty when there is no such unit. */
export const lineOfUnit = async (read: Reader, id: string): Promise<string[]> => {
  const rows = await read.rows<{ id: string }>(sql`
    WITH RECURSIVE line(id, parent_id, height) AS (
      SELECT id, parent_id, 0 FROM units WHERE id = ${id}
      UNION ALL
      SELECT units.id, units.parent_id, line.height + 1 FROM units JOIN line ON units.id = line.parent_id
      WHERE line.height < 50
    )
    SELECT id FROM line ORDER BY height`)
  return rows.map((row) => row.id)
}

/** The units and all below them. */
export const subtreeOfUnits = async (read: Reader, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const start = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  const rows = await read.rows<{ id: string }>(sql`
    WITH RECURSIVE subtree(id) AS (
      SELECT id FROM units WHERE id IN (${start})
      UNION SELECT units.id FROM units JOIN subtree ON units.parent_id = subtree.id
    )
    SELECT id FROM subtree`)
  return new Set(rows.map((row) => row.id))
}

/** What would point into nothing if the unit went: by kind, with a name a person knows. */
export const listUsesOfUnit = async (read: Reader, id: string): Promise<{ kind: string; name: string }[]> => {
  const { units, venues, cycles, congresses, quotas, posts, grants, accounts } = read.tables
  const { delegateLists, numberSeries, templateCopies, outsideForms } = read.tables
  // One after the other: inside a write there is one connection, which answers one question at a time.
  const uses: (readonly [kind: string, rows: { name: string }[]])[] = [
    ['unit', await read.select({ name: units.name }).from(units).where(eq(units.parentId, id))],
    ['congress', await read.select({ name: congresses.title }).from(congresses).where(eq(congresses.unitId, id))],
    [
      'congress',
      await read
        .select({ name: congresses.title })
        .from(quotas)
        .innerJoin(congresses, eq(congresses.id, quotas.congressId))
        .where(eq(quotas.unitId, id)),
    ],
    [
      'congress',
      await read
        .select({ name: congresses.title })
        .from(delegateLists)
        .innerJoin(congresses, eq(congresses.id, delegateLists.congressId))
        .where(eq(delegateLists.sendingUnitId, id)),
    ],
    ['venue', await read.select({ name: venues.name }).from(venues).where(eq(venues.unitId, id))],
    ['cycle', await read.select({ name: cycles.name }).from(cycles).where(eq(cycles.unitId, id))],
    [
      'number-series',
      await read.select({ name: numberSeries.name }).from(numberSeries).where(eq(numberSeries.unitId, id)),
    ],
    [
      'template',
      await read.select({ name: templateCopies.title }).from(templateCopies).where(eq(templateCopies.unitId, id)),
    ],
    [
      'outside-form',
      await read.select({ name: outsideForms.name }).from(outsideForms).where(eq(outsideForms.unitId, id)),
    ],
    ['post', await read.select({ name: posts.name }).from(posts).where(eq(posts.unitId, id))],
    [
      'account',
      await read
        .select({ name: accounts.name })
        .from(grants)
        .innerJoin(accounts, eq(accounts.id, grants.accountId))
        .where(eq(grants.unitId, id)),
    ],
  ]
  return uses.flatMap(([kind, rows]) => rows.map(({ name }) => ({ kind, name })))
}
