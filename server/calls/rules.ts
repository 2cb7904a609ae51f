import type { Call } from './schema.ts'

/**
 * Calls that wait for another one, those due first: the newest note of a unit says whether it is to be called back, so
 * that the next call settles the one before.
 */
export const callsToMake = <T extends Pick<Call, 'id' | 'unitId' | 'at' | 'callBackOn'>>(calls: readonly T[]): T[] => {
  const newest = new Map<string, T>()
  for (const call of calls) {
    const standing = newest.get(call.unitId)
    if (!standing || isNewer(call, standing)) newest.set(call.unitId, call)
  }
  return [...newest.values()]
    .filter(({ callBackOn }) => callBackOn !== null)
    .sort((one, other) => (one.callBackOn ?? '').localeCompare(other.callBackOn ?? '') || (one.id < other.id ? -1 : 1))
}

const isNewer = (one: Pick<Call, 'id' | 'at'>, other: Pick<Call, 'id' | 'at'>): boolean =>
  one.at > other.at || (one.at === other.at && one.id > other.id)
