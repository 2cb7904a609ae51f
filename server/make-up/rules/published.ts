import type { DelegationNumbers, MakeUp, Numbers } from '../schema.ts'
import { hiddenOfWhole, hideSmall, isFew } from './hiding.ts'

/** The make-up as it may be published: beside what it divides by, no small number of people stands anywhere. */
export const published = (makeUp: MakeUp, below: number): MakeUp => {
  const numbers = publishedNumbers(makeUp, below)
  const hidden = {
    ...hideSmall(makeUp, below, () => true),
    numbers,
    delegations: publishedDelegations(makeUp, numbers, below),
    byYear: isFew(makeUp.byYear, below) ? 0 : makeUp.byYear,
  }
  return isFew(makeUp.of, below) ? { ...hidden, of: 0, parts: [], oldest: null, youngest: null, byYear: 0 } : hidden
}

const classNames = ['official', 'guests', 'unclassed'] as const
const presenceNames = ['present', 'excused', 'absent', 'unlooked'] as const
const apartNames = ['alternates', 'withdrawn'] as const

const without = (numbers: Numbers, hidden: ReadonlySet<string>): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([name, count]) => [name, hidden.has(name) ? null : count])) as Numbers

const publishedNumbers = ({ numbers, base, of }: MakeUp, below: number): Numbers => {
  const { called } = numbers
  const cellsOf = (names: readonly (keyof Numbers)[]) => names.map((key) => ({ key, count: numbers[key] }))
  const whole = (names: readonly (keyof Numbers)[]) => hiddenOfWhole(cellsOf(names), below, called ?? 0)
  const few = (names: readonly (keyof Numbers)[]) => names.filter((name) => isFew(numbers[name], below))
  const isLookedAt = numbers.unlooked !== called
  const classes = whole(classNames)
  // The sums of the make-up say how many are official: whom they leave of all can be hidden with the number of all alone.
  const isCalledHidden = isFew(called, below) || (classes.size > 0 && base === 'official' && !isFew(of, below))
  const hidden = isCalledHidden
    ? ['called', ...few(classNames), ...(isLookedAt ? presenceNames : ['unlooked'])]
    : [...classes, ...(isLookedAt ? whole(presenceNames) : [])]
  return without(numbers, new Set([...hidden, ...few(apartNames)]))
}

/**
 * By delegation all is told, or, where a small number could be read or reckoned from a line, the official delegates
 * alone: a line tells nothing then of who else comes.
 */
const publishedDelegations = (
  { delegations }: Pick<MakeUp, 'delegations'>,
  { called, official, guests, present: attended }: Numbers,
  below: number,
): DelegationNumbers[] => {
  const isTelling = ({ called: all, present, ...one }: DelegationNumbers) => {
    const others = left(all, one.official)
    const reckoned = [others, left(all, one.guests), left(others, one.guests), left(all, present)]
    return [all, one.official, one.guests, present, ...reckoned].some((count) => isFew(count, below))
  }
  const isAllTold = [called, official, guests, attended].every((count) => count !== null)
  if (isAllTold && !delegations.some(isTelling)) return [...delegations]
  const cells = delegations.map((each) => ({ key: each.name, count: each.official }))
  const hidden = hiddenOfWhole(cells, below, official ?? 0)
  return delegations.map((each) => {
    const isTold = official !== null && !hidden.has(each.name)
    return { ...each, called: null, official: isTold ? each.official : null, guests: null, present: null }
  })
}

const left = (all: number | null, part: number | null): number => (all ?? 0) - (part ?? 0)
