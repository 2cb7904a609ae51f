import { formatNumber } from '../format/numbers.ts'
import type { CardElement } from './cards.ts'
import {
  letterWidth,
  margin,
  point,
  text,
  type ChartDelegation,
  type ChartMaking,
  type ChartSeat,
} from './seat-parts.ts'

/** Of a line of the legend, in millimetres, and its letters. */
export const legendLine = 4
const legendSize = 9

export interface LegendEntry {
  name: string
  number: string
  grey: number | null
}

export const legendOf = (
  seats: readonly ChartSeat[],
  {
    delegations,
    making: { word, nameOf, language },
  }: {
    delegations: ReadonlyMap<string, ChartDelegation>
    making: Pick<ChartMaking, 'word' | 'nameOf' | 'language'>
  },
): LegendEntry[] => {
  const without = seats.filter(({ delegation }) => delegation === '')
  const freeCount = without.filter(({ name }) => name.trim() === '').length
  const told = (name: string, count: number) => `${name}: ${formatNumber(count, language)}`
  const rest = [
    [word('noDelegation'), without.length - freeCount],
    [word('freeSeats'), freeCount],
  ] as const
  return [
    ...[...delegations.values()].map(({ name, number, grey, count }) => ({
      ...{ name: told(nameOf(name), count), number, grey },
    })),
    ...rest.flatMap(([name, count]) => (count === 0 ? [] : [{ name: told(name, count), number: '', grey: null }])),
  ]
}

/** The swatch before a name of the legend, with the number in it. */
const swatch = { width: 7, height: legendLine * 0.8 }

/** How many find room beside one another in letters of a size. */
export const columnsFor = (legend: readonly LegendEntry[], width: number, size = legendSize): number => {
  const longest = Math.max(1, ...legend.map(({ name }) => name.length))
  const column = longest * letterWidth * size * point + swatch.width + 4
  return Math.max(2, Math.min(size < legendSize ? 8 : 6, legend.length, Math.floor((width - 2 * margin) / column)))
}

/** Smaller letters are tried where a legend has few lines, down to what is read at a glance. */
const sizes = [legendSize, 8, 7, 6] as const

/** Columns in which a legend has no more lines than these, in letters as large as may be; null = it finds no room. */
export const columnsWithin = (legend: readonly LegendEntry[], width: number, lines: number): number | null => {
  for (const size of sizes) {
    const columns = columnsFor(legend, width, size)
    if (Math.ceil(legend.length / columns) <= lines) return columns
  }
  return null
}

export const legendElements = (
  entries: readonly LegendEntry[],
  { columns, y: top, width }: { columns: number; y: number; width: number },
): CardElement[] => {
  const cell = (width - 2 * margin) / columns
  const lines = Math.ceil(entries.length / columns)
  return entries.flatMap(({ name, number, grey }, index): CardElement[] => {
    // Down the columns, as a list by name is read.
    const x = margin + Math.floor(index / lines) * cell
    const y = top + (index % lines) * legendLine
    return [
      { kind: 'frame', x, y: y + 0.3, ...swatch, grey, rule: 0.4, isPreprinted: false },
      ...(number === '' ? [] : [text({ text: number, x, y: y + 0.3, ...swatch, size: legendSize, face: 'bold' })]),
      text({
        ...{ text: name, x: x + swatch.width + 1.5, y, width: cell - swatch.width - 3, height: legendLine },
        ...{ size: legendSize, alignment: 'left' },
      }),
    ]
  })
}
