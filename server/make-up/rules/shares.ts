import { sharesOf } from '../../format/numbers.ts'
import type { Numbers, Part } from '../schema.ts'

/** A share as it is written; null = it is not told. */
type Share = number | null

/** Classes make up all who are called, and so does who came and who did not; `away` is both kinds of absence. */
export const sharesOfNumbers = ({
  called,
  official,
  guests,
  unclassed,
  ...numbers
}: Numbers): Record<
  'called' | 'official' | 'guests' | 'unclassed' | 'present' | 'away' | 'excused' | 'absent' | 'unlooked',
  Share
> => {
  const ofCalled = (parts: readonly (number | null)[]) =>
    called === null ? parts.map(() => null) : sharesOf(parts, called)
  const [all = null] = ofCalled([called])
  const [first = null, second = null, third = null] = ofCalled([official, guests, unclassed])
  const came = [numbers.present, numbers.excused, numbers.absent, numbers.unlooked]
  const [present = null, excused = null, absent = null, unlooked = null] = ofCalled(came)
  return {
    ...{ called: all, official: first, guests: second, unclassed: third },
    ...{ present, away: excused === null || absent === null ? null : excused + absent, excused, absent, unlooked },
  }
}

/** Of the cells of a part in their order; cells that overlap stand each for itself. */
export const sharesOfPart = ({ isWhole, cells }: Part, of: number): Share[] =>
  isWhole
    ? sharesOf(
        cells.map(({ count }) => count),
        of,
      )
    : cells.flatMap(({ count }) => sharesOf([count], of))
