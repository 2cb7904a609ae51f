import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { conflictsOfMove, createRoadIndex } from '../conflicts/rules.ts'
import type { Congress } from '../congresses/schema.ts'
import { notFound, refused } from '../errors.ts'
import { todayIn } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { findWholeRoad, type WholeRoad } from './queries.ts'

export type RoadFacts = WholeRoad

/** The facts of a cycle that the rules judge by. */
export const roadPart = async (read: Reader, cycleId: string): Promise<RoadFacts> => {
  const facts = await findWholeRoad(read, cycleId)
  if (!facts) throw notFound()
  return facts
}

/** Today in the installation's time zone, or the day on which the cycle stands. */
export const todayOf = (office: Office, standsOn: string | null): string =>
  standsOn ?? todayIn(office.settings.timeZone, office.now())

/**
 * The instant that counts as now for a cycle: of the example, whose road stands in June 2020, this time of day on the day
 * on which it stands. What is dated beside the road carries it (forms, answers, calls), so that a form is not sent six
 * years after its deadline; the history keeps the clock's own time, for it tells what was really done when.
 */
export const momentOf = (office: Office, standsOn: string | null): string => {
  const now = office.now()
  if (standsOn === null) return now.toISOString()
  const away = Date.parse(standsOn) - Date.parse(todayOf(office, null))
  return new Date(now.getTime() + away).toISOString()
}

/** Refuses what cannot be: 409 `impossible` with the conflicts. Warnings never stop anybody. */
export const refuseImpossible = (
  office: Office,
  facts: RoadFacts,
  wanted: Omit<Row<'congresses'>, 'version'>,
): void => {
  const congress: Congress = { ...wanted, version: 1 }
  const congresses = [...facts.congresses.filter(({ id }) => id !== wanted.id), congress]
  const index = createRoadIndex({ ...facts, congresses, today: todayOf(office, facts.cycle.standsOn) })
  const { dateFrom, dateTo, halfDay } = wanted
  const impossible = conflictsOfMove(index, wanted.id, { dateFrom, dateTo, halfDay }).filter(
    (conflict) => conflict.severity === 'impossible' && conflict.congressId === wanted.id,
  )
  if (impossible.length > 0) {
    throw refused('impossible', 'The congress cannot be held then.', { conflicts: impossible })
  }
}
