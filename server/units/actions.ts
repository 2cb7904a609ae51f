import type { Writer } from '../../db/open.ts'
import { listCallsWithUnit } from '../calls/queries.ts'
import { inUse, invalid, notFound, refused, type FieldFault } from '../errors.ts'
import { isPhoneRefused } from '../format/phones.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type Done } from '../history/actions.ts'
import { findLogo } from '../logos/queries.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit, lineOfUnit, listUsesOfUnit } from './queries.ts'
import type { NewUnit, Unit, UnitChange } from './schema.ts'

export const createUnit = (office: Office, actor: Actor, unit: NewUnit): Promise<Done<Unit>> =>
  act(office, actor, { action: 'unit-created', subject: unit.name, unitId: unit.parentId }, async (rows) => {
    await check(rows.tx, unit, null)
    const created = await rows.create('units', { id: newId(), ...unit, folded: foldForSearch(unit.name) })
    rows.say({ unitId: created.id })
    return created
  })

export const changeUnit = (office: Office, actor: Actor, id: string, change: UnitChange): Promise<Done<Unit>> => {
  const { version, ...unit } = change
  return act(office, actor, { action: 'unit-changed', subject: unit.name, unitId: id }, async (rows) => {
    const standing = await findUnit(rows.tx, id)
    if (!standing) throw notFound()
    await check(rows.tx, unit, standing)
    if (unit.parentId !== null && (await lineOfUnit(rows.tx, unit.parentId)).includes(id)) {
      throw refused('unit-under-itself', 'A unit cannot stand under itself.')
    }
    return rows.change('units', id, version, { ...unit, folded: foldForSearch(unit.name) })
  })
}

/** Deletes a unit that nothing points at, with the notes of calls with it. */
export const deleteUnit = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'unit-deleted', subject: '', unitId: null }, async (rows) => {
    const unit = await findUnit(rows.tx, id)
    if (!unit) throw notFound()
    const uses = await listUsesOfUnit(rows.tx, id)
    if (uses.length > 0) throw inUse(uses)
    for (const call of await listCallsWithUnit(rows.tx, id)) await rows.remove('calls', call.id, call.version)
    const logo = await findLogo(rows.tx, id)
    if (logo) await rows.remove('logos', logo.id, logo.version)
    // Seen from its parent: the unit itself is gone.
    rows.say({ subject: unit.name, unitId: unit.parentId })
    await rows.remove('units', id, version)
  })

const check = async (tx: Writer, unit: NewUnit, standing: Pick<Unit, 'contactPhone'> | null): Promise<void> => {
  if (unit.parentId !== null && !(await findUnit(tx, unit.parentId))) throw notFound()
  const spans = [
    ['validFrom', unit.validFrom, unit.validTo],
    ['windowFrom', unit.windowFrom, unit.windowTo],
  ] as const
  const faults: FieldFault[] = spans.flatMap(([field, from, to]) =>
    from !== null && to !== null && to < from ? [{ field, rule: 'reversed' }] : [],
  )
  if (isPhoneRefused(unit.contactPhone, standing?.contactPhone ?? '')) {
    faults.push({ field: 'contactPhone', rule: 'not-a-phone' })
  }
  if (faults.length > 0) throw invalid(faults)
}
