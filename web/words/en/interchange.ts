import type { Words } from '../vi.ts'
import { grouped } from './grouped.ts'

const eventsOf = (count: number) => (count === 1 ? '1 event' : `${grouped(count)} events`)

export const interchange: Words['interchange'] = {
  import: 'Import a schedule (frab, ICS)…',
  export: 'Export for other programs…',
  heading: 'Import a schedule',
  intro:
    'Takes a schedule.xml of frab, pentabarf or pretalx, and calendar files (ICS). You see what comes into the programme first; nothing changes until you confirm.',
  drop: 'Drop the file here',
  choose: 'Choose a file',
  accepted: (megabytes) => `XML or ICS, up to ${grouped(megabytes)} MB`,
  reading: 'Reading the file…',
  importing: 'Importing into the programme…',
  again: 'Another file',
  atLine: (line) => `It is damaged around line ${grouped(line)}.`,
  changedMeanwhile: 'The programme was changed just now. This is the new preview; please look and confirm again.',
  formats: { 'schedule-xml': 'schedule.xml', icalendar: 'ICS calendar' },
  source: (fileName, format, title) => `${fileName} (${format})${title === '' ? '' : `: “${title}”`}`,
  totals: {
    events: 'Events',
    days: 'Days',
    rooms: 'Rooms',
    persons: 'Presenters',
    sessions: 'Sessions made',
    new: 'New',
    changed: 'Changed',
    same: 'Unchanged',
    missing: 'No longer in the file',
    faulty: 'Cannot be imported',
    overlaps: 'Overlapping in a room',
    pastMidnight: 'Past midnight',
  },
  daysHeading: 'By day',
  dayColumns: { day: 'Day', rooms: 'Rooms', events: 'Events' },
  droppedHeading: (count) =>
    count === 1 ? '1 field of the file is not kept' : `${grouped(count)} fields of the file are not kept`,
  droppedHelp: 'The programme has no place for these; an export will not have them.',
  notes: {
    'encoding-differs': ({ encoding = '' }) =>
      `The file names another encoding but is ${encoding}; it was read as ${encoding}.`,
    'identifier-twice': ({ count = 0 }) =>
      `${eventsOf(Number(count))} with the identifier of another one in the file; each comes in by itself.`,
    'start-differs': ({ count = 0 }) =>
      `${eventsOf(Number(count))} whose start differs from the time in the full date; the start counts.`,
    repeats: ({ count = 0 }) => `${eventsOf(Number(count))} repeating; only the first time is imported.`,
    untitled: ({ count = 0 }) => `${eventsOf(Number(count))} without a title; the item is called “…”.`,
    'title-cut': ({ count = 0, limit = 0 }) =>
      `${eventsOf(Number(count))} with a title of more than ${grouped(Number(limit))} characters; the rest goes before the abstract.`,
    'other-clock': ({ offsets = '' }) =>
      `The times of the file are UTC${offsets}; they stay as the file has them, and the offset is kept beside.`,
  },
  faultsHeading: (count) => `${eventsOf(count)} cannot be imported`,
  faults: {
    'start-not-a-time': ({ value = '' }) => `the start “${value}” cannot be read`,
    'duration-not-a-time': ({ value = '' }) => `the duration “${value}” cannot be read`,
    'end-before-start': () => 'it ends before it begins',
    'longer-than-a-day': ({ hours = '' }) => `it lasts ${hours} hours, more than a day`,
    'day-unknown': ({ value = '' }) => `the day “${value}” is none of the file’s`,
    'all-day': () => 'it takes the whole day, without a time',
    cancelled: () => 'it is cancelled',
    'too-many-persons': ({ limit = '' }) => `it has more than ${limit} presenters`,
    'too-long': ({ field = '', limit = '' }) =>
      `${field === 'room' ? 'the name of its room' : 'the name of a person'} has more than ${limit} characters`,
  },
  noTitle: '(no title)',
  lists: {
    new: 'New',
    changed: 'Changed: times, words or persons as the file has them',
    same: 'Unchanged',
    missing: 'No longer in the file: they stay in the programme',
    overlap: 'Begin before the one before in the room has ended',
    'past-midnight': 'Go on past midnight or begin after it',
  },
  listCount: (heading, count) => `${heading} (${grouped(count)})`,
  firstOf: (count) => `The first ${grouped(count)} are listed here.`,
  nothingNew: 'Every event of the file is in the programme already, just as it is.',
  promise: 'Exactly what you see is imported, and can be undone as a whole.',
  skipped: (count) => `${eventsOf(count)} with faults left out.`,
  confirm: (count) => `Import ${eventsOf(count)}`,
  done: (created, changed) =>
    `Schedule imported: ${grouped(created)} new${changed === 0 ? '' : `, ${grouped(changed)} changed`}.`,
  exportHeading: 'Export the programme',
  exportIntro: 'The draft with all that has a day and a time, for schedule apps and phones.',
  exportLeftOut: (count) =>
    count === 1
      ? '1 item without a day or time is not in the file.'
      : `${grouped(count)} items without a day or time are not in the file.`,
  files: {
    xml: 'For Giggity, EventFahrplan and other apps that read frab and pentabarf; can be imported here again.',
    json: 'For c3nav, halfnarp and websites that read frab’s schedules.',
    ics: 'For Google Calendar, Outlook and the calendars of phones.',
  },
  fileNames: { xml: 'schedule.xml', json: 'schedule.json', ics: 'ICS calendar' },
}
