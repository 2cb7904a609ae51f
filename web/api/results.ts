import type { Closed, CycleResults, HonourKinds, ResultChange, ResultOfCongress } from '../../server/results/schema.ts'
import { getJson, write } from './request.ts'

export const findResult = (congressId: string) => getJson<ResultOfCongress>(`/api/congresses/${congressId}/result`)
export const closeCongress = (congressId: string, body: ResultChange) =>
  write<Closed>('PUT', `/api/congresses/${congressId}/result`, { body })
export const listHonourKinds = (cycleId: string) => getJson<HonourKinds>(`/api/cycles/${cycleId}/honour-kinds`)
export const changeHonourKinds = (cycleId: string, body: HonourKinds) =>
  write<HonourKinds>('PUT', `/api/cycles/${cycleId}/honour-kinds`, { body })
export const findCycleResults = (cycleId: string, signal?: AbortSignal) =>
  getJson<CycleResults>(`/api/cycles/${cycleId}/results`, signal ? { signal } : {})
