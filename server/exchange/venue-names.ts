import type { Venue } from '../venues/schema.ts'
import { createFinder, pathOf, type UnitNames } from './unit-names.ts'

/** Finds venues by what a congress's row says, and says of each what finds it again. */
export interface VenueNames {
  /** Venues of this name: of the unit itself, else of the nearest unit above it, else anywhere. */
  find(text: string, unitId: string): string[]
  label(id: string, unitId: string): string
}

/** `lineOf` = a unit and those above it, nearest first. A venue may be named after its unit: «Huyện Hải Hậu / Nhà văn hóa». */
export const createVenueNames = (
  venues: readonly Venue[],
  units: UnitNames,
  lineOf: (unitId: string) => readonly string[],
): VenueNames => {
  const names = createFinder<Venue>()
  const byId = new Map(venues.map((venue) => [venue.id, venue]))
  const pathOfVenue = ({ unitId, name }: Venue) => pathOf(`${units.label(unitId)} / ${name}`)
  for (const venue of venues) {
    names.add(pathOf(venue.name), venue)
    names.add(pathOfVenue(venue), venue)
  }
  const find = (text: string, unitId: string) => {
    const found = names.find(pathOf(text))
    const nearest = lineOf(unitId).find((id) => found.some((venue) => venue.unitId === id))
    return found.filter((venue) => nearest === undefined || venue.unitId === nearest).map(({ id }) => id)
  }
  return {
    find,
    label: (id, unitId) => {
      const venue = byId.get(id)
      if (!venue) return ''
      const found = find(venue.name, unitId)
      return found.length === 1 && found[0] === id ? venue.name : pathOfVenue(venue)
    },
  }
}
