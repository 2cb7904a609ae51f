import type { Aim, AimStanding, BothClasses, Quota } from './schema.ts'

/** Who takes part in a spread, in the order of the board. */
export interface Sharing {
  id: string
  /** What the share is measured by. */
  weight: number
  /** What it may not fall below: those who were entered already, unless the office says otherwise. */
  floor: number
}

export type SpreadOutcome =
  | { shares: Map<string, number>; missing: null }
  /** The total does not reach for what each gets at least. */
  | { shares: null; missing: number }

/**
 * Spreads a total by weight, each getting at least `minimum` and its floor: whoever's share would be less gets that, the
 * others share what is left by the method of the largest remainder (Hare–Niemeyer). The sum is always the total; of
 * equal remainders the larger weight comes first, then the order of the board.
 */
export const spread = (rows: readonly Sharing[], total: number, minimum: number): SpreadOutcome => {
  const least = new Map(rows.map(({ id, floor }) => [id, Math.max(minimum, floor)]))
  const atLeast = [...least.values()].reduce((sum, each) => sum + each, 0)
  if (atLeast > total) return { shares: null, missing: atLeast - total }
  const shares = new Map<string, number>()
  let open = [...rows]
  let left = total
  for (;;) {
    const { weightOf, sum } = weightsOf(open)
    const held = open.filter((row) => left * weightOf(row) < (least.get(row.id) ?? 0) * sum)
    if (held.length === 0) break
    for (const { id } of held) {
      shares.set(id, least.get(id) ?? 0)
      left -= least.get(id) ?? 0
    }
    open = open.filter(({ id }) => !shares.has(id))
  }
  for (const [id, share] of byLargestRemainder(open, left)) shares.set(id, share)
  return { shares, missing: null }
}

/** Where nobody has a weight all have the same. */
const weightsOf = (rows: readonly Sharing[]) => {
  const sum = rows.reduce((all, { weight }) => all + weight, 0)
  return sum > 0 ? { weightOf: ({ weight }: Sharing) => weight, sum } : { weightOf: () => 1, sum: rows.length }
}

const byLargestRemainder = (rows: readonly Sharing[], total: number): Map<string, number> => {
  const { weightOf, sum } = weightsOf(rows)
  const parts = rows.map((row, at) => {
    const whole = Math.floor((total * weightOf(row)) / sum)
    return { id: row.id, at, whole, remainder: total * weightOf(row) - whole * sum, weight: weightOf(row) }
  })
  const over = total - parts.reduce((all, { whole }) => all + whole, 0)
  const first = parts
    .toSorted((a, b) => b.remainder - a.remainder || b.weight - a.weight || a.at - b.at)
    .slice(0, parts.length === 0 ? 0 : over)
  const lucky = new Set(first.map(({ id }) => id))
  return new Map(parts.map(({ id, whole }) => [id, whole + (lucky.has(id) ? 1 : 0)]))
}

/**
 * Whether a row is no unit but a group of guests: nobody of it may come, or was entered, as an official delegate. A block
 * to which nobody was given yet is none.
 */
export const isOfGuestsAlone = ({
  unitId,
  official,
  guests,
  entered,
}: Pick<Quota, 'unitId' | 'official' | 'guests' | 'entered'>): boolean =>
  unitId === null && official === 0 && entered.official === 0 && guests + entered.guests > 0

/** How an aim stands. `missing` and `excess` are persons; one of them is 0. */
export interface AimJudged {
  wanted: number
  missing: number
  excess: number
}

/**
 * Judges an aim. Percents are of all who may come, or of those entered where these are more: what is missing is what
 * the places still open have to bring.
 */
export const judgeAim = ({ op, amount, isPercent }: Aim, have: number, of: number): AimJudged => {
  const exact = isPercent ? (amount * of) / 100 : amount
  const wanted = op === 'at-least' ? Math.ceil(exact - rounding) : Math.floor(exact + rounding)
  return {
    wanted,
    missing: op === 'at-least' ? Math.max(0, wanted - have) : 0,
    excess: op === 'at-most' ? Math.max(0, have - wanted) : 0,
  }
}

/** 30% of 10 is 3, whatever floating point says. */
const rounding = 1e-9

/**
 * Aims of a unit whose places became `then` of `now`: numbers keep their share, and never ask for more than may come.
 * Percents stay, and so do numbers of a unit that had no places.
 */
export const scaledAims = (aims: readonly Aim[], now: number, then: number): Aim[] =>
  aims.map((aim) => {
    if (aim.isPercent || now === 0) return aim
    const share = (aim.amount * then) / now
    const amount = aim.op === 'at-least' ? Math.ceil(share - rounding) : Math.floor(share + rounding)
    return { ...aim, amount: Math.min(amount, then) }
  })

/** Persons that an aim in percent is measured by: official delegates, who are chosen by it; guests are invited. */
export const baseOfAims = (allowed: BothClasses, entered: BothClasses): number =>
  Math.max(allowed.official, entered.official)

export const sumOf = (rows: readonly BothClasses[]): BothClasses => ({
  official: rows.reduce((sum, { official }) => sum + official, 0),
  guests: rows.reduce((sum, { guests }) => sum + guests, 0),
})

export const both = ({ official, guests }: BothClasses): number => official + guests

/** Places that are still open, by class; below 0 = more were entered than may come. */
export const gapOf = ({ official, guests, entered }: Pick<Quota, 'official' | 'guests' | 'entered'>): BothClasses => ({
  official: official - entered.official,
  guests: guests - entered.guests,
})

export const isOver = (quota: Pick<Quota, 'official' | 'guests' | 'entered'>): boolean => {
  const gap = gapOf(quota)
  return gap.official < 0 || gap.guests < 0
}

/** Whether what the unit was sent is no longer what stands here. */
export const isChangedSinceSent = ({ sent, official, guests }: Pick<Quota, 'sent' | 'official' | 'guests'>): boolean =>
  sent !== null && (sent.official !== official || sent.guests !== guests)

/** The rule that an aim breaks, by its field; null = it can be kept. */
export const aimFault = ({ attribute, value, amount, isPercent }: Aim): { field: keyof Aim; rule: string } | null => {
  if (isPercent && amount > 100) return { field: 'amount', rule: 'too-large' }
  if ((attribute === 'group' || attribute === 'title') && value.trim() === '')
    return { field: 'value', rule: 'required' }
  if (attribute === 'age-under' && !/^[1-9]\d?$|^1[0-1]\d$/u.test(value)) return { field: 'value', rule: 'wrong-form' }
  return null
}

/** Two aims that would say the same thing twice. */
export const keyOfAim = ({ attribute, value, op }: Aim): string => `${attribute}\n${value}\n${op}`

/** The aims of two units as those of one: what both say in persons is added up, all others stand side by side. */
export const joinAims = (own: readonly Aim[], others: readonly Aim[]): Aim[] => {
  const isAlike = (one: Aim) => (other: Aim) => keyOfAim(one) === keyOfAim(other)
  const joined = own.map((aim) => {
    const other = others.find(isAlike(aim))
    return other && !aim.isPercent && !other.isPercent ? { ...aim, amount: aim.amount + other.amount } : aim
  })
  return [...joined, ...others.filter((aim) => !own.some(isAlike(aim)))]
}

/** The aim without how it stands, as it is kept. */
export const plainAim = ({ attribute, value, op, amount, isPercent }: AimStanding | Aim): Aim => ({
  attribute,
  value,
  op,
  amount,
  isPercent,
})
