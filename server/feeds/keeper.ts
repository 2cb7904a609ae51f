import type { Reader } from '../../db/open.ts'
import { findCycle, findLevel } from '../cycles/queries.ts'
import { findPost } from '../people/queries.ts'
import { findUnit } from '../units/queries.ts'
import { findVenue } from '../venues/queries.ts'
import type { FeedKind } from './schema.ts'

/** What a feed is of: its name, the unit that keeps it, and the one cycle to which it belongs (null = all of them). */
export interface FeedTarget {
  name: string
  nameEnglish: string
  unitId: string
  cycleId: string | null
}

/** Undefined where there is no such thing, or no more. */
export const findTarget = async (read: Reader, kind: FeedKind, id: string): Promise<FeedTarget | undefined> => {
  if (kind === 'level') {
    const level = await findLevel(read, id)
    const cycle = level && (await findCycle(read, level.cycleId))
    if (!level || !cycle) return undefined
    return { name: level.name, nameEnglish: level.nameEnglish, unitId: cycle.unitId, cycleId: cycle.id }
  }
  const find = { unit: findUnit, venue: findVenue, leader: findPost }[kind]
  const found: { id: string; name: string; unitId?: string } | undefined = await find(read, id)
  return found && { name: found.name, nameEnglish: '', unitId: found.unitId ?? found.id, cycleId: null }
}
