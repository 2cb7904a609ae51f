import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { listAskedFields } from '../cycles/queries.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { isPhoneRefused } from '../format/phones.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { arrange } from '../lists/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { lineOfUnit } from '../units/queries.ts'
import {
  countAllDelegates,
  findDelegation,
  lastPosition,
  listDelegates,
  listDelegations,
  listOtherParts,
  type DelegateRecord,
} from './queries.ts'
import { partsOf, shownDelegate, shownDelegation, unknownPart } from './rules.ts'
import {
  mostDelegates,
  type Delegate,
  type DelegateChanges,
  type DelegateList,
  type DelegatesChanged,
  type DelegatesGone,
  type Delegation,
  type DelegationChange,
  type NewDelegate,
  type NewDelegation,
  type OtherPart,
} from './schema.ts'
import {
  addDelegates,
  changeDelegate,
  delegationsBy,
  requireDelegates,
  takeOutDelegates,
  type DelegateChange,
} from './store.ts'

export const showDelegates = async (read: Reader, congressId: string): Promise<DelegateList> => ({
  delegates: (await listDelegates(read, congressId)).map(shownDelegate),
  delegations: (await listDelegations(read, congressId)).map(shownDelegation),
  asked: await listAskedFields(read, congressId),
})

/** The other congresses that a delegate attends as the same person, as far as the account may see them. */
export const showOtherParts = async (read: Reader, id: string, duties: readonly Duty[]): Promise<OtherPart[]> => {
  const seen: OtherPart[] = []
  for (const { unitId, ...part } of await listOtherParts(read, id)) {
    if (mayAt(duties, 'viewer', await lineOfUnit(read, unitId))) seen.push(part)
  }
  return seen
}

/** Puts somebody at the end of the list. */
export const createDelegate = (
  office: Office,
  actor: Actor,
  congressId: string,
  values: NewDelegate,
): Promise<Done<Delegate>> =>
  act(office, actor, about('delegate-added'), async (rows) => {
    const congress = await requireCongress(rows, congressId, values.name)
    checkBirth(office, values)
    return shownDelegate(await appendDelegate(rows, congress, values))
  })

/** Puts somebody new at the end of the list, a person of this unit. */
export const appendDelegate = async (
  rows: ActRows,
  congress: Pick<Row<'congresses'>, 'id' | 'unitId'>,
  values: NewDelegate,
  more: DelegateChange['delegate'] = {},
): Promise<DelegateRecord> => {
  if ((await countAllDelegates(rows.tx, congress.id)) >= mostDelegates) {
    throw refused('list-full', 'The list has as many rows as it may have.', { limit: mostDelegates })
  }
  checkValues(values, '')
  const position = arrange([await lastPosition(rows.tx, congress.id), null]).at(-1) ?? 0
  const { person, delegate, delegation } = partsOf(values)
  const unknown = unknownPart(values.name)
  const [made] = await addDelegates(rows, congress, [
    {
      person: { ...unknown.person, ...person },
      delegate: { ...unknown.delegate, ...delegate, ...more, position },
      delegation: delegation ?? '',
    },
  ])
  if (!made) throw notFound()
  return made
}

/** Changes people in one act; nothing is changed when one of them cannot be or was changed meanwhile. */
export const changeDelegates = (
  office: Office,
  actor: Actor,
  congressId: string,
  { delegates: changes }: DelegateChanges,
): Promise<Done<DelegatesChanged>> =>
  act(office, actor, about('delegates-changed'), async (rows) => {
    const standing = await requireDelegates(rows.tx, congressId, changes, shownDelegate)
    const [first] = standing
    await requireCongress(rows, congressId, standing.length === 1 ? (first?.person.name ?? '') : '')
    const delegationOf = await delegationsBy(rows, congressId)
    const delegates: Delegate[] = []
    for (const [at, record] of standing.entries()) {
      const values = changes[at]?.values ?? {}
      checkValues(values, record.person.phone)
      checkBirth(office, values)
      delegates.push(shownDelegate(await changeDelegate(rows, record, partsOf(values), delegationOf)))
    }
    return { delegates, delegations: (await listDelegations(rows.tx, congressId)).map(shownDelegation) }
  })

export const removeDelegates = (
  office: Office,
  actor: Actor,
  congressId: string,
  { delegates: gone }: DelegatesGone,
): Promise<Done<void>> =>
  act(office, actor, about('delegates-removed'), async (rows) => {
    const standing = await requireDelegates(rows.tx, congressId, gone, shownDelegate)
    const [first] = standing
    await requireCongress(rows, congressId, standing.length === 1 ? (first?.person.name ?? '') : '')
    await takeOutDelegates(rows, congressId, standing)
  })

export const createDelegation = (
  office: Office,
  actor: Actor,
  congressId: string,
  values: NewDelegation,
): Promise<Done<Delegation>> =>
  act(office, actor, about('delegation-created'), async (rows) => {
    await requireCongress(rows, congressId, values.name)
    const standing = await listDelegations(rows.tx, congressId)
    await checkDelegation(rows.tx, congressId, values, standing, '')
    const position = arrange([...standing.map((each) => each.position), null]).at(-1) ?? 0
    const made = { id: newId(), congressId, sendingUnitId: null, position, ...values }
    return shownDelegation(await rows.create('delegations', made))
  })

export const changeDelegation = (
  office: Office,
  actor: Actor,
  id: string,
  { version, ...values }: DelegationChange,
): Promise<Done<Delegation>> =>
  act(office, actor, about('delegation-changed'), async (rows) => {
    const delegation = await requireDelegation(rows.tx, id)
    const { congressId } = delegation
    await requireCongress(rows, congressId, values.name)
    const others = (await listDelegations(rows.tx, congressId)).filter((each) => each.id !== id)
    await checkDelegation(rows.tx, congressId, values, others, delegation.liaisonPhone)
    return shownDelegation(await rows.change('delegations', id, version, values))
  })

/** Takes a delegation away; its delegates stay, in none. */
export const removeDelegation = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('delegation-removed'), async (rows) => {
    const { congressId, name } = await requireDelegation(rows.tx, id)
    await requireCongress(rows, congressId, name)
    for (const record of await listDelegates(rows.tx, congressId)) {
      if (record.delegate.delegationId === id)
        await changeDelegate(rows, record, { delegation: '' }, () => Promise.resolve(null))
    }
    await rows.remove('delegations', id, version)
  })

const about = (action: string) => ({ action, subject: '', unitId: null })

/** Says whom the act is about: the one that is named, else the congress. */
export const requireCongress = async (rows: ActRows, id: string, name: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  const { title, unitId, cycleId } = congress
  rows.say({ subject: name === '' ? title : `${name} – ${title}`, unitId, cycleId, congressId: id })
  return congress
}

const requireDelegation = async (read: Reader, id: string): Promise<Row<'delegations'>> => {
  const delegation = await findDelegation(read, id)
  if (!delegation) throw notFound()
  return delegation
}

export const checkValues = (
  { phone, email }: Partial<Pick<NewDelegate, 'phone' | 'email'>>,
  standingPhone: string,
): void => {
  if (phone !== undefined && isPhoneRefused(phone, standingPhone)) {
    throw invalid([{ field: 'phone', rule: 'not-a-phone' }])
  }
  if (email !== undefined && email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email)) {
    throw invalid([{ field: 'email', rule: 'wrong-form' }])
  }
}

/** Nobody is born after today. */
export const checkBirth = (
  office: Office,
  { birthYear, birthDate }: Partial<Pick<NewDelegate, 'birthYear' | 'birthDate'>>,
): void => {
  const today = todayOf(office, null)
  if (Number(birthYear ?? 0) > Number(today.slice(0, 4))) throw invalid([{ field: 'birthYear', rule: 'not-a-year' }])
  if ((birthDate ?? '') > today) throw invalid([{ field: 'birthDate', rule: 'in-future' }])
}

/** Each delegation has a name of its own, and is led by people of the congress. */
const checkDelegation = async (
  read: Reader,
  congressId: string,
  { name, headId, deputyId, liaisonPhone }: NewDelegation,
  others: readonly Row<'delegations'>[],
  standingPhone: string,
): Promise<void> => {
  if (others.some((each) => each.name === name)) throw invalid([{ field: 'name', rule: 'twice' }])
  if (isPhoneRefused(liaisonPhone, standingPhone)) throw invalid([{ field: 'liaisonPhone', rule: 'not-a-phone' }])
  const known = new Set((await listDelegates(read, congressId)).map(({ delegate }) => delegate.id))
  for (const [field, id] of Object.entries({ headId, deputyId })) {
    if (id !== null && !known.has(id)) throw invalid([{ field, rule: 'not-a-choice' }])
  }
}
