import type { Reader } from '../../db/open.ts'
import { keepRows, reverse, StaleRow, type Row, type RowKeeper } from '../../db/rows.ts'
import { findBooking, findOverlap } from '../bookings/queries.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import { cannotUndo, notFound, refused, stale } from '../errors.ts'
import { findPaperById, findSeries, listNumbered } from '../papers/queries.ts'
import { faultInSeries } from '../papers/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { refuseBelowApproved } from '../quotas/approved.ts'
import { refuseClosed } from '../unit-lists/closed.ts'
import { subtreeOfUnits } from '../units/queries.ts'
import { findAct, markUndone, raiseStamp, saveAct, saveChangeTimes } from './queries.ts'
import { isForCorrection, isOfForms, isOfSendingUnit, placesOfChanges } from './rules.ts'

/** What an act is about; `say` fills in what is known only once the rows were read. */
export interface About {
  /** Name of the action: `congress-moved`; worded by the browser. */
  action: string
  /** What it was done to, as a person would call it. */
  subject: string
  unitId: string | null
  cycleId?: string | null
  congressId?: string | null
  reason?: string
}

export interface ActRows extends RowKeeper {
  readonly actId: string
  say(about: Partial<About>): void
}

export interface Done<T> {
  actId: string
  result: T
}

/**
 * Does one thing in one transaction: the rows, the audit line with what they were before, and after the commit the
 * announcement to the other browsers. A stale row is answered 409 with how it stands now.
 */
export const act = async <T>(
  office: Office,
  actor: Actor,
  first: About,
  work: (rows: ActRows) => Promise<T>,
  links: { undoesActId?: string } = {},
): Promise<Done<T>> => {
  const about: About = { ...first }
  const actId = newId()
  const { result, tables } = await office.db
    .write(async (tx) => {
      const rows: ActRows = { ...keepRows(tx), actId, say: (more) => Object.assign(about, more) }
      const outcome = await work(rows)
      await saveAct(tx, {
        id: actId,
        at: office.now().toISOString(),
        accountId: actor.id,
        accountName: actor.name,
        action: about.action,
        subject: about.subject,
        unitId: about.unitId,
        cycleId: about.cycleId ?? null,
        congressId: about.congressId ?? null,
        reason: about.reason ?? '',
        changeCount: rows.changes.length,
        changes: rows.changes,
        undoesActId: links.undoesActId ?? null,
        undoneByActId: null,
      })
      await raiseStamp(tx)
      await saveChangeTimes(tx, idsForCalendars(rows.changes), office.now().toISOString())
      return { result: outcome, tables: [...new Set(rows.changes.map((change) => change.table))] }
    })
    .catch((error: unknown) => {
      throw error instanceof StaleRow ? stale(error.current) : error
    })
  await office.db.announce({
    tables,
    unitId: about.unitId,
    cycleId: about.cycleId ?? null,
    congressId: about.congressId ?? null,
    accountName: actor.name,
  })
  return { actId, result }
}

/** Records that calendars outside hold copies of. */
const idsForCalendars = (changes: ActRows['changes']): string[] => [
  ...new Set(changes.filter(({ table }) => table === 'congresses' || table === 'leaves').map(({ id }) => id)),
]

/** Puts back what an act changed. The undoing is an act itself, so it can be undone too. 409 when anything moved on. */
export const undoAct = async (office: Office, actor: Actor, actId: string): Promise<Done<null>> => {
  const undone = await findAct(office.db.read, actId)
  if (!undone) throw notFound()
  if (isForCorrection(undone.action)) throw correctedInstead(undone.action)
  if (undone.undoneByActId !== null || undone.changeCount === 0) throw cannotUndo()
  const { unitId, cycleId, congressId, subject } = undone
  const about = { action: `undo:${undone.action.replace(/^undo:/, '')}`, subject, unitId, cycleId, congressId }
  return act(
    office,
    actor,
    about,
    async (rows) => {
      for (const list of listsOf(undone)) await refuseClosed(rows.tx, list)
      try {
        await reverse(rows, undone.changes)
        await refuseOverlaps(rows, undone.changes)
        await refuseNumbers(rows, undone.changes)
        if (congressId !== null) await refuseBelowApproved(rows, congressId)
      } catch (error) {
        throw error instanceof StaleRow || isConstraintFault(error) ? cannotUndo() : error
      }
      await markUndone(rows.tx, actId, rows.actId)
      // Undoing an undo brings the first act back to force.
      if (undone.undoesActId !== null) await markUndone(rows.tx, undone.undoesActId, null)
      return null
    },
    { undoesActId: actId },
  )
}

/** Lists that must still be open: of a unit's own act its list, of returned forms those that they wrote into. */
const listsOf = ({ action, congressId, unitId, changes }: Row<'acts'>) => {
  if (isOfSendingUnit(action)) return [{ congressId, unitId }]
  if (!isOfForms(action)) return []
  return changes.flatMap(({ table, before, after }) => {
    const { congressId: of, sendingUnitId } = (table === 'delegates' && (after ?? before)) || {}
    return typeof of === 'string' && typeof sendingUnitId === 'string'
      ? [{ congressId: of, unitId: sendingUnitId }]
      : []
  })
}

/** What others have seen is put right by a correction, of a list by its return. */
const correctedInstead = (action: string) =>
  action.includes('unit-list')
    ? refused('unit-list-not-undone', 'A list that was sent is returned, not undone.')
    : refused('correction-instead', 'A release is corrected, not undone.')

/** A booking does not come back to a venue that another has taken since. */
const refuseOverlaps = async ({ tx }: ActRows, changes: ActRows['changes']): Promise<void> => {
  for (const { table, id } of changes) {
    const booking = table === 'bookings' ? await findBooking(tx, id) : undefined
    if (booking && (await findOverlap(tx, booking))) throw cannotUndo()
  }
}

/** A paper does not get a number back that no longer fits between those given since. */
const refuseNumbers = async ({ tx }: ActRows, changes: ActRows['changes']): Promise<void> => {
  for (const { table, id } of changes) {
    const paper = table === 'papers' ? await findPaperById(tx, id) : undefined
    const series = paper?.seriesId ? await findSeries(tx, paper.seriesId) : undefined
    if (paper && series && faultInSeries(series, await listNumbered(tx, series.id), paper)) throw cannotUndo()
  }
}

/** The unit that the act is listed under, those that its rows stood at, and that at which its congress stands now. */
export const placesToUndo = async (
  read: Reader,
  act: Pick<Row<'acts'>, 'action' | 'congressId' | 'cycleId' | 'unitId' | 'changes'>,
): Promise<(string | null)[]> => {
  const { congressId, cycleId, unitId, changes } = act
  const isOfUnitAlone = congressId === null || isOfSendingUnit(act.action)
  const congress = isOfUnitAlone ? undefined : await findCongress(read, congressId)
  const isOfCycle = changes.some(({ table }) => table === 'levels')
  const cycle = isOfCycle && cycleId !== null ? await findCycle(read, cycleId) : undefined
  const now = [congress, cycle].flatMap((record) => (record ? [record.unitId] : []))
  // An import touches hundreds of units: those under the act's own need no look of their own.
  const under = unitId === null ? null : await subtreeOfUnits(read, [unitId])
  const others = [...now, ...placesOfChanges(changes)].filter((unit) => unit === null || under?.has(unit) === false)
  return [unitId, ...others]
}

/** The row that a restored one points at is gone, another one points at what would go, or took its number since. */
const isConstraintFault = (error: unknown): boolean => {
  const fault = (error instanceof Error && error.cause !== undefined ? error.cause : error) as { code?: unknown }
  return typeof fault.code === 'string' && constraintFaults.has(fault.code)
}

const constraintFaults = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23503', '23505'])
