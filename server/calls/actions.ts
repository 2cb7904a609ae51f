import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { listCycles } from '../cycles/queries.ts'
import { invalid, notFound, type FieldFault } from '../errors.ts'
import { isPhoneRefused } from '../format/phones.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { momentOf } from '../road/actions.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import { findCall } from './queries.ts'
import type { Call, CallChange, NewCall } from './schema.ts'

export const createCall = (office: Office, actor: Actor, call: NewCall): Promise<Done<Call>> =>
  act(office, actor, { action: 'call-noted', subject: '', unitId: call.unitId }, async (rows) => {
    await check(rows, call, '')
    const at = momentOf(office, await dayOfUnit(rows.tx, call.unitId))
    const kept = { id: newId(), ...call, at, accountName: actor.name }
    return rows.create('calls', kept)
  })

/**
 * The day on which a unit's roads stand, where none of them goes by the clock. All calls with a unit carry the same clock,
 * for the newest tells whether to call back.
 */
const dayOfUnit = async (read: Reader, unitId: string): Promise<string | null> => {
  const line = await lineOfUnit(read, unitId)
  const days = (await listCycles(read)).filter((cycle) => line.includes(cycle.unitId)).map(({ standsOn }) => standsOn)
  return days.includes(null) ? null : (days.sort().at(-1) ?? null)
}

export const changeCall = (office: Office, actor: Actor, id: string, change: CallChange): Promise<Done<Call>> => {
  const { version, ...call } = change
  return act(office, actor, { action: 'call-changed', subject: '', unitId: call.unitId }, async (rows) => {
    const standing = await findCall(rows.tx, id)
    if (!standing) throw notFound()
    await check(rows, call, standing.phone)
    return rows.change('calls', id, version, call)
  })
}

export const deleteCall = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'call-deleted', subject: '', unitId: null }, async (rows) => {
    const call = await findCall(rows.tx, id)
    if (!call) throw notFound()
    const unit = await findUnit(rows.tx, call.unitId)
    rows.say({ subject: unit?.name ?? '', unitId: call.unitId, congressId: call.congressId })
    await rows.remove('calls', id, version)
  })

/** Demands a unit that is there and a congress of it; tells the act whom the call was with. */
const check = async (rows: ActRows, call: NewCall, standingPhone: string): Promise<void> => {
  const unit = await findUnit(rows.tx, call.unitId)
  if (!unit) throw notFound()
  const faults: FieldFault[] = []
  if (call.congressId !== null) {
    const congress = await findCongress(rows.tx, call.congressId)
    if (congress?.unitId !== unit.id) faults.push({ field: 'congressId', rule: 'not-known' })
  }
  if (isPhoneRefused(call.phone, standingPhone)) faults.push({ field: 'phone', rule: 'not-a-phone' })
  if (faults.length > 0) throw invalid(faults)
  rows.say({ subject: unit.name, congressId: call.congressId })
}
