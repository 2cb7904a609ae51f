import type { HalfDay } from '../../server/congresses/schema.ts'
import { formatDayLabel } from '../../server/format/dates.ts'
import { language, words } from '../words/words.ts'

/** `thứ Sáu 26/6 sáng`, as a place to move to; a whole day is said by its date alone. */
export const wordDay = (date: string, halfDay: HalfDay): string => {
  const day = formatDayLabel(date, language())
  return halfDay === 'day' ? day : `${day} ${words().terms.halfDays[halfDay].toLocaleLowerCase('vi')}`
}
