import { Type } from 'typebox'
import { ById, type Feature } from '../http/feature.ts'
import { recordRoutes } from '../http/records.ts'
import { changeBooking, createBooking, deleteBooking } from './actions.ts'
import { listBookings, listBookingsOf } from './queries.ts'
import { Booking, BookingChange, NewBooking } from './schema.ts'

export const bookingRoutes: Feature = async (app, { office }) => {
  recordRoutes(app, office, {
    url: '/api/bookings',
    shapes: { record: Booking, created: NewBooking, changed: BookingChange },
    at: 'booking',
    newAt: 'venue-in-body',
    list: async (units) => (await listBookings(office.db.read)).filter(({ unitId }) => units?.has(unitId) ?? true),
    create: createBooking,
    change: changeBooking,
    remove: deleteBooking,
  })
  app.get(
    '/api/venues/:id/bookings',
    {
      config: { permission: { role: 'viewer', at: 'venue' } },
      schema: { params: ById, response: { 200: Type.Array(Booking) } },
    },
    async (request) => listBookingsOf(office.db.read, request.params.id),
  )
}
