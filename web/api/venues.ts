import type { NewVenue, Venue, VenueChange } from '../../server/venues/schema.ts'
import { getJson, write } from './request.ts'

export const listVenues = (signal?: AbortSignal) => getJson<Venue[]>('/api/venues', signal ? { signal } : {})
export const createVenue = (body: NewVenue) => write<Venue>('POST', '/api/venues', { body })
export const changeVenue = (id: string, body: VenueChange) => write<Venue>('PUT', `/api/venues/${id}`, { body })
export const deleteVenue = (id: string, version: number) => write('DELETE', `/api/venues/${id}`, { query: { version } })
