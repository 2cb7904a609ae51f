import { recordRoutes } from '../http/records.ts'
import type { Feature } from '../http/feature.ts'
import { changeCalendarDay, createCalendarDay, deleteCalendarDay } from './actions.ts'
import { listCalendarDays } from './queries.ts'
import { NewCalendarDay, CalendarDay, CalendarDayChange } from './schema.ts'

export const calendarRoutes: Feature = async (app, { office }) => {
  recordRoutes(app, office, {
    url: '/api/calendar-days',
    shapes: { record: CalendarDay, created: NewCalendarDay, changed: CalendarDayChange },
    at: 'calendar-day',
    newAt: 'unit-in-body',
    list: async (units) =>
      (await listCalendarDays(office.db.read)).filter(({ unitId }) => unitId === null || (units?.has(unitId) ?? true)),
    create: createCalendarDay,
    change: changeCalendarDay,
    remove: deleteCalendarDay,
  })
}
