import type { Reader } from '../../db/open.ts'
import { StaleRow, type Row } from '../../db/rows.ts'
import type { ActRows } from '../history/actions.ts'
import { arrange } from '../lists/rules.ts'
import { newId } from '../office.ts'
import { forgetUnknown } from '../people/forget.ts'
import { restOfPerson } from '../people/rules.ts'
import { findDelegates, listDelegations, type DelegateRecord } from './queries.ts'
import { delegationNamed, restOfDelegate, versionOf } from './rules.ts'
import { leadingOf, ledAfter } from './rules/replacement.ts'
import type { Delegate } from './schema.ts'

type Kept<Name extends 'people' | 'delegates'> = Omit<
  Row<Name>,
  'id' | 'version' | 'unitId' | 'congressId' | 'personId'
>

/** What somebody is to be: of the person, of the part in the congress, and the name of the delegation. */
export interface DelegateChange {
  person?: Partial<Kept<'people'>>
  delegate?: Partial<Omit<Kept<'delegates'>, 'delegationId'>>
  /** '' = none. */
  delegation?: string
}

type KnownPerson = Pick<Row<'people'>, 'name' | 'folded' | 'address' | 'sex' | 'birthYear' | 'phone'>
type KnownPart = Omit<
  Row<'delegates'>,
  keyof ReturnType<typeof restOfDelegate> | 'id' | 'version' | 'congressId' | 'personId' | 'delegationId'
>

/** Somebody who comes to a congress; what is left out is not known. */
export interface NewPart {
  person: KnownPerson & Partial<Kept<'people'>>
  delegate: KnownPart & Partial<Omit<Kept<'delegates'>, 'delegationId'>>
  delegation: string
}

/** Puts people into a congress, each a new person of its unit. */
export const addDelegates = async (
  rows: ActRows,
  { id: congressId, unitId }: Pick<Row<'congresses'>, 'id' | 'unitId'>,
  added: readonly NewPart[],
): Promise<DelegateRecord[]> => {
  const delegationOf = await delegationsBy(rows, congressId)
  const made: DelegateRecord[] = []
  for (const { person, delegate, delegation } of added) {
    const kept = { ...restOfPerson(), ...person, id: newId(), unitId, version: 1 }
    const placed = { id: newId(), congressId, personId: kept.id, delegationId: await delegationOf(delegation) }
    made.push({ person: kept, delegate: { ...restOfDelegate(), ...delegate, ...placed, version: 1 }, delegation })
  }
  await rows.createMany(
    'people',
    made.map(({ person }) => person),
  )
  await rows.createMany(
    'delegates',
    made.map(({ delegate }) => delegate),
  )
  return made
}

/** Only what differs is written; `delegationOf` is asked once for all who are changed together. */
export const changeDelegate = async (
  rows: ActRows,
  { delegate, person, delegation }: DelegateRecord,
  change: DelegateChange,
  delegationOf: (name: string) => Promise<string | null>,
): Promise<DelegateRecord> => {
  const name = change.delegation ?? delegation
  const delegationId = name === delegation ? delegate.delegationId : await delegationOf(name)
  const [ofPerson, ofPart] = [
    differing(person, change.person ?? {}),
    differing(delegate, { ...change.delegate, delegationId }),
  ]
  return {
    person: ofPerson ? await rows.change('people', person.id, person.version, ofPerson) : person,
    delegate: ofPart ? await rows.change('delegates', delegate.id, delegate.version, ofPart) : delegate,
    delegation: name,
  }
}

const differing = <T extends object>(standing: T, change: Partial<T>): Partial<T> | null => {
  const other = Object.entries(change).filter(
    ([name, value]) => JSON.stringify(standing[name as keyof T]) !== JSON.stringify(value),
  )
  return other.length === 0 ? null : (Object.fromEntries(other) as Partial<T>)
}

/** Takes people out of a congress; whom nothing knows any more goes with it, and nobody is led by who is gone. */
export const takeOutDelegates = async (
  rows: ActRows,
  congressId: string,
  gone: readonly DelegateRecord[],
): Promise<void> => {
  await endLeading(rows, congressId, new Set(gone.map(({ delegate }) => delegate.id)))
  for (const { delegate } of gone) await rows.remove('delegates', delegate.id, delegate.version)
  await forgetUnknown(
    rows,
    gone.map(({ person }) => person),
  )
}

/** What somebody is of delegations, head, deputy or liaison, another is from now on. */
export const passOnLeading = async (
  rows: ActRows,
  congressId: string,
  { from, to }: { from: Delegate; to: Delegate },
): Promise<void> => {
  for (const delegation of await listDelegations(rows.tx, congressId)) {
    const passed = leadingOf(delegation, from)
    if (passed.length > 0) {
      await rows.change('delegations', delegation.id, delegation.version, ledAfter(delegation, passed, to))
    }
  }
}

/** These people lead no delegation any more. */
export const endLeading = async (rows: ActRows, congressId: string, ids: ReadonlySet<string>): Promise<void> => {
  const left = (id: string | null) => (id !== null && ids.has(id) ? null : id)
  for (const { id, version, headId, deputyId } of await listDelegations(rows.tx, congressId)) {
    const led = { headId: left(headId), deputyId: left(deputyId) }
    if (led.headId !== headId || led.deputyId !== deputyId) await rows.change('delegations', id, version, led)
  }
}

/** Those named, each as it was read; throws `StaleRow` where one is gone or was changed since. */
export const requireDelegates = async (
  read: Reader,
  congressId: string,
  named: readonly { id: string; version: number }[],
  shown: (record: DelegateRecord) => unknown,
): Promise<DelegateRecord[]> => {
  const ids = named.map(({ id }) => id)
  const found = new Map((await findDelegates(read, congressId, ids)).map((record) => [record.delegate.id, record]))
  return named.map(({ id, version }) => {
    const record = found.get(id)
    if (!record || versionOf(record) !== version) throw new StaleRow(record ? shown(record) : null)
    return record
  })
}

/** Finds the delegation of a name, or makes it; '' = none. */
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
    const made = await rows.create('delegations', { ...delegationNamed(name), id: newId(), congressId, position })
    positions.push(position)
    known.set(name, made.id)
    return made.id
  }
}
