import { mayAt, roleAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { hostsOf } from '../congresses/rules.ts'
import type { Road, UpperCongress } from './schema.ts'

type Parts = Omit<Road, 'today' | 'role' | 'upper'>

/**
 * The part of a road that an account may see: the units of its subtrees with all that is theirs, and of others only
 * what those congresses name (venue, attending post) and the line of units above them, without contacts; of the
 * congresses of this line what the cycle lets be seen.
 */
export const visibleRoad = (whole: Parts, duties: readonly Duty[], today: string): Road | null => {
  const lines = linesOf(whole.units)
  const role = roleAt(duties, lines(whole.cycle.unitId))
  const seen = new Set(whole.units.filter(({ id }) => mayAt(duties, 'viewer', lines(id))).map(({ id }) => id))
  if (seen.size === 0) return null
  if (seen.size === whole.units.length) return { ...whole, today, role, upper: [] }

  const above = new Set([...seen].flatMap((id) => lines(id)))
  const congresses = whole.congresses.filter(({ unitId }) => seen.has(unitId))
  // A road concerns whoever is below the unit that keeps it; those of others say nothing here.
  if (!above.has(whole.cycle.unitId) && congresses.length === 0) return null
  const upper = whole.cycle.isUpperShown
    ? toldOf(
        whole,
        whole.congresses.filter(({ unitId }) => above.has(unitId) && !seen.has(unitId)),
      )
    : []
  const joint = heldWithOthers(whole, seen)
  const venueIds = new Set(congresses.map(({ venueId }) => venueId))
  const postIds = new Set(congresses.flatMap((congress) => congress.postIds))
  const congressIds = new Set(congresses.map(({ id }) => id))
  return {
    ...whole,
    today,
    role,
    units: whole.units.flatMap((unit) => {
      if (seen.has(unit.id)) return [unit]
      return above.has(unit.id) ? [{ ...unit, contactName: '', contactPhone: '', address: '', staffNumber: null }] : []
    }),
    venues: whole.venues.flatMap((venue) => {
      if (seen.has(venue.unitId)) return [venue]
      return venueIds.has(venue.id) ? [{ ...venue, contactName: '', contactPhone: '' }] : []
    }),
    bookings: whole.bookings.flatMap((booking) => {
      if (seen.has(booking.unitId)) return [booking]
      return venueIds.has(booking.venueId) ? [{ ...booking, kind: 'other' as const, bookedBy: '' }] : []
    }),
    posts: whole.posts.flatMap((post) => {
      if (seen.has(post.unitId)) return [post]
      return postIds.has(post.id) ? [{ ...post, phone: '' }] : []
    }),
    leaves: whole.leaves.filter(({ unitId }) => seen.has(unitId)),
    days: whole.days.filter(({ unitId }) => unitId === null || seen.has(unitId) || above.has(unitId)),
    congresses,
    upper: [
      ...upper,
      ...toldOf(
        whole,
        joint.filter(({ id }) => upper.every((each) => each.id !== id)),
      ),
    ],
    acceptances: whole.acceptances.filter(({ congressId }) => congressIds.has(congressId)),
    reasons: whole.reasons.filter(({ congressId }) => congressIds.has(congressId)),
  }
}

/** Congresses of others that a unit seen here holds together with them, each standing at that unit. */
const heldWithOthers = ({ congresses, units }: Parts, seen: ReadonlySet<string>): Parts['congresses'] =>
  congresses
    .filter(({ unitId }) => !seen.has(unitId))
    .flatMap((congress) => {
      const host = hostsOf(congress, units).find((id) => seen.has(id))
      return host === undefined ? [] : [{ ...congress, unitId: host }]
    })

/** Of congresses what those below, or beside them as hosts, may know: field by field, so that a new one stays hidden. */
const toldOf = ({ venues }: Parts, congresses: Parts['congresses']): UpperCongress[] => {
  const venueNames = new Map(venues.map(({ id, name }) => [id, name]))
  return congresses.map((congress) => {
    const { id, levelId, unitId, title, state, dateFrom, dateTo, halfDay, weekOf, isDateInvented, venueId } = congress
    const venueName = venueId === null ? '' : (venueNames.get(venueId) ?? '')
    return { id, levelId, unitId, title, state, dateFrom, dateTo, halfDay, weekOf, isDateInvented, venueName }
  })
}

type Placed = readonly Pick<Parts['units'][number], 'id' | 'parentId'>[]
type LineOf = (id: string) => string[]

/** A list of units is asked for its lines again and again while it is judged. */
const keptLines = new WeakMap<Placed, LineOf>()

/** For each unit the line from it to the top. */
export const linesOf = (units: Placed): LineOf => {
  const kept = keptLines.get(units) ?? createLines(units)
  keptLines.set(units, kept)
  return kept
}

const createLines = (units: Placed): LineOf => {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const known = new Map<string, string[]>()
  const line = (id: string, depth = 0): string[] => {
    const standing = known.get(id)
    if (standing) return standing
    const parent = parents.get(id)
    const found = depth > 50 || parent === undefined || parent === null ? [id] : [id, ...line(parent, depth + 1)]
    known.set(id, found)
    return found
  }
  return (id: string) => line(id)
}
