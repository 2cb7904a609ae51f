import { invalid, notFound } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { findCalendarDay } from './queries.ts'
import type { CalendarDay, CalendarDayChange, NewCalendarDay } from './schema.ts'
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

const check = async (tx: Writer, day: NewCalendarDay) => {
  if (day.to < day.from) throw invalid([{ field: 'to', rule: 'reversed' }])
  if (day.unitId !== null && !(await findUnit(tx, day.unitId))) throw notFound()
}
