import type {
  Congress,
  CongressChange,
  CongressesForLevel,
  CongressEvent,
  DateChange,
  DatesForMany,
  ManyChange,
  NewCongress,
  StateChange,
} from '../../server/congresses/schema.ts'
import { getJson, write } from './request.ts'

export const findCongress = (id: string) => getJson<Congress>(`/api/congresses/${id}`)
export const listEvents = (id: string) => getJson<CongressEvent[]>(`/api/congresses/${id}/events`)
export const createCongress = (body: NewCongress) => write<Congress>('POST', '/api/congresses', { body })
export const changeCongress = (id: string, body: CongressChange) =>
  write<Congress>('PUT', `/api/congresses/${id}`, { body })
export const moveCongress = (id: string, body: DateChange) =>
  write<Congress>('PUT', `/api/congresses/${id}/date`, { body })
export const changeState = (id: string, body: StateChange) =>
  write<Congress>('POST', `/api/congresses/${id}/state`, { body })
export const deleteCongress = (id: string, version: number) =>
  write('DELETE', `/api/congresses/${id}`, { query: { version } })
export const createForLevel = (cycleId: string, body: CongressesForLevel) =>
  write<{ created: number; left: number }>('POST', `/api/cycles/${cycleId}/congresses-for-level`, { body })
export const changeMany = (body: ManyChange) =>
  write<{ changed: number }>('POST', '/api/congresses/change-many', { body })
export const dateMany = (body: DatesForMany) => write<{ dated: number }>('POST', '/api/congresses/date-many', { body })
