import type { Row } from '../../db/rows.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { listExceptions } from './queries.ts'
import { keyOf } from './rules.ts'

/**
 * What somebody was put into by hand, roles and sessions, goes over to another of the congress. Where a hand left
 * somebody out, that was meant for that person alone.
 */
export const passOnHands = async (
  rows: ActRows,
  congressId: string,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<void> => {
  const hands = await listExceptions(rows.tx, congressId)
  const passed = hands.filter(({ delegateId, isIn }) => delegateId === fromId && isIn)
  const own = new Map(hands.flatMap((hand) => (hand.delegateId === toId ? [[keyOf(hand), hand] as const] : [])))
  const made: Omit<Row<'assignmentExceptions'>, 'version'>[] = []
  for (const { version: _version, ...hand } of passed) {
    const standing = own.get(keyOf(hand))
    if (!standing) made.push({ ...hand, id: newId(), delegateId: toId })
    else if (!standing.isIn) await rows.change('assignmentExceptions', standing.id, standing.version, { isIn: true })
  }
  await rows.removeMany('assignmentExceptions', passed)
  await rows.createMany('assignmentExceptions', made)
}
