import type { Kit } from '../columns.ts'

/** One row before and after an act; null = it did not exist. */
export interface RowChange {
  table: string
  id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What was done, by whom, with the rows before and after it: audit, undo and trash in one. */
export const historyTables = (kit: Kit) => {
  const acts = kit.table(
    'acts',
    {
      id: kit.text('id').primaryKey(),
      at: kit.text('at').notNull(),
      accountId: kit.text('account_id'),
      accountName: kit.text('account_name').notNull(),
      action: kit.text('action').notNull(),
      /** What it was done to, as a person would call it. */
      subject: kit.text('subject').notNull(),
      /** Unit under which it is seen; null = the installation. */
      unitId: kit.text('unit_id'),
      cycleId: kit.text('cycle_id'),
      congressId: kit.text('congress_id'),
      reason: kit.text('reason').notNull(),
      /** Number of rows touched; the rows themselves are read only to undo. */
      changeCount: kit.integer('change_count').notNull(),
      changes: kit.json<RowChange[]>('changes').notNull(),
      undoesActId: kit.text('undoes_act_id'),
      undoneByActId: kit.text('undone_by_act_id'),
    },
    (table) => [
      kit.index('acts_unit').on(table.unitId),
      kit.index('acts_congress').on(table.congressId),
      kit.index('acts_cycle').on(table.cycleId),
    ],
  )
  /** Counters that rise with every act: what was answered for an old count may be answered again while it stands. */
  const stamps = kit.table('stamps', { name: kit.text('name').primaryKey(), value: kit.integer('value').notNull() })
  /** When a record that calendars outside hold a copy of was last changed; without an entry, when it was created. */
  const changeTimes = kit.table('change_times', { id: kit.text('id').primaryKey(), at: kit.text('at').notNull() })
  /** Dry runs of imports waiting for their confirmation. */
  const imports = kit.table('imports', {
    id: kit.text('id').primaryKey(),
    kind: kit.text('kind').notNull(),
    accountId: kit.text('account_id').notNull(),
    unitId: kit.text('unit_id'),
    cycleId: kit.text('cycle_id'),
    fileName: kit.text('file_name').notNull(),
    /** The workbook as read, with the chosen sheet, header row and columns. */
    content: kit.json<unknown>('content').notNull(),
    createdAt: kit.text('created_at').notNull(),
  })
  /** Column names that an office used before, per kind of import; of delegates, per unit as well (`delegates <unit>`). */
  const columnNames = kit.table(
    'column_names',
    {
      id: kit.text('id').primaryKey(),
      kind: kit.text('kind').notNull(),
      folded: kit.text('folded').notNull(),
      field: kit.text('field').notNull(),
    },
    (table) => [kit.uniqueIndex('column_names_name').on(table.kind, table.folded)],
  )
  return { acts, stamps, changeTimes, imports, columnNames }
}
