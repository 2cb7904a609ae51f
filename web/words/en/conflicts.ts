import type { Words } from '../vi.ts'
import { grouped } from './grouped.ts'
import { daysOf } from './plural.ts'

export const conflicts: Words['conflicts'] = {
  heading: 'Conflicts',
  none: 'No conflicts.',
  noneHere: 'No conflicts under this filter.',
  ofAll: (shown, all) => `${shown} of ${all}`,
  order: { label: 'Order of the conflicts', severity: 'By severity', date: 'By date', rule: 'By kind' },
  rules: {
    'outside-window': 'Outside the window',
    'before-lower': 'Too close to the upper congress',
    holiday: 'Holiday',
    weekend: 'Weekend',
    'venue-twice': 'Venue used twice',
    'venue-too-small': 'Venue too small',
    'venue-booked': 'Venue booked',
    'leader-twice': 'Leader in two places',
    'leader-too-often': 'Leader attends too many',
    'leader-on-leave': 'Leader away',
    'leader-rank': 'Rank of the leader',
    'too-many-delegates': 'Too many delegates',
    'too-many-days': 'Too many days',
    'assembly-type': 'Wrong type of assembly',
    'pilot-not-first': 'Pilot not first',
    'ceremony-twice': 'More than one ceremony',
    'could-combine': 'Could be combined',
    gifts: 'Gifts in the programme',
    'blocked-day': 'Blocked day',
    'party-congress': 'Clashes with a Party congress',
    'unit-not-valid': 'Unit does not exist on that day',
    late: 'Late: ask the unit',
  },
  sentences: {
    'outside-window-late': (unit, date, days, limit) =>
      `${unit}: ${date}, ${daysOf(days)} after the window (to ${limit}).`,
    'outside-window-early': (unit, date, days, limit) =>
      `${unit}: ${date}, ${daysOf(days)} before the window (from ${limit}).`,
    'before-lower': (unit, upper, gap, limit) =>
      `${unit}: ${daysOf(gap)} before ${upper} (should be ${limit} or more).`,
    'after-upper': (unit, upper, limit) => `${unit}: held after ${upper} (should be ${daysOf(limit)} before it).`,
    holiday: (unit, date, name) => `${unit}: ${date} is ${name}.`,
    weekend: (unit, date) => `${unit}: ${date} is a weekend.`,
    'venue-twice': (venue, when, units) => `${venue}: ${units}, ${when}.`,
    'venue-too-small': (unit, venue, people, seats) =>
      `${unit}: ${grouped(people)} people expected, ${venue} seats ${grouped(seats)}.`,
    'venue-booked': (unit, venue, when, what, who) =>
      `${unit}: ${venue} is booked ${when} (${[what, who].filter((each) => each !== '').join(', ')}).`,
    'leader-twice': (leader, when, units) => `${leader} attends ${units}, ${when}.`,
    'leader-on-leave': (leader, when, unit) => `${leader} is away ${when}, when ${unit} meets.`,
    'leader-rank': (unit, leader, lowest) =>
      `${unit}: the highest to attend is ${leader}; this level should have ${lowest} or above.`,
    'leader-too-often': (leader, date, count, limit) =>
      `${leader} attends ${count} congresses on ${date} (should be ${limit} at most).`,
    'too-many-delegates': (unit, count, limit) =>
      `${unit}: ${grouped(count)} delegates expected, at most ${grouped(limit)}.`,
    'too-many-days': (unit, count, limit) => `${unit}: ${daysOf(count)}, at most ${limit}.`,
    'assembly-everybody': (unit, limit) => `${unit}: over ${grouped(limit)} staff, should be a meeting of delegates.`,
    'assembly-delegates': (unit, limit) => `${unit}: under ${grouped(limit)} staff, should be a meeting of everybody.`,
    'pilot-not-first': (pilot, date, others) => `${pilot} is the pilot and meets on ${date}, after ${others}.`,
    'ceremony-twice': (unit, count) =>
      `${unit}: ${count} congresses of one level in one cycle; one ceremony is enough for one decision (thrift).`,
    'combine-unit': (unit, date) =>
      `${unit}: the congress on ${date} is a few days from another of the same unit, they could be one (thrift).`,
    'combine-hall': (units, venue, days) =>
      `${units}: all in ${venue} within ${daysOf(days)}, few people, seats enough to meet together (thrift).`,
    'blocked-day': (unit, date, name) => `${unit}: ${date} is blocked (${name}).`,
    'party-congress': (unit, date, name) => `${unit}: ${date} is on or close to ${name}.`,
    'unit-not-valid': (unit, date) => `${unit} does not exist on ${date}.`,
    'late-dated': (unit, days) => `${unit}: its day passed ${daysOf(days)} ago and no result was reported.`,
    passed: (unit, date, days) => `${unit}: ${date} passed ${daysOf(days)} ago.`,
    'late-undated': (unit, days) => `${unit}: the window ended ${daysOf(days)} ago and there is no date.`,
  },
  ways: {
    move: (day) => `Move to ${day}`,
    moveOf: (unit, day) => `Move ${unit} to ${day}`,
    'change-venue': 'Change venue',
    'change-leader': 'Send a substitute',
    reduce: 'Correct the number',
    telephone: (name, phone) => `Call ${name} ${phone}`,
    telephoneOther: (unit, phone) => `${unit} ${phone}`,
    noPhone: 'No phone number yet',
    accept: 'Accept with a reason',
    show: 'Show',
  },
  acceptHeading: 'Accept this conflict',
  acceptReason: 'Reason',
  acceptReasonHelp: 'The reason is kept in the history and printed in the report.',
  acceptPaper: 'Paper number',
  accepted: (count) => `Accepted · ${count}`,
  acceptedFields: { by: 'Accepted by', at: 'At', reason: 'Reason', paper: 'Paper number' },
  noPaper: 'none yet',
  withdraw: 'Withdraw acceptance',
  withdrawn: 'Acceptance withdrawn; the conflict counts again.',
}
