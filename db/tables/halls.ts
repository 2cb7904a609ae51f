import type { HallDrawing } from '../../server/halls/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Halls of venues as they are drawn. */
export const hallTables = (kit: Kit, venues: Keyed) => {
  const halls = kit.table(
    'halls',
    {
      id: kit.text('id').primaryKey(),
      venueId: kit
        .text('venue_id')
        .notNull()
        .references(() => venues.id),
      name: kit.text('name').notNull(),
      /** Its newest version, and how many seats of that may be given to somebody. */
      number: kit.integer('number').notNull(),
      seats: kit.integer('seats').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('halls_venue').on(table.venueId)],
  )
  const hallVersions = kit.table(
    'hall_versions',
    {
      id: kit.text('id').primaryKey(),
      hallId: kit
        .text('hall_id')
        .notNull()
        .references(() => halls.id),
      number: kit.integer('number').notNull(),
      /** Key of its drawing. */
      drawingKey: kit.text('drawing_key').notNull(),
      seats: kit.integer('seats').notNull(),
      note: kit.text('note').notNull(),
      savedAt: kit.text('saved_at').notNull(),
      savedBy: kit.text('saved_by').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('hall_versions_number').on(table.hallId, table.number)],
  )
  /** Drawings by their hash: written once, never changed, so that an act keeps no second copy of a whole hall. */
  const drawings = kit.table('drawings', {
    key: kit.text('key').primaryKey(),
    drawing: kit.json<HallDrawing>('drawing').notNull(),
  })
  return { halls, hallVersions, drawings }
}
