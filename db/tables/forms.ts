import type { FaultyCell, FileDetails, FileVerdict, FormKindId } from '../../server/forms/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Forms sent to units that never sign in, heaps of returned ones that wait for their confirmation, and what of them was not taken. */
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
  /** Returned files that were not taken: whoever telephones sees them until a good answer comes. */
  const refusals = kit.table(
    'refusals',
    {
      id: kit.text('id').primaryKey(),
      cycleId: kit.text('cycle_id').notNull(),
      /** Under which it is seen: whose file it is; where nobody can tell, the unit of whoever read it. */
      unitId: kit.text('unit_id').notNull(),
      isOfUnit: kit.boolean('is_of_unit').notNull(),
      /** The unit as it stands in the file; empty where it does not. */
      unitText: kit.text('unit_text').notNull(),
      kind: kit.choice<FormKindId>('kind'),
      congressId: kit.text('congress_id'),
      fileName: kit.text('file_name').notNull(),
      verdict: kit.choice<FileVerdict>('verdict').notNull(),
      details: kit.json<FileDetails>('details').notNull(),
      /** The answers that were wrong. */
      cells: kit.json<FaultyCell[]>('cells').notNull(),
      at: kit.text('at').notNull(),
      accountName: kit.text('account_name').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('refusals_cycle').on(table.cycleId)],
  )
  return { forms, returns, refusals }
}
