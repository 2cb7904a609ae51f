import { recordRoutes } from '../http/records.ts'
import type { Feature } from '../http/feature.ts'
import { changeVenue, createVenue, deleteVenue } from './actions.ts'
import { listVenues } from './queries.ts'
import { NewVenue, Venue, VenueChange } from './schema.ts'

export const venueRoutes: Feature = async (app, { office }) => {
  recordRoutes(app, office, {
    url: '/api/venues',
    shapes: { record: Venue, created: NewVenue, changed: VenueChange },
    at: 'venue',
    newAt: 'unit-in-body',
    list: async (units) => (await listVenues(office.db.read)).filter(({ unitId }) => units?.has(unitId) ?? true),
    create: createVenue,
    change: changeVenue,
    remove: deleteVenue,
  })
}
