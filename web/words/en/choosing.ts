import type { choosing as vietnamese } from '../vi/choosing.ts'
import { grouped } from './grouped.ts'

const people = (count: number) => `${grouped(count)} ${count === 1 ? 'person' : 'people'}`

export const choosing: typeof vietnamese = {
  open: 'Choose from lower congresses',
  help: 'Delegates on the lists of lower congresses. Whoever is chosen keeps their own record and comes with the delegation of the unit that sends them.',
  noCongresses: 'No lower congress belongs to this one, or this account may not see any.',
  nobody: 'No lower congress has delegates on its list yet.',
  nothing: 'Nobody fits this search and choice.',
  congress: 'Lower congress',
  allCongresses: 'All lower congresses',
  group: 'Structure group',
  allGroups: 'All structure groups',
  withCount: (title, count) => `${title} (${grouped(count)})`,
  all: (count) => `Choose all ${people(count)} shown`,
  isAttending: 'On the list already',
  isTicked: 'Chosen from another congress',
  more: (count) => `Show ${people(count)} more`,
  save: (count) => (count === 0 ? 'Add to the list' : `Add ${people(count)} to the list`),
  alreadyThere: (names) => `There already: ${names}.`,
  done: (count) => `Chose ${people(count)} from lower congresses.`,
  chain: 'Chosen from level to level',
  step: (unit, day) => (day === '' ? unit : `${unit} (${day})`),
}
