import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Writer } from './open.ts'
import type { RowChange } from './tables/history.ts'
import type { Tables } from './tables.ts'

/** Tables whose rows have an `id` and a `version`: every write to them is kept with the row before and after it. */
export type Recorded =
  | 'units'
  | 'venues'
  | 'bookings'
  | 'cycles'
  | 'levels'
  | 'calendarDays'
  | 'people'
  | 'posts'
  | 'postHolders'
  | 'sensitiveData'
  | 'photos'
  | 'distinctPeople'
  | 'leaves'
  | 'replacements'
  | 'congresses'
  | 'congressEvents'
  | 'acceptances'
  | 'sessions'
  | 'items'
  | 'speakers'
  | 'remarks'
  | 'releases'
  | 'tellings'
  | 'publications'
  | 'papers'
  | 'paperSteps'
  | 'numberSeries'
  | 'listRows'
  | 'quotas'
  | 'quotaPlans'
  | 'groupPlans'
  | 'discussionGroups'
  | 'groupMembers'
  | 'groupRules'
  | 'halls'
  | 'hallVersions'
  | 'seatingPlans'
  | 'seatPlaces'
  | 'seatReleases'
  | 'seatNeeds'
  | 'stageOrders'
  | 'seatRules'
  | 'seatImportances'
  | 'delegations'
  | 'delegates'
  | 'delegateLists'
  | 'delegateLinks'
  | 'delegateReports'
  | 'assignmentRules'
  | 'assignmentExceptions'
  | 'rolePlans'
  | 'templateCopies'
  | 'templateVersions'
  | 'logos'
  | 'results'
  | 'calls'
  | 'shares'
  | 'forms'
  | 'refusals'
  | 'files'
  | 'outsideForms'
  | 'printerLists'

export type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect']

/** Somebody else changed the row since it was read; `current` is null when it is gone. */
export class StaleRow extends Error {
  override readonly name = 'StaleRow'
  readonly current: unknown
  constructor(current: unknown) {
    super('the row was changed since it was read')
    this.current = current
  }
}

/** Writes rows inside one transaction and keeps what each was before and after, in the order of writing. */
export interface RowKeeper {
  readonly tx: Writer
  readonly changes: RowChange[]
  create<Name extends Recorded>(name: Name, row: Omit<Row<Name>, 'version'>): Promise<Row<Name>>
  createMany<Name extends Recorded>(name: Name, rows: Omit<Row<Name>, 'version'>[]): Promise<void>
  /** Throws `StaleRow` when the row no longer has this version. */
  change<Name extends Recorded>(
    name: Name,
    id: string,
    version: number,
    values: Partial<Omit<Row<Name>, 'id' | 'version'>>,
  ): Promise<Row<Name>>
  remove(name: Recorded, id: string, version: number): Promise<void>
  /** The same for many of one table at once, in this order. */
  removeMany(name: Recorded, rows: readonly { id: string; version: number }[]): Promise<void>
  /** Puts rows in that were there before, with these versions; throws `StaleRow` when one is there again. */
  putBackMany(name: Recorded, rows: readonly VersionedRow[]): Promise<void>
}

type VersionedRow = Record<string, unknown> & { id: string; version: number }

/** Any recorded table, as one that has just the two columns every one of them has. */
const asVersioned = (tx: Writer, name: Recorded) => tx.tables[name] as unknown as Tables['shares']

const rowsPerInsert = 200

/** Others are served between the statements of a long write. */
const breathe = () => new Promise(setImmediate)

export const keepRows = (tx: Writer): RowKeeper => {
  const changes: RowChange[] = []
  const find = async (name: Recorded, id: string) => {
    const table = asVersioned(tx, name)
    return (await tx.select().from(table).where(eq(table.id, id)))[0]
  }
  const insert = async (name: Recorded, rows: { id: string; version: number }[]) => {
    for (let start = 0; start < rows.length; start += rowsPerInsert) {
      await tx.insertMany(name, rows.slice(start, start + rowsPerInsert) as never)
      if (rows.length > rowsPerInsert) await breathe()
    }
    for (const row of rows) changes.push({ table: name, id: row.id, before: null, after: { ...row } })
  }
  return {
    tx,
    changes,
    create: async (name, row) => {
      const versioned = { ...row, version: 1 } as unknown as Row<typeof name>
      await insert(name, [versioned as never])
      return versioned
    },
    createMany: (name, rows) => insert(name, rows.map((row) => ({ ...row, version: 1 })) as never),
    change: async (name, id, version, values) => {
      const table = asVersioned(tx, name)
      const before = await find(name, id)
      if (!before || before.version !== version) throw new StaleRow(before ?? null)
      const [after] = await tx
        .update(table)
        .set({ ...values, version: version + 1 } as never)
        .where(and(eq(table.id, id), eq(table.version, version)))
        .returning()
      if (!after) throw new StaleRow(await find(name, id))
      changes.push({ table: name, id, before, after })
      return after as never
    },
    remove: async (name, id, version) => {
      const table = asVersioned(tx, name)
      const before = await find(name, id)
      if (!before || before.version !== version) throw new StaleRow(before ?? null)
      await tx.delete(table).where(eq(table.id, id))
      changes.push({ table: name, id, before, after: null })
    },
    removeMany: async (name, rows) => {
      const table = asVersioned(tx, name)
      for (let start = 0; start < rows.length; start += rowsPerInsert) {
        const some = rows.slice(start, start + rowsPerInsert)
        const isAmong = inArray(
          table.id,
          some.map(({ id }) => id),
        )
        const found = new Map((await tx.select().from(table).where(isAmong)).map((row) => [row.id, row]))
        for (const { id, version } of some) {
          const before = found.get(id)
          if (!before || before.version !== version) throw new StaleRow(before ?? null)
          changes.push({ table: name, id, before, after: null })
        }
        await tx.delete(table).where(isAmong)
        if (rows.length > rowsPerInsert) await breathe()
      }
    },
    putBackMany: async (name, rows) => {
      const table = asVersioned(tx, name)
      for (let start = 0; start < rows.length; start += rowsPerInsert) {
        const some = rows.slice(start, start + rowsPerInsert)
        const ids = some.map(({ id }) => id)
        const [there] = await tx.select({ id: table.id }).from(table).where(inArray(table.id, ids)).limit(1)
        if (there) throw new StaleRow(some.find(({ id }) => id === there.id) ?? null)
      }
      await insert(name, [...rows])
    },
  }
}

/** Reminders of what is still to be asked, which go once it is: an act that made one is undone though it is gone by now. */
const reminders: ReadonlySet<Recorded> = new Set(['refusals'])

/**
 * Puts the rows back to what they were before `changes`, newest first. Throws `StaleRow` when one of them is not as they
 * left it: a row that was changed since, and that an undoing made what it was, is as it was left. A row that comes back gets a version above all it had, so that nobody's old copy fits it again.
 */
export const reverse = async (rows: RowKeeper, changes: RowChange[]): Promise<void> => {
  const newestFirst = [...changes].reverse()
  // An act may have changed a row more than once: what was put back of it once has a version of its own since.
  const versions = await versionsOfSame(rows.tx, newestFirst)
  const versionOf = ({ table, id, after }: RowChange) =>
    versions.get(`${table} ${id}`) ?? Number(after?.['version'] ?? 0)
  for (let at = 0; at < newestFirst.length;) {
    const run = runOf(newestFirst, at)
    at += run.length
    const [{ table, before, after }] = run
    const name = table as Recorded
    if (before === null) await rows.removeMany(name, await stillThere(rows.tx, name, run, versionOf))
    else if (after === null) {
      const back = run.map(versionAbove)
      await rows.putBackMany(name, back)
      for (const { id, version } of back) versions.set(`${table} ${id}`, version)
    } else {
      const { id, version: _version, ...values } = before
      const { version } = await rows.change(name, String(id), versionOf(run[0]), values as never)
      versions.set(`${table} ${String(id)}`, version)
    }
  }
}

/**
 * Versions of the rows that are what the changes left but for their version, by table and id: what was done to them since
 * was undone, so that acts on one row are undone one after another.
 */
const versionsOfSame = async (tx: Writer, newestFirst: readonly RowChange[]): Promise<Map<string, number>> => {
  const leftOf = new Map<string, Map<string, RowChange['after']>>()
  for (const { table, id, after } of newestFirst) {
    const left = leftOf.get(table) ?? new Map<string, RowChange['after']>()
    leftOf.set(table, left)
    if (!left.has(id)) left.set(id, after)
  }
  const versions = new Map<string, number>()
  for (const [table, left] of leftOf) {
    const of = asVersioned(tx, table as Recorded)
    const ids = [...left].flatMap(([id, after]) => (after === null ? [] : [id]))
    for (let start = 0; start < ids.length; start += rowsPerInsert) {
      const found = await tx
        .select()
        .from(of)
        .where(inArray(of.id, ids.slice(start, start + rowsPerInsert)))
      for (const row of found) {
        const { version } = row
        if (isDeepStrictEqual({ ...left.get(row.id), version }, asKept(row)))
          versions.set(`${table} ${row.id}`, version)
      }
    }
  }
  return versions
}

/** A row as the history keeps it. */
const asKept = (row: object): unknown => JSON.parse(JSON.stringify(row)) as unknown

/** Changes that follow one another and are put back at once: all created, or all removed, in one table. */
const runOf = (changes: readonly RowChange[], from: number): [RowChange, ...RowChange[]] => {
  const first = changes[from] as RowChange
  const run: [RowChange, ...RowChange[]] = [first]
  if (first.before !== null && first.after !== null) return run
  for (let at = from + 1; at < changes.length; at += 1) {
    const next = changes[at] as RowChange
    const isLike = next.table === first.table && (next.before === null) === (first.before === null)
    if (!isLike || (next.before !== null && next.after !== null)) break
    run.push(next)
  }
  return run
}

/** What was made and is to go; reminders that went by themselves are left out. */
const stillThere = async (
  tx: Writer,
  name: Recorded,
  run: readonly RowChange[],
  versionOf: (change: RowChange) => number,
) => {
  const made = run.map((change) => ({ id: change.id, version: versionOf(change) }))
  if (!reminders.has(name)) return made
  const there = await Promise.all(made.map(({ id }) => isThere(tx, name, id)))
  return made.filter((_row, at) => there[at])
}

const versionAbove = ({ before }: RowChange): VersionedRow => ({
  ...before,
  id: String(before?.['id']),
  version: Number(before?.['version']) + 1,
})

const isThere = async (tx: Writer, name: Recorded, id: string): Promise<boolean> => {
  const table = asVersioned(tx, name)
  const found = await tx
    .select({ one: sql`1` })
    .from(table)
    .where(eq(table.id, id))
  return found.length > 0
}
