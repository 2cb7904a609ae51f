import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Target } from './schema.ts'

export const listRules = async (read: Reader, congressId: string): Promise<Row<'assignmentRules'>[]> => {
  const { assignmentRules } = read.tables
  return read
    .select()
    .from(assignmentRules)
    .where(eq(assignmentRules.congressId, congressId))
    .orderBy(asc(assignmentRules.id))
}

export const listExceptions = async (read: Reader, congressId: string): Promise<Row<'assignmentExceptions'>[]> => {
  const { assignmentExceptions } = read.tables
  return read
    .select()
    .from(assignmentExceptions)
    .where(eq(assignmentExceptions.congressId, congressId))
    .orderBy(asc(assignmentExceptions.id))
}

/** The exceptions of these people in one session or role. */
export const findExceptions = async (
  read: Reader,
  { sessionId, role }: Target,
  delegateIds: readonly string[],
): Promise<Row<'assignmentExceptions'>[]> => {
  const { assignmentExceptions: table } = read.tables
  const isOfTarget = and(eq(table.sessionId, sessionId), eq(table.role, role))
  return read
    .select()
    .from(table)
    .where(and(isOfTarget, inArray(table.delegateId, [...delegateIds])))
}

export const findRolePlan = async (read: Reader, congressId: string): Promise<Row<'rolePlans'> | undefined> => {
  const { rolePlans } = read.tables
  return (await read.select().from(rolePlans).where(eq(rolePlans.congressId, congressId)))[0]
}

/** What of the delegates of a congress says where they come, in the order of the list. */
export const listAssignable = async (read: Reader, congressId: string) => {
  const { delegates, people } = read.tables
  return read
    .select({
      id: delegates.id,
      name: people.name,
      delegationId: delegates.delegationId,
      class: delegates.class,
      groups: delegates.groups,
      standing: delegates.standing,
      presence: delegates.presence,
      post: delegates.post,
      workplace: delegates.workplace,
    })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .where(eq(delegates.congressId, congressId))
    .orderBy(asc(delegates.position), asc(delegates.id))
}

/** Reads what is written of one delegate by statements that are compiled once: a hall full of telephones asks for it. */
export const assignmentReader = (db: Database) => {
  const findRules = db.prepared('assignment-rules', (read) => {
    const { assignmentRules: table } = read.tables
    return read
      .select()
      .from(table)
      .where(eq(table.congressId, sql.placeholder('congressId')))
  })
  const findHands = db.prepared('assignment-exceptions', (read) => {
    const { assignmentExceptions: table } = read.tables
    return read
      .select()
      .from(table)
      .where(eq(table.delegateId, sql.placeholder('delegateId')))
  })
  return async (congressId: string, delegateId: string) => ({
    rules: await findRules({ congressId }),
    exceptions: await findHands({ delegateId }),
  })
}
