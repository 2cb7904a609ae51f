import type { Cell, Extreme, MakeUp, Part, PartName } from '../schema.ts'

/** Fewer people than this are not told where it could be known who they are. */
export const fewest = 5

/** What Law 91/2025/QH15 calls sensitive. */
const sensitive: ReadonlySet<PartName> = new Set(['ethnicity', 'religion', 'party'])
export const isSensitive = (name: PartName): boolean => sensitive.has(name)

/**
 * The make-up without numbers by which somebody could be known. A number that is too small is hidden, and with it as many
 * others as keep it from being reckoned from the sum. How many come (called, present, by delegation) stays.
 */
export const hideSmall = (makeUp: MakeUp, below: number, isHidden: (name: PartName) => boolean): MakeUp => ({
  ...makeUp,
  parts: makeUp.parts.map((part) => (isHidden(part.name) ? hidePart(part, below, makeUp.of) : part)),
  oldest: isHidden('age') ? told(makeUp.oldest, below) : makeUp.oldest,
  youngest: isHidden('age') ? told(makeUp.youngest, below) : makeUp.youngest,
})

const told = (extreme: Extreme | null, below: number): Extreme | null =>
  extreme !== null && extreme.count < below ? null : extreme

const hidePart = (part: Part, below: number, of: number): Part => {
  const hidden = part.isWhole ? hiddenOfWhole(part.cells, below, of) : hiddenAlone(part.cells, below, of)
  const cells = part.cells.map((cell) => (hidden.has(cell.key) ? withoutNumbers(cell) : cell))
  return { ...part, cells }
}

const withoutNumbers = (cell: Cell): Cell => ({
  ...cell,
  count: null,
  ...(cell.tagged === undefined ? {} : { tagged: null }),
})

export const isFew = (count: number | null | undefined, below: number): boolean =>
  count !== null && count !== undefined && count > 0 && count < below

/** A cell gives itself away, or, where all but a few are in it, those few. */
const isTelling = ({ count, tagged = count }: Cell, below: number, of: number): boolean =>
  [count, tagged].some((each) => isFew(each, below) || isFew(of - (each ?? 0), below))

const hiddenAlone = (cells: readonly Cell[], below: number, of: number): Set<string> =>
  new Set(cells.flatMap((cell) => (isTelling(cell, below, of) ? [cell.key] : [])))

/**
 * The whole is known: what is hidden together must be at least two cells and not too few people, or it could be reckoned;
 * the least of the others are hidden with it.
 */
export const hiddenOfWhole = (cells: readonly Cell[], below: number, of: number): Set<string> => {
  const hidden = cells.filter(
    (cell) => isFew(cell.count, below) || (cell.tagged !== undefined && isTelling(cell, below, of)),
  )
  if (hidden.length === 0) return new Set()
  // Where nothing else is left even what is nothing is hidden: it would say that all others are in one cell.
  const size = ({ count }: Cell) => (count === 0 ? Infinity : (count ?? 0))
  const others = cells.filter((cell) => !hidden.includes(cell)).toSorted((one, other) => size(one) - size(other))
  const sum = () => hidden.reduce((all, { count }) => all + (count ?? 0), 0)
  while ((hidden.length < 2 || sum() < below) && others.length > 0) hidden.push(...others.splice(0, 1))
  return new Set(hidden.map(({ key }) => key))
}

/** Whether a number is hidden anywhere. */
export const hasHidden = ({ numbers, parts, delegations }: MakeUp): boolean =>
  [numbers, ...parts.flatMap(({ cells }) => cells), ...delegations].some((counts) =>
    Object.values(counts).includes(null as never),
  )
