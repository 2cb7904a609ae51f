import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { listReplacedCongresses, listReplacements } from './queries.ts'
import { presentLeaders, type NamedLeaders } from './rules/still-named.ts'
import type { StandIn } from './schema.ts'

/** Where others attend today in the place of leaders, as far as the account may see it. */
export const listStandIns = async (read: Reader, duties: readonly Duty[], cycleId: string): Promise<StandIn[]> => {
  const mine = await placesOfDuties(read, duties, 'viewer')
  const congresses = await listReplacedCongresses(read, cycleId, { postId: null, congressId: null })
  const found = await findReplaced(
    read,
    congresses.filter(({ unitId }) => mine?.has(unitId) ?? true),
  )
  return found.map(({ replacement: { congressId, postBeforeId }, leaders: { postAfter, personAfter } }) => ({
    congressId,
    postBeforeId,
    postAfter,
    personAfter,
  }))
}

/** A leader in whose place another attends today. */
interface Found {
  replacement: Row<'replacements'>
  leaders: NamedLeaders
}

/** Whoever is replaced at these congresses and does not attend again; replaced twice over the same one, once. */
export const findReplaced = async (read: Reader, congresses: readonly Row<'congresses'>[]): Promise<Found[]> => {
  const ids = congresses.map(({ id }) => id)
  const replacements = byCongress(await listReplacements(read, ids))
  return congresses.flatMap(({ id, postIds }) => {
    const ofCongress = replacements.get(id) ?? []
    const seen = new Set<string>()
    return ofCongress.flatMap((replacement, at): Found[] => {
      const leaders = presentLeaders(replacement, ofCongress.slice(at + 1), postIds)
      if (!leaders || seen.has(replacement.postBeforeId)) return []
      seen.add(replacement.postBeforeId)
      return [{ replacement, leaders }]
    })
  })
}

export const byCongress = <R extends { congressId: string }>(rows: readonly R[]): Map<string, R[]> => {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(row.congressId)
    if (group) group.push(row)
    else groups.set(row.congressId, [row])
  }
  return groups
}
