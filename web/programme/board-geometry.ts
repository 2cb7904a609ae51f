import { isVacant, type Column, type Reach } from './grid-layout.ts'

/** Pixels beside the columns for the hours, and least for a column to be read. */
export const rulerWidth = 52
const leastWidth = 190
/** On a phone the next column is seen by so much. */
const peek = 28
/** Of a column in which nothing is held, beside others. */
const widthOfVacant = 130
/** The head of a column: so many pixels a session, of which so many are seen at once. */
const headOfSession = 46
const mostHeads = 3

/** A column with its place on the board. */
export interface PlacedColumn extends Column {
  left: number
  width: number
}

/** Columns beside each other: one of many items gets more room, a vacant one less; on a phone each takes all but a strip of the next. */
export const placeColumns = (columns: readonly Column[], room: number, isNarrow: boolean): PlacedColumn[] => {
  const vacant = columns.filter(isVacant).length * widthOfVacant
  const weights = columns.map((column) =>
    isVacant(column) ? 0 : column.bands.some(({ blocks }) => blocks.length > 3) ? 1.75 : 1,
  )
  const total = weights.reduce<number>((sum, weight) => sum + weight, 0)
  let left = 0
  return columns.map((column, index) => {
    const share = total === 0 ? room / columns.length : ((room - vacant) * (weights[index] ?? 1)) / total
    const least = isVacant(column) ? widthOfVacant : leastWidth
    const width = isNarrow ? room - (columns.length > 1 ? peek : 0) : Math.max(least, Math.floor(share))
    const placed = { ...column, left, width }
    left += width
    return placed
  })
}

/** The column and the times of an item or a session. */
export const whereIs = (
  placed: readonly PlacedColumn[],
  id: string,
): { column: PlacedColumn; start: number; end: number } | undefined => {
  for (const column of placed) {
    for (const band of column.bands) {
      const found = band.session.id === id ? band : band.blocks.find(({ item }) => item.id === id)
      if (found) return { column, start: found.start, end: found.end }
    }
  }
  return undefined
}

export const headHeight = (columns: readonly Column[]): number =>
  8 + headOfSession * Math.min(mostHeads, Math.max(1, ...columns.map(({ bands }) => bands.length)))

/** What of the board is in sight, in its own pixels; in coarse steps, so that a scroll seldom draws anew. */
export interface Sight {
  left: number
  right: number
  top: number
  bottom: number
}
const coarse = 240

export const sightOf = ({
  scrollLeft,
  scrollTop,
  clientWidth,
  clientHeight,
}: Pick<HTMLElement, 'scrollLeft' | 'scrollTop' | 'clientWidth' | 'clientHeight'>): Sight => ({
  left: Math.floor(scrollLeft / coarse - 1) * coarse,
  right: Math.ceil((scrollLeft + clientWidth) / coarse + 1) * coarse,
  top: Math.floor(scrollTop / coarse - 1) * coarse,
  bottom: Math.ceil((scrollTop + clientHeight) / coarse + 1) * coarse,
})

export const isSameSight = (one: Sight, other: Sight): boolean =>
  one.left === other.left && one.right === other.right && one.top === other.top && one.bottom === other.bottom

/** Minutes to pixels from the first hour, and back. */
export interface Scale {
  reach: Reach
  /** Pixels a minute. */
  pixels: number
}

export const topOf = (minutes: number, { reach, pixels }: Scale): number => (minutes - reach.from) * pixels
export const minutesAt = (top: number, { reach, pixels }: Scale): number => reach.from + top / pixels

/** Minutes from one line and time of the ruler to the next: of every hour, and closer where there is room. */
export const rulerStep = (pixels: number): number =>
  [5, 10, 15, 30].find((minutes) => minutes * pixels >= leastBetweenLines) ?? 60
const leastBetweenLines = 120

/** A line of a title and a small one, with the edges of an item, in pixels. */
const titleLine = 18
const smallLine = 17
const edges = 8
export const mostLines = 12

/** How many lines of its title an item has room for; in a narrow column its presenter has one of his own. */
export const linesOf = (
  height: number,
  { isNarrow, isWarned }: { isNarrow: boolean; isWarned: boolean },
): { lines: number; hasPresenter: boolean } => {
  const room = Math.max(1, Math.floor((height - edges - (isWarned ? smallLine : 0)) / titleLine))
  const hasPresenter = isNarrow && room > 2
  return { lines: Math.min(mostLines, hasPresenter ? room - 1 : room), hasPresenter }
}

/** Least pixels of an item: it can still be taken. */
const leastHeight = 14
/** Between two items below each other. */
const gap = 2

export const heightOf = (minutes: number, { pixels }: Scale): number => Math.max(leastHeight, minutes * pixels - gap)
