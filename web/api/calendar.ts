import type { NewCalendarDay, CalendarDay, CalendarDayChange, YearOfDays } from '../../server/calendar/schema.ts'
import { getJson, write } from './request.ts'

export const listCalendarDays = (signal?: AbortSignal) =>
  getJson<CalendarDay[]>('/api/calendar-days', signal ? { signal } : {})
export const createCalendarDay = (body: NewCalendarDay) => write<CalendarDay>('POST', '/api/calendar-days', { body })
export const changeCalendarDay = (id: string, body: CalendarDayChange) =>
  write<CalendarDay>('PUT', `/api/calendar-days/${id}`, { body })
export const deleteCalendarDay = (id: string, version: number) =>
  write('DELETE', `/api/calendar-days/${id}`, { query: { version } })
export const addYearOfDays = (body: YearOfDays) => write<{ added: number }>('POST', '/api/calendar-days/year', { body })
