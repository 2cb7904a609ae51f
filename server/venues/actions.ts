import { inUse, notFound } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { findVenue, listUsesOfVenue } from './queries.ts'
import type { NewVenue, Venue, VenueChange } from './schema.ts'

export const createVenue = (office: Office, actor: Actor, venue: NewVenue): Promise<Done<Venue>> =>
  act(office, actor, { action: 'venue-created', subject: venue.name, unitId: venue.unitId }, async (rows) => {
    if (!(await findUnit(rows.tx, venue.unitId))) throw notFound()
    return rows.create('venues', { id: newId(), ...venue, folded: foldForSearch(venue.name) })
  })

export const changeVenue = (office: Office, actor: Actor, id: string, change: VenueChange): Promise<Done<Venue>> => {
  const { version, ...values } = change
  return act(office, actor, { action: 'venue-changed', subject: values.name, unitId: values.unitId }, async (rows) => {
    if (!(await findVenue(rows.tx, id)) || !(await findUnit(rows.tx, values.unitId))) throw notFound()
    return rows.change('venues', id, version, { ...values, folded: foldForSearch(values.name) })
  })
}

/** Deletes a venue that no congress names; the act's undo brings it back. */
export const deleteVenue = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'venue-deleted', subject: '', unitId: null }, async (rows) => {
    const venue = await findVenue(rows.tx, id)
    if (!venue) throw notFound()
    const uses = await listUsesOfVenue(rows.tx, id)
    if (uses.length > 0) throw inUse(uses)
    rows.say({ subject: venue.name, unitId: venue.unitId })
    await rows.remove('venues', id, version)
  })
