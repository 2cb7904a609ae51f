import { addDays } from '../../server/format/dates.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { LoadedRoad } from '../road/road-source.ts'

const open = new Set(['planned', 'approved', 'preparing', 'postponed'])

type Reachable = Pick<LoadedRoad, 'road' | 'may'>

/**
 * Not held yet though their day, or the week in which they were meant to be, is over; those that wait longest first;
 * only what the account may close.
 */
export const waitingForResults = ({ road, may }: Reachable): Congress[] =>
  inOrder(
    road.congresses.filter(
      (congress) => open.has(congress.state) && isOver(congress, road.today) && may('organizer', congress.unitId),
    ),
  )

/** Held, and no number told yet; only what the account may correct. */
export const waitingForFigures = ({ road, may }: Reachable, withoutFigures: readonly string[]): Congress[] => {
  const ids = new Set(withoutFigures)
  return inOrder(road.congresses.filter(({ id, unitId }) => ids.has(id) && may('organizer', unitId)))
}

/** Ends today or ended before; a week is over with its Sunday. */
const isOver = ({ dateTo, weekOf }: Congress, today: string): boolean =>
  dateTo === null ? weekOf !== null && addDays(weekOf, 6) < today : dateTo <= today

const inOrder = (congresses: Congress[]): Congress[] => {
  const dayOf = ({ dateTo, weekOf }: Congress) => dateTo ?? weekOf ?? ''
  return congresses.sort((one, other) => dayOf(one).localeCompare(dayOf(other)) || (one.id < other.id ? -1 : 1))
}
