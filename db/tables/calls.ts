import type { Keyed, Kit } from '../columns.ts'

/** Telephone calls with units that never sign in, and which of them wait to be called back. */
export const callTables = (kit: Kit, units: Keyed, congresses: Keyed) => {
  const calls = kit.table(
    'calls',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      congressId: kit.text('congress_id').references(() => congresses.id),
      at: kit.text('at').notNull(),
      accountName: kit.text('account_name').notNull(),
      spokeWith: kit.text('spoke_with').notNull(),
      phone: kit.text('phone').notNull(),
      said: kit.text('said').notNull(),
      callBackOn: kit.text('call_back_on'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('calls_unit').on(table.unitId), kit.index('calls_congress').on(table.congressId)],
  )
  return { calls }
}
