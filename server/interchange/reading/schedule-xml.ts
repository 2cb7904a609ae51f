import { emptySchedule, foreignSchedule, notASchedule } from '../../errors.ts'
import { cleanText } from '../../format/search.ts'
import { minutesPerDay } from '../../programme/rules.ts'
import { identifierOf, numberIn } from '../identifiers.ts'
import {
  eachOnce,
  offsetText,
  textFields,
  type EventFields,
  type ScheduleEvent,
  type ScheduleLink,
  type SchedulePerson,
} from '../schedule.ts'
import type { OffsetAt } from '../zones.ts'
import { createFaults, dayFault, judgeEvent, type Faults } from './faults.ts'
import { childOf, childrenOf, readElements, type Element } from './elements.ts'
import type { ReadSchedule } from './read-schedule.ts'
import { clockMinutes, dayOf, isCalendarDay, stampOf, startOf } from './times.ts'

/** The clock of the installation: what times are of that say nothing of their own. */
export interface OfficeClock {
  timeZone: string
  offsetAt: OffsetAt
}

/** A day of the file, and until when in the night an hour still belongs to it. */
interface FileDay {
  day: string
  change: number
}

interface Reading {
  clock: OfficeClock
  days: ReadonlySet<string>
  faults: Faults
  dropped: Map<string, number>
  /** Events whose own hour is not that of their date. */
  startsDiffer: number
}

/** pentabarf's own, where a file does not say when its days change. */
const usualChange = 4 * 60

/** Reads frab's and pentabarf's `schedule.xml`. */
export const readScheduleXml = (text: string, clock: OfficeClock): ReadSchedule => {
  const root = readElements(text.replaceAll('\r\n', '\n'))
  if (root.name !== 'schedule') throw notASchedule()
  const days = childrenOf(root, 'day')
  const rooms = days.flatMap((day) => childrenOf(day, 'room'))
  if (rooms.length === 0) throw hasForeignParts(root) ? foreignSchedule() : emptySchedule()
  const conference = childOf(root, 'conference')
  const reading: Reading = {
    clock,
    days: new Set(days.flatMap(({ attributes }) => attributes['date'] ?? []).filter(isCalendarDay)),
    faults: createFaults(),
    dropped: new Map(),
    startsDiffer: 0,
  }
  dropHead(root, conference, reading.dropped)
  const change = clockMinutes(textOf(conference, 'day_change'))
  const events = days.flatMap((day) => eventsOfDay(day, change, reading))
  return {
    format: 'schedule-xml',
    title: textOf(conference, 'title').slice(0, 500),
    events,
    faults: reading.faults.found,
    dropped: [...reading.dropped].map(([field, count]) => ({ field, count })),
    notes: reading.startsDiffer === 0 ? [] : [{ code: 'start-differs', details: { count: reading.startsDiffer } }],
  }
}

/** Days with something else than rooms in them are another dialect; so is what has no days at all. */
const hasForeignParts = (root: Element): boolean =>
  root.children.some(({ name }) => !['generator', 'url', 'version', 'conference', 'day'].includes(name)) ||
  childrenOf(root, 'day').some(({ children }) => children.length > 0)

/** What the congress has of its own, and what is reckoned anew. */
const ownOfHead = new Set(['start', 'end', 'days', 'day_change', 'time_zone_name'])

const dropHead = (root: Element, conference: Element | undefined, dropped: Reading['dropped']): void => {
  for (const element of root.children) {
    if (element.name !== 'conference' && element.name !== 'day') drop(dropped, element)
  }
  for (const element of conference?.children ?? []) {
    if (!ownOfHead.has(element.name)) drop(dropped, element, 'conference/')
  }
}

const drop = (dropped: Reading['dropped'], element: Element, above = ''): void => {
  if (isEmpty(element)) return
  const field = `${above}${element.name}`.slice(0, 200)
  dropped.set(field, (dropped.get(field) ?? 0) + 1)
}

const isEmpty = ({ text, attributes, children }: Element): boolean =>
  text.trim() === '' && Object.keys(attributes).length === 0 && children.every(isEmpty)

const dropAttributes = (dropped: Reading['dropped'], { name, attributes }: Element, kept: readonly string[]): void => {
  for (const each of Object.keys(attributes)) {
    if (kept.includes(each) || attributes[each] === '') continue
    const field = `${name}@${each}`.slice(0, 200)
    dropped.set(field, (dropped.get(field) ?? 0) + 1)
  }
}

const eventsOfDay = (element: Element, change: number | null, reading: Reading): ScheduleEvent[] => {
  const { attributes } = element
  dropAttributes(reading.dropped, element, ['index', 'date', 'start', 'end'])
  const day = isCalendarDay(attributes['date'] ?? '') ? (attributes['date'] ?? '') : null
  const within = day === null ? null : { day, change: changeOf(attributes, change) }
  return childrenOf(element, 'room').flatMap((room) => {
    dropAttributes(reading.dropped, room, ['name'])
    const name = oneLine(room.attributes['name'] ?? '')
    const events = childrenOf(room, 'event')
    if (events.length === 0) drop(reading.dropped, room)
    return events.flatMap(
      (event) => readEvent(event, name, { day: within, said: attributes['date'] ?? '' }, reading) ?? [],
    )
  })
}

/** A day that ends in the night changes with its first hour, else when the conference says. */
const changeOf = ({ start = '', end = '' }: Readonly<Record<string, string>>, change: number | null): number => {
  const [from, to] = [stampOf(start), stampOf(end)]
  if (!from || !to) return change ?? usualChange
  const [begin, last] = [from.at % minutesPerDay, to.at % minutesPerDay]
  return dayOf(to.at) > dayOf(from.at) ? Math.min(begin, last + 1) : 0
}

const readEvent = (
  event: Element,
  room: string,
  { day, said }: { day: FileDay | null; said: string },
  reading: Reading,
): ScheduleEvent | null => {
  const title = oneLine(textOf(event, 'title'))
  const startText = textOf(event, 'start')
  const place = {
    title: title.slice(0, 500),
    day: day?.day ?? null,
    startsAt: startText.slice(0, 20),
    room: room.slice(0, 200),
  }
  const durationText = textOf(event, 'duration')
  const when = whenOf(startText, textOf(event, 'date'), day, reading)
  if (when === null) return reading.faults.add(place, 'start-not-a-time', { value: startText.slice(0, 60) })
  if (when === 'day-unknown') return reading.faults.add(place, dayFault, { value: said.slice(0, 60) })
  if (/^-/.test(durationText)) return reading.faults.add(place, 'end-before-start', {})
  const durationMinutes = clockMinutes(durationText)
  if (durationMinutes === null) {
    return reading.faults.add(place, 'duration-not-a-time', { value: durationText.slice(0, 60) })
  }
  const { day: on, start } = when
  const offset = when.offset === reading.clock.offsetAt(on, start) ? null : when.offset
  const persons = eachOnce(
    childrenOf(childOf(event, 'persons'), 'person').flatMap((each) => personOf(each, reading.dropped)),
  )
  const fields = fieldsOf(event, room, offset, reading.dropped)
  const read = { day: on, room, start, durationMinutes, title, persons, fields }
  return judgeEvent(read, place, reading.faults) ? read : null
}

interface When {
  day: string
  start: number
  offset: number | null
}

/** By its date where it has one, else by the hour and when the day changes. The hour counts where the two differ. */
const whenOf = (
  startText: string,
  dateText: string,
  within: FileDay | null,
  reading: Reading,
): When | 'day-unknown' | null => {
  const stamp = stampOf(dateText)
  const clock = clockMinutes(startText) ?? (stamp ? stamp.at % minutesPerDay : null)
  if (clock === null || clock >= 2 * minutesPerDay) return null
  if (!stamp) {
    if (!within) return 'day-unknown'
    return { day: within.day, start: clock < within.change ? clock + minutesPerDay : clock, offset: null }
  }
  const at = nearest(clock % minutesPerDay, stamp.at)
  if (at !== stamp.at) reading.startsDiffer += 1
  const offset = stamp.offset === null ? null : stamp.offset + at - stamp.at
  const day = dayFor(at, within, reading.days)
  return day === null ? 'day-unknown' : { day, start: at - startOf(day), offset }
}

/** The moment at this hour that lies nearest to the one that is said. */
const nearest = (clock: number, said: number): number => {
  const midnight = said - (said % minutesPerDay)
  const choices = [midnight - minutesPerDay, midnight, midnight + minutesPerDay].map((each) => each + clock)
  return choices.reduce((best, each) => (Math.abs(each - said) < Math.abs(best - said) ? each : best))
}

/** The day under which it stands, unless it begins before that, or as late as the next one's noon; then its own. */
const dayFor = (at: number, within: FileDay | null, days: ReadonlySet<string>): string | null => {
  const own = dayOf(at)
  if (within) {
    const start = at - startOf(within.day)
    const isNear = start >= 0 && start < (days.has(own) ? 1.5 : 2) * minutesPerDay
    if (isNear) return within.day
  }
  return days.has(own) ? own : null
}

const personOf = (element: Element, dropped: Reading['dropped']): SchedulePerson[] => {
  dropAttributes(dropped, element, ['id', 'guid'])
  const name = oneLine(element.text)
  if (name === '') return []
  const { id = '', guid = '' } = element.attributes
  return [{ id: numberIn(id, `${id} ${name}`), ...(guid === '' ? {} : { guid }), name }]
}

const structured = ['date', 'start', 'duration', 'room', 'title', 'recording', 'persons', 'links', 'attachments']

const fieldsOf = (event: Element, room: string, offset: number | null, dropped: Reading['dropped']): EventFields => {
  const { id = '', guid = '', code = '' } = event.attributes
  dropAttributes(dropped, event, ['id', 'guid', 'code'])
  const texts: Partial<Record<(typeof textFields)[number], string>> = code === '' ? {} : { code: cleanText(code) }
  for (const element of event.children) {
    const name = textFields.find((each) => each === element.name)
    if (name === undefined && !structured.includes(element.name)) drop(dropped, element)
    const text = cleanText(element.text)
    if (name !== undefined && text !== '') texts[name] = text
  }
  const ownRoom = oneLine(textOf(event, 'room'))
  const [links, attachments] = [
    linksOf(event, 'links', 'link', dropped),
    linksOf(event, 'attachments', 'attachment', dropped),
  ]
  const recording = recordingOf(childOf(event, 'recording'), dropped)
  return {
    guid: identifierOf({ guid: guid === '' ? `${id} ${textOf(event, 'title')}` : guid }),
    id: numberIn(id, `${guid} ${textOf(event, 'title')}`),
    ...texts,
    ...(recording ? { recording } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(ownRoom === '' || ownRoom === room ? {} : { ownRoom }),
    ...(offset === null ? {} : { offset: offsetText(offset) }),
  }
}

const recordingOf = (element: Element | undefined, dropped: Reading['dropped']): EventFields['recording'] => {
  const known = ['license', 'optout', 'url', 'link']
  for (const child of element?.children ?? []) if (!known.includes(child.name)) drop(dropped, child, 'recording/')
  const [license, url, link] = [textOf(element, 'license'), textOf(element, 'url'), textOf(element, 'link')]
  const isOptOut = /^(true|1)$/i.test(textOf(element, 'optout'))
  if (license === '' && url === '' && link === '' && !isOptOut) return undefined
  return { license, isOptOut, ...(url === '' ? {} : { url }), ...(link === '' ? {} : { link }) }
}

const linksOf = (event: Element, list: string, each: string, dropped: Reading['dropped']): ScheduleLink[] =>
  childrenOf(childOf(event, list), each).flatMap((element) => {
    dropAttributes(dropped, element, ['href', 'type', 'service'])
    const { href = '', type = '', service = '' } = element.attributes
    const title = cleanText(element.text)
    if (title === '' && href === '') return []
    return [{ title, href, ...(type === '' ? {} : { type }), ...(service === '' ? {} : { service }) }]
  })

const textOf = (element: Element | undefined, name: string): string => cleanText(childOf(element, name)?.text ?? '')

const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ')
