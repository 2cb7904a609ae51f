import { addDays } from '../format/dates.ts'
import { minutesPerDay } from '../programme/rules.ts'
import { grouped, type ScheduleEvent } from './schedule.ts'

/** A session that events of a file make: what happens in a room on a day, or of it a track that is in one piece. */
export interface MadeSession {
  title: string
  date: string
  /** As the file calls it. */
  room: string
  events: ScheduleEvent[]
}

/** Minutes since the midnight of a session's day at which an event begins. */
export const startIn = (date: string, { day, start }: Pick<ScheduleEvent, 'day' | 'start'>): number =>
  date === day ? start : start - minutesPerDay

/**
 * Sessions for events: one for each room and day. Where each track of a room is in one piece there, as in the rooms of
 * FOSDEM, one for each track, unless that makes more than a programme may have.
 */
export const sessionsOf = (events: readonly ScheduleEvent[], limit: number): MadeSession[] => {
  const places = grouped(events, ({ day, room }) => `${day} ${room}`).map(([, own]) =>
    own.toSorted((one, other) => one.start - other.start),
  )
  const byTrack = places.flatMap((own) => tracksOf(own))
  return (byTrack.length <= limit ? byTrack : places).map(madeOf).sort(byTimeAndRoom)
}

const tracksOf = (events: ScheduleEvent[]): ScheduleEvent[][] => {
  const runs: ScheduleEvent[][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run && run[0]?.fields.track === event.fields.track) run.push(event)
    else runs.push([event])
  }
  const tracks = new Set(runs.map(([first]) => first?.fields.track))
  return tracks.size === runs.length ? runs : [events]
}

const madeOf = (events: ScheduleEvent[]): MadeSession => {
  const [first] = events
  if (!first) throw new Error('a session is made of events')
  const { day, room, start, fields } = first
  const isOneTrack = events.every((event) => event.fields.track === fields.track)
  const title = (isOneTrack ? fields.track : undefined) ?? room
  // What only begins after midnight is of the day on which it begins.
  return { title, date: start < minutesPerDay ? day : addDays(day, 1), room, events }
}

const byTimeAndRoom = (one: MadeSession, other: MadeSession): number =>
  one.date < other.date ? -1 : Number(one.date > other.date)
