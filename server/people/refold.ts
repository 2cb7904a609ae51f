import type { Database } from '../../db/open.ts'
import { foldForSearch } from '../format/search.ts'
import { listUnfolded, saveFolded } from './queries.ts'

/** Folds the names of people whom a migration took over: SQL knows nothing of Vietnamese marks. */
export const foldNames = async (db: Database): Promise<void> => {
  const unfolded = await listUnfolded(db.read)
  if (unfolded.length === 0) return
  await db.write(async (tx) => {
    for (const { id, name } of unfolded) await saveFolded(tx, id, foldForSearch(name))
  })
}
