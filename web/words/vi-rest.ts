import { files } from './vi/files.ts'
import { accounts } from './vi/accounts.ts'
import { assignments } from './vi/assignments.ts'
import { calendar } from './vi/calendar.ts'
import { calls } from './vi/calls.ts'
import { choosing } from './vi/choosing.ts'
import { day } from './vi/day.ts'
import { delegateLinks } from './vi/delegate-links.ts'
import { duplicates } from './vi/duplicates.ts'
import { delegates } from './vi/delegates.ts'
import { editor } from './vi/editor.ts'
import { errorsBeyond } from './vi/errors-beyond.ts'
import { exchange } from './vi/exchange.ts'
import { feeds } from './vi/feeds.ts'
import { venue } from './vi/venue.ts'
import { forms } from './vi/forms.ts'
import { groups } from './vi/groups.ts'
import { halls } from './vi/halls.ts'
import { history } from './vi/history.ts'
import { interchange } from './vi/interchange.ts'
import { leaders } from './vi/leaders.ts'
import { levelDelegates } from './vi/level-delegates.ts'
import { lists } from './vi/lists.ts'
import { makeUp } from './vi/make-up.ts'
import { outsideForms } from './vi/outside-forms.ts'
import { pagePictures } from './vi/page-pictures.ts'
import { paperLife } from './vi/paper-life.ts'
import { papers } from './vi/papers.ts'
import { prints } from './vi/prints.ts'
import { programme } from './vi/programme.ts'
import { quotas } from './vi/quotas.ts'
import { releases } from './vi/releases.ts'
import { replacement } from './vi/replacement.ts'
import { seating } from './vi/seating.ts'
import { seatPapers } from './vi/seat-papers.ts'
import { staticPages } from './vi/static-pages.ts'
import { templates } from './vi/templates.ts'
import { unitLists } from './vi/unit-lists.ts'

/** What pages beyond the first say: fetched with them (`words/rest.ts`). */
export const viRest = {
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
