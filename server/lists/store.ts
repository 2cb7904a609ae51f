import { StaleRow } from '../../db/rows.ts'
import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { partsOfListValues } from '../delegates/rules.ts'
import { addDelegates, changeDelegate, delegationsBy, takeOutDelegates, requireDelegates } from '../delegates/store.ts'
import { notFound } from '../errors.ts'
import { removeAllGroups } from '../groups/actions.ts'
import { removeSeating } from '../seating/actions.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { listLists } from '../unit-lists/queries.ts'
import { findPlainRows, keptRowOf, peopleList, quotaList, type KeptRow, type ListPlace } from './queries.ts'
import { quotaStore, removeQuotas } from './quota-store.ts'

interface NewRow {
  position: number
  values: Record<string, string>
}

/** How the rows of a list are written. */
export interface ListStore {
  create(rows: ActRows, place: ListPlace, added: readonly NewRow[]): Promise<KeptRow[]>
  /** Throws `StaleRow` when the row is not as it was read. */
  change(rows: ActRows, place: ListPlace, row: VersionedRow, change: Partial<NewRow>): Promise<KeptRow>
  remove(rows: ActRows, place: ListPlace, row: VersionedRow): Promise<void>
  /** Refuses what cannot stand once all is written. */
  settle?(rows: ActRows, place: ListPlace): Promise<void>
}

type VersionedRow = Pick<KeptRow, 'id' | 'version'>

/** People who attend are kept once for all congresses, quotas by their units, rows of every other list by themselves. */
export const storeOf = (list: string): ListStore =>
  list === peopleList ? people : list === quotaList ? quotaStore : plain

const plain: ListStore = {
  create: async (rows, place, added) => {
    const made = added.map((row) => ({ id: newId(), ...place, ...row }))
    await rows.createMany('listRows', made)
    return made.map((row) => ({ ...row, version: 1 }))
  },
  change: (rows, _place, { id, version }, change) => rows.change('listRows', id, version, change),
  remove: (rows, _place, { id, version }) => rows.remove('listRows', id, version),
}

const people: ListStore = {
  create: async (rows, { congressId }, added) => {
    const congress = await findCongress(rows.tx, congressId)
    if (!congress) throw notFound()
    const parts = added.map(({ position, values }) => {
      const { delegate, ...part } = partsOfListValues(values)
      return { ...part, delegate: { ...delegate, position } }
    })
    return (await addDelegates(rows, congress, parts)).map(keptRowOf)
  },
  change: async (rows, place, row, { position, values }) => {
    const { delegate, ...parts } = values === undefined ? {} : partsOfListValues(values)
    const moved = position === undefined ? {} : { position }
    return keptRowOf(
      await changeDelegate(
        rows,
        await standingOf(rows.tx, place, row),
        { ...parts, delegate: { ...delegate, ...moved } },
        async (name) => (await delegationsBy(rows, place.congressId))(name),
      ),
    )
  },
  remove: async (rows, place, row) => takeOutDelegates(rows, place.congressId, [await standingOf(rows.tx, place, row)]),
}

const standingOf = async (read: Reader, { congressId }: ListPlace, row: VersionedRow): Promise<DelegateRecord> => {
  const [record] = await requireDelegates(read, congressId, [row], keptRowOf)
  if (!record) throw new StaleRow(null)
  return record
}

/** Takes all rows of all lists of a congress away. */
export const removeLists = async (rows: ActRows, congressId: string): Promise<void> => {
  await removeAllGroups(rows, congressId)
  await removeSeating(rows, congressId)
  await takeOutDelegates(rows, congressId, await listDelegates(rows.tx, congressId))
  for (const each of await listDelegations(rows.tx, congressId)) await rows.remove('delegations', each.id, each.version)
  await removeQuotas(rows, congressId)
  for (const list of await listLists(rows.tx, congressId)) await rows.remove('delegateLists', list.id, list.version)
  for (const row of await findPlainRows(rows.tx, congressId)) await rows.remove('listRows', row.id, row.version)
}
