import type { Writer } from '../../db/open.ts'
import { listCongresses } from '../congresses/queries.ts'
import { inUse, invalid, notFound } from '../errors.ts'
import { findImportance } from '../seating/queries.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { isAscending } from '../make-up/rules/ages.ts'
import { listCopiesOfLevels } from '../templates/queries.ts'
import { findUnit } from '../units/queries.ts'
import { findCycle, findLevel, listLevels } from './queries.ts'
import type { Cycle, CycleChange, Level, LevelChange, NewCycle, NewLevel } from './schema.ts'

export const createCycle = (office: Office, actor: Actor, cycle: NewCycle): Promise<Done<Cycle>> => {
  const about = { action: 'cycle-created', subject: cycle.name, unitId: cycle.unitId }
  return act(office, actor, about, (rows) => saveNewCycle(rows, cycle))
}

/** Writes a new cycle with its levels, lowest first. */
export const saveNewCycle = async (rows: ActRows, cycle: NewCycle): Promise<Cycle> => {
  const { levels, ...values } = cycle
  await check(rows.tx, values)
  const kept = await rows.create('cycles', { id: newId(), ...values, isExample: false, honourKinds: [] })
  rows.say({ cycleId: kept.id })
  for (const [position, level] of levels.entries()) {
    checkLevel(level)
    await rows.create('levels', { id: newId(), cycleId: kept.id, position, ...level })
  }
  return kept
}

export const changeCycle = (office: Office, actor: Actor, id: string, change: CycleChange): Promise<Done<Cycle>> => {
  const { version, ...cycle } = change
  const about = { action: 'cycle-changed', subject: cycle.name, unitId: cycle.unitId, cycleId: id }
  return act(office, actor, about, async (rows) => {
    if (!(await findCycle(rows.tx, id))) throw notFound()
    await check(rows.tx, cycle)
    return rows.change('cycles', id, version, cycle)
  })
}

/** Deletes a cycle that has no congress left. */
export const deleteCycle = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'cycle-deleted', subject: '', unitId: null, cycleId: id }, async (rows) => {
    const cycle = await requireCycle(rows, id)
    const congresses = await listCongresses(rows.tx, id)
    if (congresses.length > 0) throw inUse(congresses.map(({ title }) => ({ kind: 'congress', name: title })))
    await refuseTemplates(
      rows.tx,
      (await listLevels(rows.tx, id)).map((level) => level.id),
    )
    for (const level of await listLevels(rows.tx, id)) await rows.remove('levels', level.id, level.version)
    const importance = await findImportance(rows.tx, id)
    if (importance) await rows.remove('seatImportances', importance.id, importance.version)
    await rows.remove('cycles', cycle.id, version)
  })

/** Adds a level on top of the others. */
export const createLevel = (office: Office, actor: Actor, cycleId: string, level: NewLevel): Promise<Done<Level>> =>
  act(office, actor, { action: 'level-created', subject: level.name, unitId: null, cycleId }, async (rows) => {
    await requireCycle(rows, cycleId)
    rows.say({ subject: level.name })
    checkLevel(level)
    const position = (await listLevels(rows.tx, cycleId)).length
    return (await rows.create('levels', { id: newId(), cycleId, position, ...level })) as Level
  })

export const changeLevel = (office: Office, actor: Actor, id: string, change: LevelChange): Promise<Done<Level>> => {
  const { version, ...level } = change
  return act(office, actor, { action: 'level-changed', subject: level.name, unitId: null }, async (rows) => {
    const standing = await findLevel(rows.tx, id)
    if (!standing) throw notFound()
    await requireCycle(rows, standing.cycleId)
    rows.say({ subject: level.name })
    checkLevel(level)
    return (await rows.change('levels', id, version, level)) as Level
  })
}

/** Deletes a level without congresses and closes the gap among the others. */
export const deleteLevel = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'level-deleted', subject: '', unitId: null }, async (rows) => {
    const level = await findLevel(rows.tx, id)
    if (!level) throw notFound()
    await requireCycle(rows, level.cycleId)
    rows.say({ subject: level.name })
    const congresses = (await listCongresses(rows.tx, level.cycleId)).filter(({ levelId }) => levelId === id)
    if (congresses.length > 0) throw inUse(congresses.map(({ title }) => ({ kind: 'congress', name: title })))
    await refuseTemplates(rows.tx, [id])
    await rows.remove('levels', id, version)
    for (const [position, other] of (await listLevels(rows.tx, level.cycleId)).entries()) {
      if (other.position !== position) await rows.change('levels', other.id, other.version, { position })
    }
  })

/** Copies of templates that units made for the papers of a level go before it. */
const refuseTemplates = async (tx: Writer, levelIds: readonly string[]): Promise<void> => {
  const copies = await listCopiesOfLevels(tx, levelIds)
  if (copies.length > 0) throw inUse(copies.map(({ title }) => ({ kind: 'template', name: title })))
}

const requireCycle = async (rows: ActRows, id: string): Promise<Cycle> => {
  const cycle = await findCycle(rows.tx, id)
  if (!cycle) throw notFound()
  rows.say({ subject: cycle.name, unitId: cycle.unitId, cycleId: id })
  return cycle
}

const check = async (tx: Writer, cycle: Pick<Cycle, 'unitId' | 'startsOn' | 'endsOn'>): Promise<void> => {
  if (!(await findUnit(tx, cycle.unitId))) throw notFound()
  if (cycle.endsOn < cycle.startsOn) throw invalid([{ field: 'endsOn', rule: 'reversed' }])
}

const checkLevel = ({ windowFrom, windowTo, ageBounds }: NewLevel): void => {
  if (windowFrom !== null && windowTo !== null && windowTo < windowFrom) {
    throw invalid([{ field: 'windowTo', rule: 'reversed' }])
  }
  if (!isAscending(ageBounds)) throw invalid([{ field: 'ageBounds', rule: 'wrong-form' }])
}
