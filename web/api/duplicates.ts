import type { DistinctPair, Duplicates, Merge, Merged, NewDistinctPair } from '../../server/duplicates/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that pairs are found in. */
export const tablesOfDuplicates = ['people', 'delegates', 'postHolders', 'distinctPeople']

export const findDuplicates = (unitId: string) => getJson<Duplicates>(`/api/units/${unitId}/duplicates`)
export const mergePeople = (body: Merge) => write<Merged>('POST', '/api/people/merge', { body })
export const sayDistinct = (body: NewDistinctPair) => write<DistinctPair>('POST', '/api/people/distinct', { body })
export const withdrawDistinct = ({ id, version }: DistinctPair) =>
  write('DELETE', `/api/people/distinct/${id}`, { query: { version } })
