import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** How chairs and tables stand: each way seats another number. */
export const layoutKinds = ['theatre', 'classroom', 'banquet', 'u-shape', 'boardroom'] as const
export type LayoutKind = (typeof layoutKinds)[number]

export const VenueLayout = Shape({ kind: Choice(layoutKinds), capacity: Count(200_000) })
export type VenueLayout = Static<typeof VenueLayout>

/** A room of the venue that sessions are held in. */
export const VenueRoom = Shape({
  name: Line(200),
  /** Seats; null = not known. */
  capacity: Nullable(Count(200_000)),
  /** Minutes on foot between it and the main hall. */
  walkMinutes: Count(240),
})
export type VenueRoom = Static<typeof VenueRoom>

const venueFields = {
  /** The unit that keeps the venue. */
  unitId: Id,
  name: Line(200),
  address: OptionalLine(300),
  /** Seats; null = not known. */
  capacity: Nullable(Count(200_000)),
  /** Each kind once. */
  layouts: Type.Array(VenueLayout, { maxItems: layoutKinds.length }),
  /** Rooms beside the main hall; names are told apart by how search sees them. */
  rooms: Type.Array(VenueRoom, { maxItems: 200 }),
  /** Who to call about the hall: its caretaker, its office. */
  contactName: OptionalLine(120),
  contactPhone: OptionalLine(60),
}

export const Venue = Shape({ id: Id, ...venueFields, version: Version })
export type Venue = Static<typeof Venue>
export const NewVenue = Shape(venueFields)
export type NewVenue = Static<typeof NewVenue>
export const VenueChange = Shape({ ...venueFields, version: Version })
export type VenueChange = Static<typeof VenueChange>
