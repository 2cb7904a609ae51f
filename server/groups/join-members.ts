import { findDelegate } from '../duplicates/queries.ts'
import type { ActRows } from '../history/actions.ts'
import { listMembers, listRules } from './queries.ts'

/** Of two delegates who are one person the first takes the second's place in groups and rules, where it has none. */
export const joinMembers = async (rows: ActRows, keptId: string, goneId: string): Promise<void> => {
  const congressId = (await findDelegate(rows.tx, goneId))?.congressId ?? ''
  const members = await listMembers(rows.tx, congressId)
  const gone = members.find(({ delegateId }) => delegateId === goneId)
  if (gone && members.some(({ delegateId }) => delegateId === keptId)) {
    await rows.remove('groupMembers', gone.id, gone.version)
  } else if (gone) await rows.change('groupMembers', gone.id, gone.version, { delegateId: keptId })
  for (const { id, version, delegateIds } of await listRules(rows.tx, congressId)) {
    if (!delegateIds.includes(goneId)) continue
    const named = [...new Set(delegateIds.map((each) => (each === goneId ? keptId : each)))]
    // One person is neither together with nor apart from anybody.
    if (named.length < 2) await rows.remove('groupRules', id, version)
    else await rows.change('groupRules', id, version, { delegateIds: named })
  }
}
