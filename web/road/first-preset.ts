import { dayNumber } from '../../server/format/dates.ts'
import type { Road } from '../../server/road/schema.ts'
import { reachOfPreset } from './timeline-scale.ts'
import type { Preset } from './timeline-types.ts'

type Seen = Pick<Road, 'cycle' | 'today' | 'levels' | 'congresses'>

/** The span that a road opens with: twelve months round today where the highest congress is among them, else all of it. */
export const presetAtFirst = ({ cycle, today, levels, congresses }: Seen): Preset => {
  const top = Math.max(...levels.map(({ position }) => position))
  const topIds = new Set(levels.flatMap(({ id, position }) => (position === top ? [id] : [])))
  const highest = congresses.flatMap(({ levelId, dateTo, weekOf }) =>
    topIds.has(levelId) ? (dateTo ?? weekOf ?? []) : [],
  )
  const goal = dayNumber(highest.sort().at(-1) ?? cycle.endsOn)
  const limits = { from: dayNumber(cycle.startsOn), to: dayNumber(cycle.endsOn) + 1 }
  const { from, to } = reachOfPreset('12-months', dayNumber(today), limits)
  return today >= cycle.startsOn && goal >= from && goal < to ? '12-months' : 'cycle'
}
