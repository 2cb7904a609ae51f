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

export const columnsFor = (legend: readonly LegendEntry[], width: number): number => {
  const longest = Math.max(1, ...legend.map(({ name }) => name.length))
  const column = longest * letterWidth * legendSize * point + swatch.width + 4
  return Math.max(2, Math.min(6, legend.length, Math.floor((width - 2 * margin) / column)))
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
