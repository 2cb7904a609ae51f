import type { Reader } from '../../db/open.ts'
import { congressScopeOf } from '../exchange/import-congresses.ts'
import type { Office } from '../office.ts'
import { roadPart } from '../road/actions.ts'
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

/** What of each kind is looked for in a file. */
export const knownForms = ({ open }: FormsOfCycle) =>
  new Map([...open].map(([id, { fields }]) => [id, { title: formKinds[id].title, fields }]))
