import type { Words } from '../vi.ts'
import { conflictsOf } from './plural.ts'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

export const calendar: Words['calendar'] = {
  tabs: { month: 'Month', agenda: 'Agenda', days: 'Holidays, days to avoid, anniversaries' },
  tabsLabel: 'How the calendar is shown',
  monthName: (month, year) => `${months[month - 1] ?? ''} ${year}`,
  lunarMonths: (lunar) => `lunar: ${lunar}`,
  lunarMonth: (month, isLeap, year) => `month ${month}${isLeap ? ' (leap)' : ''} ${year}`,
  earlier: 'Previous month',
  later: 'Next month',
  today: 'Today',
  print: 'Print the month',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  filters: {
    level: 'Level',
    allLevels: 'All levels',
    leader: 'Leader',
    allLeaders: 'All leaders',
    venue: 'Venue',
    allVenues: 'All venues',
  },
  more: (count) => `and ${count} more`,
  onDay: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  clashes: conflictsOf,
  legend: 'Legend',
  clashMark: 'conflicts of the day',
  nothing: 'Nothing on this day.',
  nothingInMonth: 'Nothing in this month.',
  choose: 'Choose a day to see what is on.',
  years: (count) => `${count} years`,
  round: 'round',
  basis: (text) => `Rests on: ${text}`,
  attends: (leaders) => `Attending: ${leaders}`,
  away: (name) => `${name} is away`,
  editDays: 'Edit holidays and days to avoid',
  addYear: (year) => `Add the days of ${year}`,
  yearAdded: (count, year) =>
    count === 0 ? `${year} has all its holidays and anniversaries.` : `${count} days of ${year} added.`,
  cycleYears: (years) => `Years of the cycle: ${years}`,
  allYears: 'All years',
  shownYear: 'Days of the year',
  year: 'Year',
}
