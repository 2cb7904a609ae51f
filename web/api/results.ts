import type { Closed, CycleResults, HonourKinds, ResultChange, ResultOfCongress } from '../../server/results/schema.ts'
import { language } from '../words/words.ts'
import { getJson, write } from './request.ts'

/** What the summary is signed with; what is empty is printed as its template says. */
export interface SummarySignature {
  number: string
  day: string
  /** On whose behalf and as what, a part a line. */
  capacity: string
  /** The post that the signer holds elsewhere. */
  post: string
  signer: string
}

export const findResult = (congressId: string) => getJson<ResultOfCongress>(`/api/congresses/${congressId}/result`)
export const closeCongress = (congressId: string, body: ResultChange) =>
  write<Closed>('PUT', `/api/congresses/${congressId}/result`, { body })
export const listHonourKinds = (cycleId: string) => getJson<HonourKinds>(`/api/cycles/${cycleId}/honour-kinds`)
export const changeHonourKinds = (cycleId: string, body: HonourKinds) =>
  write<HonourKinds>('PUT', `/api/cycles/${cycleId}/honour-kinds`, { body })
export const findCycleResults = (cycleId: string, signal?: AbortSignal) =>
  getJson<CycleResults>(`/api/cycles/${cycleId}/results`, signal ? { signal } : {})
/** The report on where the road stands, on one page, for the chief to sign. */
export const summaryAddress = (cycleId: string, signature: SummarySignature) => {
  const given = Object.entries(signature).filter(([, text]) => text !== '')
  return `/api/cycles/${cycleId}/summary.pdf?${String(new URLSearchParams([['language', language()], ...given]))}`
}
/** The sums by level and unit as a table. */
export const resultsTableAddress = (cycleId: string) => `/api/cycles/${cycleId}/results.pdf?language=${language()}`
