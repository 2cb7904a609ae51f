import type { Words } from '../vi.ts'
import { collectivesOf, personsOf } from './plural.ts'

export const results: Words['results'] = {
  heading: 'Results',
  close: 'Record the result',
  edit: 'Edit the result',
  none: 'No result recorded yet.',
  fields: {
    heldFrom: 'Held on',
    heldTo: 'Until',
    heldHelp: 'If it met on another day than planned, the congress moves there.',
    presentDelegates: 'Delegates present',
    presentGuests: 'Guests present',
    honours: 'Honours',
    chosenUpward: 'Delegates chosen for the congress above',
    reportNumber: 'Report number',
    reportHelp: 'With a number the congress becomes “Reported”; without one add it later.',
    reportDate: 'Date of the report',
    note: 'Note',
  },
  presentLabel: 'Present',
  present: (delegates, guests) => `${delegates} delegates, ${guests} guests`,
  report: (number, date) => (date === '' ? number : `${number} of ${date}`),
  unknown: 'not known',
  honours: {
    kind: 'Kind of honour',
    collectives: 'Collectives',
    individuals: 'Persons',
    add: 'Add a kind',
    remove: 'Remove this line',
    counted: (collectives, individuals) =>
      [collectives > 0 ? collectivesOf(collectives) : '', individuals > 0 ? personsOf(individuals) : '']
        .filter(Boolean)
        .join(', '),
  },
  source: {
    kind: 'Entered from',
    kinds: { own: 'Own knowledge', call: 'Telephone call', letter: 'Letter or report', workbook: 'Returned workbook' },
    labels: { call: 'Spoke with', letter: 'Number and date of the paper', workbook: 'Name of the file' },
    said: (kind, source) => `Entered from: ${kind}${source === '' ? '' : ` (${source})`}`,
  },
  saved: 'Result recorded.',
}
