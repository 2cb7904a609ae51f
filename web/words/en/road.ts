import type { Words } from '../vi.ts'
import { congressesOf, daysOf, unitsOf } from './plural.ts'

export const road: Words['road'] = {
  heading: 'The road to the Congress',
  today: (date, lunar) => (lunar === '' ? `today, ${date}` : `today, ${date} · lunar ${lunar}`),
  print: 'Print',
  views: { timeline: 'Timeline', table: 'Table' },
  viewLabel: 'View',
  presetsLabel: 'Span of time',
  presets: { cycle: 'Cycle', year: 'Year', '12-months': '12 months', quarter: 'Quarter', month: 'Month', week: 'Week' },
  filters: {
    label: 'Filters',
    level: 'Level',
    allLevels: 'All levels',
    block: 'Block',
    allBlocks: 'Block: all',
    state: 'State',
    allStates: 'Any state',
    conflicts: (count) => `With conflicts · ${congressesOf(count)}`,
    pilots: (count) => `Pilots · ${congressesOf(count)}`,
    clear: 'Clear filters',
    search: 'Find a unit',
  },
  summary: (units, congresses) => `${unitsOf(units)} · ${congressesOf(congresses)}`,
  upper: 'upper',
  legend: 'Legend',
  empty: 'There is no congress on the road yet.',
  emptyHelp: 'Create them for all units of a level at once, or import them from Excel.',
  bar: {
    week: (date) => `week of ${date}`,
    postponedTo: (date) => `Postponed to ${date}`,
    outside: {
      late: (when, days) => `${when} · ${daysOf(days)} after the window`,
      early: (when, days) => `${when} · ${daysOf(days)} before the window`,
    },
  },
  judged: {
    impossible: (day) => `${day} · impossible`,
    serious: (day) => `${day} · not advisable`,
    doubtful: (day) => `${day} · worth a second look`,
    free: (day) => `${day} · free`,
  },
  counts: {
    planned: (count) => `${count} planned`,
    approved: (count) => `${count} approved`,
    preparing: (count) => `${count} preparing`,
    held: (count) => `${count} held`,
    reported: (count) => `${count} reported`,
    postponed: (count) => `${count} postponed`,
    cancelled: (count) => `${count} cancelled`,
    late: (count) => `${count} late`,
  },
}
