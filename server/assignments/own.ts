import type { Database, Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { countNamesakes } from '../delegate-links/queries.ts'
import { isSamePost } from '../delegate-links/rules.ts'
import { listOwnMembers } from '../groups/queries.ts'
import { findRows } from '../lists/queries.ts'
import { personKey } from '../programme/rules/presenters.ts'
import { assignmentReader, findRolePlan } from './queries.ts'
import { recipientOf } from './rules/honoured.ts'
import { usualRoles } from './rules/usual-roles.ts'
import type { AssignmentBoard, ClauseKind } from './schema.ts'

interface Who {
  delegate: Row<'delegates'>
  person: Row<'people'>
}

/**
 * Reads what is written of one delegate, the rules of the congress and what hands said: two statements where nobody said
 * who comes to what, and more only where what is written asks for more.
 */
export const ownBoardReader = (db: Database) => {
  const find = assignmentReader(db)
  return async ({ delegate, person }: Who): Promise<AssignmentBoard> => {
    const { id, congressId } = delegate
    const { rules, exceptions } = await find(congressId, id)
    const hasRoles = [...rules, ...exceptions].some(({ role }) => role !== '')
    const asks = (kind: ClauseKind) => rules.some(({ clauses }) => clauses.some(({ by }) => by === kind))
    const plan = hasRoles ? await findRolePlan(db.read, congressId) : undefined
    const groups = asks('discussion') ? await listOwnMembers(db.read, congressId, { delegateId: id }) : []
    return {
      ...{ rules, exceptions, roles: plan?.roles ?? [...usualRoles], rolesVersion: plan?.version ?? 0 },
      honouredIds: asks('honoured') && (await isHonoured(db.read, { delegate, person })) ? [id] : [],
      discussions: groups.map(({ groupId, name }) => ({ id: groupId, name, memberIds: [id] })),
    }
  }
}

/** As `honouredAmong` finds it among all. */
const isHonoured = async (read: Reader, { delegate, person }: Who): Promise<boolean> => {
  const key = personKey(person.name)
  const recipients = (await findRows(read, delegate.congressId, 'honours'))
    .flatMap(({ values }) => recipientOf(values))
    .filter(({ name }) => personKey(name) === key)
  const attendee = { name: person.name, post: delegate.post, workplace: delegate.workplace, class: delegate.class }
  if (recipients.some((each) => isSamePost(each, attendee))) return true
  return recipients.length > 0 && (await countNamesakes(read, delegate.congressId, person.folded)) === 1
}
