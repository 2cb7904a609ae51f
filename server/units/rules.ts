import type { NewUnit } from './schema.ts'

/** A unit of which nothing is known yet. */
export const emptyUnit: NewUnit = {
  parentId: null,
  code: '',
  name: '',
  type: '',
  block: '',
  staffNumber: null,
  contactName: '',
  contactPhone: '',
  address: '',
  validFrom: null,
  validTo: null,
  windowFrom: null,
  windowTo: null,
  predecessorIds: [],
}
