import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Duty } from '../accounts/schema.ts'
import { notFound } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { seenRoad } from './forms-of-cycle.ts'
import { findRefusal, listRefusalsOf } from './queries.ts'
import { isSettledBy } from './rules.ts'
import type { FormKindId, Refusal, ReturnedFile } from './schema.ts'

/** What of a cycle was not taken and is still to be asked for, of the units that the account sees; newest first. */
export const listRefusals = async (read: Reader, duties: readonly Duty[], cycleId: string): Promise<Refusal[]> => {
  const { facts, mine } = await seenRoad(read, duties, cycleId)
  const sees = (unitId: string) => mine?.has(unitId) !== false
  const units = new Map(facts.units.map((unit) => [unit.id, unit]))
  return (await listRefusalsOf(read, cycleId))
    .filter(({ unitId }) => sees(unitId))
    .map((row) => {
      const { cycleId: _cycleId, unitId, isOfUnit, unitText, ...shown } = row
      const unit = isOfUnit ? units.get(unitId) : undefined
      const upper = unit?.parentId && sees(unit.parentId) ? units.get(unit.parentId) : undefined
      return {
        ...shown,
        unitId: unit?.id ?? null,
        unitName: unit?.name ?? unitText,
        upperName: upper?.name ?? '',
        contactName: unit?.contactName ?? '',
        contactPhone: unit?.contactPhone ?? '',
      }
    })
}

interface Keeping {
  cycleId: string
  /** Under which files are kept that nobody can tell the unit of. */
  ownUnitId: string
  accountName: string
  at: string
}

/** Keeps files that were not taken; the newest of what is the same stands for the older ones. Answers with their units. */
export const keepRefusals = async (
  rows: ActRows,
  files: readonly ReturnedFile[],
  { ownUnitId, ...shared }: Keeping,
): Promise<string[]> => {
  const kept = files.map(({ name, unitId, unitName, kind, congressId, verdict, details, cells }) => ({
    id: newId(),
    ...shared,
    unitId: unitId ?? ownUnitId,
    isOfUnit: unitId !== null,
    unitText: unitName,
    kind,
    congressId,
    fileName: name,
    verdict,
    details,
    cells: cells.filter(({ state }) => state === 'error'),
  }))
  const keys = new Set(kept.map(keyOf))
  for (const standing of await listRefusalsOf(rows.tx, shared.cycleId)) {
    if (keys.has(keyOf(standing))) await rows.remove('refusals', standing.id, standing.version)
  }
  await rows.createMany('refusals', kept)
  return kept.map(({ unitId }) => unitId)
}

/** Two files of one unit about the same are one matter; those of nobody are told apart by their names. */
const keyOf = ({ isOfUnit, unitId, kind, congressId, fileName }: Omit<Row<'refusals'>, 'version'>): string =>
  JSON.stringify(isOfUnit ? [unitId, kind, congressId] : [unitId, fileName])

/** What is answered by now is no longer asked for. */
export const settleRefusals = async (
  rows: ActRows,
  cycleId: string,
  answers: readonly { unitId: string; kind: FormKindId; congressId: string }[],
): Promise<void> => {
  for (const refusal of await listRefusalsOf(rows.tx, cycleId)) {
    const asked = { ...refusal, unitId: refusal.isOfUnit ? refusal.unitId : null }
    if (answers.some((answer) => isSettledBy(asked, answer))) {
      await rows.remove('refusals', refusal.id, refusal.version)
    }
  }
}

/** A person says that nothing more is to be asked. */
export const dismissRefusal = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'refusal-dismissed', subject: '', unitId: null }, async (rows) => {
    const refusal = await findRefusal(rows.tx, id)
    if (!refusal) throw notFound()
    const { unitId, cycleId, isOfUnit, unitText, fileName } = refusal
    rows.say({ subject: isOfUnit ? unitText : fileName, unitId, cycleId })
    await rows.remove('refusals', id, version)
  })
