import { addDays, dayNumber } from '../../format/dates.ts'
import { inOrderOfTime, minutesOf, minutesPerDay, timeItems } from '../../programme/rules.ts'
import type { ProgrammeItem, ProgrammeSession, SessionKind, Speaker } from '../../programme/schema.ts'

/** What a release tells: the run sheet's notes, cues, words and batches are for those who run the day alone. */
export interface TellableProgramme {
  sessions: readonly TellableSession[]
  speakers: readonly Pick<Speaker, 'id' | 'name' | 'post'>[]
}

export interface TellableSession extends Pick<
  ProgrammeSession,
  'id' | 'kind' | 'title' | 'date' | 'startsAt' | 'room'
> {
  /** Left out in what was released before it was known. */
  isOutside?: boolean
  items: readonly Pick<ProgrammeItem, 'id' | 'title' | 'durationMinutes' | 'fixedStart' | 'presenter' | 'speakerIds'>[]
}

/** A session or an item as a release tells it. */
export interface Told {
  id: string
  sessionId: string
  sessionTitle: string
  title: string
  date: string | null
  kind: SessionKind
  room: string
  isOutside: boolean
  /** Minutes since midnight of `date`; past 1440 = after the next midnight. */
  start: number
  end: number
  /** How long it is written to last; of a session from its start to its end. */
  minutes: number
  presenter: string
  speakers: readonly ToldSpeaker[]
}

export interface ToldSpeaker {
  id: string
  name: string
  post: string
}

export interface ToldSession extends Told {
  /** When it begins, as it is written: its first item may be held to another time. */
  startsAt: number
  items: readonly Told[]
}

/** The sessions of a programme with the times that come out, in the order in which they are held. */
export const toldSessions = ({ sessions, speakers }: TellableProgramme): ToldSession[] => {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  return inOrderOfTime(sessions).map((session) => {
    const { id: sessionId, title: sessionTitle, date, kind, room, isOutside = false } = session
    const place = { sessionId, sessionTitle, date, kind, room, isOutside }
    const times = timeItems(session.startsAt, session.items)
    const items = session.items.map(({ id, title, durationMinutes, presenter, speakerIds }, index): Told => {
      const { start, end } = times[index] ?? { start: 0, end: 0 }
      const named = speakerIds.flatMap((speakerId) => byId.get(speakerId) ?? [])
      return { id, ...place, title, start, end, minutes: durationMinutes, presenter, speakers: named }
    })
    const startsAt = minutesOf(session.startsAt)
    const start = Math.min(...items.map((item) => item.start), ...(items.length === 0 ? [startsAt] : []))
    const end = Math.max(start, ...items.map((item) => item.end))
    const whole = { title: sessionTitle, start, end, minutes: end - start, presenter: '', speakers: [] }
    return { id: sessionId, ...place, ...whole, startsAt, items }
  })
}

/** The day and the minutes since its midnight at which something stands, also of what goes on past midnight. */
export const momentAt = (date: string | null, minutes: number): { date: string | null; minutes: number } => {
  const days = Math.floor(minutes / minutesPerDay)
  return { date: date === null || days === 0 ? date : addDays(date, days), minutes: minutes - days * minutesPerDay }
}

export const isSamePlace = (one: Told, other: Told): boolean =>
  one.room === other.room && one.isOutside === other.isOutside

/** For comparing and ordering: two that say the same moment alike. */
export const momentKey = (date: string | null, minutes: number): string =>
  // Without a day there is no next one either.
  date === null ? `- ${String(minutes)}` : String(dayNumber(date) * minutesPerDay + minutes).padStart(10, '0')
