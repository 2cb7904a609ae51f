import { invalid, refused } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { about, requireItem, requireSession } from '../programme/actions.ts'
import { findProgramme, listItems } from '../programme/queries.ts'
import { heldTime } from '../programme/rules.ts'
import type { Programme } from '../programme/schema.ts'
import type { ActualTimes, Tap } from './schema.ts'

/**
 * An item begins or ends at a clock time of the day. Refused where it lies in the tray, has begun already or has not
 * begun yet: two who tap at once do not write over each other.
 */
export const tapItem = (
  office: Office,
  actor: Actor,
  id: string,
  { step, at, version }: Tap,
): Promise<Done<Programme>> =>
  act(office, actor, about(step === 'begin' ? 'item-begun' : 'item-ended'), async (rows) => {
    const { item, congressId } = await requireItem(rows, id)
    if (item.sessionId === null) throw refused('item-not-placed', 'The item has no session yet.')
    if (step === 'begin') {
      if (item.startedAt !== null) throw refused('item-has-begun', 'The item has begun already.')
      for (const other of await listItems(rows.tx, [item.sessionId])) {
        if (other.startedAt === null || other.endedAt !== null) continue
        await rows.change('items', other.id, other.version, { endedAt: at })
      }
      await rows.change('items', id, version, { startedAt: at })
    } else {
      if (item.startedAt === null) throw refused('item-not-begun', 'The item has not begun yet.')
      if (item.endedAt !== null) throw refused('item-has-ended', 'The item has ended already.')
      await rows.change('items', id, version, { endedAt: at })
    }
    return findProgramme(rows.tx, congressId)
  })

/** Puts right when an item began and ended; both null = as if it had not been. */
export const changeActualTimes = (
  office: Office,
  actor: Actor,
  id: string,
  { startedAt, endedAt, version }: ActualTimes,
): Promise<Done<Programme>> =>
  act(office, actor, about('item-times-changed'), async (rows) => {
    const { item, congressId } = await requireItem(rows, id)
    if (item.sessionId === null) throw refused('item-not-placed', 'The item has no session yet.')
    if (endedAt !== null && startedAt === null) throw invalid([{ field: 'startedAt', rule: 'required' }])
    if (startedAt !== null && endedAt !== null) {
      const { startsAt } = await requireSession(rows, item.sessionId)
      const isBackwards = heldTime(endedAt, startsAt) < heldTime(startedAt, startsAt)
      if (isBackwards) throw invalid([{ field: 'endedAt', rule: 'ends-before-start' }])
    }
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
