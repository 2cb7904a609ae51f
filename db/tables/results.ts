import type { SourceKind } from '../../server/congresses/schema.ts'
import type { HonourCount } from '../../server/results/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** What a congress brought, once for each; the days on which it was held stand on the congress itself. */
export const resultTables = (kit: Kit, congresses: Keyed) => {
  const results = kit.table(
    'results',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit
        .text('congress_id')
        .notNull()
        .references(() => congresses.id),
      presentDelegates: kit.integer('present_delegates'),
      presentGuests: kit.integer('present_guests'),
      honours: kit.json<HonourCount[]>('honours').notNull(),
      chosenUpward: kit.integer('chosen_upward'),
      reportNumber: kit.text('report_number').notNull(),
      reportDate: kit.text('report_date'),
      sourceKind: kit.choice<SourceKind>('source_kind').notNull(),
      source: kit.text('source').notNull(),
      note: kit.text('note').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('results_congress').on(table.congressId)],
  )
  return { results }
}
