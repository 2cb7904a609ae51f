import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { checkBirth, checkValues } from '../delegates/actions.ts'
import { countAllDelegates, lastPosition, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { delegationNamed, partsOf, shownDelegate, unknownPart } from '../delegates/rules.ts'
import { alternateGone, putSomebodyInPlace } from '../delegates/replacement.ts'
import {
  mostDelegates,
  type Delegate,
  type DelegatesGone,
  type Replacement,
  type SensitiveChange,
  type SensitiveData,
} from '../delegates/schema.ts'
import { showSensitive, writeSensitive } from '../delegates/sensitive.ts'
import { addDelegates, changeDelegate, requireDelegates, takeOutDelegates } from '../delegates/store.ts'
import { notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { arrange } from '../lists/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { requirePlace, type ListPlace } from './actions.ts'
import { refuseClosed } from './closed.ts'
import { listMembers } from './queries.ts'
import { isDelegationOf } from './rules.ts'
import type { MemberChanges, NewMember } from './schema.ts'

/** Puts somebody at the end of the unit's list, as an official delegate where nothing else is said. */
export const addMember = (office: Office, actor: Actor, place: ListPlace, values: NewMember): Promise<Done<Delegate>> =>
  act(office, actor, about('unit-member-added'), async (rows) => {
    const { unit } = await requireOpen(rows, place)
    if ((await countAllDelegates(rows.tx, place.congressId)) >= mostDelegates) {
      throw refused('list-full', 'The list has as many rows as it may have.', { limit: mostDelegates })
    }
    checkValues(values, '')
    checkBirth(office, values)
    const position = arrange([await lastPosition(rows.tx, place.congressId), null]).at(-1) ?? 0
    const { person, delegate } = partsOf({ class: 'official', ...values })
    const unknown = unknownPart(values.name)
    const [made] = await addDelegates(rows, { id: place.congressId, unitId: unit.id }, [
      {
        person: { ...unknown.person, ...person },
        delegate: { ...unknown.delegate, ...delegate, position, sendingUnitId: unit.id },
        delegation: (await requireDelegationOf(rows, place.congressId, unit)).name,
      },
    ])
    if (!made) throw notFound()
    return shownDelegate(made)
  })

/** Changes people on the unit's list in one act; nothing is changed when one of them cannot be or was changed meanwhile. */
export const changeMembers = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { delegates: changes }: MemberChanges,
): Promise<Done<{ delegates: Delegate[] }>> =>
  act(office, actor, about('unit-members-changed'), async (rows) => {
    const standing = await requireMembers(rows, place, changes)
    const delegates: Delegate[] = []
    for (const [at, record] of standing.entries()) {
      const values = changes[at]?.values ?? {}
      checkValues(values, record.person.phone)
      checkBirth(office, values)
      const parts = partsOf(values)
      delegates.push(shownDelegate(await changeDelegate(rows, record, parts, () => Promise.resolve(null))))
    }
    return { delegates }
  })

export const removeMembers = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { delegates: gone }: DelegatesGone,
): Promise<Done<void>> =>
  act(office, actor, about('unit-members-removed'), async (rows) =>
    takeOutDelegates(rows, place.congressId, await requireMembers(rows, place, gone)),
  )

/** Puts an alternate of the unit's list, or somebody new, in the place of whom the unit withdraws. */
export const replaceMember = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  id: string,
  replacement: Replacement,
): Promise<Done<Delegate>> =>
  act(office, actor, { ...about('unit-member-replaced'), reason: replacement.reason.trim() }, async (rows) => {
    const { unit } = await requireOpen(rows, place)
    const own = new Set((await listMembers(rows.tx, place.congressId, unit)).map(({ delegate }) => delegate.id))
    if (!own.has(id)) throw stale(null)
    checkBirth(office, replacement.newcomer ?? {})
    if (replacement.alternateId !== null && !own.has(replacement.alternateId)) throw alternateGone()
    return shownDelegate((await putSomebodyInPlace(rows, id, replacement)).comes)
  })

/** What is kept of a member apart from the rest. */
export const showSensitiveOfMember = async (
  read: Reader,
  place: ListPlace,
  delegateId: string,
): Promise<SensitiveData> => {
  await requireMember(read, place, delegateId)
  return showSensitive(read, delegateId)
}

export const changeSensitiveOfMember = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  delegateId: string,
  { version, ...values }: SensitiveChange,
): Promise<Done<SensitiveData>> =>
  act(office, actor, about('unit-member-sensitive-changed'), async (rows) => {
    await requireOpen(rows, place)
    const { person } = await requireMember(rows.tx, place, delegateId)
    const ids = { congressId: place.congressId, delegateId, personId: person.id }
    return writeSensitive(rows, ids, values, version)
  })

/** Somebody of this unit's list. */
export const requireMember = async (
  read: Reader,
  { congressId, unitId }: ListPlace,
  delegateId: string,
): Promise<DelegateRecord> => {
  const unit = await findUnit(read, unitId)
  const members = unit ? await listMembers(read, congressId, unit) : []
  const member = members.find(({ delegate }) => delegate.id === delegateId)
  if (!member) throw notFound()
  return member
}

export const about = (action: string) => ({ action, subject: '', unitId: null })

/** Of a list that may be changed now; says what the act is about. */
export const requireOpen = async (rows: ActRows, place: ListPlace) => {
  const found = await requirePlace(rows, place)
  await refuseClosed(rows.tx, place)
  return found
}

/** Those named, of this unit's list alone. */
const requireMembers = async (
  rows: ActRows,
  place: ListPlace,
  named: readonly { id: string; version: number }[],
): Promise<DelegateRecord[]> => {
  const { unit } = await requireOpen(rows, place)
  const own = new Set((await listMembers(rows.tx, place.congressId, unit)).map(({ delegate }) => delegate.id))
  if (named.some(({ id }) => !own.has(id))) throw stale(null)
  return requireDelegates(rows.tx, place.congressId, named, shownDelegate)
}

/** The delegation of a unit's delegates, which is made when the first of them is entered. */
export const requireDelegationOf = async (
  rows: ActRows,
  congressId: string,
  unit: Row<'units'>,
): Promise<Row<'delegations'>> => (await delegationsOfUnits(rows, congressId))(unit)

/** The same for many units at once. */
export const delegationsOfUnits = async (
  rows: ActRows,
  congressId: string,
): Promise<(unit: Row<'units'>) => Promise<Row<'delegations'>>> => {
  const standing = await listDelegations(rows.tx, congressId)
  const known = new Map<string, Row<'delegations'>>()
  return async (unit) => {
    const own = known.get(unit.id) ?? standing.find((each) => isDelegationOf(each, unit))
    if (own) {
      known.set(unit.id, own)
      return own
    }
    const position = arrange([...standing.map((each) => each.position), null]).at(-1) ?? 0
    const named = { ...delegationNamed(unit.name), sendingUnitId: unit.id, id: newId(), congressId, position }
    const made = await rows.create('delegations', named)
    standing.push(made)
    return made
  }
}
