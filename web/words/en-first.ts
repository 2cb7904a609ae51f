import { common } from './en/common.ts'
import { terms } from './en/terms.ts'
import { errors } from './en/errors.ts'
import { shell } from './en/shell.ts'
import { parts } from './en/parts.ts'
import { conflicts } from './en/conflicts.ts'
import { congresses } from './en/congresses.ts'
import { firstRun } from './en/first-run.ts'
import { many } from './en/many.ts'
import { records } from './en/records.ts'
import { results } from './en/results.ts'
import { road } from './en/road.ts'
import { timeline } from './en/timeline.ts'

/** The same in English. */
export const enFirst = {
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
