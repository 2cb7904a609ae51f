import type { Conflict } from '../schema.ts'
import { visitDays } from './calendar.ts'
import { conflictOf } from './conflict.ts'
import { dateText, isWeekend } from './days.ts'
import { isOn, latenessOf, missOfWindow, type PlacedCongress } from './facts.ts'
import { seatsIn } from '../../venues/rules.ts'
import { judgeBookings } from './judge-bookings.ts'
import { judgeLeave, judgeRank } from './judge-leaders.ts'
import type { RoadIndex } from './road-index.ts'

/**
 * Days that should lie between a Party congress and a congress of the same unit or of units below it. No source names a
 * number; a plan that needs more room widens the days of the Party congress in the calendar.
 */
export const partyCongressClearDays = 7

/** A hall that is too small becomes serious when more than one person in so many seats is left without one: a tenth. */
const seriousOverflowShare = 10

/** What is wrong with one congress by itself, with the calendar and with its upper congress. */
export const judgeCongress = (index: RoadIndex, placed: PlacedCongress, upper: PlacedCongress | null): Conflict[] => {
  const found: Conflict[] = []
  if (upper) judgeGap(placed, upper, found)
  if (placed.standing === 'absent' || placed.standing === 'done') return found
  judgeLate(index, placed, found)
  if (placed.hasDate) {
    judgeUnitValidity(placed, found)
    judgeCalendar(index, placed, found)
  }
  // Nobody has said that it was held: numbers are as wrong as before, and count for the day that it may yet be given.
  judgeLength(placed, found)
  judgeNumbers(index, placed, found)
  judgeAssembly(placed, found)
  if (placed.standing === 'passed') return found
  judgeWindow(placed, found)
  judgeRank(index, placed, found)
  judgeLeave(index, placed, found)
  judgeBookings(index, placed, found)
  return found
}

/**
 * The lower congress must end `gapBeforeUpperDays` before the upper begins. Listed under the lower one, or under the
 * upper one when the lower lies behind and only the upper can still move; when both lie behind nobody is helped.
 */
export const judgeGap = (lower: PlacedCongress, upper: PlacedCongress, found: Conflict[]): void => {
  if (!lower.hasDate || !upper.hasDate || lower.standing === 'absent' || upper.standing === 'absent') return
  if (!isOn(lower, 'before-lower')) return
  const gap = upper.firstDay - lower.lastDay
  const limit = lower.level.gapBeforeUpperDays
  if (gap >= limit) return
  const [listed, other] = lower.standing === 'open' ? [lower, upper] : [upper, lower]
  if (listed.standing !== 'open') return
  found.push(
    conflictOf('before-lower', 'serious', listed, {
      about: `${lower.id}:${upper.id}`,
      facts: [lower.congress.dateTo, upper.congress.dateFrom, limit],
      otherCongressIds: [other.id],
      date: listed.congress.dateFrom,
      amount: limit - gap,
      limit,
    }),
  )
}

/** Late is doubtful, not worse: the road slipped in every real year. The first thing to do is to telephone. */
const judgeLate = (index: RoadIndex, placed: PlacedCongress, found: Conflict[]): void => {
  const late = latenessOf(placed, index.today)
  if (!late) return
  const since = dateText(late.since)
  found.push(
    conflictOf('late', 'doubtful', placed, {
      about: placed.id,
      // Not the number of days: an accepted delay would count again every morning.
      facts: [placed.congress.dateFrom, placed.congress.weekOf, since],
      date: placed.congress.dateFrom ?? since,
      amount: late.days,
      limitDate: since,
    }),
  )
}

/** Impossible: on a day on which the unit does not exist nobody can convene its congress or sign its papers; its successor must, or its dates are wrong and are to be put right first. */
const judgeUnitValidity = (placed: PlacedCongress, found: Conflict[]): void => {
  const { firstDay, lastDay, unit } = placed
  const { from, to } = unit.valid
  const isEarly = from !== null && firstDay < from
  if (!isEarly && (to === null || lastDay <= to)) return
  const limitDay = isEarly ? from : (to ?? lastDay)
  found.push(
    conflictOf('unit-not-valid', 'impossible', placed, {
      about: placed.id,
      facts: [placed.congress.dateFrom, placed.congress.dateTo, dateText(limitDay)],
      date: dateText(isEarly ? firstDay : Math.max(firstDay, limitDay + 1)),
      amount: isEarly ? limitDay - firstDay : lastDay - limitDay,
      limitDate: dateText(limitDay),
    }),
  )
}

/** Blocked days, holidays, Tết, Party congresses, weekends. Of a congress that lies behind only the impossible is said. */
const judgeCalendar = (index: RoadIndex, placed: PlacedCongress, found: Conflict[]): void => {
  const { firstDay, lastDay, congress } = placed
  const isOpen = placed.standing === 'open'
  const freeSpans: [number, number][] = []
  const margin = partyCongressClearDays - 1
  const near = { firstDay: firstDay - margin, lastDay: lastDay + margin, line: placed.unit.line }
  visitDays(index.calendar, near, (day, from, to) => {
    const distance = Math.max(0, from - lastDay, firstDay - to)
    const about = `${placed.id}:${day.id}`
    const facts = [congress.dateFrom, congress.dateTo, day.from, day.to]
    const date = dateText(distance > 0 ? firstDay : Math.max(firstDay, from))
    if (day.kind === 'party-congress') {
      if (!isOpen) return
      const details = { amount: partyCongressClearDays - distance, limit: partyCongressClearDays }
      found.push(
        conflictOf('party-congress', 'doubtful', placed, { about, facts, date, calendarDayId: day.id, ...details }),
      )
    } else if (distance > 0) return
    else if (day.kind === 'working-day') freeSpans.push([from, to])
    else if (day.kind === 'blocked') {
      found.push(conflictOf('blocked-day', 'impossible', placed, { about, facts, date, calendarDayId: day.id }))
    } else if (isOpen && isOn(placed, 'holiday')) {
      freeSpans.push([from, to])
      found.push(conflictOf('holiday', 'doubtful', placed, { about, facts, date, calendarDayId: day.id }))
    }
  })
  if (isOpen && isOn(placed, 'weekend')) judgeWeekend(placed, freeSpans, found)
}

/** A weekend inside a holiday is said once, as the holiday; one that is worked in exchange is none. */
const judgeWeekend = (placed: PlacedCongress, freeSpans: readonly [number, number][], found: Conflict[]): void => {
  const lastDay = Math.min(placed.lastDay, placed.firstDay + 366)
  for (let day = placed.firstDay; day <= lastDay; day += 1) {
    if (!isWeekend(day) || freeSpans.some(([from, to]) => day >= from && day <= to)) continue
    const { dateFrom, dateTo } = placed.congress
    found.push(
      conflictOf('weekend', 'doubtful', placed, { about: placed.id, facts: [dateFrom, dateTo], date: dateText(day) }),
    )
    return
  }
}

const judgeWindow = (placed: PlacedCongress, found: Conflict[]): void => {
  const miss = missOfWindow(placed)
  if (!miss) return
  const { congress, firstDay } = placed
  const limitDate = dateText(miss.limitDay)
  found.push(
    conflictOf('outside-window', 'serious', placed, {
      about: placed.id,
      facts: [congress.dateFrom, congress.dateTo, congress.weekOf, limitDate],
      date: dateText(miss.side === 'early' ? firstDay : Math.max(firstDay, miss.limitDay + 1)),
      amount: miss.days,
      limitDate,
    }),
  )
}

const judgeLength = (placed: PlacedCongress, found: Conflict[]): void => {
  const limit = placed.level.maxDays
  if (!placed.hasDate || limit === null || !isOn(placed, 'too-many-days')) return
  const days = placed.lastDay - placed.firstDay + 1
  if (days <= limit) return
  const date = placed.congress.dateFrom
  found.push(
    conflictOf('too-many-days', 'doubtful', placed, {
      about: placed.id,
      facts: [days, limit],
      date,
      amount: days - limit,
      limit,
    }),
  )
}

/** Seats for delegates and guests; the level's maximum counts delegates alone. */
const judgeNumbers = (index: RoadIndex, placed: PlacedCongress, found: Conflict[]): void => {
  const { expectedDelegates, expectedGuests, venueId, layout, dateFrom: date } = placed.congress
  const venue = venueId === null ? undefined : index.venues.get(venueId)
  const persons = (expectedDelegates ?? 0) + (expectedGuests ?? 0)
  const seats = venue ? seatsIn(venue, layout) : null
  if (seats !== null && persons > seats && isOn(placed, 'venue-too-small')) {
    const severity = (persons - seats) * seriousOverflowShare > seats ? 'serious' : 'doubtful'
    const facts = [venueId, persons, seats]
    const details = { about: placed.id, facts, venueId, date, amount: persons - seats, limit: seats }
    found.push(conflictOf('venue-too-small', severity, placed, details))
  }
  const limit = placed.level.maxDelegates
  if (limit === null || expectedDelegates === null || expectedDelegates <= limit) return
  if (!isOn(placed, 'too-many-delegates')) return
  const details = {
    about: placed.id,
    facts: [expectedDelegates, limit],
    date,
    amount: expectedDelegates - limit,
    limit,
  }
  found.push(conflictOf('too-many-delegates', 'doubtful', placed, details))
}

/** Fewer staff than the threshold: everybody; more: delegates; exactly as many: either will do. */
const judgeAssembly = (placed: PlacedCongress, found: Conflict[]): void => {
  const { assembly, dateFrom: date } = placed.congress
  const limit = placed.level.staffThreshold
  const staff = placed.unit.staffNumber
  if (assembly === null || limit === null || staff === null || staff === limit) return
  if (assembly === (staff < limit ? 'everybody' : 'delegates') || !isOn(placed, 'assembly-type')) return
  const details = { about: placed.id, facts: [assembly, staff, limit], date, amount: Math.abs(staff - limit), limit }
  found.push(conflictOf('assembly-type', 'doubtful', placed, details))
}
