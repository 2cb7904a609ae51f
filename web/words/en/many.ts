import type { Words } from '../vi.ts'
import { conflictsOf, congressesOf, daysOf, unitsOf } from './plural.ts'

const proposalsOf = (count: number) => (count === 1 ? '1 other proposal' : `${String(count)} other proposals`)

export const many: Words['many'] = {
  accept: {
    open: 'Accept conflicts',
    group: (count) => `Accept the group (${count})`,
    show: (count) => `Show ${conflictsOf(count)}`,
    heading: 'Accept many conflicts',
    rule: 'Kind of conflict',
    ruleCount: (rule, count) => `${rule} (${count})`,
    leaveOut: 'Clear a box to leave that conflict open.',
    listed: 'The conflicts that are accepted',
    more: (count) => `${conflictsOf(count)} more, accepted too.`,
    none: 'The chosen congresses have no conflict that can be accepted.',
    send: (count) => `Accept ${conflictsOf(count)}`,
    done: (count) => `${conflictsOf(count)} accepted.`,
    changed: 'Nothing was accepted: these conflicts have changed since the list was opened.',
    changedMore: (count) => `and ${conflictsOf(count)} more`,
    again: 'Look at them as they are now',
  },
  postpone: {
    open: 'Postpone',
    heading: (count) => `Postpone ${congressesOf(count)} without a new date`,
    help: 'The old dates stay in the history. New ones are given later, all at once.',
    others: (count) => `and ${unitsOf(count)} more`,
    left: (count) => `${congressesOf(count)} chosen cannot be postponed: held, cancelled or postponed already:`,
    none: 'None of the chosen congresses can be postponed.',
    send: (count) => `Postpone ${congressesOf(count)}`,
    done: (count) => `${congressesOf(count)} postponed.`,
  },
  month: { label: 'Month', all: 'All months', one: (month, count) => `${month} (${count})` },
  dates: {
    link: (count) => `Date anew (${count})`,
    empty: 'No postponed congress is without a date.',
    emptyHelp: 'Choose congresses in the table and press “Postpone”; they appear here to be dated anew all at once.',
    toCongresses: 'Open the table of congresses',
    help: 'The proposed days follow the old order and distances and avoid days off, venues used twice and leaders in two places, as far as there is room. Each line can be changed; a line that is cleared keeps its place, so that no other moves.',
    stateHelp:
      'What is being prepared goes on being prepared; what was approved is planned again, for the new date needs approval.',
    from: 'From',
    to: 'To',
    weekdays: 'Days of the week',
    weekday: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    columns: {
      choose: 'Date it',
      unit: 'Unit',
      former: 'Former date',
      date: 'New date',
      halfDay: 'Part of the day',
      venue: 'Venue',
      conflicts: 'Conflicts',
    },
    dateOf: (unit) => `New date of ${unit}`,
    halfDayOf: (unit) => `Part of the day of ${unit}`,
    chooseOne: (unit) => `Give ${unit} a date`,
    asProposed: 'Back to the proposal',
    free: 'Free',
    noDay: 'No day in this span will do',
    mustEndBy: (date: string) => `It must be over by ${date} for the upper congress to follow in time.`,
    noFormer: 'none yet',
    stateBefore: (state) => `before: ${state}`,
    kept: (days) => `keeps ${days}`,
    until: (date) => `until ${date}`,
    movedFrom: (date) => `moved along from ${date}`,
    moved: (count, names, rest) =>
      `A line or the road was changed, and ${proposalsOf(count)} moved along: ${names}${rest > 0 ? ` and ${unitsOf(rest)} more` : ''}.`,
    overtaken: 'After one that stood later',
    notes: {
      windowOver: (count, date) =>
        `The window of ${congressesOf(count)} ends (on ${date} at the latest) before the first day that may be given: every day is outside it.`,
      outside: (count) => `${congressesOf(count)} placed outside the window.`,
      without: (count) => `No day will do for ${congressesOf(count)}: postponed still.`,
      drawnTogether: (former, span) =>
        `The former days reached over ${daysOf(former)}, and there are only ${String(span)}: the distances are shortened.`,
      overtaken: (count) => `${congressesOf(count)} out of the old order: after one that stood later.`,
    },
    unreadable: (count) =>
      `${count === 1 ? 'One line has a date that cannot be read' : `${String(count)} lines have dates that cannot be read`}. Write day/month/year, for example 9/9/2020, or clear the field for the proposal.`,
    reversed: 'The last day must not lie before the first.',
    tooLong: 'The span is longer than two years.',
    summary: (dated, free) => `${congressesOf(dated)} with a new date, ${free} free of conflicts`,
    send: (count) => `Date ${congressesOf(count)}`,
    done: (count) => `${congressesOf(count)} dated anew.`,
  },
}
