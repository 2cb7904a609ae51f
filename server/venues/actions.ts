import { listBookingsOf } from '../bookings/queries.ts'
import { inUse, invalid, notFound, type FieldFault } from '../errors.ts'
import { isPhoneRefused } from '../format/phones.ts'
import { foldForSearch } from '../format/search.ts'
import { removeHall } from '../halls/actions.ts'
import { listHallsOf, listPlansIn } from '../halls/queries.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { findVenue, listUsesOfVenue } from './queries.ts'
import type { NewVenue, Venue, VenueChange } from './schema.ts'

export const createVenue = (office: Office, actor: Actor, venue: NewVenue): Promise<Done<Venue>> =>
  act(office, actor, { action: 'venue-created', subject: venue.name, unitId: venue.unitId }, async (rows) => {
    if (!(await findUnit(rows.tx, venue.unitId))) throw notFound()
    check(venue, '')
    return rows.create('venues', { id: newId(), ...venue, folded: foldForSearch(venue.name) })
  })

export const changeVenue = (office: Office, actor: Actor, id: string, change: VenueChange): Promise<Done<Venue>> => {
  const { version, ...values } = change
  return act(office, actor, { action: 'venue-changed', subject: values.name, unitId: values.unitId }, async (rows) => {
    const standing = await findVenue(rows.tx, id)
    if (!standing || !(await findUnit(rows.tx, values.unitId))) throw notFound()
    check(values, standing.contactPhone)
    return rows.change('venues', id, version, { ...values, folded: foldForSearch(values.name) })
  })
}

const check = ({ layouts, rooms, contactPhone }: NewVenue, standingPhone: string): void => {
  const faults: FieldFault[] = []
  if (new Set(layouts.map(({ kind }) => kind)).size < layouts.length) faults.push({ field: 'layouts', rule: 'twice' })
  const names = rooms.map(({ name }) => foldForSearch(name))
  if (new Set(names).size < names.length) faults.push({ field: 'rooms', rule: 'twice' })
  if (isPhoneRefused(contactPhone, standingPhone)) faults.push({ field: 'contactPhone', rule: 'not-a-phone' })
  if (faults.length > 0) throw invalid(faults)
}

/** Deletes a venue that no congress names and nobody is seated in, with its bookings and halls; the undo brings them back. */
export const deleteVenue = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'venue-deleted', subject: '', unitId: null }, async (rows) => {
    const venue = await findVenue(rows.tx, id)
    if (!venue) throw notFound()
    const uses = await listUsesOfVenue(rows.tx, id)
    const halls = await listHallsOf(rows.tx, id)
    for (const { hall } of halls) {
      const plans = await listPlansIn(rows.tx, hall.id)
      uses.push(...plans.map(({ name, congress }) => ({ kind: 'seating', name: `${congress}: ${name}` })))
    }
    if (uses.length > 0) throw inUse(uses)
    for (const { hall } of halls) await removeHall(rows, hall.id, hall.version)
    for (const booking of await listBookingsOf(rows.tx, id)) await rows.remove('bookings', booking.id, booking.version)
    rows.say({ subject: venue.name, unitId: venue.unitId })
    await rows.remove('venues', id, version)
  })
