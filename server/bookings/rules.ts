import { dayNumber, isoDate } from '../format/dates.ts'
import type { Booking, Occurrence, Repetition } from './schema.ts'

type Times = Pick<Booking, 'fromDay' | 'fromTime' | 'toDay' | 'toTime' | 'repeats' | 'repeatsUntil'>

/** When a booking takes its hall, in minutes of the hall's own clock: `count` times, each `step` after the one before. */
export interface Run {
  start: number
  length: number
  step: number
  count: number
}

const minutesPerDay = 1440
/** Longer than this no hall is promised in one go. */
export const longestDays = 731
/** No time of a repeated booking takes longer: the next one begins then. */
export const longestRepeatedDays = 7
const stepDays: Readonly<Record<Repetition, number>> = { none: 1, daily: 1, weekly: longestRepeatedDays }

export const runOf = ({ fromDay, fromTime, toDay, toTime, repeats, repeatsUntil }: Times): Run => {
  const start = minuteOf(fromDay, fromTime)
  const days = repeats === 'none' || repeatsUntil === null ? 0 : dayNumber(repeatsUntil) - dayNumber(fromDay)
  return {
    start,
    length: minuteOf(toDay, toTime) - start,
    step: stepDays[repeats] * minutesPerDay,
    count: Math.floor(days / stepDays[repeats]) + 1,
  }
}

/** The minute of the hall's own clock, counted from 1970. */
export const minuteOf = (day: string, time: string): number =>
  dayNumber(day) * minutesPerDay + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** When the first of them begins that takes any of the minutes from–to (`to` itself excluded); null = none does. */
export const firstWithin = ({ start, length, step, count }: Run, from: number, to: number): number | null => {
  const at = Math.max(0, Math.floor((from - start - length) / step) + 1)
  const begins = start + at * step
  return at < count && begins < to ? begins : null
}

/** When the first of another's times begins that meets one of `run`; null = they never meet. */
export const firstMeeting = (run: Run, other: Run): number | null => {
  for (let at = 0; at < run.count; at += 1) {
    const from = run.start + at * run.step
    const met = firstWithin(other, from, from + run.length)
    if (met !== null) return met
  }
  return null
}

export const occurrenceAt = (begins: number, { length }: Run): Occurrence => {
  const ends = begins + length
  return { fromDay: dayOf(begins), fromTime: timeOf(begins), toDay: dayOf(ends), toTime: timeOf(ends) }
}

/** From the first day of a booking to the one on which its last time ends. */
export const daysOf = (booking: Times): { from: string; to: string } => {
  const run = runOf(booking)
  return { from: booking.fromDay, to: occurrenceAt(run.start + (run.count - 1) * run.step, run).toDay }
}

/** The times of a booking that take part of the days from–to, in order. */
export const occurrencesIn = (booking: Times, fromDay: string, toDay: string): Occurrence[] => {
  const run = runOf(booking)
  const [from, to] = [minuteOf(fromDay, '00:00'), minuteOf(toDay, '24:00')]
  const found: Occurrence[] = []
  const first = firstWithin(run, from, to)
  const last = run.start + (run.count - 1) * run.step
  for (let begins = first ?? to; begins < to && begins <= last; begins += run.step) {
    found.push(occurrenceAt(begins, run))
  }
  return found
}

const dayOf = (minute: number): string => isoDate(Math.floor(minute / minutesPerDay))
const timeOf = (minute: number): string => {
  const ofDay = ((minute % minutesPerDay) + minutesPerDay) % minutesPerDay
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

export interface BookingFault {
  field: keyof Times
  rule:
    | 'ends-before-start'
    | 'too-long'
    | 'required'
    | 'does-not-repeat'
    | 'reversed'
    | 'repeats-too-long'
    | 'repeats-into-itself'
}

/** What is wrong with the times of a booking taken by itself; empty = nothing. */
export const faultsOfBooking = (booking: Times): BookingFault[] => {
  const { fromDay, toDay, repeats, repeatsUntil } = booking
  const { length, step } = runOf(booking)
  if (length <= 0) return [{ field: toDay < fromDay ? 'toDay' : 'toTime', rule: 'ends-before-start' }]
  if (length > longestDays * minutesPerDay) return [{ field: 'toDay', rule: 'too-long' }]
  if (repeats === 'none') return repeatsUntil === null ? [] : [{ field: 'repeatsUntil', rule: 'does-not-repeat' }]
  if (repeatsUntil === null) return [{ field: 'repeatsUntil', rule: 'required' }]
  if (repeatsUntil < fromDay) return [{ field: 'repeatsUntil', rule: 'reversed' }]
  if (dayNumber(repeatsUntil) - dayNumber(fromDay) > longestDays) {
    return [{ field: 'repeatsUntil', rule: 'repeats-too-long' }]
  }
  return length > step ? [{ field: 'toDay', rule: 'repeats-into-itself' }] : []
}
