import { formatDateInSentence, formatDayMonth, type Language } from '../../server/format/dates.ts'
import type { Words } from '../words/words.ts'
import type { TimelineWords } from './timeline-words.ts'

/** The words of the timeline in the present language, with dates written as it writes them. */
export const timelineWords = (words: Words, language: Language): TimelineWords => ({
  ...words.timeline,
  states: words.terms.states,
  severities: words.terms.severities,
  counts: words.road.counts,
  halfDays: words.terms.halfDays,
  date: (date) => formatDateInSentence(date, language),
  shortDate: (date) => formatDayMonth(date, language),
})
