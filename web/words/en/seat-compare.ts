import type { compare as vi } from '../vi/seat-compare.ts'
import { grouped } from './grouped.ts'

const persons = (count: number): string => (count === 1 ? '1 person' : `${grouped(count)} people`)

export const compare: typeof vi = {
  open: 'Compare plans',
  heading: 'Compare two plans',
  nothing: 'Nothing to compare yet: add another plan, or release this one.',
  draft: (plan) => `${plan}, as it stands`,
  released: (plan, number) => `${plan}, release ${grouped(number)}`,
  one: 'First plan',
  other: 'Second plan',
  sameSide: 'Choose two different plans.',
  elsewhere: (count) => (count === 0 ? 'Nobody sits elsewhere' : `${persons(count)} in another seat`),
  same: (count) => `${persons(count)} in the same seat in both`,
  gone: (count) => `${persons(count)} with a seat who left the list since`,
  elsewhereHeading: 'In another seat',
  only: (side) => `With a seat only in ${side}`,
  otherHall: 'The two use different drawings of a hall: seats are compared by their numbers.',
  noScore: 'The hall was drawn otherwise when this was released, so it is not scored.',
  onMap: 'Look at it on the map',
  told: (side, elsewhere, here, there) =>
    `Compared with ${side}: ${[
      elsewhere === 0 ? 'nobody sits elsewhere' : `${persons(elsewhere)} in another seat`,
      here === 0 ? '' : `${persons(here)} with a seat only here`,
      there === 0 ? '' : `${persons(there)} with a seat only there`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
  overlay: 'What differs',
  list: 'See the list',
  end: 'Stop comparing',
}
