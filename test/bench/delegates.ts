import { startServer } from '../support/server.ts'
import { benchDuplicates } from './delegates/duplicates.ts'
import { benchGrid } from './delegates/grid.ts'
import { benchGroups } from './delegates/groups.ts'
import { benchImport } from './delegates/import.ts'
import { benchServer } from './delegates/server.ts'
import type { BenchRow } from './rows.ts'

/** Lists of delegates as large as they come. */
export const benchDelegates = async (): Promise<BenchRow[]> => {
  const server = await startServer({ isDemo: true })
  try {
    return [
      ...(await benchImport(server)),
      ...benchDuplicates(),
      ...benchGroups(),
      ...(await benchGrid()),
      ...(await benchServer()),
    ]
  } finally {
    await server.stop()
  }
}
