import { dayNumber, isoDate } from '../../server/format/dates.ts'
import type { Preset, TimelineSpan } from './timeline-types.ts'

/** Days and pixels. A day is the number of days since 1970; a fraction is a part of the day; spans end before `to`. */

export interface Scale {
  /** First day that is drawn: at 0 px. */
  origin: number
  /** First day that is no longer drawn. */
  end: number
  pxPerDay: number
}

/** A part of the time, fractions allowed; `to` is its end, not its last day. */
export interface Reach {
  from: number
  to: number
}

export const maxPxPerDay = 128
/** From here on bars of a half-day snap to half-days. */
export const halfDayPxPerDay = 24

export const xOf = (scale: Scale, day: number): number => (day - scale.origin) * scale.pxPerDay
export const dayAt = (scale: Scale, x: number): number => scale.origin + x / scale.pxPerDay
export const widthOf = (scale: Scale): number => (scale.end - scale.origin) * scale.pxPerDay

export const reachOf = ({ from, to }: TimelineSpan): Reach => ({ from: dayNumber(from), to: dayNumber(to) + 1 })

/** Whole days that are in sight, the half-seen ones included; both ends inclusive. */
export const spanOf = ({ from, to }: Reach): TimelineSpan => {
  const first = Math.round(from)
  return { from: isoDate(first), to: isoDate(Math.max(first, Math.round(to) - 1)) }
}

/** The scale within its limits: never so small that it leaves room beside the whole range. */
export const limitPxPerDay = (pxPerDay: number, days: number, width: number): number => {
  const smallest = width / days
  return Math.min(Math.max(pxPerDay, smallest), Math.max(maxPxPerDay, smallest))
}

/** The reach moved, and where it must be shortened, so that it lies within the limits. */
export const keepWithin = (reach: Reach, limits: Reach): Reach => {
  const length = Math.min(reach.to - reach.from, limits.to - limits.from)
  const from = Math.min(Math.max(reach.from, limits.from), limits.to - length)
  return { from, to: from + length }
}

/** The reach made shorter (factor > 1) or longer round a day that stays where it is on the screen. */
export const zoomRound = (reach: Reach, day: number, factor: number): Reach => ({
  from: day - (day - reach.from) / factor,
  to: day + (reach.to - day) / factor,
})

/** The nearest day, or half-day, to a point of time. */
export const snap = (day: number, step: 1 | 0.5 | 7): number => {
  if (step !== 7) return Math.round(day / step) * step
  return Math.round((day - mondayPhase) / 7) * 7 + mondayPhase
}

/** 1970-01-05 was a Monday. */
const mondayPhase = 4

export const mondayOf = (day: number): number => Math.floor((day - mondayPhase) / 7) * 7 + mondayPhase

/** 0 = Sunday. */
export const weekdayOf = (day: number): number => (((Math.floor(day) + 4) % 7) + 7) % 7

export const yearOf = (day: number): number => Number(isoDate(Math.floor(day)).slice(0, 4))
/** 1–12. */
export const monthOf = (day: number): number => Number(isoDate(Math.floor(day)).slice(5, 7))

/** First day of a month; months beyond 1–12 run into other years. */
export const monthStart = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000

/** What a preset shows round a day. */
export const reachOfPreset = (preset: Preset, day: number, limits: Reach): Reach => {
  const year = yearOf(day)
  const month = monthOf(day)
  const quarter = month - ((month - 1) % 3)
  const reaches: Record<Preset, () => Reach> = {
    cycle: () => limits,
    year: () => ({ from: monthStart(year, 1), to: monthStart(year + 1, 1) }),
    '12-months': () => ({ from: monthStart(year, month - 5), to: monthStart(year, month + 7) }),
    quarter: () => ({ from: monthStart(year, quarter), to: monthStart(year, quarter + 3) }),
    month: () => ({ from: monthStart(year, month), to: monthStart(year, month + 1) }),
    week: () => ({ from: mondayOf(day), to: mondayOf(day) + 7 }),
  }
  return keepWithin(reaches[preset](), limits)
}
