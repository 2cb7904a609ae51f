import type { Reader } from '../../db/open.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { notFound } from '../errors.ts'
import { congressScopeOf } from '../exchange/import-congresses.ts'
import type { Office } from '../office.ts'
import { roadPart, type RoadFacts } from '../road/actions.ts'
import { linesOf } from '../road/rules.ts'
import { formKinds, type FormRoad, type OpenForm } from './form.ts'
import { formKindIds, type FormKindId } from './schema.ts'

/** Every kind of form over the facts of one cycle. */
export interface FormsOfCycle {
  road: FormRoad
  open: ReadonlyMap<FormKindId, OpenForm>
}

/** `rootIds` = the units that whoever reads the forms organizes; null = all. */
export const openForms = async (
  office: Office,
  read: Reader,
  cycleId: string,
  rootIds: readonly string[] | null,
): Promise<FormsOfCycle> => {
  const facts = await roadPart(read, cycleId)
  const road = { facts, scope: congressScopeOf(facts, rootIds) }
  const open = new Map<FormKindId, OpenForm>()
  for (const id of formKindIds) open.set(id, await formKinds[id].open(office, read, road))
  return { road, open }
}

/** The facts of a cycle for whoever has these duties, and the units that they see (null = all). */
export const seenRoad = async (
  read: Reader,
  duties: readonly Duty[],
  cycleId: string,
): Promise<{ facts: RoadFacts; mine: ReadonlySet<string> | null }> => {
  const facts = await roadPart(read, cycleId)
  const mine = await placesOfDuties(read, duties, 'viewer')
  // A road concerns everybody below the unit that keeps it.
  const lineOf = linesOf(facts.units)
  if (mine !== null && ![...mine].some((id) => lineOf(id).includes(facts.cycle.unitId))) throw notFound()
  return { facts, mine }
}

/** What of each kind is looked for in a file. */
export const knownForms = ({ open }: FormsOfCycle) =>
  new Map(
    [...open].map(([id, { fields }]) => [id, { title: formKinds[id].title, isTable: formKinds[id].isTable, fields }]),
  )
