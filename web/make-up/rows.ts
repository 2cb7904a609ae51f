import { readBand } from '../../server/make-up/rules/ages.ts'
import { sharesOfNumbers, sharesOfPart } from '../../server/make-up/rules/shares.ts'
import type { MakeUp, Numbers, PartName } from '../../server/make-up/schema.ts'
import { translated, words } from '../words/words.ts'

/** A number of one congress; null = it is hidden. `share` is 0 to 1 as it is written, null = it has none. */
export interface Figure {
  count: number | null
  share: number | null
  tagged?: number | null
}

/** A line of a table: what is counted, and the figure of each congress; undefined = that one does not know it. */
export interface FigureRow {
  label: string
  figures: (Figure | undefined)[]
}

const numberNames = [
  ...(['called', 'official', 'guests', 'unclassed', 'delegations'] as const),
  ...(['present', 'excused', 'absent', 'unlooked', 'alternates', 'withdrawn'] as const),
] as const satisfies readonly (keyof Numbers)[]
/** Shown even where they are nothing. */
const always: ReadonlySet<string> = new Set(['called', 'official', 'guests', 'delegations'])
/** They are parts of those who are called. */
const withShare = ['official', 'guests', 'unclassed', 'present', 'excused', 'absent', 'unlooked'] as const
const ofPresence: ReadonlySet<string> = new Set(['present', 'excused', 'absent'])

/** A number that is hidden is not nothing. */
const isLookedAt = ({ numbers: { present, excused, absent } }: MakeUp): boolean =>
  [present, excused, absent].some((count) => count !== 0)

const isTold = (makeUp: MakeUp, name: keyof Numbers): boolean => {
  if (ofPresence.has(name)) return isLookedAt(makeUp)
  if (name === 'unlooked') return isLookedAt(makeUp) && makeUp.numbers.unlooked !== 0
  return always.has(name) || makeUp.numbers[name] !== 0
}

/** How many come, as what, and whether they came. */
export const numberRows = (all: readonly MakeUp[]): FigureRow[] =>
  numberNames
    .filter((name) => all.some((makeUp) => isTold(makeUp, name)))
    .map((name) => ({
      label: words().makeUp.numbers[name],
      figures: all.map((makeUp) =>
        isTold(makeUp, name) ? { count: makeUp.numbers[name], share: shareOfNumber(makeUp, name) } : undefined,
      ),
    }))

const shareOfNumber = ({ numbers }: MakeUp, name: keyof Numbers): number | null => {
  const shared = withShare.find((each) => each === name)
  return shared === undefined ? null : sharesOfNumbers(numbers)[shared]
}

/** The lines of a part: those of the first congress, then what only others know; what is not known stands last. */
export const partRows = (name: PartName, all: readonly MakeUp[]): FigureRow[] => {
  const cells = all.map(({ parts, of }) => {
    const part = parts.find((each) => each.name === name)
    const shares = part ? sharesOfPart(part, of) : []
    return { cells: (part?.cells ?? []).map((cell, at) => ({ ...cell, share: shares[at] ?? null })) }
  })
  const keys = new Set(cells.flatMap((one) => one.cells.map(({ key }) => key)))
  const ordered = [...[...keys].filter((key) => key !== ''), ...(keys.has('') ? [''] : [])]
  return ordered.map((key) => ({
    label: labelOf(name, key),
    figures: cells.map((one) => one.cells.find((each) => each.key === key)),
  }))
}

const labelOf = (name: PartName, key: string): string => {
  const { cells, unknown } = words().makeUp
  if (key === '') return unknown
  if (name === 'age') return bandLabel(key)
  return isTyped.has(name) ? translated(key) : ((cells as Readonly<Record<string, string>>)[key] ?? key)
}

/** What people typed is shown as it was typed, what ships in the reader's language. */
const isTyped: ReadonlySet<PartName> = new Set(['groups', 'field', 'education', 'titles'])

/** A band of ages in words. */
export const bandLabel = (band: string): string => {
  const { below, from: over, between } = words().makeUp
  const { from, to } = readBand(band)
  if (from === null) return below((to ?? 0) + 1)
  return to === null ? over(from) : between(from, to)
}
