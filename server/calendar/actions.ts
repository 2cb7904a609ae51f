import { invalid, notFound, type FieldFault } from '../errors.ts'
import { addDays, daysBetween, weekdayOf } from '../format/dates.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { findCalendarDay } from './queries.ts'
import { addDefaultDays } from './defaults.ts'
import type { CalendarDay, CalendarDayChange, NewCalendarDay, YearOfDays } from './schema.ts'
import type { Writer } from '../../db/open.ts'

export const createCalendarDay = (office: Office, actor: Actor, day: NewCalendarDay): Promise<Done<CalendarDay>> =>
  act(office, actor, { action: 'calendar-day-created', subject: day.name, unitId: day.unitId }, async (rows) => {
    await check(rows.tx, day)
    return rows.create('calendarDays', { id: newId(), ...day })
  })

export const changeCalendarDay = (
  office: Office,
  actor: Actor,
  id: string,
  change: CalendarDayChange,
): Promise<Done<CalendarDay>> => {
  const { version, ...day } = change
  return act(office, actor, { action: 'calendar-day-changed', subject: day.name, unitId: day.unitId }, async (rows) => {
    await check(rows.tx, day)
    return rows.change('calendarDays', id, version, day)
  })
}

export const deleteCalendarDay = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'calendar-day-deleted', subject: '', unitId: null }, async (rows) => {
    const day = await findCalendarDay(rows.tx, id)
    if (!day) throw notFound()
    rows.say({ subject: day.name, unitId: day.unitId })
    await rows.remove('calendarDays', id, version)
  })

/** Adds what is missing of a year's holidays and anniversaries, to be edited once its decisions are there. */
export const addYearOfDays = (
  office: Office,
  actor: Actor,
  { year, unitId }: YearOfDays,
): Promise<Done<{ added: number }>> =>
  act(office, actor, { action: 'calendar-year-added', subject: String(year), unitId }, async (rows) => {
    if (unitId !== null && !(await findUnit(rows.tx, unitId))) throw notFound()
    return { added: await addDefaultDays(rows, { fromYear: year, toYear: year, unitId }) }
  })

const check = async (tx: Writer, day: NewCalendarDay) => {
  const faults = faultsOf(day)
  if (faults.length > 0) throw invalid(faults)
  if (day.unitId !== null && !(await findUnit(tx, day.unitId))) throw notFound()
}

/** An exchange is of a few days; it needs no longer a look than that. */
const longestExchange = 14

const faultsOf = ({ from, to, kind, sinceYear }: NewCalendarDay): FieldFault[] => {
  if (to < from) return [{ field: 'to', rule: 'reversed' }]
  if (kind === 'working-day') {
    const days = daysBetween(from, to) + 1
    if (days > longestExchange) return [{ field: 'to', rule: 'too-large' }]
    const isWorkday = Array.from({ length: days }, (_none, at) => weekdayOf(addDays(from, at))).some((day) => day < 5)
    if (isWorkday) return [{ field: 'from', rule: 'not-weekend' }]
  }
  if (sinceYear === null) return []
  if (kind !== 'anniversary') return [{ field: 'sinceYear', rule: 'not-of-this-kind' }]
  return sinceYear >= Number(from.slice(0, 4)) ? [{ field: 'sinceYear', rule: 'too-large' }] : []
}
