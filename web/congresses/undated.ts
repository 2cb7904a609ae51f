import type { Congress } from '../../server/congresses/schema.ts'
import type { LoadedRoad } from '../road/road-source.ts'

/** The postponed congresses without a date that the account may date anew. */
export const undatedOf = ({ road, may }: LoadedRoad): Congress[] =>
  road.congresses.filter(
    ({ state, dateFrom, unitId }) => state === 'postponed' && dateFrom === null && may('organizer', unitId),
  )
