import type { NewUnit } from '../../server/units/schema.ts'

/** A new unit with nothing filled in but what the test cares for. */
export const aUnit = (values: Partial<NewUnit>): NewUnit => ({
  parentId: null,
  code: '',
  name: 'Xã Hải Anh',
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
  ...values,
})
