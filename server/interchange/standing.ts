import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { addDays } from '../format/dates.ts'
import { findProgramme } from '../programme/queries.ts'
import { openPlace } from '../programme/rules/places.ts'
import { minutesPerDay, timeItems } from '../programme/rules.ts'
import type { Interchange, Programme, ProgrammeItem } from '../programme/schema.ts'
import { findVenue } from '../venues/queries.ts'
import { identifierOf, numberOf } from './identifiers.ts'
import { listInterchange } from './queries.ts'
import { personKey, type EventFields, type ScheduleEvent, type SchedulePerson } from './schedule.ts'

export type Session = Programme['sessions'][number]

/** A person of a file and the speaker that he is here. */
interface KeptPerson {
  speakerId: string
  id: number
  guid?: string
}

/** What an item keeps of its event beside its own fields. */
interface Kept extends EventFields {
  persons: KeptPerson[]
  /** What its room is called by the schedule and by the event itself, where these differ. */
  rooms?: { name: string; own: string }
  /** The day under which it stands, where its session begins after that one's midnight. */
  day?: string
}

/** An item as the event that it is to other programs. */
export interface Standing {
  event: ScheduleEvent
  item: ProgrammeItem
  session: Session
  /** A schedule file brought it, or changed it. */
  isFromFile: boolean
}

export interface StandingProgramme {
  programme: Programme
  standing: Standing[]
  /** Items that a file brought and that have no time now: in the tray, or in a session without a day. */
  unplaced: { guid: string; item: ProgrammeItem }[]
  /** Speakers by how files know them: number and name. */
  speakers: Map<string, string>
  /** What sessions are called to be in that say no room: the venue itself. */
  mainRoom: string
}

/** A congress's programme as events; items in the tray and sessions without a day are none yet. */
export const findStanding = async (read: Reader, congressId: string): Promise<StandingProgramme> => {
  const programme = await findProgramme(read, congressId)
  const kept = await listInterchange(read, congressId)
  const congress = await findCongress(read, congressId)
  const venue = congress?.venueId == null ? undefined : await findVenue(read, congress.venueId)
  const mainRoom = venue?.name ?? 'Hội trường'
  const names = new Map(programme.speakers.map(({ id, name }) => [id, name]))
  const speakers = new Map<string, string>()
  for (const interchange of kept.values()) {
    for (const { speakerId, id } of (interchange as unknown as Kept).persons) {
      const name = names.get(speakerId)
      if (name !== undefined) speakers.set(personKey({ id, name }), speakerId)
    }
  }
  const standing = programme.sessions.flatMap((session) => standingOf(session, { kept, names, mainRoom }))
  const undated = programme.sessions.flatMap(({ date, items }) => (date === null ? items : []))
  const unplaced = [...undated, ...programme.tray].flatMap((item) => {
    const interchange = kept.get(item.id)
    return interchange ? [{ guid: identifierOf(interchange as unknown as Kept), item }] : []
  })
  return { programme, standing, unplaced, speakers, mainRoom }
}

interface Known {
  kept: ReadonlyMap<string, Interchange>
  names: ReadonlyMap<string, string>
  mainRoom: string
}

const standingOf = (session: Session, { kept, names, mainRoom }: Known): Standing[] => {
  const { date } = session
  if (date === null) return []
  const times = timeItems(session.startsAt, session.items)
  return session.items.map((item, index) => {
    const own = (kept.get(item.id) ?? null) as Kept | null
    const start = times[index]?.start ?? 0
    const isNight = own?.day !== undefined && addDays(own.day, 1) === date
    const event: ScheduleEvent = {
      day: isNight ? (own.day ?? date) : date,
      room: roomInFile(session, mainRoom),
      start: isNight ? start + minutesPerDay : start,
      durationMinutes: item.durationMinutes,
      title: item.title,
      persons: personsOf(item, own, names),
      fields: own ? fieldsOf(own, session) : { guid: item.id, id: numberOf(item.id), track: session.title },
    }
    return { event, item, session, isFromFile: own !== null }
  })
}

/** What a session's place is called to other programs. */
export const roomInFile = (session: Session, mainRoom: string): string =>
  openPlace(session, 'vi') || session.room || mainRoom

const personsOf = (
  { speakerIds, presenter }: ProgrammeItem,
  own: Kept | null,
  names: ReadonlyMap<string, string>,
): SchedulePerson[] => {
  if (speakerIds.length === 0) return presenter === '' ? [] : [{ id: numberOf(presenter), name: presenter }]
  return speakerIds.flatMap((speakerId) => {
    const name = names.get(speakerId)
    if (name === undefined) return []
    const { id, guid } = own?.persons.find((person) => person.speakerId === speakerId) ?? {}
    return [{ id: id ?? numberOf(speakerId), ...(guid === undefined ? {} : { guid }), name }]
  })
}

const fieldsOf = ({ persons: _persons, rooms, day: _day, ...fields }: Kept, { room }: Session): EventFields =>
  rooms?.name === room ? { ...fields, ownRoom: rooms.own } : fields

/** What an item keeps of an event that lies in a session of this day and room, with the speakers that its persons are. */
export const keptOf = (
  { fields, persons, day }: ScheduleEvent,
  { date, room }: Pick<Session, 'date' | 'room'>,
  speakerOf: (person: SchedulePerson) => string,
): Interchange => {
  const { ownRoom, ...rest } = fields
  const kept: Kept = {
    ...rest,
    persons: persons.map((person) => {
      const { id, guid } = person
      return { speakerId: speakerOf(person), id, ...(guid === undefined ? {} : { guid }) }
    }),
    ...(ownRoom === undefined ? {} : { rooms: { name: room, own: ownRoom } }),
    ...(date === day ? {} : { day }),
  }
  return kept as unknown as Interchange
}
