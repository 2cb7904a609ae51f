import { files } from './en/files.ts'
import { accounts } from './en/accounts.ts'
import { assignments } from './en/assignments.ts'
import { calendar } from './en/calendar.ts'
import { calls } from './en/calls.ts'
import { choosing } from './en/choosing.ts'
import { day } from './en/day.ts'
import { delegateLinks } from './en/delegate-links.ts'
import { duplicates } from './en/duplicates.ts'
import { delegates } from './en/delegates.ts'
import { editor } from './en/editor.ts'
import { errorsBeyond } from './en/errors-beyond.ts'
import { exchange } from './en/exchange.ts'
import { feeds } from './en/feeds.ts'
import { venue } from './en/venue.ts'
import { forms } from './en/forms.ts'
import { groups } from './en/groups.ts'
import { halls } from './en/halls.ts'
import { history } from './en/history.ts'
import { interchange } from './en/interchange.ts'
import { leaders } from './en/leaders.ts'
import { levelDelegates } from './en/level-delegates.ts'
import { lists } from './en/lists.ts'
import { makeUp } from './en/make-up.ts'
import { outsideForms } from './en/outside-forms.ts'
import { pagePictures } from './en/page-pictures.ts'
import { paperLife } from './en/paper-life.ts'
import { papers } from './en/papers.ts'
import { prints } from './en/prints.ts'
import { programme } from './en/programme.ts'
import { quotas } from './en/quotas.ts'
import { releases } from './en/releases.ts'
import { replacement } from './en/replacement.ts'
import { seating } from './en/seating.ts'
import { seatPapers } from './en/seat-papers.ts'
import { staticPages } from './en/static-pages.ts'
import { templates } from './en/templates.ts'
import { unitLists } from './en/unit-lists.ts'

/** The same in English. */
export const enRest = {
  files,
  accounts,
  assignments,
  calendar,
  calls,
  choosing,
  day,
  delegateLinks,
  duplicates,
  delegates,
  editor,
  errorsBeyond,
  exchange,
  feeds,
  venue,
  forms,
  groups,
  halls,
  history,
  interchange,
  leaders,
  levelDelegates,
  lists,
  makeUp,
  outsideForms,
  pagePictures,
  paperLife,
  papers,
  prints,
  programme,
  quotas,
  releases,
  replacement,
  seating,
  seatPapers,
  staticPages,
  templates,
  unitLists,
}
