import { type Static } from 'typebox'
import { Count, Id, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

const venueFields = {
  /** The unit that keeps the venue. */
  unitId: Id,
  name: Line(200),
  address: OptionalLine(300),
  /** Seats; null = not known. */
  capacity: Nullable(Count(200_000)),
}

export const Venue = Shape({ id: Id, ...venueFields, version: Version })
export type Venue = Static<typeof Venue>
export const NewVenue = Shape(venueFields)
export type NewVenue = Static<typeof NewVenue>
export const VenueChange = Shape({ ...venueFields, version: Version })
export type VenueChange = Static<typeof VenueChange>
