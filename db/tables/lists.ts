import type { Keyed, Kit } from '../columns.ts'

/** Rows of the lists that a congress's papers are made from; their columns stand in `templates/lists/`. */
export const listTables = (kit: Kit, congresses: Keyed) => {
  const listRows = kit.table(
    'list_rows',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit
        .text('congress_id')
        .notNull()
        .references(() => congresses.id),
      /** Name of the list. */
      list: kit.text('list').notNull(),
      position: kit.integer('position').notNull(),
      /** Text by column. */
      values: kit.json<Record<string, string>>('row_values').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('list_rows_list').on(table.congressId, table.list)],
  )
  return { listRows }
}
