import { combineWithinDays } from '../../server/conflicts/rules.ts'
import type { Conflict } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { leaderRanks } from '../../server/people/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { translated, type Words } from '../words/words.ts'

/** What wording needs to look up, by id. */
export interface Lookup {
  unit: (id: string) => Road['units'][number] | undefined
  congress: (id: string) => Congress | undefined
  venue: (id: string) => Road['venues'][number] | undefined
  booking: (id: string) => Road['bookings'][number] | undefined
  post: (id: string) => Road['posts'][number] | undefined
  day: (id: string) => Road['days'][number] | undefined
}

/** How a date is written in the present language, short: `26/6/2020`. */
export type WriteDate = (date: string) => string

/** The conflict as one sentence that names units, day and amount. */
export const wordConflict = (
  conflict: Conflict,
  lookup: Lookup,
  { conflicts: { sentences }, terms }: Words,
  writeDate: WriteDate,
): string => {
  const congress = lookup.congress(conflict.congressId)
  const nameOf = (congressId: string) => {
    const unit = lookup.unit(lookup.congress(congressId)?.unitId ?? '')
    return unit?.name ?? ''
  }
  const unit = nameOf(conflict.congressId)
  const date = writeDate(conflict.date ?? '')
  const amount = conflict.amount ?? 0
  const limit = conflict.limit ?? 0
  const limitDate = conflict.limitDate ?? ''
  const others = () => conflict.otherCongressIds.map(nameOf)
  const all = () => [unit, ...others()].join(', ')
  const venue = lookup.venue(conflict.venueId ?? '')?.name ?? ''
  const leader = translated(lookup.post(conflict.postId ?? '')?.name ?? '')
  const dayName = translated(lookup.day(conflict.calendarDayId ?? '')?.name ?? '')
  const when = conflict.halfDay === null ? date : `${terms.halfDays[conflict.halfDay].toLocaleLowerCase('vi')} ${date}`

  switch (conflict.rule) {
    case 'outside-window':
      return limitDate < (conflict.date ?? '')
        ? sentences['outside-window-late'](unit, date, amount, writeDate(limitDate))
        : sentences['outside-window-early'](unit, date, amount, writeDate(limitDate))
    case 'before-lower':
      return limit - amount > 0
        ? sentences['before-lower'](unit, others().join(', '), limit - amount, limit)
        : sentences['after-upper'](unit, others().join(', '), limit)
    case 'holiday':
    case 'blocked-day':
    case 'party-congress':
      return sentences[conflict.rule](unit, date, dayName)
    case 'weekend':
    case 'unit-not-valid':
      return sentences[conflict.rule](unit, date)
    case 'venue-twice':
      return sentences['venue-twice'](venue, when, all())
    case 'venue-too-small':
      return sentences['venue-too-small'](unit, venue, limit + amount, limit)
    case 'venue-booked': {
      const booking = lookup.booking(conflict.bookingId ?? '')
      const what = booking ? terms.bookingKinds[booking.kind] : ''
      return sentences['venue-booked'](unit, venue, when, what, booking?.bookedBy ?? '')
    }
    case 'leader-twice':
      return sentences['leader-twice'](leader, when, all())
    case 'leader-too-often':
      return sentences['leader-too-often'](leader, date, limit + amount, limit)
    case 'leader-on-leave':
      return sentences['leader-on-leave'](leader, when, unit)
    case 'leader-rank': {
      const rank = leaderRanks[limit]
      return sentences['leader-rank'](unit, leader, rank === undefined ? '' : terms.ranks[rank])
    }
    case 'too-many-delegates':
    case 'too-many-days':
      return sentences[conflict.rule](unit, limit + amount, limit)
    case 'assembly-type':
      return congress?.assembly === 'everybody'
        ? sentences['assembly-everybody'](unit, limit)
        : sentences['assembly-delegates'](unit, limit)
    case 'ceremony-twice':
      return sentences['ceremony-twice'](unit, amount)
    case 'could-combine':
      return conflict.venueId === null
        ? sentences['combine-unit'](unit, date)
        : sentences['combine-hall'](all(), venue, combineWithinDays)
    case 'pilot-not-first':
      return sentences['pilot-not-first'](unit, date, others().join(', '))
    case 'late':
      return congress?.dateFrom == null
        ? sentences['late-undated'](unit, amount)
        : sentences['late-dated'](unit, amount)
  }
}

/** The same of a day that is only wished for: that it lies behind needs another sentence than that nobody reported. */
export const wordWishedConflict = (conflict: Conflict, lookup: Lookup, said: Words, writeDate: WriteDate): string => {
  const { limitDate, amount, congressId, rule } = conflict
  if (rule !== 'late' || limitDate === null) return wordConflict(conflict, lookup, said, writeDate)
  const unit = lookup.unit(lookup.congress(congressId)?.unitId ?? '')?.name ?? ''
  return said.conflicts.sentences.passed(unit, writeDate(limitDate), amount ?? 0)
}
