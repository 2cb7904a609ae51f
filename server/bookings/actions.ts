import type { Writer } from '../../db/open.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findVenue } from '../venues/queries.ts'
import { findBooking, findOverlap } from './queries.ts'
import { faultsOfBooking } from './rules.ts'
import type { Booking, BookingChange, NewBooking } from './schema.ts'

export const createBooking = (office: Office, actor: Actor, booking: NewBooking): Promise<Done<Booking>> =>
  act(office, actor, { action: 'booking-created', subject: '', unitId: null }, async (rows) => {
    await sayVenue(rows, booking.venueId)
    const created = { id: newId(), ...booking }
    await check(rows.tx, created)
    return rows.create('bookings', created)
  })

export const changeBooking = (
  office: Office,
  actor: Actor,
  id: string,
  change: BookingChange,
): Promise<Done<Booking>> => {
  const { version, ...booking } = change
  return act(office, actor, { action: 'booking-changed', subject: '', unitId: null }, async (rows) => {
    const standing = await findBooking(rows.tx, id)
    if (!standing) throw notFound()
    await sayVenue(rows, standing.venueId)
    await check(rows.tx, { ...standing, ...booking })
    return rows.change('bookings', id, version, booking)
  })
}

export const deleteBooking = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'booking-deleted', subject: '', unitId: null }, async (rows) => {
    const booking = await findBooking(rows.tx, id)
    if (!booking) throw notFound()
    await sayVenue(rows, booking.venueId)
    await rows.remove('bookings', id, version)
  })

const sayVenue = async (rows: ActRows, venueId: string): Promise<void> => {
  const venue = await findVenue(rows.tx, venueId)
  if (!venue) throw notFound()
  rows.say({ subject: venue.name, unitId: venue.unitId })
}

/** Times that make sense, and a hall that nothing else has taken at any of them. */
const check = async (tx: Writer, booking: Omit<Booking, 'version'>): Promise<void> => {
  const faults = faultsOfBooking(booking)
  if (faults.length > 0) throw invalid(faults)
  const overlap = await findOverlap(tx, booking)
  if (overlap) throw refused('booking-overlaps', 'The venue is booked then.', overlap)
}
