import { minutesOf } from '../../server/programme/rules.ts'
import { words } from '../words/words.ts'
import { noDay, type Column } from './grid-layout.ts'
import type { Place } from './grid-move.ts'

/** When the first session of an empty day begins. */
const usualStart = 7 * 60 + 30

/** A room in which nothing is held on a day: a session is opened there, of the kind that rooms of its sort hold. */
export const openedPlace = (day: string, room: string, minutes: number): Place => {
  const kind = room === '' ? 'official' : 'discussion'
  const title = words().programme.kinds[kind]
  return { kind: 'opened', opened: { kind, title, date: day === noDay ? null : day, room }, minutes }
}

/** The end of a day's first session; on a day without any, one is opened in the main hall. */
export const firstPlaceIn = (columns: readonly Column[], day: string): Place => {
  const band = columns[0]?.bands[0]
  if (!band) return openedPlace(day, '', usualStart)
  const minutes = band.blocks.length === 0 ? minutesOf(band.session.startsAt) : band.end
  return { kind: 'session', sessionId: band.session.id, minutes }
}
