import { accounts } from './en/accounts.ts'
import { calendar } from './en/calendar.ts'
import { common } from './en/common.ts'
import { calls } from './en/calls.ts'
import { conflicts } from './en/conflicts.ts'
import { errors } from './en/errors.ts'
import { files } from './en/files.ts'
import { exchange } from './en/exchange.ts'
import { congresses } from './en/congresses.ts'
import { feeds } from './en/feeds.ts'
import { venue } from './en/venue.ts'
import { firstRun } from './en/first-run.ts'
import { forms } from './en/forms.ts'
import { history } from './en/history.ts'
import { records } from './en/records.ts'
import { results } from './en/results.ts'
import { road } from './en/road.ts'
import { timeline } from './en/timeline.ts'
import { many } from './en/many.ts'
import { leaders } from './en/leaders.ts'
import { papers } from './en/papers.ts'
import { parts } from './en/parts.ts'
import { programme } from './en/programme.ts'
import { shell } from './en/shell.ts'
import { terms } from './en/terms.ts'
import type { Words } from './vi.ts'

export const en: Words = {
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
