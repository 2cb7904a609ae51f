import type { ActualTimes, OfficeClock, Tap } from '../../server/day/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import { getJson, write } from './request.ts'

/** The server's clock: that of a laptop in the hall may be wrong. */
export const readClock = () => getJson<OfficeClock>('/api/clock')
export const tapItem = (id: string, body: Tap) => write<Programme>('POST', `/api/items/${id}/tap`, { body })
export const changeActualTimes = (id: string, body: ActualTimes) =>
  write<Programme>('PUT', `/api/items/${id}/actual-times`, { body })
export const clearActualTimes = (sessionId: string) =>
  write<Programme>('POST', `/api/sessions/${sessionId}/clear-times`)
