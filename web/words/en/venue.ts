import type { Words } from '../vi.ts'
import { congressesOf } from './plural.ts'

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
    toTimeHelp: 'If it goes on past midnight, give the next day as «To day».',
    repeats: 'Repeats',
    repeatsUntil: 'Repeats until',
    bookedBy: 'Booked by',
    note: 'Note',
  },
  savedButMeets: (sentence, more) =>
    `Saved, but it clashes. ${sentence}${more > 0 ? ` And ${congressesOf(more)} besides.` : ''}`,
  repetitions: { none: 'No', daily: 'Daily', weekly: 'Weekly' },
  until: (repetition, date) => `${repetition}, until ${date}`,
  calendarOf: (name) => `Calendar of ${name}`,
  rooms: 'Other rooms',
  roomsHelp: 'Rooms and lobbies beside the main hall in which something is held; the programme offers their names.',
  room: (place) => `Room ${place}`,
  roomName: 'Name of the room',
  roomSeats: 'Seats',
  roomWalk: 'Minutes to the main hall',
  addRoom: 'Add a room',
  open: (name) => `Bookings of ${name}`,
}
