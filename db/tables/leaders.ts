import type { Half } from '../../server/leaders/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** When leaders are away, and who attends a congress in whose place. */
export const leaderTables = (kit: Kit, people: Keyed, congresses: Keyed) => {
  const leaves = kit.table(
    'leaves',
    {
      id: kit.text('id').primaryKey(),
      personId: kit
        .text('person_id')
        .notNull()
        .references(() => people.id),
      from: kit.text('from_day').notNull(),
      fromHalf: kit.choice<Half>('from_half').notNull(),
      to: kit.text('to_day').notNull(),
      toHalf: kit.choice<Half>('to_half').notNull(),
      reason: kit.text('reason').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('leaves_person').on(table.personId)],
  )
  /** Posts and persons are kept as they were called then: the record outlives them. */
  const replacements = kit.table(
    'replacements',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit
        .text('congress_id')
        .notNull()
        .references(() => congresses.id),
      postBeforeId: kit.text('post_before_id').notNull(),
      postBefore: kit.text('post_before').notNull(),
      personBefore: kit.text('person_before').notNull(),
      postAfterId: kit.text('post_after_id').notNull(),
      postAfter: kit.text('post_after').notNull(),
      personAfter: kit.text('person_after').notNull(),
      reason: kit.text('reason').notNull(),
      paperNumber: kit.text('paper_number').notNull(),
      source: kit.text('source').notNull(),
      accountName: kit.text('account_name').notNull(),
      at: kit.text('at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('replacements_congress').on(table.congressId)],
  )
  return { leaves, replacements }
}
