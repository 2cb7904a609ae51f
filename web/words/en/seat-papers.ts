import type { seatPapers as vi } from '../vi/seat-papers.ts'
import { grouped } from './grouped.ts'

export const seatPapers: typeof vi = {
  heading: 'Print papers of seats',
  draft:
    'The plan is not released: charts show it as it is being made; the door list and the cards follow the list of delegates.',
  released: (number) => `All papers show release ${grouped(number)}.`,
  missing: (number, count) =>
    `All papers show release ${grouped(number)}, without ${grouped(count)} ${count === 1 ? 'change' : 'changes'} not released yet.`,
  otherPlan: (name) => `Papers show the plan ${name}, not the one that is looked at.`,
  helps: {
    'seating-chart': 'The whole hall on a sheet, A4 to A1, or put together from A4 sheets.',
    'seating-chart-stage': 'For the presidium and the announcer.',
    'seating-blocks':
      'One or several sheets for each block, with full names; and a sheet for each phase in which people are on the stage.',
    'seating-delegations': 'For each head of a delegation: where it sits, and who has which seat.',
    'door-list': 'Who sits where, by name, for the door.',
    'seat-card': 'For the table or the back of the seat.',
    'table-tent': 'Folded, read from both sides.',
  },
  look: 'View',
  lookAt: (title) => `View ${title}`,
  print: (title) => `Print ${title}`,
  none: 'Nobody has a seat yet',
}
