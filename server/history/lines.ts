import type { Duty } from '../accounts/schema.ts'
import { mayAt, mayEverywhere, maySeeSensitiveAt, maySomewhere } from '../accounts/rules.ts'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { RowChange } from '../../db/tables/history.ts'
import { listCongressesById } from '../congresses/queries.ts'
import { listCycles } from '../cycles/queries.ts'
import { englishOfProposed } from '../documents/rules/names.ts'
import type { Language } from '../format/dates.ts'
import { lineOfUnit, listUnits } from '../units/queries.ts'
import { placesToUndo } from './actions.ts'
import { findAct, listChanges } from './queries.ts'
import { fieldsChanged, isForCorrection, isSensitiveAct, roleToUndo } from './rules.ts'
import type { ActLine } from './schema.ts'

/** Acts that touched more rows are told by their name alone. */
const mostRows = 24

type BareLine = Omit<ActLine, 'changed' | 'mayUndo'>

/** The lines with what each act changed and whether these duties may undo it. */
export const tellActs = async (
  read: Reader,
  duties: readonly Duty[],
  lines: BareLine[],
  language: Language,
): Promise<ActLine[]> => {
  const few = lines.filter(({ changeCount }) => changeCount > 0 && changeCount <= mostRows)
  const changesOf = await listChanges(
    read,
    few.map(({ id }) => id),
  )
  const subjectOf = language === 'en' ? await englishSubjects(read, lines, changesOf) : null
  const told: ActLine[] = []
  for (const line of lines) {
    const changes = changesOf.get(line.id)
    const subject = subjectOf?.(line) ?? line.subject
    told.push({
      ...line,
      subject,
      changed: fieldsChanged(changes ?? []),
      mayUndo: await mayUndo(read, duties, line, changes),
    })
  }
  return told
}

/** «Giấy mời - Đại hội …»: where the title of a congress may begin after what was done for it, which may have dashes too. */
const dashes = / [–-] /gu

type Titled = Pick<Row<'congresses'>, 'unitId' | 'cycleId' | 'form' | 'ordinal'>

/** The English of titles that were proposed, also of congresses that are deleted; null for what people wrote. */
const englishSubjects = async (
  read: Reader,
  lines: readonly BareLine[],
  changesOf: ReadonlyMap<string, readonly RowChange[]>,
): Promise<(line: BareLine) => string | null> => {
  const ids = new Set(lines.flatMap(({ congressId }) => congressId ?? []))
  const congresses = new Map<string, Titled>(
    [...changesOf.values()].flat().flatMap(({ table, id, before, after }) => {
      const row = table === 'congresses' && ids.has(id) ? (after ?? before) : null
      return row ? [[id, row as Titled] as const] : []
    }),
  )
  for (const congress of await listCongressesById(read, [...ids])) congresses.set(congress.id, congress)
  const units = new Map((ids.size === 0 ? [] : await listUnits(read)).map((unit) => [unit.id, unit]))
  const cycles = new Map((await listCycles(read)).map((cycle) => [cycle.id, cycle]))
  return ({ congressId, subject }) => {
    const congress = congresses.get(congressId ?? '')
    const unit = units.get(congress?.unitId ?? '')
    const cycle = cycles.get(congress?.cycleId ?? '')
    if (!congress || !unit || !cycle) return null
    const english = (title: string) => englishOfProposed({ ...congress, title }, unit, cycle)
    const starts = [0, ...[...subject.matchAll(dashes)].map(({ index, 0: dash }) => index + dash.length)]
    for (const start of starts) {
      const named = english(subject.slice(start))
      if (named !== null) return subject.slice(0, start) + named
    }
    return null
  }
}

/** By the rule by which the undoing itself is allowed. */
const mayUndo = async (
  read: Reader,
  duties: readonly Duty[],
  line: BareLine,
  known: RowChange[] | undefined,
): Promise<boolean> => {
  if (line.changeCount === 0 || isForCorrection(line.action) || !maySomewhere(duties, 'secretariat')) return false
  const mayKnowAll = maySeeSensitiveAt(duties, null)
  if (mayKnowAll && mayEverywhere(duties, 'administrator')) return true
  const changes = known ?? (await findAct(read, line.id))?.changes ?? []
  const role = roleToUndo(changes)
  const isSensitive = !mayKnowAll && isSensitiveAct(changes)
  if (!isSensitive && mayEverywhere(duties, role)) return true
  for (const unit of await placesToUndo(read, { ...line, changes })) {
    const place = unit === null ? null : await lineOfUnit(read, unit)
    if (!mayAt(duties, role, place) || (isSensitive && !maySeeSensitiveAt(duties, place))) return false
  }
  return true
}
