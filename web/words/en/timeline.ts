import type { Words } from '../vi.ts'
import { congressesOf } from './plural.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'January February March April May June July August September October November December'.split(' ')

export const timeline: Words['timeline'] = {
  label: 'Timeline of the road',
  nameColumn: 'Level, unit',
  timeColumn: 'Time',
  overview: 'Whole cycle',
  overviewHelp: 'Drag the frame to look at another time',
  resizeColumn: 'Drag to change the width of the names',
  empty: 'No congress fits the filters.',
  done: (count, all) => `${String(count)} of ${String(all)} held`,
  hidden: (count) => `${congressesOf(count)} folded away`,
  open: 'Open',
  close: 'Close',
  showConflicts: (label) => `Show the conflicts of ${label}`,
  invented: 'invented date',
  weekOnly: 'week only',
  milestone: (label, date) => `${label}, ${date}`,
  window: (from, to) => `Window from ${from} to ${to}`,
  axis: {
    year: (year) => String(year),
    quarter: (quarter) => `Q${String(quarter)}`,
    month: (month, year, size) => {
      const name = months[month - 1] ?? ''
      return size === 'short' ? name.slice(0, 3) : size === 'long' ? name : `${name} ${String(year)}`
    },
    week: (monday) => monday,
    day: (day, weekday) => (weekday === null ? String(day) : `${weekdays[weekday] ?? ''} ${String(day)}`),
  },
  move: {
    to: (when) => `Move to ${when}`,
    toWeek: (when) => `Move to the week of ${when}`,
    free: 'Nothing speaks against this day.',
    freeWeek: 'Nothing speaks against this week.',
    nearest: 'Nearest free days:',
    noneNearest: 'There is no free day near.',
    started: (label) => `Moving ${label}. Arrows change the day, Enter drops, Esc cancels.`,
    done: (when) => `Dropped on ${when}.`,
    cancelled: 'Cancelled; the old date stays.',
    refused: 'It cannot be put on this day.',
  },
  menu: {
    label: (label) => `Actions for ${label}`,
    open: 'Open the congress',
    move: 'Move',
    dayEarlier: 'One day earlier',
    dayLater: 'One day later',
    weekEarlier: 'One week earlier',
    weekLater: 'One week later',
    drop: 'Drop',
    cancel: 'Cancel',
    conflicts: 'Show conflicts',
  },
  barHelp: 'Enter opens, M moves.',
  barHelpFixed: 'Enter opens.',
  barHelpUpper: 'An upper congress, to be read only. Enter reads it.',
  upper: 'upper congress, read only',
}
