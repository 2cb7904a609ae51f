import type { listed as vi } from '../vi/seat-listed.ts'
import { grouped } from './grouped.ts'

export const listed: typeof vi = {
  heading: (count) =>
    `The list of delegates differs from the released plan for ${count === 1 ? '1 person' : `${grouped(count)} people`}. Seat cards, door lists and personal pages follow the list.`,
  twiceHeading: 'The list of delegates gives one seat to several people.',
  twice: (seat, names) => `Seat ${seat} is given to: ${names}`,
  line: ({ name, listedSeat, listedDoor, seat, door, takenBy }) => {
    const written = listedSeat === '' ? 'no seat in the list' : `${listedSeat} in the list`
    const by = takenBy === '' ? '' : ` (the seat of ${takenBy})`
    if (listedSeat === seat)
      return `${name}: seat ${seat}, door ${listedDoor || '…'} in the list, ${door || '…'} in the plan`
    return `${name}: ${written}${by}, ${seat === '' ? 'no seat in the plan' : `${seat} in the plan`}`
  },
  more: (count) => `and ${grouped(count)} more`,
  again: 'Write the plan’s seats again',
  done: 'Seats and doors of the plan written into the list',
  plannedElsewhere: (seat) => `The released plan has this person in seat ${seat}.`,
  plannedFor: (seat, name) => `In the released plan seat ${seat} is that of ${name}.`,
  listedFor: (seat, name) => `The list gives seat ${seat} to ${name}.`,
  byRelease: (count) =>
    `The list of delegates differs from the plan for ${count === 1 ? '1 person' : `${grouped(count)} people`}; the release writes the plan’s seats again.`,
}
