import type { Reader } from '../../db/open.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { listCongresses } from '../congresses/queries.ts'
import { hostsOf } from '../congresses/rules.ts'
import type { Congress } from '../congresses/schema.ts'
import { findCycle, listLevels } from '../cycles/queries.ts'
import { notFound } from '../errors.ts'
import { linesOf } from '../road/rules.ts'
import { listUnits } from '../units/queries.ts'
import type { Unit } from '../units/schema.ts'
import { listResults, listSummedCongresses, listSummedResults, listSummedUnits } from './queries.ts'
import { honourKindsOf } from './rules.ts'

/** Reads what the account sees of a cycle's results, row by row. */
export const gatherResults = (read: Reader, cycleId: string, duties: readonly Duty[]) =>
  gatherSeen(read, cycleId, duties, { units: listUnits, congresses: listCongresses, results: listResults })

/** The same, of each row only what sums ask for. */
export const gatherSums = (read: Reader, cycleId: string, duties: readonly Duty[]) =>
  gatherSeen(read, cycleId, duties, {
    units: listSummedUnits,
    congresses: listSummedCongresses,
    results: listSummedResults,
  })

interface Lists<U, C, R> {
  units: (read: Reader) => Promise<U[]>
  congresses: (read: Reader, cycleId: string) => Promise<C[]>
  results: (read: Reader, cycleId: string) => Promise<R[]>
}

/** Units that the account sees, and the congresses that they hold, alone or with others; 404 where that is none. */
const gatherSeen = async <
  U extends Pick<Unit, 'id' | 'parentId' | 'block'>,
  C extends Pick<Congress, 'id' | 'unitId' | 'hostUnitIds' | 'hostBlock'>,
  R extends { congressId: string },
>(
  read: Reader,
  cycleId: string,
  duties: readonly Duty[],
  lists: Lists<U, C, R>,
) => {
  const cycle = await findCycle(read, cycleId)
  if (!cycle) throw notFound()
  const levels = await listLevels(read, cycleId)
  const units = await lists.units(read)
  const congresses = await lists.congresses(read, cycleId)
  const results = await lists.results(read, cycleId)
  const whole = { cycle, kinds: [...honourKindsOf(cycle)], levels, units, congresses, results }
  if (mayAt(duties, 'viewer', null)) return whole
  const lines = linesOf(units)
  const seen = new Set(units.filter(({ id }) => mayAt(duties, 'viewer', lines(id))).map(({ id }) => id))
  const isBelow = [...seen].some((id) => lines(id).includes(cycle.unitId))
  const own = congresses.filter((congress) => hostsOf(congress, units).some((id) => seen.has(id)))
  if (seen.size === 0 || (!isBelow && own.length === 0)) throw notFound()
  const ids = new Set(own.map(({ id }) => id))
  return {
    ...whole,
    units: units.filter(({ id }) => seen.has(id)),
    congresses: own,
    results: results.filter(({ congressId }) => ids.has(congressId)),
  }
}
