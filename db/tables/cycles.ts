import type { HonourKind } from '../../server/results/schema.ts'
import type { AskedField, LeaderRank } from '../../server/people/schema.ts'
import type { DayKind } from '../../server/calendar/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** The road: cycles and their levels, and the days on which nothing should be held. */
export const cycleTables = (kit: Kit, units: Keyed) => {
  const cycles = kit.table(
    'cycles',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      name: kit.text('name').notNull(),
      ordinal: kit.text('ordinal').notNull(),
      theme: kit.text('theme').notNull(),
      startsOn: kit.text('starts_on').notNull(),
      endsOn: kit.text('ends_on').notNull(),
      documents: kit.json<{ citation: string; date: string | null }[]>('documents').notNull(),
      standsOn: kit.text('stands_on'),
      isExample: kit.boolean('is_example').notNull(),
      // Roads from before there was the choice go on showing nobody what is above.
      isUpperShown: kit.boolean('is_upper_shown').notNull().default(false),
      /** Empty = the product's list. */
      honourKinds: kit.json<HonourKind[]>('honour_kinds').notNull().default([]),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('cycles_unit').on(table.unitId)],
  )
  const levels = kit.table(
    'levels',
    {
      id: kit.text('id').primaryKey(),
      cycleId: kit
        .text('cycle_id')
        .notNull()
        .references(() => cycles.id),
      position: kit.integer('position').notNull(),
      name: kit.text('name').notNull(),
      nameEnglish: kit.text('name_english').notNull(),
      forms: kit.json<string[]>('forms').notNull(),
      windowFrom: kit.text('window_from'),
      windowTo: kit.text('window_to'),
      maxDelegates: kit.integer('max_delegates'),
      maxDays: kit.integer('max_days'),
      staffThreshold: kit.integer('staff_threshold'),
      gapBeforeUpperDays: kit.integer('gap_before_upper_days').notNull(),
      leaderMaxPerDay: kit.integer('leader_max_per_day').notNull(),
      lowestLeaderRank: kit.choice<LeaderRank>('lowest_leader_rank'),
      rulesOff: kit.json<string[]>('rules_off').notNull(),
      // Levels from before there was the choice go on asking what every list asked; sensitive data is asked by none.
      delegateFields: kit
        .json<AskedField[]>('delegate_fields')
        .notNull()
        .default(['birthDate', 'email', 'titles', 'education', 'field', 'isDirectWorker']),
      /** Ages at which a band of the report on delegates ends and the next one begins. */
      ageBounds: kit.json<number[]>('age_bounds').notNull().default([30, 40, 50, 60, 70]),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('levels_cycle').on(table.cycleId)],
  )
  const calendarDays = kit.table('calendar_days', {
    id: kit.text('id').primaryKey(),
    from: kit.text('from_day').notNull(),
    to: kit.text('to_day').notNull(),
    kind: kit.choice<DayKind>('kind').notNull(),
    name: kit.text('name').notNull(),
    unitId: kit.text('unit_id').references(() => units.id),
    sinceYear: kit.integer('since_year'),
    basis: kit.text('basis').notNull(),
    version: kit.integer('version').notNull(),
  })
  return { cycles, levels, calendarDays }
}
