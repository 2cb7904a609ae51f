import type { NewVenue } from './schema.ts'

/** A venue of which only name and keeper are known. */
export const emptyVenue: Omit<NewVenue, 'unitId' | 'name'> = {
  address: '',
  capacity: null,
  layouts: [],
  contactName: '',
  contactPhone: '',
}
