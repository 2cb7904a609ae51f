import type { FormMarks, FormType } from '../../server/outside-forms/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Forms that other offices send to be filled. Their editions are files; which one is filled, and how it is marked. */
export const outsideFormTables = (kit: Kit, units: Keyed) => {
  const outsideForms = kit.table(
    'outside_forms',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      name: kit.text('name').notNull(),
      type: kit.choice<FormType>('type').notNull(),
      /** Name of the list that its repeated row is of; null = it has none. */
      list: kit.text('list'),
      /** The edition that is filled. */
      fileId: kit.text('file_id').notNull(),
      /** By edition. */
      marks: kit.json<Record<string, FormMarks>>('marks').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('outside_forms_unit').on(table.unitId)],
  )
  /**
   * Forms as they were filled. Nothing points at form or congress: what was sent outlives both, and shows where the
   * congress does.
   */
  const outsideFills = kit.table(
    'outside_fills',
    {
      id: kit.text('id').primaryKey(),
      formId: kit.text('form_id').notNull(),
      congressId: kit.text('congress_id').notNull(),
      /** What the file is called, without its ending. */
      name: kit.text('name').notNull(),
      type: kit.choice<FormType>('type').notNull(),
      at: kit.text('at').notNull(),
      accountName: kit.text('account_name').notNull(),
      /** By row of the list: the hash of what was filled in. */
      rows: kit.json<Record<string, string>>('filled_rows').notNull(),
      sha256: kit.text('sha256').notNull(),
    },
    (table) => [kit.index('outside_fills_congress').on(table.congressId)],
  )
  return { outsideForms, outsideFills }
}
