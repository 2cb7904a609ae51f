import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { listMembers } from './queries.ts'

/** The place that somebody has in a discussion group, with the role in it, goes over to another of the congress. */
export const passOnGroup = async (
  rows: ActRows,
  congressId: string,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<void> => {
  const members = await listMembers(rows.tx, congressId)
  const passed = members.find(({ delegateId }) => delegateId === fromId)
  if (!passed) return
  const { id, version, ...place } = passed
  const own = members.find(({ delegateId }) => delegateId === toId)
  await rows.remove('groupMembers', id, version)
  if (own) await rows.change('groupMembers', own.id, own.version, { ...place, delegateId: toId })
  else await rows.create('groupMembers', { ...place, id: newId(), delegateId: toId })
}
