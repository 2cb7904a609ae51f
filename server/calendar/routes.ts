import { recordRoutes } from '../http/records.ts'
import { answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Count, Shape } from '../shapes.ts'
import { addYearOfDays, changeCalendarDay, createCalendarDay, deleteCalendarDay } from './actions.ts'
import { listCalendarDays } from './queries.ts'
import { NewCalendarDay, CalendarDay, CalendarDayChange, YearOfDays } from './schema.ts'

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
  app.post(
    '/api/calendar-days/year',
    {
      config: { permission: { role: 'organizer', at: 'unit-in-body' } },
      schema: { body: YearOfDays, response: { 200: Shape({ added: Count() }) } },
    },
    async (request, reply) => answer(reply, await addYearOfDays(office, accountOf(request), request.body)),
  )
}
