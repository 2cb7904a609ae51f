import type { SeatingRuleKind, SeatingKind, SeatingPhase, ReleasedPlace } from '../../server/seating/schema.ts'
import type { DelegationLayout, Importance, SoftRule } from '../../server/seating/rules/problem.ts'
import type { Keyed, Kit } from '../columns.ts'

/**
 * Who sits where at a congress. Delegates are named without a reference, as everywhere: whoever is taken off the list and
 * put back by an undo has the same seat.
 */
export const seatingTables = (kit: Kit, congresses: Keyed, cycles: Keyed, halls: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const seatingPlans = kit.table(
    'seating_plans',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      position: kit.integer('position').notNull(),
      name: kit.text('name').notNull(),
      kind: kit.choice<SeatingKind>('kind').notNull(),
      hallId: kit
        .text('hall_id')
        .notNull()
        .references(() => halls.id),
      /** Version of the hall that its seats are of. */
      hallNumber: kit.integer('hall_number').notNull(),
      phases: kit.json<SeatingPhase[]>('phases').notNull(),
      layout: kit.choice<DelegationLayout>('layout').notNull(),
      /** Ids of delegations in the order in which they are to sit; those not named follow in the order of the list. */
      delegationOrder: kit.json<string[]>('delegation_order').notNull(),
      /** Number of its newest release; 0 = none. */
      releasedNumber: kit.integer('released_number').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('seating_plans_congress').on(table.congressId)],
  )
  const planId = () =>
    kit
      .text('plan_id')
      .notNull()
      .references(() => seatingPlans.id)
  const seatPlaces = kit.table(
    'seat_places',
    {
      id: kit.text('id').primaryKey(),
      planId: planId(),
      /** '' = from the opening on; in another phase only who sits elsewhere has a place of its own. */
      phaseId: kit.text('phase_id').notNull(),
      delegateId: kit.text('delegate_id').notNull(),
      /** null = waits without a seat: the seat went when the hall was changed. */
      seatId: kit.text('seat_id'),
      /** What the seat was called that went; '' = none did. */
      formerSeat: kit.text('former_seat').notNull(),
      isLocked: kit.boolean('is_locked').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.uniqueIndex('seat_places_seat').on(table.planId, table.phaseId, table.seatId),
      kit.uniqueIndex('seat_places_delegate').on(table.planId, table.phaseId, table.delegateId),
    ],
  )
  /** A plan as it went out: copies, numbered, never changed. */
  const seatReleases = kit.table(
    'seat_releases',
    {
      id: kit.text('id').primaryKey(),
      planId: planId(),
      number: kit.integer('number').notNull(),
      /** The hall that the seats are of: the plan may go on in another; null = released before this was kept. */
      hallId: kit.text('hall_id').references(() => halls.id),
      hallNumber: kit.integer('hall_number').notNull(),
      places: kit.json<ReleasedPlace[]>('places').notNull(),
      note: kit.text('note').notNull(),
      releasedAt: kit.text('released_at').notNull(),
      releasedBy: kit.text('released_by').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('seat_releases_number').on(table.planId, table.number)],
  )
  /** What is known of a delegate for seating alone. */
  const seatNeeds = kit.table(
    'seat_needs',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      delegateId: kit.text('delegate_id').notNull(),
      /** 1 = the highest; null = as class, titles and posts say. */
      rank: kit.integer('rank'),
      needsStepFree: kit.boolean('needs_step_free').notNull(),
      needsWheelchair: kit.boolean('needs_wheelchair').notNull(),
      /** The delegate with whom this one comes, to help. */
      companionOf: kit.text('companion_of'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('seat_needs_congress').on(table.congressId),
      kit.uniqueIndex('seat_needs_delegate').on(table.delegateId),
    ],
  )
  /** The honoured in the order in which they go on stage, where the list of honours does not say it. */
  const stageOrders = kit.table(
    'stage_orders',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      batches: kit.json<string[][]>('batches').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('stage_orders_congress').on(table.congressId)],
  )
  const seatRules = kit.table(
    'seat_rules',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      kind: kit.choice<SeatingRuleKind>('kind').notNull(),
      delegateIds: kit.json<string[]>('delegate_ids').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('seat_rules_congress').on(table.congressId)],
  )
  /** How important each wish is, once for a road. */
  const seatImportances = kit.table(
    'seat_importances',
    {
      id: kit.text('id').primaryKey(),
      cycleId: kit
        .text('cycle_id')
        .notNull()
        .references(() => cycles.id),
      importance: kit.json<Record<SoftRule, Importance>>('importance').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('seat_importances_cycle').on(table.cycleId)],
  )
  return { seatingPlans, seatPlaces, seatReleases, seatNeeds, stageOrders, seatRules, seatImportances }
}
