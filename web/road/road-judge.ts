import { conflictsOfMove, nearestFreeDays } from '../../server/conflicts/rules.ts'
import {
  addDays,
  capitalized,
  daysBetween,
  formatDayLabel,
  formatDayMonth,
  formatShortDate,
  type Language,
} from '../../server/format/dates.ts'
import { wordWishedConflict } from '../conflicts/word-conflict.ts'
import { wordDay } from '../conflicts/word-day.ts'
import type { Words } from '../words/words.ts'
import type { LoadedRoad } from './road-source.ts'
import type { Judge } from './timeline-types.ts'

const shownSentences = 3
const offeredDays = 3

/**
 * What speaks for and against a day, by the server's own rules. Sentences and free days are worked out only when they are
 * read: while dragging, most days are asked for their colour alone.
 */
export const judgeOf =
  (loaded: LoadedRoad, words: Words, language: Language): Judge =>
  (congressId, { date, halfDay, isWeekOnly }) => {
    const { judged } = words.road
    const congress = loaded.congress(congressId)
    const days = congress?.dateFrom && congress.dateTo ? daysBetween(congress.dateFrom, congress.dateTo) : 0
    const when = isWeekOnly
      ? { dateFrom: null, dateTo: null, weekOf: date }
      : { dateFrom: date, dateTo: addDays(date, days), weekOf: null }
    const found = conflictsOfMove(loaded.index, congressId, { ...when, halfDay })
    const severity = found[0]?.severity ?? null
    return {
      severity,
      title: capitalized(
        judged[severity ?? 'free'](
          isWeekOnly ? judged.week(formatDayMonth(date, language)) : formatDayLabel(date, language),
        ),
      ),
      get sentences() {
        const write = (each: string) => formatShortDate(each, language)
        return found.slice(0, shownSentences).map((conflict) => wordWishedConflict(conflict, loaded, words, write))
      },
      get nearest() {
        if (severity === null) return []
        return nearestFreeDays(loaded.index, congressId, date, offeredDays).map((free) => ({
          ...free,
          label: wordDay(free.date, free.halfDay),
        }))
      },
    }
  }
