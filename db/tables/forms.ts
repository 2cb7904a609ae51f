import type { FormKindId } from '../../server/forms/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Forms sent to units that never sign in, and heaps of returned ones that wait for their confirmation. */
export const formTables = (kit: Kit, cycles: Keyed, congresses: Keyed) => {
  const forms = kit.table(
    'forms',
    {
      id: kit.text('id').primaryKey(),
      kind: kit.choice<FormKindId>('kind').notNull(),
      cycleId: kit
        .text('cycle_id')
        .notNull()
        .references(() => cycles.id),
      /** The unit that is asked; a form outlives the unit. */
      unitId: kit.text('unit_id').notNull(),
      congressId: kit
        .text('congress_id')
        .notNull()
        .references(() => congresses.id),
      /** 1, 2 … of this kind for this unit and congress. */
      issue: kit.integer('issue').notNull(),
      /** What was issued together is downloaded together. */
      batchId: kit.text('batch_id').notNull(),
      /** What stood in the answers when it was issued, by field: what comes back unchanged says nothing. */
      prefilled: kit.json<Record<string, string>>('prefilled').notNull(),
      deadline: kit.text('deadline'),
      issuedAt: kit.text('issued_at').notNull(),
      issuedBy: kit.text('issued_by').notNull(),
      answeredAt: kit.text('answered_at'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.uniqueIndex('forms_issue').on(table.congressId, table.unitId, table.kind, table.issue),
      kit.index('forms_cycle').on(table.cycleId),
      kit.index('forms_batch').on(table.batchId),
    ],
  )
  const returns = kit.table('returns', {
    id: kit.text('id').primaryKey(),
    accountId: kit.text('account_id').notNull(),
    cycleId: kit.text('cycle_id').notNull(),
    /** Units at which whoever sent it organizes; null = the installation. */
    unitIds: kit.json<(string | null)[]>('unit_ids').notNull(),
    /** Each file as read, and which of them were chosen. */
    content: kit.json<unknown>('content').notNull(),
    createdAt: kit.text('created_at').notNull(),
  })
  return { forms, returns }
}
