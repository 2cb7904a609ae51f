import type { NewUnit, Unit, UnitChange } from '../../server/units/schema.ts'
import { getJson, write } from './request.ts'

export const listUnits = (signal?: AbortSignal) => getJson<Unit[]>('/api/units', signal ? { signal } : {})
export const createUnit = (body: NewUnit) => write<Unit>('POST', '/api/units', { body })
export const changeUnit = (id: string, body: UnitChange) => write<Unit>('PUT', `/api/units/${id}`, { body })
export const deleteUnit = (id: string, version: number) => write('DELETE', `/api/units/${id}`, { query: { version } })
