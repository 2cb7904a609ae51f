import { createHash } from 'node:crypto'
import { minutesPerDay } from '../programme/rules.ts'
import type { ProgrammeItem } from '../programme/schema.ts'
import { identifierOf } from './identifiers.ts'
import type { ReadSchedule } from './reading/read-schedule.ts'
import { grouped, inFileOrder, personKey, type ScheduleEvent } from './schedule.ts'
import type { ScheduleImportPreview } from './schema.ts'
import { sessionsOf, type MadeSession } from './sessions.ts'
import { roomInFile, type Session, type Standing, type StandingProgramme } from './standing.ts'
import { canonical, mergedInto, viewOf, type ViewedBy } from './views.ts'
import type { OffsetAt } from './zones.ts'

/** An event that is in the programme already, with what the file makes of it. */
interface Changed {
  event: ScheduleEvent
  item: ProgrammeItem
  /** Null = it comes out of the tray. */
  stood: Standing | null
}

export interface SchedulePlan {
  added: ScheduleEvent[]
  changed: Changed[]
  same: Standing[]
  missing: Standing[]
  /** Sessions that new and moved events go to: those that stand, by event, and those that are made. */
  placed: Map<ScheduleEvent, Session>
  made: MadeSession[]
}

/** What a file would make of a programme: events are the same by their identifier, of several the likest. */
export const planSchedule = (
  { events, format }: ReadSchedule,
  { programme, standing, unplaced, mainRoom }: StandingProgramme,
  { offsetAt, sessionLimit }: { offsetAt: OffsetAt; sessionLimit: number },
): SchedulePlan => {
  const viewedBy: ViewedBy = { format, offsetAt, mainRoom }
  const left = new Map(grouped(standing, ({ event }) => identifierOf(event.fields)))
  const tray = new Map(grouped(unplaced, ({ guid }) => guid))
  const plan: SchedulePlan = { added: [], changed: [], same: [], missing: [], placed: new Map(), made: [] }
  const others = events.filter((event) => {
    const view = viewOf(event, viewedBy)
    const found = take(left, event, (each) => viewOf(each.event, viewedBy) === view)
    if (found) plan.same.push(found)
    return !found
  })
  for (const event of others) {
    const stood = take(left, event, () => true)
    const item = stood?.item ?? take(tray, event, () => true)?.item
    if (!item) plan.added.push(event)
    else
      plan.changed.push({ event: stood ? mergedInto(stood.event, event, format) : event, item, stood: stood ?? null })
  }
  plan.missing = [...left.values()].flat().filter(({ isFromFile }) => isFromFile)
  placeEvents(plan, { sessions: programme.sessions, mainRoom, sessionLimit })
  return plan
}

/** Takes the first that fits of those with the event's identifier. */
const take = <T>(left: Map<string, T[]>, event: ScheduleEvent, fits: (each: T) => boolean): T | undefined => {
  const own = left.get(identifierOf(event.fields)) ?? []
  const index = own.findIndex(fits)
  return index < 0 ? undefined : own.splice(index, 1)[0]
}

/**
 * What stays on its day in its room stays in its session; the rest goes to a session there that the file has brought
 * before or that bears its name, else to one that is made.
 */
const placeEvents = (
  plan: SchedulePlan,
  { sessions, mainRoom, sessionLimit }: { sessions: readonly Session[]; mainRoom: string; sessionLimit: number },
): void => {
  const ofFile = new Set(
    [...plan.same, ...plan.missing, ...plan.changed.flatMap(({ stood }) => stood ?? [])].map(
      ({ session }) => session.id,
    ),
  )
  const byPlace = new Map(grouped(sessions, (session) => `${session.date ?? ''} ${roomInFile(session, mainRoom)}`))
  const isAt = (session: Session, { day, room, start }: ScheduleEvent) =>
    roomInFile(session, mainRoom) === (room || mainRoom) &&
    (session.date === day || (start >= minutesPerDay && session.date !== null && session.date > day))
  const free: ScheduleEvent[] = []
  const added = plan.added.map((event) => ({ event, stood: null }))
  for (const { event, stood } of [...added, ...plan.changed]) {
    if (stood && isAt(stood.session, event)) {
      plan.placed.set(event, stood.session)
      continue
    }
    const near = (byPlace.get(`${event.day} ${event.room || mainRoom}`) ?? []).filter(
      ({ id, title }) => ofFile.has(id) || title === (event.fields.track ?? event.room),
    )
    const session = near.find(({ title }) => title === event.fields.track) ?? near[0]
    if (session) plan.placed.set(event, session)
    else free.push(event)
  }
  plan.made = sessionsOf(free, sessionLimit - sessions.length)
}

/** Ends to be told at the most of each sort. */
const mostListed = 50

type Listed = ScheduleImportPreview['listed'][number]

export const previewOf = (
  fileName: string,
  read: ReadSchedule,
  plan: SchedulePlan,
  standing: StandingProgramme,
): ScheduleImportPreview => {
  const { format, title, events, faults, dropped, notes } = read
  const overlaps = overlapping(events)
  const late = events.filter(({ start, durationMinutes }) => start + durationMinutes > minutesPerDay)
  const rooms = (of: readonly ScheduleEvent[]) => new Set(of.map(({ room }) => room)).size
  const persons = new Set(events.flatMap((event) => event.persons.map(personKey)))
  const days = grouped(inFileOrder(events), ({ day }) => day)
  const isAgain = plan.same.length + plan.changed.length + plan.missing.length > 0
  return {
    ...{ fileName, format, title, dropped, notes },
    totals: {
      ...{ events: events.length, days: days.length, rooms: rooms(events), persons: persons.size },
      ...{ sessions: plan.made.length, new: plan.added.length, changed: plan.changed.length, same: plan.same.length },
      ...{ missing: plan.missing.length, faulty: faults.length },
      ...{ overlaps: overlaps.length, pastMidnight: late.length },
    },
    days: days.map(([day, own]) => ({ day, rooms: rooms(own), events: own.length })),
    faults: faults.slice(0, 2 * mostListed),
    listed: [
      ...listed(isAgain ? plan.added : [], 'new'),
      ...listed(
        plan.changed.map(({ event }) => event),
        'changed',
      ),
      ...listed(
        plan.missing.map(({ event }) => event),
        'missing',
      ),
      ...listed(overlaps, 'overlap'),
      ...listed(late, 'past-midnight'),
    ],
    digest: createHash('sha256')
      .update(canonical([read, standing.programme]))
      .digest('hex'),
  }
}

const listed = (events: readonly ScheduleEvent[], state: Listed['state']): Listed[] =>
  events
    .slice(0, mostListed)
    .map(({ title, day, start, room }) => ({ title, day, startsAt: clockText(start), room, state }))

const clockText = (minutes: number): string => {
  const part = (number: number) => String(number).padStart(2, '0')
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`
}

/** Events that begin in a room before another one there has ended. */
const overlapping = (events: readonly ScheduleEvent[]): ScheduleEvent[] =>
  grouped(inFileOrder(events), ({ day, room }) => `${day} ${room}`).flatMap(([, own]) => {
    let end = 0
    return own.filter(({ start, durationMinutes }) => {
      const isOver = start < end
      end = Math.max(end, start + durationMinutes)
      return isOver
    })
  })
