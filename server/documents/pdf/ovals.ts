import type { OvalForm, Point } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** How far the handles of a quarter of a circle reach, as a share of its radius. */
const handle = 0.5523

/** An oval that fills a rectangle of a sheet, with its upper left corner. */
export const addOval = (
  { fills, height: sheetHeight }: Pick<Sheet, 'fills' | 'height'>,
  { x: left, y: top, width, height }: Point & { width: number; height: number },
  { ground, rule }: OvalForm,
): void => {
  const [x, y] = [left + width / 2, sheetHeight - top - height / 2]
  const numbers = (...points: readonly [across: number, up: number][]) => {
    for (const [across, up] of points) {
      fills.number(x + (across * width) / 2)
      fills.number(y + (up * height) / 2)
    }
  }
  fills.add('q ')
  for (const share of ground === null ? [] : typeof ground === 'number' ? [ground] : ground) fills.number(share)
  if (ground !== null) fills.add(typeof ground === 'number' ? 'g ' : 'rg ')
  fills.number(rule)
  fills.add('w ')
  numbers([1, 0])
  fills.add('m ')
  for (const [across, up] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    // A quarter to the left of where it begins.
    numbers([across - handle * up, up + handle * across], [handle * across - up, across + handle * up], [-up, across])
    fills.add('c ')
  }
  fills.add(`${ground === null ? (rule > 0 ? 'S' : 'n') : rule > 0 ? 'B' : 'f'} Q\n`)
}
