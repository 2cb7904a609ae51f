import type { Hall, HallChange, HallCopy, HallDetails, NewDrawing, NewHall } from '../../server/halls/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that halls are read from. */
export const tablesOfHalls = ['halls', 'hallVersions', 'venues']

export const listHalls = (venueId: string) => getJson<Hall[]>(`/api/venues/${venueId}/halls`)
export const createHall = (venueId: string, body: NewHall) =>
  write<Hall>('POST', `/api/venues/${venueId}/halls`, { body })
/** The newest version unless told. */
export const findHall = (id: string, number?: number) =>
  getJson<HallDetails>(`/api/halls/${id}`, number === undefined ? {} : { query: { number } })
export const renameHall = (id: string, body: HallChange) => write<Hall>('PUT', `/api/halls/${id}`, { body })
export const saveDrawing = (id: string, body: NewDrawing) => write<Hall>('POST', `/api/halls/${id}/versions`, { body })
export const copyHall = (id: string, body: HallCopy) => write<Hall>('POST', `/api/halls/${id}/copy`, { body })
export const deleteHall = (id: string, version: number) => write('DELETE', `/api/halls/${id}`, { query: { version } })
