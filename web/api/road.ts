import type { ManyAcceptances, NewAcceptance } from '../../server/conflicts/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { getJson, write } from './request.ts'

/** All of a cycle that the account may see. The browser keeps it by its ETag and asks whether it still stands. */
export const findRoad = (cycleId: string, signal?: AbortSignal) =>
  getJson<Road>(`/api/cycles/${cycleId}/road`, signal ? { signal } : {})
export const acceptWarning = (body: NewAcceptance) => write('POST', '/api/acceptances', { body })
export const acceptMany = (body: ManyAcceptances) =>
  write<{ accepted: number }>('POST', '/api/acceptances/many', { body })
export const withdrawAcceptance = (id: string) => write('DELETE', `/api/acceptances/${id}`)
