import type { Aim, SpreadRule } from '../../server/quotas/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** How many delegates each unit may send to a congress, and what the congress wants of all of them together. */
export const quotaTables = (kit: Kit, units: Keyed, congresses: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const quotas = kit.table(
    'quotas',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      position: kit.integer('position').notNull(),
      /** Null = a block or delegation that is no unit, known by its name. */
      unitId: kit.text('unit_id').references(() => units.id),
      /** As it was written; of a unit its own name is shown. */
      name: kit.text('name').notNull(),
      official: kit.integer('official').notNull(),
      guests: kit.integer('guests').notNull(),
      /** What shares are measured by instead of the unit's staff. */
      weight: kit.integer('weight'),
      aims: kit.json<Aim[]>('aims').notNull(),
      setBy: kit.choice<SpreadRule>('set_by').notNull(),
      note: kit.text('note').notNull(),
      /** Why more than the quota come. */
      excessReason: kit.text('excess_reason').notNull(),
      /** The numbers that the unit was sent, when and by whom; null = nothing was sent yet. */
      sentOfficial: kit.integer('sent_official'),
      sentGuests: kit.integer('sent_guests'),
      sentAt: kit.text('sent_at'),
      sentBy: kit.text('sent_by').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('quotas_congress').on(table.congressId),
      // A unit has one quota; blocks without a unit are told apart by their names.
      kit.uniqueIndex('quotas_unit').on(table.congressId, table.unitId),
    ],
  )
  const quotaPlans = kit.table(
    'quota_plans',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      /** Most delegates, official and guests, that the congress has. */
      maximum: kit.integer('maximum'),
      targets: kit.json<Aim[]>('targets').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('quota_plans_congress').on(table.congressId)],
  )
  return { quotas, quotaPlans }
}
