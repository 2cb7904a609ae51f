import { formatDateInSentence, formatDayMonth, type Language } from '../../server/format/dates.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Words } from '../words/words.ts'
import type { TimelineWords } from './timeline-words.ts'

/** The words of the timeline in the present language, with dates as it writes them and how much of the road is shown. */
export const timelineWords = (words: Words, language: Language, shown: readonly Congress[]): TimelineWords => ({
  ...words.timeline,
  axis: { ...words.timeline.axis, week: (monday) => formatDayMonth(monday, language) },
  nameColumn: words.road.summary(new Set(shown.map(({ unitId }) => unitId)).size, shown.length),
  states: words.terms.states,
  severities: words.terms.severities,
  counts: words.road.counts,
  halfDays: words.terms.halfDays,
  date: (date) => formatDateInSentence(date, language),
  shortDate: (date) => formatDayMonth(date, language),
})
