import type { Assembly, CongressState, HalfDay, SourceKind } from '../../server/congresses/schema.ts'
import type { LayoutKind } from '../../server/venues/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Congresses of a cycle, the history of their dates and states, and the warnings that were accepted. */
export const congressTables = (kit: Kit, units: Keyed, venues: Keyed, cycles: Keyed, levels: Keyed) => {
  const congresses = kit.table(
    'congresses',
    {
      id: kit.text('id').primaryKey(),
      cycleId: kit
        .text('cycle_id')
        .notNull()
        .references(() => cycles.id),
      levelId: kit
        .text('level_id')
        .notNull()
        .references(() => levels.id),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      form: kit.text('form').notNull(),
      title: kit.text('title').notNull(),
      folded: kit.text('folded').notNull(),
      theme: kit.text('theme').notNull(),
      ordinal: kit.text('ordinal').notNull(),
      dateFrom: kit.text('date_from'),
      dateTo: kit.text('date_to'),
      halfDay: kit.choice<HalfDay>('half_day').notNull(),
      weekOf: kit.text('week_of'),
      venueId: kit.text('venue_id').references(() => venues.id),
      layout: kit.choice<LayoutKind>('layout'),
      expectedDelegates: kit.integer('expected_delegates'),
      expectedGuests: kit.integer('expected_guests'),
      assembly: kit.choice<Assembly>('assembly'),
      isPilot: kit.boolean('is_pilot').notNull(),
      upperCongressId: kit.text('upper_congress_id'),
      postIds: kit.json<string[]>('post_ids').notNull(),
      note: kit.text('note').notNull(),
      hostUnitIds: kit.json<string[]>('host_unit_ids').notNull().default([]),
      hostBlock: kit.text('host_block').notNull().default(''),
      combinedWith: kit.text('combined_with').notNull().default(''),
      state: kit.choice<CongressState>('state').notNull(),
      isDateInvented: kit.boolean('is_date_invented').notNull(),
      formerDate: kit.text('former_date'),
      formerDateTo: kit.text('former_date_to'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('congresses_cycle').on(table.cycleId),
      kit.index('congresses_unit').on(table.unitId),
      kit.index('congresses_venue').on(table.venueId),
      kit.index('congresses_upper').on(table.upperCongressId),
    ],
  )
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const congressEvents = kit.table(
    'congress_events',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      at: kit.text('at').notNull(),
      accountName: kit.text('account_name').notNull(),
      kind: kit.choice<'state' | 'date'>('kind').notNull(),
      stateBefore: kit.choice<CongressState>('state_before'),
      stateAfter: kit.choice<CongressState>('state_after'),
      dateBefore: kit.text('date_before'),
      dateAfter: kit.text('date_after'),
      reason: kit.text('reason').notNull(),
      paperNumber: kit.text('paper_number').notNull(),
      /** On whose word it was entered; null = nobody said. */
      sourceKind: kit.choice<SourceKind>('source_kind'),
      source: kit.text('source').notNull().default(''),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('congress_events_congress').on(table.congressId)],
  )
  const acceptances = kit.table(
    'acceptances',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      key: kit.text('key').notNull(),
      fingerprint: kit.text('fingerprint').notNull(),
      reason: kit.text('reason').notNull(),
      paperNumber: kit.text('paper_number').notNull(),
      accountName: kit.text('account_name').notNull(),
      at: kit.text('at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('acceptances_congress').on(table.congressId)],
  )
  return { congresses, congressEvents, acceptances }
}
