import type { Clause, Role } from '../../server/assignments/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/**
 * Who comes to a session and who has which role. Sessions and delegates are named without a reference: what is taken
 * away and put back finds its people again.
 */
export const assignmentTables = (kit: Kit, congresses: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const target = () => ({
    /** '' = the congress as a whole. */
    sessionId: kit.text('session_id').notNull(),
    /** '' = who attends. */
    role: kit.text('role').notNull(),
  })
  const assignmentRules = kit.table(
    'assignment_rules',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      ...target(),
      /** Whoever fits one of them; none = by hand alone. */
      clauses: kit.json<Clause[]>('clauses').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('assignment_rules_target').on(table.congressId, table.sessionId, table.role)],
  )
  /** Who is in, or out, whatever the rule says. */
  const assignmentExceptions = kit.table(
    'assignment_exceptions',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      ...target(),
      delegateId: kit.text('delegate_id').notNull(),
      isIn: kit.boolean('is_in').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('assignment_exceptions_congress').on(table.congressId),
      kit.uniqueIndex('assignment_exceptions_delegate').on(table.delegateId, table.sessionId, table.role),
    ],
  )
  /** The roles of a congress, where they are not the usual ones. */
  const rolePlans = kit.table(
    'role_plans',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      roles: kit.json<Role[]>('roles').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('role_plans_congress').on(table.congressId)],
  )
  return { assignmentRules, assignmentExceptions, rolePlans }
}
