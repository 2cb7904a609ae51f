import type { ListMember, ListState } from '../../server/unit-lists/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** The list that a unit sends to a congress, and what the congress said of it; a unit that sent nothing yet has none. */
export const delegateListTables = (kit: Kit, congresses: Keyed) => {
  const delegateLists = kit.table(
    'delegate_lists',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit
        .text('congress_id')
        .notNull()
        .references(() => congresses.id),
      sendingUnitId: kit.text('sending_unit_id').notNull(),
      state: kit.choice<ListState>('state').notNull(),
      /** Why the unit sends more than its quota. */
      excessReason: kit.text('excess_reason').notNull(),
      /** Whom the unit named when it last submitted: what was corrected since is told by it. */
      members: kit.json<ListMember[]>('members').notNull(),
      /** Whom the congress approved, as its list stood then; nobody while it is not approved. */
      approvedMembers: kit.json<ListMember[]>('approved_members').notNull().default([]),
      submittedAt: kit.text('submitted_at'),
      submittedBy: kit.text('submitted_by').notNull(),
      /** Why the unit asks to have it back; '' = it does not. */
      correctionReason: kit.text('correction_reason').notNull(),
      /** Why the congress returned it. */
      remark: kit.text('remark').notNull(),
      /** Whom it is about, by their places on the list; nobody = the list as a whole. */
      remarkedIds: kit.json<string[]>('remarked_ids').notNull().default([]),
      /** When and by whom it was last approved or returned. */
      decidedAt: kit.text('decided_at'),
      decidedBy: kit.text('decided_by').notNull(),
      /** Of the paper that approves it; they come after the signature. */
      paperNumber: kit.text('paper_number').notNull(),
      paperDate: kit.text('paper_date'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('delegate_lists_unit').on(table.congressId, table.sendingUnitId)],
  )
  return { delegateLists }
}
