import { isWeekend } from '../../server/conflicts/rules/days.ts'
import type { CongressEvent, CongressState } from '../../server/congresses/schema.ts'
import { addDays, dayNumber } from '../../server/format/dates.ts'
import type { Move } from './cases.ts'
import type { CongressWithCourse } from './congresses.ts'

export type ExampleEvent = CongressEvent & { congressId: string; version: number }

/** The name that stands where an account's name would: nobody did this. */
export const inventedAccount = 'Dữ liệu ví dụ'

/** The last working day before the day on which the example stands. */
const lastDay = '2020-06-19'
/** The first working day after the weeks of social distancing. */
const workAgain = '2020-05-04'

/** What was done on a day: another state, another date, or both. */
interface Step {
  on: string
  state?: CongressState
  date?: string | null
  move?: Pick<Move, 'reason' | 'paperNumber'>
}

/** The history that leads to what each congress is today: every step is one that the program allows. */
export const buildEvents = (congresses: readonly CongressWithCourse[], newId: () => string): ExampleEvent[] =>
  congresses.flatMap((each) => {
    const firstDate = each.course.formerDate ?? each.congress.dateFrom
    let state: CongressState = 'planned'
    let date = firstDate
    let day = ''
    return stepsOf(each).map((step, at) => {
      day = officeDay(step.on > day ? step.on : day)
      const [stateBefore, dateBefore] = [state, date]
      state = step.state ?? state
      date = step.date === undefined ? date : step.date
      const isState = state !== stateBefore
      return {
        id: newId(),
        congressId: each.congress.id,
        at: `${day}T0${String(1 + at)}:15:00.000Z`,
        accountName: inventedAccount,
        kind: isState ? 'state' : 'date',
        stateBefore: isState ? stateBefore : null,
        stateAfter: isState ? state : null,
        dateBefore,
        dateAfter: date,
        reason: step.move?.reason ?? '',
        paperNumber: step.move?.paperNumber ?? '',
        sourceKind: null,
        source: '',
        version: 1,
      }
    })
  })

const stepsOf = ({ congress, course }: CongressWithCourse): Step[] => {
  const { state, dateFrom, dateTo, weekOf } = congress
  const { formerDate, move, approval } = course
  if (state === 'planned') return []
  const planned = formerDate ?? dateFrom ?? weekOf ?? lastDay
  const steps: Step[] = [
    approval
      ? { on: approval.on, state: 'approved', move: approval }
      : { on: approvalDay(planned, move), state: 'approved' },
  ]
  if (formerDate !== undefined && move) steps.push(...stepsAway(congress.state, dateFrom, move))
  if (state === 'postponed' || state === 'approved') return steps
  steps.push({ on: addDays(dateFrom ?? weekOf ?? lastDay, -14), state: 'preparing' })
  if (state === 'preparing') return steps
  steps.push({ on: dateTo ?? lastDay, state: 'held' })
  if (state === 'reported') steps.push({ on: addDays(dateTo ?? lastDay, 12), state })
  return steps
}

/** A month before its date, but before it was taken from it. */
const approvalDay = (planned: string, move: Move | undefined): string => {
  const monthBefore = addDays(planned, -30)
  const beforeMove = addDays(move?.on ?? lastDay, -3)
  return monthBefore < beforeMove ? monthBefore : beforeMove
}

/** From the first date to the last: moved at once, or put off and planned anew when offices worked again. */
const stepsAway = (state: CongressState, newDate: string | null, move: Move): Step[] => {
  if (move.on > workAgain) return [{ on: move.on, date: newDate, move }]
  if (state === 'postponed' && newDate === null) return [{ on: move.on, state: 'postponed', date: null, move }]
  const again = { on: workAgain, date: newDate, move: { reason: 'Ấn định lại ngày tổ chức', paperNumber: '' } }
  const steps: Step[] = [{ on: move.on, state: 'postponed', date: null, move }, again]
  if (state === 'postponed') return steps
  return [...steps, { on: workAgain, state: 'planned' }, { on: workAgain, state: 'approved' }]
}

/** The day itself or the Monday after it, never later than the example stands. */
const officeDay = (date: string): string => {
  let day = date
  while (isWeekend(dayNumber(day))) day = addDays(day, 1)
  return day < lastDay ? day : lastDay
}
