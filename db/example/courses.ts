import type { CalendarDay } from '../../server/calendar/schema.ts'
import { isWeekend } from '../../server/conflicts/rules/days.ts'
import { addDays, dayNumber, isoDate } from '../../server/format/dates.ts'
import type { Unit } from '../../server/units/schema.ts'
import { cases, moves, standsOn, type Course } from './cases.ts'
import type { Chance } from './chance.ts'
import { mustFind, type ExampleUnits } from './units.ts'

/** How many of the 226 communes and of the 46 agencies are where on the day on which the example stands. */
export const shares = {
  /** Communes that met after the epidemic had taken their first date. */
  communesHeldLater: 24,
  communesLate: { passed: 5, weekPassed: 2, undated: 2 },
  communesPostponedWithoutDate: 2,
  agenciesHeldLater: 12,
  agenciesLate: { passed: 2, weekPassed: 2 },
}

/** The districts that wait for their last communes: how many still meet, between which days, in which open week. */
const waiting = [
  {
    district: 'Huyện Nam Trực',
    spans: [
      { count: 3, from: '2020-06-23', to: '2020-06-29' },
      { count: 3, from: '2020-07-01', to: '2020-07-07' },
    ],
    week: '2020-06-29',
  },
  {
    district: 'Huyện Nghĩa Hưng',
    spans: [{ count: 5, from: '2020-06-24', to: '2020-07-09' }],
    week: '2020-07-06',
  },
]

/** Days on which an office works, first to last. */
export const workingDays = (from: string, to: string, days: readonly CalendarDay[]): string[] => {
  const found: string[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const date = isoDate(day)
    if (!isWeekend(day) && !days.some((each) => each.from <= date && date <= each.to)) found.push(date)
  }
  return found
}

/** What becomes of every unit's congress below the province, by unit id: the fixed cases first, the rest by chance. */
export const chooseCourses = (
  units: ExampleUnits,
  days: readonly CalendarDay[],
  chance: Chance,
): Map<string, Course> => {
  const courses = new Map<string, Course>()
  const all = [...units.districts, ...units.agencies, ...units.communes]
  for (const [unit, course] of Object.entries(cases)) courses.set(mustFind(all, unit).id, course)
  const left = (list: readonly Unit[]) => chance.shuffled(list.filter(({ id }) => !courses.has(id)))
  const between = (from: string, to: string) => chance.oneOf(workingDays(from, to, days))
  // When the first dates were set nobody knew of the days of social distancing.
  const knownThen = days.filter(({ kind }) => kind !== 'blocked')
  const firstBetween = (from: string, to: string) => chance.oneOf(workingDays(from, to, knownThen))

  for (const { district, spans, week } of waiting) {
    const { id } = mustFind(units.districts, district)
    const communes = left(units.communes.filter(({ parentId }) => parentId === id))
    const [inWeek] = communes.splice(0, 1)
    if (inWeek) courses.set(inWeek.id, { state: 'approved', weekOf: week })
    for (const { count, from, to } of spans) {
      for (const { id: communeId } of communes.splice(0, count)) {
        courses.set(communeId, stillToCome(between(from, to), chance))
      }
    }
  }
  const late = left(units.communes)
  giveLate(late, { ...shares.communesLate, between }, courses)
  for (const { id } of late.splice(0, shares.communesPostponedWithoutDate)) {
    courses.set(id, { state: 'postponed', formerDate: firstBetween('2020-03-30', '2020-04-10'), move: moves.epidemic })
  }
  chooseHeldCommunes(late, units, courses, { between, firstBetween })

  const agencies = left(units.agencies)
  giveLate(agencies, { ...shares.agenciesLate, undated: 0, between }, courses)
  for (const { id } of agencies.splice(0, shares.agenciesHeldLater)) {
    const formerDate = firstBetween('2020-03-30', '2020-04-24')
    courses.set(id, { state: 'held', date: between('2020-05-11', '2020-06-19'), formerDate, move: moves.epidemic })
  }
  for (const { id } of agencies) courses.set(id, { state: 'held', date: between('2020-05-11', '2020-06-19') })
  return courses
}

type Between = (from: string, to: string) => string

/** The rest met: most in the first quarter, the last ones after the epidemic, a week before their district did. */
const chooseHeldCommunes = (
  communes: readonly Unit[],
  { districts }: ExampleUnits,
  courses: Map<string, Course>,
  { between, firstBetween }: { between: Between; firstBetween: Between },
): void => {
  let later = shares.communesHeldLater
  const latestDays = new Map(
    districts.map(({ id }) => {
      const districtDay = addDays(courses.get(id)?.date ?? standsOn, -7)
      return [id, districtDay < '2020-06-19' ? districtDay : '2020-06-19']
    }),
  )
  for (const { id, parentId, validFrom } of communes) {
    const latestDay = latestDays.get(parentId ?? '') ?? '2020-06-19'
    if (later > 0 && latestDay >= '2020-05-22') {
      later -= 1
      const date = between('2020-05-08', latestDay)
      const formerDate = firstBetween('2020-03-30', '2020-04-10')
      courses.set(id, { state: 'held', date, formerDate, move: moves.epidemic })
    } else {
      courses.set(id, { state: 'held', date: between(validFrom ?? '2020-01-03', '2020-03-26') })
    }
  }
}

/** Takes units from the front of the list and leaves them late: nobody has said whether they met. */
const giveLate = (
  units: Unit[],
  plan: { passed: number; weekPassed: number; undated: number; between: Between },
  courses: Map<string, Course>,
): void => {
  for (const { id } of units.splice(0, plan.passed)) {
    courses.set(id, { state: 'preparing', date: plan.between('2020-06-08', '2020-06-16') })
  }
  for (const { id } of units.splice(0, plan.weekPassed)) courses.set(id, { state: 'approved', weekOf: '2020-06-08' })
  for (const { id } of units.splice(0, plan.undated)) courses.set(id, { state: 'planned' })
}

const stillToCome = (date: string, chance: Chance): Course => ({
  state: chance.oneOf(['preparing', 'preparing', 'preparing', 'approved'] as const),
  date,
})
