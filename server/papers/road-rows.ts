import type { Reader } from '../../db/open.ts'
import type { Congress } from '../congresses/schema.ts'
import type { ListRow } from '../documents/list-rows.ts'
import type { CongressFacts } from '../documents/facts.ts'
import { roadOrder } from '../documents/kinds/road-table.ts'
import { stateWords } from '../exchange/fields.ts'
import { formatShortDate } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { listPosts } from '../people/queries.ts'
import { gatherResults } from '../results/gather.ts'
import { listVenues } from '../venues/queries.ts'

/**
 * The congresses of the road that the unit of a congress and those below it hold: whoever may see that congress may see
 * these. In the order of the road, the highest level first.
 */
const gatherBelow = async (read: Reader, { congress: { cycleId, unitId } }: CongressFacts) => {
  const facts = await gatherResults(read, cycleId, [{ role: 'viewer', unitId }])
  const units = new Map(facts.units.map((unit) => [unit.id, unit]))
  // Those that another unit holds together with one below are that one's to tell.
  const own = facts.congresses.filter((congress) => units.has(congress.unitId))
  const levels = [...facts.levels].sort((a, b) => b.position - a.position)
  const congresses = levels.flatMap(({ id }) =>
    roadOrder(
      own.filter(({ levelId }) => levelId === id),
      (unit) => units.get(unit),
    ),
  )
  const levelNames = new Map(levels.map(({ id, name }) => [id, name]))
  return {
    ...facts,
    congresses,
    common: (congress: Congress) => ({
      unit: units.get(congress.unitId)?.name ?? '',
      level: levelNames.get(congress.levelId) ?? '',
      title: congress.title,
      state: states.get(congress.state) ?? '',
      day: dayOf(congress.dateFrom),
      lastDay: congress.dateTo === congress.dateFrom ? '' : dayOf(congress.dateTo),
    }),
  }
}

const states = new Map<string, string>(stateWords.map(([state, [word = '']]) => [state, word]))
const halves = { morning: 'Sáng', afternoon: 'Chiều', day: 'Cả ngày' } as const

const dayOf = (date: string | null | undefined): string => (date ? formatShortDate(date, 'vi') : '')
const count = (number: number | null | undefined): string => (number == null ? '' : formatNumber(number, 'vi'))

/** The list `road`: what is to be held, and what was. */
export const rowsOfRoad = async (read: Reader, facts: CongressFacts): Promise<ListRow[]> => {
  const { congresses, common } = await gatherBelow(read, facts)
  const venues = new Map((await listVenues(read)).map(({ id, name }) => [id, name]))
  const posts = new Map((await listPosts(read)).map(({ id, name }) => [id, name]))
  return congresses.map((congress) => ({
    id: congress.id,
    values: {
      ...common(congress),
      meetingForm: congress.form,
      halfDay: congress.dateFrom === null ? '' : halves[congress.halfDay],
      week: congress.dateFrom === null ? dayOf(congress.weekOf) : '',
      place: venues.get(congress.venueId ?? '') ?? '',
      plannedDelegates: count(congress.expectedDelegates),
      plannedGuests: count(congress.expectedGuests),
      leaders: congress.postIds.flatMap((id) => posts.get(id) ?? []).join('; '),
      pilot: congress.isPilot ? 'x' : '',
      note: congress.note,
    },
  }))
}

/** The list `results`: congresses that were held, with what they reported. */
export const rowsOfResults = async (read: Reader, facts: CongressFacts): Promise<ListRow[]> => {
  const { congresses, common, results } = await gatherBelow(read, facts)
  const byCongress = new Map(results.map((result) => [result.congressId, result]))
  const isHeld = ({ id, state }: Congress) => state === 'held' || state === 'reported' || byCongress.has(id)
  return congresses.filter(isHeld).map((congress) => {
    const result = byCongress.get(congress.id)
    const honoured = (party: 'collectives' | 'individuals') =>
      count(result && result.honours.reduce((sum, each) => sum + each[party], 0))
    return {
      id: congress.id,
      values: {
        ...common(congress),
        presentDelegates: count(result?.presentDelegates),
        presentGuests: count(result?.presentGuests),
        collectives: honoured('collectives'),
        individuals: honoured('individuals'),
        chosenUpward: count(result?.chosenUpward),
        reportNumber: result?.reportNumber ?? '',
        reportDay: dayOf(result?.reportDate),
        note: result?.note ?? '',
      },
    }
  })
}
