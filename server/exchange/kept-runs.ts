import { stampReader } from '../history/queries.ts'
import type { Office } from '../office.ts'
import type { DryRun } from './preview.ts'

/** What is looked through page by page: the last dry runs, without what they would write. */
type KeptRun = Pick<DryRun, 'summary' | 'rows'> & { stamp: number }

interface Kept {
  /** How many acts were done so far. */
  readStamp: () => Promise<number>
  runs: Map<string, KeptRun>
}

/** Twenty thousand rows take tens of megabytes. */
const mostKept = 2
const offices = new WeakMap<Office, Kept>()

const keptOf = (office: Office): Kept => {
  const kept = offices.get(office) ?? { readStamp: stampReader(office.db), runs: new Map<string, KeptRun>() }
  offices.set(office, kept)
  return kept
}

export const stampOf = (office: Office): Promise<number> => keptOf(office).readStamp()

/** `stamp` = how many acts were done when the run began. */
export const keepRun = (office: Office, { summary, rows }: DryRun, stamp: number): void => {
  const { runs } = keptOf(office)
  runs.delete(summary.id)
  runs.set(summary.id, { summary, rows, stamp })
  const [oldest = ''] = runs.keys()
  if (runs.size > mostKept) runs.delete(oldest)
}

/** The run that says what its reader looks at, if nothing was done since. */
export const keptRun = async (office: Office, id: string, digest: string): Promise<KeptRun | null> => {
  const { runs, readStamp } = keptOf(office)
  const run = runs.get(id)
  return run && run.summary.digest === digest && run.stamp === (await readStamp()) ? run : null
}
