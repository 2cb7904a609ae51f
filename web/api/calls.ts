import type { Call, CallChange, NewCall } from '../../server/calls/schema.ts'
import { getJson, write } from './request.ts'

export const listCallsToMake = () => getJson<Call[]>('/api/calls/to-make')
export const listCallsWithUnit = (unitId: string) => getJson<Call[]>(`/api/units/${unitId}/calls`)
export const listCallsOfCongress = (id: string) => getJson<Call[]>(`/api/congresses/${id}/calls`)
export const createCall = (body: NewCall) => write<Call>('POST', '/api/calls', { body })
export const changeCall = (id: string, body: CallChange) => write<Call>('PUT', `/api/calls/${id}`, { body })
export const deleteCall = (id: string, version: number) => write('DELETE', `/api/calls/${id}`, { query: { version } })
