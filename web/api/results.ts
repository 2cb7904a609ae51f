import type { Closed, CycleResults, HonourKinds, ResultChange, ResultOfCongress } from '../../server/results/schema.ts'
import { language } from '../words/words.ts'
import { getJson, write } from './request.ts'

export const findResult = (congressId: string) => getJson<ResultOfCongress>(`/api/congresses/${congressId}/result`)
export const closeCongress = (congressId: string, body: ResultChange) =>
  write<Closed>('PUT', `/api/congresses/${congressId}/result`, { body })
export const listHonourKinds = (cycleId: string) => getJson<HonourKinds>(`/api/cycles/${cycleId}/honour-kinds`)
export const changeHonourKinds = (cycleId: string, body: HonourKinds) =>
  write<HonourKinds>('PUT', `/api/cycles/${cycleId}/honour-kinds`, { body })
export const findCycleResults = (cycleId: string, signal?: AbortSignal) =>
  getJson<CycleResults>(`/api/cycles/${cycleId}/results`, signal ? { signal } : {})
/** The report on where the road stands, on one page, for the chief to sign. */
export const summaryAddress = (cycleId: string) => `/api/cycles/${cycleId}/summary.pdf?language=${language()}`
/** The sums by level and unit as a table. */
export const resultsTableAddress = (cycleId: string) => `/api/cycles/${cycleId}/results.pdf?language=${language()}`
