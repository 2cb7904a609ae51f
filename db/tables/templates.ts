import type { Keyed, Kit } from '../columns.ts'

/** Copies of templates that units keep beside those that ship, and all their versions; logos that stand on cards. */
export const templateTables = (kit: Kit, units: Keyed, levels: Keyed) => {
  const templateCopies = kit.table(
    'template_copies',
    {
      id: kit.text('id').primaryKey(),
      /** Unit, level and kind in one: there is one copy for them. */
      place: kit.text('place').notNull(),
      kind: kit.text('kind').notNull(),
      /** What its papers are called, in Vietnamese. */
      title: kit.text('title').notNull(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      /** Only for the congresses of this level; null = of all. */
      levelId: kit.text('level_id').references(() => levels.id),
      lastNumber: kit.integer('last_number').notNull(),
      /** Number of the version that papers take; null = nothing but drafts so far. */
      inForce: kit.integer('in_force'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.uniqueIndex('template_copies_place').on(table.place),
      kit.index('template_copies_unit').on(table.unitId),
    ],
  )
  /** Never changed once they are there: each save and each restoring is one more. */
  const templateVersions = kit.table(
    'template_versions',
    {
      id: kit.text('id').primaryKey(),
      copyId: kit
        .text('copy_id')
        .notNull()
        .references(() => templateCopies.id),
      number: kit.integer('number').notNull(),
      /** Text by the name of the file: `text.vi.md`. */
      files: kit.json<Record<string, string>>('files').notNull(),
      isDraft: kit.boolean('is_draft').notNull(),
      /** The version that it says again; null = it was written. */
      restored: kit.integer('restored'),
      /** Of the files that shipped when it was saved: says later whether newer ones ship. */
      shippedHash: kit.text('shipped_hash').notNull(),
      note: kit.text('note').notNull(),
      accountName: kit.text('account_name').notNull(),
      at: kit.text('at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('template_versions_number').on(table.copyId, table.number)],
  )
  /** Emblems that units print on their cards. */
  const logos = kit.table(
    'logos',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      /** A small PNG in base64, as it was drawn from what was sent. */
      picture: kit.text('picture').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('logos_unit').on(table.unitId)],
  )
  return { templateCopies, templateVersions, logos }
}
