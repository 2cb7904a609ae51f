import { formatPaperTime, type Language } from '../../format/dates.ts'
import { withNextDay } from '../../programme/rules/clock-words.ts'
import { clockOf } from '../../programme/rules.ts'
import type { ProgrammeItem } from '../../programme/schema.ts'

/** What the tables and scripts of a programme are worded with. */
export interface Wording {
  /** A word of the template. */
  word: (name: string) => string
  /** A text of the programme in the language of the paper. */
  write: (text: string) => string
  /** Who carries out an item. */
  carriedOutBy: (item: Pick<ProgrammeItem, 'presenter' | 'speakerIds'>) => string
  language: Language
}

/** Words that stay on one line. */
export const hold = (text: string) => text.replaceAll(' ', '\u00a0')

/** A minute of the day as the paper writes it. */
export const timeAt = (minutes: number, language: Language): string =>
  withNextDay(plainTime(minutes, language), minutes, language)

const plainTime = (minutes: number, language: Language): string =>
  language === 'vi' ? hold(formatPaperTime(clockOf(minutes))) : clockOf(minutes)

/** Between two times on a paper. */
export const spanDash = ' - '

export const timeSpan = (start: number, end: number, language: Language): string =>
  end > start ? `${plainTime(start, language)}${spanDash}${timeAt(end, language)}` : timeAt(start, language)
