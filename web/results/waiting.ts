import type { Congress } from '../../server/congresses/schema.ts'
import type { LoadedRoad } from '../road/road-source.ts'

const open = new Set(['planned', 'approved', 'preparing', 'postponed'])

/** Not held yet though their day is over, those that wait longest first; only what the account may close. */
export const waitingForResults = ({ road, may }: Pick<LoadedRoad, 'road' | 'may'>): Congress[] =>
  road.congresses
    .filter(
      ({ state, dateTo, unitId }) =>
        open.has(state) && dateTo !== null && dateTo <= road.today && may('organizer', unitId),
    )
    .sort((one, other) => (one.dateTo ?? '').localeCompare(other.dateTo ?? '') || (one.id < other.id ? -1 : 1))
