/** A schedule as files of conferences hold it, whatever their format: what readers give and writers take. */

export interface ScheduleLink {
  title: string
  /** '' = it leads nowhere. */
  href: string
  type?: string
  service?: string
}

export interface SchedulePerson {
  /** Number of the file; two persons of one name differ by it. */
  id: number
  guid?: string
  name: string
}

/** What a file says of an event and the product only hands on, by the names of frab; what is empty is left out. */
export interface EventFields {
  guid: string
  id: number
  code?: string
  url?: string
  logo?: string
  slug?: string
  subtitle?: string
  track?: string
  type?: string
  language?: string
  abstract?: string
  description?: string
  recording?: { license: string; isOptOut: boolean; url?: string; link?: string }
  links?: ScheduleLink[]
  attachments?: ScheduleLink[]
  feedback_url?: string
  origin_url?: string
  video_download_url?: string
  /** What the event itself calls its room, where the schedule calls it otherwise. */
  ownRoom?: string
  /** `+01:00`: how far its clock is ahead of UTC, where that is not the clock of the installation. */
  offset?: string
}

/** Texts that are handed on as they are. */
export const textFields = [
  'code',
  'url',
  'logo',
  'slug',
  'subtitle',
  'track',
  'type',
  'language',
  'abstract',
  'description',
  'feedback_url',
  'origin_url',
  'video_download_url',
] as const satisfies (keyof EventFields)[]

export interface ScheduleEvent {
  /** The day of the programme on which it stands, also where it begins after that one's midnight. */
  day: string
  room: string
  /** Minutes since the day's midnight by the schedule's own clock; past 1440 = after the next one. */
  start: number
  durationMinutes: number
  title: string
  persons: SchedulePerson[]
  fields: EventFields
}

/** How persons are told apart: by number and name. */
export const personKey = ({ id, name }: Pick<SchedulePerson, 'id' | 'name'>): string => `${String(id)} ${name}`

/** Whoever is named twice comes once. */
export const eachOnce = (persons: readonly SchedulePerson[]): SchedulePerson[] =>
  [...new Map(persons.toReversed().map((person) => [personKey(person), person])).values()].toReversed()

/** Minutes of `+01:00` and of `Z`; null where it is neither. */
export const offsetMinutes = (offset: string): number | null => {
  if (/^z$/i.test(offset)) return 0
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})$/.exec(offset) ?? []
  if (sign === undefined) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

export const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  const part = (number: number) => String(number).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`
}

/** In the order in which files list events: by day, room and time, else as they came. */
export const inFileOrder = (events: readonly ScheduleEvent[]): ScheduleEvent[] => {
  const rooms = new Map<string, number>()
  for (const { room } of events) if (!rooms.has(room)) rooms.set(room, rooms.size)
  return events.toSorted(
    (one, other) =>
      (one.day < other.day ? -1 : Number(one.day > other.day)) ||
      (rooms.get(one.room) ?? 0) - (rooms.get(other.room) ?? 0) ||
      one.start - other.start,
  )
}

/** In groups, in the order in which their keys come first. */
export const grouped = <T>(all: readonly T[], keyOf: (each: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return [...groups]
}
