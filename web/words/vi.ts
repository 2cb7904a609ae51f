import { accounts } from './vi/accounts.ts'
import { calendar } from './vi/calendar.ts'
import { common } from './vi/common.ts'
import { calls } from './vi/calls.ts'
import { conflicts } from './vi/conflicts.ts'
import { errors } from './vi/errors.ts'
import { files } from './vi/files.ts'
import { exchange } from './vi/exchange.ts'
import { congresses } from './vi/congresses.ts'
import { feeds } from './vi/feeds.ts'
import { venue } from './vi/venue.ts'
import { firstRun } from './vi/first-run.ts'
import { forms } from './vi/forms.ts'
import { history } from './vi/history.ts'
import { records } from './vi/records.ts'
import { results } from './vi/results.ts'
import { road } from './vi/road.ts'
import { timeline } from './vi/timeline.ts'
import { many } from './vi/many.ts'
import { leaders } from './vi/leaders.ts'
import { papers } from './vi/papers.ts'
import { parts } from './vi/parts.ts'
import { programme } from './vi/programme.ts'
import { shell } from './vi/shell.ts'
import { terms } from './vi/terms.ts'

/** Every sentence that a user can read, in Vietnamese: the source. One file per feature, the same in `en/`. */
export const vi = {
  common,
  terms,
  errors,
  files,
  shell,
  parts,
  accounts,
  calendar,
  calls,
  conflicts,
  congresses,
  exchange,
  feeds,
  venue,
  firstRun,
  forms,
  history,
  many,
  leaders,
  papers,
  programme,
  records,
  results,
  road,
  timeline,
}

export type Words = typeof vi
