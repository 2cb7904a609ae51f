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
 * By delegation all is told. Where a small number could be read or reckoned from the lines of some, these are told in one
 * line; where that would be most of them, each line tells of the official delegates alone, and nothing of who else comes.
 */
const publishedDelegations = (
  { delegations }: Pick<MakeUp, 'delegations'>,
  { called, official, guests, present: attended }: Numbers,
  below: number,
): DelegationNumbers[] => {
  const isAllTold = [called, official, guests, attended].every((count) => count !== null)
  const folded = isAllTold ? foldTelling(delegations, below) : null
  if (folded) return folded
  const cells = delegations.map((each) => ({ key: each.name, count: each.official }))
  const hidden = hiddenOfWhole(cells, below, official ?? 0)
  return delegations.map((each) => {
    const isTold = official !== null && !hidden.has(each.name)
    return { ...each, called: null, official: isTold ? each.official : null, guests: null, present: null }
  })
}

/** Whether a line gives a small number away, by itself or by what its numbers leave of each other. */
const isTelling = ({ called: all, official, guests, present }: DelegationNumbers, below: number): boolean => {
  const others = left(all, official)
  const reckoned = [others, left(all, guests), left(others, guests), left(all, present)]
  return [all, official, guests, present, ...reckoned].some((count) => isFew(count, below))
}

/**
 * The lines with those that tell too much in one at the end; null where half of them or more would be in it. The sums are
 * known, so that the last line can be reckoned from the others: it is of two at least, and tells no small number either.
 */
const foldTelling = (delegations: readonly DelegationNumbers[], below: number): DelegationNumbers[] | null => {
  const folded = delegations.filter((each) => isTelling(each, below))
  if (folded.length === 0) return [...delegations]
  const size = ({ called }: DelegationNumbers) => called ?? 0
  const others = delegations.filter((each) => !folded.includes(each)).toSorted((one, other) => size(one) - size(other))
  while (others.length > 0 && (folded.length < 2 || isTelling(inOne(folded), below)))
    folded.push(...others.splice(0, 1))
  if (folded.length * 2 >= delegations.length) return null
  return [...delegations.filter((each) => !folded.includes(each)), inOne(folded)]
}

const inOne = (lines: readonly DelegationNumbers[]): DelegationNumbers => {
  const sum = (name: 'called' | 'official' | 'guests' | 'present') =>
    lines.reduce((all, line) => all + (line[name] ?? 0), 0)
  return {
    ...{ name: '', colour: '', folded: lines.length },
    ...{ called: sum('called'), official: sum('official'), guests: sum('guests'), present: sum('present') },
  }
}

const left = (all: number | null, part: number | null): number => (all ?? 0) - (part ?? 0)
