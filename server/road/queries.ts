import type { Reader } from '../../db/open.ts'
import { listBookings } from '../bookings/queries.ts'
import { listCalendarDays } from '../calendar/queries.ts'
import { listAcceptances, listCongresses, listStandingReasons } from '../congresses/queries.ts'
import { findCycle, listLevels } from '../cycles/queries.ts'
import { listLeaves } from '../leaders/queries.ts'
import { listPosts } from '../people/queries.ts'
import { listUnits } from '../units/queries.ts'
import { listVenues } from '../venues/queries.ts'

/** Everything of a cycle; undefined when there is no such cycle. */
export const findWholeRoad = async (read: Reader, cycleId: string) => {
  const cycle = await findCycle(read, cycleId)
  if (!cycle) return undefined
  const congresses = await listCongresses(read, cycleId)
  return {
    cycle,
    levels: await listLevels(read, cycleId),
    units: await listUnits(read),
    venues: await listVenues(read),
    bookings: await listBookings(read, { from: cycle.startsOn, to: cycle.endsOn }),
    posts: await listPosts(read),
    leaves: await listLeaves(read),
    days: await listCalendarDays(read),
    congresses,
    acceptances: await listAcceptances(
      read,
      congresses.map(({ id }) => id),
    ),
    reasons: await listStandingReasons(read, cycleId),
  }
}

export type WholeRoad = NonNullable<Awaited<ReturnType<typeof findWholeRoad>>>
