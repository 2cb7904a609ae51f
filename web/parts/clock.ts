import { clockIn, clockSpanIn } from '../../server/programme/rules/clock-words.ts'
import { sessionClockOf } from '../../server/programme/rules.ts'
import { language, words } from '../words/words.ts'

/** Minutes of a session's day as they are read: «01:15 (hôm sau)». */
export const clockWords = (minutes: number): string => clockIn(minutes, language())

export const spanWords = (start: number, end: number): string => clockSpanIn(start, end, language())

/** A time as somebody types it, `7:30`, `0730`, `7h30` or past midnight `24:30`; null = it is none. */
export const readTyped = (text: string): string | null => {
  const found = /^\s*(\d{1,2})\s*[:hg.]?\s*(\d{2})\s*$/.exec(text)
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])]
  return found && hours < 48 && minutes < 60 ? sessionClockOf(hours * 60 + minutes) : null
}

/** Why a field for a time that may stay empty cannot be read; null = it can. */
export const wrongClock = (text: string): string | null =>
  text.trim() === '' || readTyped(text) !== null ? null : words().editor.wrongClock
