import type { Booking, BookingChange, NewBooking } from '../../server/bookings/schema.ts'
import { getJson, write } from './request.ts'

/** Bookings of every venue that is kept here. */
export const listBookings = () => getJson<Booking[]>('/api/bookings')
export const listBookingsOf = (venueId: string) => getJson<Booking[]>(`/api/venues/${venueId}/bookings`)
export const createBooking = (body: NewBooking) => write<Booking>('POST', '/api/bookings', { body })
export const changeBooking = (id: string, body: BookingChange) => write<Booking>('PUT', `/api/bookings/${id}`, { body })
export const deleteBooking = (id: string, version: number) =>
  write('DELETE', `/api/bookings/${id}`, { query: { version } })
