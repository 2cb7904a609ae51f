import { common } from './vi/common.ts'
import { terms } from './vi/terms.ts'
import { errors } from './vi/errors.ts'
import { shell } from './vi/shell.ts'
import { parts } from './vi/parts.ts'
import { conflicts } from './vi/conflicts.ts'
import { congresses } from './vi/congresses.ts'
import { firstRun } from './vi/first-run.ts'
import { many } from './vi/many.ts'
import { records } from './vi/records.ts'
import { results } from './vi/results.ts'
import { road } from './vi/road.ts'
import { timeline } from './vi/timeline.ts'

/** What the first page and the frame around every page say. */
export const viFirst = {
  common,
  terms,
  errors,
  shell,
  parts,
  conflicts,
  congresses,
  firstRun,
  many,
  records,
  results,
  road,
  timeline,
}
