import type { Words } from '../vi.ts'

export const venue: Words['venue'] = {
  add: 'Book the venue',
  edit: 'Edit booking',
  empty: 'There is no booking yet.',
  emptyHelp: 'Write down rehearsals, decoration, set-up and other uses, and clashes are reported on the road.',
  bookings: 'Bookings',
  congresses: 'Congresses here',
  nobodyToCall: 'Nobody to call is written down.',
  when: 'Time',
  fields: {
    kind: 'What for',
    fromDay: 'From day',
    fromTime: 'From',
    toDay: 'To day',
    toDayHelp: 'Leave empty when it ends on the same day.',
    toTime: 'To',
    repeats: 'Repeats',
    repeatsUntil: 'Repeats until',
    bookedBy: 'Booked by',
    note: 'Note',
  },
  repetitions: { none: 'No', daily: 'Daily', weekly: 'Weekly' },
  until: (repetition, date) => `${repetition}, until ${date}`,
  calendarOf: (name) => `Calendar of ${name}`,
  open: (name) => `Bookings of ${name}`,
}
