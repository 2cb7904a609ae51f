import type { Duty } from '../accounts/schema.ts'
import { mayAt, mayEverywhere, maySomewhere } from '../accounts/rules.ts'
import type { Reader } from '../../db/open.ts'
import type { RowChange } from '../../db/tables/history.ts'
import { lineOfUnit } from '../units/queries.ts'
import { placesToUndo } from './actions.ts'
import { findAct, listChanges } from './queries.ts'
import { fieldsChanged, roleToUndo } from './rules.ts'
import type { ActLine } from './schema.ts'

/** Acts that touched more rows are told by their name alone. */
const mostRows = 24

type BareLine = Omit<ActLine, 'changed' | 'mayUndo'>

/** The lines with what each act changed and whether these duties may undo it. */
export const tellActs = async (read: Reader, duties: readonly Duty[], lines: BareLine[]): Promise<ActLine[]> => {
  const few = lines.filter(({ changeCount }) => changeCount > 0 && changeCount <= mostRows)
  const changesOf = await listChanges(
    read,
    few.map(({ id }) => id),
  )
  const told: ActLine[] = []
  for (const line of lines) {
    const changes = changesOf.get(line.id)
    told.push({ ...line, changed: fieldsChanged(changes ?? []), mayUndo: await mayUndo(read, duties, line, changes) })
  }
  return told
}

/** By the rule by which the undoing itself is allowed. */
const mayUndo = async (
  read: Reader,
  duties: readonly Duty[],
  line: BareLine,
  known: RowChange[] | undefined,
): Promise<boolean> => {
  if (line.changeCount === 0 || !maySomewhere(duties, 'secretariat')) return false
  if (mayEverywhere(duties, 'administrator')) return true
  const changes = known ?? (await findAct(read, line.id))?.changes ?? []
  const role = roleToUndo(changes)
  if (mayEverywhere(duties, role)) return true
  for (const unit of await placesToUndo(read, { ...line, changes })) {
    if (!mayAt(duties, role, unit === null ? null : await lineOfUnit(read, unit))) return false
  }
  return true
}
