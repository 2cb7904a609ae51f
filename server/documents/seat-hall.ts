import type { CardElement } from './cards.ts'
import type { Placed } from './seat-layout.ts'
import {
  boxes,
  grouped,
  leastLine,
  leastSize,
  point,
  text,
  type ChartFixture,
  type ChartHall,
  type ChartSeat,
} from './seat-parts.ts'

/** Beside the seats of a hall, for the names of its rows, in millimetres. */
export const rowNameWidth = 7

export const fixtureElements = (
  { kind, text: name, isRound, ...fixture }: ChartFixture,
  { x, y, across, down }: Placed,
): CardElement[] => {
  const box = {
    x: x(fixture.x - fixture.width / 2),
    y: y(fixture.y - fixture.height / 2),
    width: fixture.width * across,
    height: fixture.height * down,
  }
  // What a door is called stands below it; on the stage people may sit in the middle.
  const words = kind === 'door' ? { x: box.x - 10, width: box.width + 20, y: box.y + box.height, height: 5 } : box
  const size = kind === 'door' ? 9 : Math.max(leastSize, Math.min(12, (box.height * 0.4) / point))
  const vertical = kind === 'table' ? 'middle' : 'top'
  return [
    { kind: 'frame', ...box, grey: kind === 'door' ? 0.35 : 0.9, rule: 0.8, isPreprinted: false, isOval: isRound },
    ...(name === '' ? [] : [text({ text: name, ...words, size, face: 'bold', vertical })]),
  ]
}

/**
 * What rows are called, at both ends of those that reach across the hall; nothing where rows are less deep than letters,
 * `scale` being how many times as large the page is drawn.
 */
export const rowNames = (seats: readonly ChartSeat[], { x, y, seat }: Placed, scale: number): CardElement[] => {
  if (seat.height * scale < leastLine) return []
  const rows = grouped(
    seats.filter(({ row, isStage }) => row !== '' && !isStage),
    ({ level, row }) => `${level}\n${row}`,
  )
  return [...rows.values()].flatMap((row) => {
    const [first] = row
    if (!first) return []
    const ends = row.reduce(
      ([left, right], each) => [each.x < left.x ? each : left, each.x > right.x ? each : right] as const,
      [first, first] as const,
    )
    return ends.map((end, at) =>
      text({
        text: end.row,
        x: at === 0 ? x(end.x) - seat.width / 2 - rowNameWidth : x(end.x) + seat.width / 2 + 0.8,
        ...{ y: y(end.y) - seat.height / 2, width: rowNameWidth - 0.8, height: seat.height },
        alignment: at === 0 ? 'right' : 'left',
        ...{ size: 9, face: 'bold', isSpared: true },
      }),
    )
  })
}

/** The upper left corners of seats on a page, one after another. */
export const seatCorners = (seats: readonly ChartSeat[], { x, y, seat: { width, height } }: Placed): number[] => {
  const corners: number[] = []
  for (const seat of seats) corners.push(x(seat.x) - width / 2, y(seat.y) - height / 2)
  return corners
}

/** A hall without anybody in it: its seats, and what stands there besides. */
export const bareHall = ({ seats, fixtures }: ChartHall, placed: Placed, how: { grey?: number; rule: number }) => [
  ...fixtures.flatMap((fixture) => fixtureElements(fixture, placed)),
  ...boxes(seatCorners(seats, placed), placed.seat, how),
]
