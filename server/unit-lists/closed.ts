import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { refused } from '../errors.ts'
import { findList } from './queries.ts'
import { isOpen } from './rules.ts'

export const closed = ({ state }: Row<'delegateLists'>) =>
  refused('unit-list-closed', 'The list was sent: it is changed after a return alone.', { state })

/** Refuses what a unit would change of a list that is with the congress. */
export const refuseClosed = async (
  read: Reader,
  { congressId, unitId }: { congressId: string | null; unitId: string | null },
): Promise<void> => {
  if (congressId === null || unitId === null) return
  const list = await findList(read, congressId, unitId)
  if (list && !isOpen(list.state)) throw closed(list)
}
