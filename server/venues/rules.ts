import type { LayoutKind, NewVenue, Venue } from './schema.ts'

/** A venue of which only name and keeper are known. */
export const emptyVenue: Omit<NewVenue, 'unitId' | 'name'> = {
  address: '',
  capacity: null,
  layouts: [],
  rooms: [],
  contactName: '',
  contactPhone: '',
}

/** Seats of a hall that is laid out in this way; of a layout that it does not name, or of none, its own. null = not known. */
export const seatsIn = (
  { capacity, layouts }: Pick<Venue, 'capacity' | 'layouts'>,
  layout: LayoutKind | null,
): number | null => layouts.find(({ kind }) => kind === layout)?.capacity ?? capacity

/** The chosen layout where another hall is laid out so too; else none. */
export const layoutIn = (layout: LayoutKind | null, venue: Pick<Venue, 'layouts'> | undefined): LayoutKind | null =>
  venue?.layouts.some(({ kind }) => kind === layout) === true ? layout : null
