import type { VenueLayout, VenueRoom } from '../../server/venues/schema.ts'
import type { Kit } from '../columns.ts'

/** Units that hold congresses, and the venues that they keep. `folded` is the name as search sees it. */
export const unitTables = (kit: Kit) => {
  const units = kit.table(
    'units',
    {
      id: kit.text('id').primaryKey(),
      parentId: kit.text('parent_id'),
      code: kit.text('code').notNull(),
      name: kit.text('name').notNull(),
      folded: kit.text('folded').notNull(),
      type: kit.text('type').notNull(),
      block: kit.text('block').notNull(),
      staffNumber: kit.integer('staff_number'),
      contactName: kit.text('contact_name').notNull(),
      contactPhone: kit.text('contact_phone').notNull(),
      address: kit.text('address').notNull(),
      validFrom: kit.text('valid_from'),
      validTo: kit.text('valid_to'),
      windowFrom: kit.text('window_from'),
      windowTo: kit.text('window_to'),
      predecessorIds: kit.json<string[]>('predecessor_ids').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('units_parent').on(table.parentId), kit.index('units_code').on(table.code)],
  )
  const venues = kit.table(
    'venues',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      name: kit.text('name').notNull(),
      folded: kit.text('folded').notNull(),
      address: kit.text('address').notNull(),
      capacity: kit.integer('capacity'),
      layouts: kit.json<VenueLayout[]>('layouts').notNull().default([]),
      rooms: kit.json<VenueRoom[]>('rooms').notNull().default([]),
      contactName: kit.text('contact_name').notNull().default(''),
      contactPhone: kit.text('contact_phone').notNull().default(''),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('venues_unit').on(table.unitId)],
  )
  return { units, venues }
}
