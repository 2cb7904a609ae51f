import { minutesPerDay } from '../../programme/rules.ts'
import type { ScheduleEvent } from '../schedule.ts'
import type { Details, EventFault } from '../schema.ts'
import type { FaultyEvent } from './read-schedule.ts'

export type EventPlace = Pick<FaultyEvent, 'title' | 'day' | 'startsAt' | 'room'>

export interface Faults {
  found: FaultyEvent[]
  /** Notes why an event stays out; gives null, as what is then in its place. */
  add(place: EventPlace, fault: EventFault, details: Details): null
}

export const createFaults = (): Faults => {
  const found: FaultyEvent[] = []
  return {
    found,
    add: (place, fault, details) => {
      found.push({ ...place, fault, details })
      return null
    },
  }
}

export const dayFault: EventFault = 'day-unknown'

/** As the shapes of sessions and speakers have it. */
const limits = { room: 200, person: 200 } as const
const mostPersons = 50

/** Whether an event can be an item of a programme; else the fault is noted. */
export const judgeEvent = (event: ScheduleEvent, place: EventPlace, faults: Faults): boolean => {
  const add = (fault: EventFault, details: Details = {}) => faults.add(place, fault, details) !== null
  const { room, durationMinutes, persons, start } = event
  if (start < 0 || start >= 2 * minutesPerDay) return add(dayFault, { value: event.day })
  if (durationMinutes < 0) return add('end-before-start')
  if (durationMinutes > minutesPerDay) return add('longer-than-a-day', { hours: Math.ceil(durationMinutes / 60) })
  if (persons.length > mostPersons) return add('too-many-persons', { limit: mostPersons })
  if (room.length > limits.room) return add('too-long', { field: 'room', limit: limits.room })
  if (persons.some(({ name }) => name.length > limits.person)) {
    return add('too-long', { field: 'person', limit: limits.person })
  }
  return true
}
