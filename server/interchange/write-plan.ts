import { cutTo } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { bareItem, bareSession, minutesOf, minutesPerDay, sessionClockOf, timeItems } from '../programme/rules.ts'
import type { ProgrammeItem } from '../programme/schema.ts'
import type { SchedulePlan } from './plan.ts'
import { grouped, personKey, type ScheduleEvent, type SchedulePerson } from './schedule.ts'
import { startIn } from './sessions.ts'
import { keptOf, type Session, type StandingProgramme } from './standing.ts'

/** Something in a session: an item that stands, an event, or both. */
interface Entry {
  item: ProgrammeItem | null
  event: ScheduleEvent | null
  start: number
  durationMinutes: number
}

interface Filled extends Pick<Session, 'id' | 'date' | 'room' | 'startsAt'> {
  /** Null = it is made now. */
  session: Session | null
  entries: Entry[]
}

/** Writes what a plan makes of a programme: its speakers, sessions and items. */
export const writePlan = async (
  rows: ActRows,
  congressId: string,
  plan: SchedulePlan,
  standing: StandingProgramme,
): Promise<void> => {
  const speakerOf = await writeSpeakers(rows, congressId, plan, standing)
  const changes = new Map(plan.changed.map((change) => [change.event, change]))
  const filled = [...fillStanding(plan, standing, changes), ...fillMade(plan, standing.mainRoom, changes)]
  const { sessions } = standing.programme
  const count = sessions.length
  const outside = new Set(sessions.flatMap(({ isOutside, room }) => (isOutside ? room : [])))
  await rows.createMany(
    'sessions',
    filled
      .filter(({ session }) => session === null)
      .map(({ id, date, room, startsAt }, index) => ({
        ...bareSession,
        ...{ id, congressId, position: count + index, date, room, startsAt, isOutside: outside.has(room) },
        ...{ kind: 'discussion', title: cutTo(plan.made[index]?.title || room || standing.mainRoom, 300) },
      })),
  )
  const created: Parameters<typeof rows.createMany<'items'>>[1] = []
  for (const each of filled) {
    if (each.session && each.session.startsAt !== each.startsAt) {
      await rows.change('sessions', each.id, each.session.version, { startsAt: each.startsAt })
    }
    for (const { entry, place } of settled(each)) {
      const { item, event } = entry
      const values = event ? valuesOf(event, changes.get(event), each, speakerOf) : {}
      if (!item) created.push({ ...blankItem(), ...values, ...place, id: newId() })
      else if (event || isOther(item, place)) await rows.change('items', item.id, item.version, { ...values, ...place })
    }
  }
  await rows.createMany('items', created)
}

const blankItem = () => ({
  ...bareItem(),
  ...{ title: '', durationMinutes: 0, presenter: '', note: '', interchange: null },
})

const isOther = (item: ProgrammeItem, place: Pick<ProgrammeItem, 'position' | 'fixedStart'>): boolean =>
  item.position !== place.position || item.fixedStart !== place.fixedStart

/** Speakers for the persons of what is new or changed: those that are known by number and name, or by name alone. */
const writeSpeakers = async (
  rows: ActRows,
  congressId: string,
  plan: SchedulePlan,
  { speakers, programme }: StandingProgramme,
): Promise<(person: SchedulePerson) => string> => {
  const ids = new Map(speakers)
  const named = new Map(programme.speakers.map(({ id, name }) => [name, id]))
  const events = [...plan.added, ...plan.changed.filter(hasOtherPersons).map(({ event }) => event)]
  const persons = new Map(events.flatMap((event) => event.persons.map((person) => [personKey(person), person])))
  const fresh = [...persons.values()].filter((person) => !ids.has(personKey(person)))
  const namesakes = new Set(fresh.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) !== index))
  const made = fresh.flatMap((person) => {
    const known = namesakes.has(person.name) ? undefined : named.get(person.name)
    const id = known ?? newId()
    ids.set(personKey(person), id)
    return known === undefined ? [{ id, name: person.name }] : []
  })
  await rows.createMany(
    'speakers',
    made.map((speaker) => ({ ...speaker, congressId, post: '', state: 'confirmed', withdrawnOn: null, note: '' })),
  )
  return (person) => ids.get(personKey(person)) ?? ''
}

type Change = SchedulePlan['changed'][number]
type Changes = ReadonlyMap<ScheduleEvent, Change>

const hasOtherPersons = ({ event, stood }: Change): boolean =>
  stood === null ||
  event.persons.length !== stood.event.persons.length ||
  event.persons.some((person, index) => {
    const other = stood.event.persons[index]
    return !other || personKey(person) !== personKey(other)
  })

/** Sessions that stand and that something comes to, goes from or is retimed in, with all that they then hold. */
const fillStanding = (plan: SchedulePlan, { programme }: StandingProgramme, changes: Changes): Filled[] => {
  const touched = new Set<string | null>([...plan.placed.values()].map(({ id }) => id))
  for (const { item } of plan.changed) touched.add(item.sessionId)
  const changed = new Set(plan.changed.map(({ item }) => item.id))
  const comingTo = new Map(grouped([...plan.placed], ([, { id }]) => id))
  return programme.sessions.flatMap((session): Filled[] => {
    if (!touched.has(session.id)) return []
    const times = timeItems(session.startsAt, session.items)
    const staying = session.items.flatMap((item, index): Entry[] =>
      changed.has(item.id)
        ? []
        : [{ item, event: null, start: times[index]?.start ?? 0, durationMinutes: item.durationMinutes }],
    )
    const { id, date, room } = session
    const come = (comingTo.get(id) ?? []).map(([event]) => entryOf(event, date ?? event.day, changes))
    const entries = inOrder([...staying, ...come])
    return [{ id, date, room, startsAt: beginOf(entries, session.startsAt), session, entries }]
  })
}

const fillMade = (plan: SchedulePlan, mainRoom: string, changes: Changes): Filled[] =>
  plan.made.map(({ date, room, events }) => {
    const entries = events.map((event) => entryOf(event, date, changes))
    const place = { id: newId(), date, room: room === mainRoom ? '' : room }
    return { ...place, startsAt: beginOf(entries, '00:00'), session: null, entries }
  })

const entryOf = (event: ScheduleEvent, date: string, changes: Changes): Entry => ({
  item: changes.get(event)?.item ?? null,
  event,
  start: startIn(date, event),
  durationMinutes: event.durationMinutes,
})

const inOrder = (entries: readonly Entry[]): Entry[] => entries.toSorted((one, other) => one.start - other.start)

/** A session begins with its first item, if that is on its day. */
const beginOf = (entries: readonly Entry[], otherwise: string): string => {
  const [first] = entries
  return first && first.start >= 0 && first.start < minutesPerDay ? sessionClockOf(first.start) : otherwise
}

/** What follows the item before it floats; what begins at another time than that one's end holds its own. */
const settled = ({ id: sessionId, startsAt, entries }: Filled) => {
  let clock = minutesOf(startsAt)
  return entries.map((entry, position) => {
    const { item, start, durationMinutes } = entry
    const isHeld = start !== clock || (item?.fixedStart ?? null) !== null
    clock = start + durationMinutes
    const fixedStart = isHeld ? sessionClockOf(start) : null
    return { entry, place: { sessionId, trayCongressId: null, position, fixedStart } }
  })
}

/** What an event says of its item. Whose persons stay the same keeps its speakers and presenter. */
const valuesOf = (
  event: ScheduleEvent,
  change: Change | undefined,
  session: Pick<Session, 'date' | 'room'>,
  speakerOf: (person: SchedulePerson) => string,
) => {
  const keeps = change && !hasOtherPersons(change)
  const speakerIds = keeps ? change.item.speakerIds : event.persons.map(speakerOf)
  return {
    title: event.title,
    durationMinutes: event.durationMinutes,
    speakerIds,
    ...(keeps === false ? { presenter: '' } : {}),
    interchange: keptOf(event, session, (person) => speakerIds[event.persons.indexOf(person)] ?? ''),
  }
}
