import type { ReportedField, ReportOutcome } from '../../server/delegate-links/schema.ts'
import type { Kit } from '../columns.ts'

/**
 * Personal links of delegates, and of those who look after a delegation. Neither is a reference: whoever is taken off
 * the list and put back by an undo has the link that was handed out.
 */
export const delegateLinkTables = (kit: Kit) => {
  const delegateLinks = kit.table(
    'delegate_links',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit.text('congress_id').notNull(),
      /** Whose page it opens: a delegate's, or a whole delegation's for its liaison. */
      delegateId: kit.text('delegate_id'),
      delegationId: kit.text('delegation_id'),
      /** The code is derived from this and the installation's secret, so that it can be printed again. */
      salt: kit.text('salt').notNull(),
      /** SHA-256 of the code, by which it is found. */
      codeHash: kit.text('code_hash').notNull(),
      /** Last day on which it opens; null = some days after the congress, whenever that is held. */
      expiresOn: kit.text('expires_on'),
      revokedAt: kit.text('revoked_at'),
      /** When it was last opened; null = never yet. */
      openedAt: kit.text('opened_at'),
      /** When a slip with this code was last printed; null = not since the link got it. */
      slipPrintedAt: kit.text('slip_printed_at'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.uniqueIndex('delegate_links_code').on(table.codeHash),
      kit.uniqueIndex('delegate_links_delegate').on(table.delegateId),
      kit.uniqueIndex('delegate_links_delegation').on(table.delegationId),
      kit.index('delegate_links_congress').on(table.congressId),
    ],
  )
  /** What delegates say is wrong in what is written of them, until the office takes it over or sets it aside. */
  const delegateReports = kit.table(
    'delegate_reports',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit.text('congress_id').notNull(),
      delegateId: kit.text('delegate_id').notNull(),
      field: kit.choice<ReportedField>('field').notNull(),
      was: kit.text('was').notNull(),
      proposed: kit.text('proposed').notNull(),
      /** The liaison who said it; '' = the delegate. */
      saidBy: kit.text('said_by').notNull(),
      at: kit.text('at').notNull(),
      /** null = open. */
      outcome: kit.choice<ReportOutcome>('outcome'),
      settledBy: kit.text('settled_by').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('delegate_reports_congress').on(table.congressId),
      kit.index('delegate_reports_delegate').on(table.delegateId),
    ],
  )
  /** Keys of this installation that no route tells and no history keeps. */
  const secrets = kit.table('secrets', { name: kit.text('name').primaryKey(), value: kit.text('value').notNull() })
  return { delegateLinks, delegateReports, secrets }
}
