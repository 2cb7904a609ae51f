import { StaleRow, type Row } from '../../db/rows.ts'
import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { findDelegates, listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { delegationNamed, partsOfListValues, restOfDelegate } from '../delegates/rules.ts'
import { notFound } from '../errors.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { forgetUnknown } from '../people/forget.ts'
import { restOfPerson } from '../people/rules.ts'
import { findPlainRows, keptRowOf, peopleList, quotaList, type KeptRow, type ListPlace } from './queries.ts'
import { quotaStore, removeQuotas } from './quota-store.ts'
import { arrange } from './rules.ts'

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
    const delegationOf = await delegationsBy(rows, congressId)
    const made: DelegateRecord[] = []
    for (const { position, values } of added) {
      const { person, delegate, delegation } = partsOfListValues(values)
      const kept = { ...restOfPerson(), ...person, id: newId(), unitId: congress.unitId, version: 1 }
      const placed = { id: newId(), congressId, personId: kept.id, delegationId: await delegationOf(delegation) }
      made.push({
        person: kept,
        delegate: { ...restOfDelegate(), ...placed, position, ...delegate, version: 1 },
        delegation,
      })
    }
    await rows.createMany(
      'people',
      made.map(({ person }) => person),
    )
    await rows.createMany(
      'delegates',
      made.map(({ delegate }) => delegate),
    )
    return made.map(keptRowOf)
  },
  change: async (rows, place, row, { position, values }) => {
    const { delegate, person, delegation } = await standingOf(rows.tx, place, row)
    if (values === undefined) {
      const moved = await rows.change(
        'delegates',
        delegate.id,
        delegate.version,
        position === undefined ? {} : { position },
      )
      return keptRowOf({ delegate: moved, person, delegation })
    }
    const parts = partsOfListValues(values)
    const isOther = Object.entries(parts.person).some(([name, value]) => person[name as keyof typeof person] !== value)
    const isSameDelegation = parts.delegation === delegation
    const delegationId = isSameDelegation
      ? delegate.delegationId
      : await (
          await delegationsBy(rows, place.congressId)
        )(parts.delegation)
    return keptRowOf({
      person: isOther ? await rows.change('people', person.id, person.version, parts.person) : person,
      delegate: await rows.change('delegates', delegate.id, delegate.version, {
        ...parts.delegate,
        delegationId,
        ...(position === undefined ? {} : { position }),
      }),
      delegation: parts.delegation,
    })
  },
  remove: async (rows, place, row) => {
    const { delegate, person } = await standingOf(rows.tx, place, row)
    await removeDelegate(rows, delegate, person)
  },
}

/** Takes somebody out of a congress; whom nothing knows any more goes with it. */
const removeDelegate = async (rows: ActRows, delegate: Row<'delegates'>, person: Row<'people'>): Promise<void> => {
  await rows.remove('delegates', delegate.id, delegate.version)
  await forgetUnknown(rows, [person])
}

const standingOf = async (read: Reader, { congressId }: ListPlace, row: VersionedRow): Promise<DelegateRecord> => {
  const [found] = await findDelegates(read, congressId, [row.id])
  const kept = found ? keptRowOf(found) : null
  if (!found || kept?.version !== row.version) throw new StaleRow(kept)
  return found
}

/** Finds the delegation of this name, or makes it; '' = none. */
export const delegationsBy = async (
  rows: ActRows,
  congressId: string,
): Promise<(name: string) => Promise<string | null>> => {
  const standing = await listDelegations(rows.tx, congressId)
  const known = new Map(standing.map(({ name, id }) => [name, id]))
  const positions = standing.map(({ position }) => position)
  return async (name) => {
    const found = known.get(name)
    if (name === '' || found !== undefined) return found ?? null
    const position = arrange([...positions, null]).at(-1) ?? 0
    const made = await rows.create('delegations', {
      ...delegationNamed(name),
      id: newId(),
      congressId,
      position,
    })
    positions.push(position)
    known.set(name, made.id)
    return made.id
  }
}

/** Takes all rows of all lists of a congress away. */
export const removeLists = async (rows: ActRows, congressId: string): Promise<void> => {
  for (const { delegate, person } of await listDelegates(rows.tx, congressId))
    await removeDelegate(rows, delegate, person)
  for (const each of await listDelegations(rows.tx, congressId)) await rows.remove('delegations', each.id, each.version)
  await removeQuotas(rows, congressId)
  for (const row of await findPlainRows(rows.tx, congressId)) await rows.remove('listRows', row.id, row.version)
}
