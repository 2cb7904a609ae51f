import type { FileOwner } from '../../server/files/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Attachments: what they are called and whose they are; their bytes lie in the data folder under their hash. */
export const fileTables = (kit: Kit, congresses: Keyed) => {
  const files = kit.table(
    'files',
    {
      id: kit.text('id').primaryKey(),
      /** Unit at which it was added; of a file with a congress, that one's unit of today decides who may see it. */
      unitId: kit.text('unit_id').notNull(),
      congressId: kit.text('congress_id').references(() => congresses.id),
      ownerKind: kit.choice<FileOwner>('owner_kind').notNull(),
      ownerId: kit.text('owner_id').notNull(),
      name: kit.text('name').notNull(),
      type: kit.text('type').notNull(),
      size: kit.integer('size').notNull(),
      sha256: kit.text('sha256').notNull(),
      createdAt: kit.text('created_at').notNull(),
      accountName: kit.text('account_name').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('files_owner').on(table.ownerKind, table.ownerId),
      kit.index('files_congress').on(table.congressId),
    ],
  )
  return { files }
}
