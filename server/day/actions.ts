import { invalid, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { about, requireItem, requireSession } from '../programme/actions.ts'
import { findProgramme, listItems, type ItemRow } from '../programme/queries.ts'
import { sessionClockOf } from '../programme/rules.ts'
import type { Programme } from '../programme/schema.ts'
import { momentOf } from './rules.ts'
import { faultOfTimes, minuteOfTap } from './rules/actual-times.ts'
import type { ActualTimes, Tap } from './schema.ts'

/**
 * An item begins or ends at a clock time of the day. Refused where it lies in the tray, has begun already, has not
 * begun yet or lies before what was tapped already: two who tap at once do not write over each other.
 */
export const tapItem = (
  office: Office,
  actor: Actor,
  id: string,
  { step, at, version }: Tap,
): Promise<Done<Programme>> =>
  act(office, actor, about(step === 'begin' ? 'item-begun' : 'item-ended'), async (rows) => {
    const { item, congressId } = await requireItem(rows, id)
    const session = await requireTapped(rows, item)
    if (step === 'begin' && item.startedAt !== null) throw refused('item-has-begun', 'The item has begun already.')
    if (step === 'end' && item.startedAt === null) throw refused('item-not-begun', 'The item has not begun yet.')
    if (step === 'end' && item.endedAt !== null) throw refused('item-has-ended', 'The item has ended already.')
    const minute = minuteOfTap(session, at)
    if (minute === null) throw refused('tapped-before-others', 'A later time was tapped already.')
    const clock = sessionClockOf(minute)
    if (step === 'begin') {
      for (const other of session.items) {
        if (other.startedAt === null || other.endedAt !== null) continue
        await rows.change('items', other.id, other.version, { endedAt: clock })
      }
    }
    await rows.change('items', id, version, step === 'begin' ? { startedAt: clock } : { endedAt: clock })
    return findProgramme(rows.tx, congressId)
  })

/**
 * Puts right when an item began and ended; both null = as if it had not been. Refused where it contradicts the other
 * times of its session or, on its day, the clock.
 */
export const changeActualTimes = (
  office: Office,
  actor: Actor,
  id: string,
  { startedAt, endedAt, version }: ActualTimes,
): Promise<Done<Programme>> =>
  act(office, actor, about('item-times-changed'), async (rows) => {
    const { item, congressId } = await requireItem(rows, id)
    const session = await requireTapped(rows, item)
    const moment = momentOf(session.date, office.now(), office.settings.timeZone)
    const now = moment.isItsDay ? Math.floor(moment.seconds / 60) : null
    const fault = faultOfTimes(session, id, { startedAt, endedAt }, now)
    if (fault) throw invalid([fault])
    await rows.change('items', id, version, { startedAt, endedAt })
    return findProgramme(rows.tx, congressId)
  })

/** Forgets every time that was tapped in a session, as after it was run through. */
export const clearActualTimes = (office: Office, actor: Actor, sessionId: string): Promise<Done<Programme>> =>
  act(office, actor, about('times-cleared'), async (rows) => {
    const { congressId } = await requireSession(rows, sessionId)
    for (const { id, startedAt, endedAt, version } of await listItems(rows.tx, [sessionId])) {
      if (startedAt === null && endedAt === null) continue
      await rows.change('items', id, version, { startedAt: null, endedAt: null })
    }
    return findProgramme(rows.tx, congressId)
  })

/** The session of an item with all its items; refused where the item lies in the tray. */
const requireTapped = async (rows: ActRows, { sessionId }: Pick<ItemRow, 'sessionId'>) => {
  if (sessionId === null) throw refused('item-not-placed', 'The item has no session yet.')
  return { ...(await requireSession(rows, sessionId)), items: await listItems(rows.tx, [sessionId]) }
}
