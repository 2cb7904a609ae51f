import type { PaperFault } from '../../server/documents/schema.ts'
import type { Printer, PrintOrder } from '../../server/prints/schema.ts'
import type { Kit } from '../columns.ts'

/**
 * What was printed of a congress's papers. Nothing points at the congress: a print outlives its deletion, which can be
 * undone, and shows only where the congress does.
 */
export const printTables = (kit: Kit) => {
  const prints = kit.table(
    'prints',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit.text('congress_id').notNull(),
      /** Papers that were printed together as a package, and the place in it; null = printed alone. */
      packageId: kit.text('package_id'),
      position: kit.integer('position').notNull(),
      kind: kit.text('kind').notNull(),
      titles: kit.json<{ vi: string; en: string }>('titles').notNull(),
      language: kit.choice<'vi' | 'en'>('language').notNull(),
      at: kit.text('at').notNull(),
      accountName: kit.text('account_name').notNull(),
      wish: kit.json<Omit<PrintOrder, 'kind' | 'language'>>('wish').notNull(),
      documents: kit.integer('documents').notNull(),
      pages: kit.integer('pages').notNull(),
      sheets: kit.integer('sheets').notNull(),
      /** Cards on a sheet, and places of the last one that stayed empty; null = no cards, or not kept then. */
      perSheet: kit.integer('per_sheet'),
      left: kit.integer('places_left'),
      /** Texts that found no room on their card. */
      cuts: kit.json<PaperFault[]>('cuts').notNull(),
      /** All that it was made from, packed: the same print is made again from it. */
      snapshot: kit.text('snapshot').notNull(),
    },
    (table) => [kit.index('prints_congress').on(table.congressId), kit.index('prints_package').on(table.packageId)],
  )
  /** What of a kind lies printed on the table by now, so that a change prints only what changed. */
  const printMarks = kit.table(
    'print_marks',
    {
      /** Congress, kind and language. */
      id: kit.text('id').primaryKey(),
      congressId: kit.text('congress_id').notNull(),
      kind: kit.text('kind').notNull(),
      language: kit.choice<'vi' | 'en'>('language').notNull(),
      printedAt: kit.text('printed_at').notNull(),
      /** By row: the hash of what was printed, how it is called, and of one without its number day and symbol. */
      rows: kit
        .json<Record<string, [hash: string, name: string, unnumbered?: [day: string, symbol: string]]>>('printed_rows')
        .notNull(),
    },
    (table) => [kit.index('print_marks_congress').on(table.congressId)],
  )
  /** By how much the printers of a unit's offices are off, in millimetres. */
  const printerLists = kit.table(
    'printer_lists',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit.text('unit_id').notNull(),
      printers: kit.json<Printer[]>('printers').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('printer_lists_unit').on(table.unitId)],
  )
  return { prints, printMarks, printerLists }
}
