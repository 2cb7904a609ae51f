import type { CardElement, CardFace } from './cards.ts'
import { bareHall, rowNames, rowNameWidth, seatCorners } from './seat-hall.ts'
import { placeHall, type Placed } from './seat-layout.ts'
import {
  boldWidth,
  boxes,
  chartSheets,
  delegationsIn,
  footElements,
  grouped,
  leastLine,
  leastSize,
  margin,
  markRule,
  point,
  scaled,
  sheetId,
  text,
  type ChartHall,
  type ChartMaking,
  type ChartSeat,
  type ChartSheets,
  type LostSeatTold,
  type SheetsOfRow,
} from './seat-parts.ts'

/** Millimetres, on A4. */
const page = { width: 210, height: 297 }
const planTop = 40
const planHeight = 105
const line = 5.4
const columnGap = 6

/** A sheet for the head of each delegation: its seats in the hall, and who has which; those without one come last. */
export const composeDelegationSheets = (hall: ChartHall, making: ChartMaking): ChartSheets => {
  const { title, language } = making
  const numbers = delegationsIn(hall.seats)
  const room = { x: margin + rowNameWidth, y: planTop, width: page.width - 2 * (margin + rowNameWidth) }
  const placed = placeHall(hall, { ...room, height: planHeight }, { stretch: 1.8 })
  const scale = making.page.width / page.width
  // The same objects on all sheets: in the file they are kept once.
  const bare = [...bareHall(hall, placed, { rule: 0.25 }), ...rowNames(hall.seats, placed, scale)]
  const called = new Map(making.lost ? hall.seats.map((seat) => [seat.id, seat]) : [])
  const taken = hall.seats.filter(({ name }) => name.trim() !== '')
  const groups = grouped(taken, ({ delegation }) => delegation)
  const sorted = [...groups.keys()].sort((one, other) => orderOf(numbers, one) - orderOf(numbers, other))
  const rows = sorted.map((delegation): SheetsOfRow => {
    const seats = groups.get(delegation) ?? []
    const name = making.nameOf(delegation) || making.word('noDelegation')
    const rowId = sheetId('delegation', delegation, 0)
    const marked = making.marked?.get(rowId) ?? new Set()
    const lost = making.lost?.get(rowId) ?? []
    const fronts = frontsOf(seats, {
      ...{ marked, lost: lost.map((seat) => ({ ...seat, now: called.get(seat.id) })) },
      name,
      number: numbers.get(delegation)?.number ?? '',
      placed,
      bare,
      making,
    })
    return {
      ...{ rowId, name },
      fronts: scale === 1 ? fronts : fronts.map((front) => front.map((element) => scaled(element, scale))),
    }
  })
  return chartSheets(rows, { page: making.page, title, language })
}

const orderOf = (numbers: ReturnType<typeof delegationsIn>, delegation: string): number =>
  Number(numbers.get(delegation)?.number ?? Infinity)

interface Fronts {
  name: string
  number: string
  placed: Placed
  bare: CardFace
  marked: ReadonlySet<string>
  /** With the seat as it is now; undefined = the hall has it no more. */
  lost: readonly (LostSeatTold & { now: ChartSeat | undefined })[]
  making: ChartMaking
}

const frontsOf = (
  seats: readonly ChartSeat[],
  { name, number, placed, bare, marked, lost, making }: Fronts,
): CardFace[] => {
  const { word } = making
  const listTop = planTop + planHeight + 12
  const bottom = page.height - margin - 4
  const onFirst = Math.floor((bottom - listTop - line) / line)
  const onOthers = Math.floor((bottom - planTop - line) / line)
  const fronts: CardFace[] = []
  for (let from = 0; from < seats.length;) {
    const isFirst = from === 0
    const most = 2 * (isFirst ? onFirst : onOthers)
    const part = seats.slice(from, from + most)
    const heading = isFirst ? name : `${name} (${word('continued')})`
    fronts.push([
      ...headElements(heading, { number, count: seats.length, making }),
      ...(isFirst ? [...bare, ...ownSeats(seats, placed, marked), ...lostSeats(lost, placed, making)] : []),
      ...listElements(part, { y: isFirst ? listTop : planTop, most: isFirst ? onFirst : onOthers, marked, making }),
      ...footElements(making, {
        ...{ y: page.height - margin - 2, width: page.width },
        isMarked: seats.some(({ id }) => marked.has(id)) || lost.length > 0,
      }),
    ])
    from += most
  }
  return fronts
}

const headElements = (
  heading: string,
  { number, count, making }: { number: string; count: number; making: ChartMaking },
): CardElement[] => {
  const { subtitle, word } = making
  const span = { x: margin, width: page.width - 2 * margin }
  const told = [
    ...(number === '' ? [] : [`${word('numberOnChart')}: ${number}`]),
    `${word('seatedCount')}: ${String(count)}`,
    word('seenFromHall'),
  ]
  return [
    text({ text: subtitle, ...span, y: 8, height: 5, size: 10 }),
    text({
      text: word('seatsOfDelegation').toLocaleUpperCase('vi'),
      ...span,
      y: 13,
      height: 7,
      size: 14,
      face: 'bold',
    }),
    text({ text: heading, ...span, y: 20, height: 10, size: 18, face: 'bold', leastSize: 8, isOneLine: false }),
    text({ text: told.join('. '), ...span, y: 31, height: 5, size: 10, face: 'italic' }),
  ]
}

/** The seats of a delegation, dark in the plan, with their labels where these find room. */
const ownSeats = (seats: readonly ChartSeat[], placed: Placed, marked: ReadonlySet<string>): CardElement[] => {
  const { width, height } = placed.seat
  const longest = Math.max(...seats.map(({ short }) => short.length))
  const size = Math.min(8, width / (longest * boldWidth * point))
  const isTold = size >= leastSize && height >= leastLine
  return [
    ...boxes(seatCorners(seats, placed), placed.seat, { grey: isTold ? 0.72 : 0.25, rule: 0.4 }),
    ...boxes(
      seatCorners(
        seats.filter(({ id }) => marked.has(id)),
        placed,
      ),
      placed.seat,
      { rule: markRule },
    ),
    ...(isTold
      ? seats.map(({ short, x, y }) =>
          text({
            ...{ text: short, x: placed.x(x) - width / 2, y: placed.y(y) - height / 2, width, height },
            ...{ size, face: 'bold', isSpared: true },
          }),
        )
      : []),
  ]
}

/** Seats that the delegation had: crossed out in the plan, and named below it. */
const lostSeats = (lost: Fronts['lost'], placed: Placed, { word }: ChartMaking): CardElement[] => {
  if (lost.length === 0) return []
  const { width, height } = placed.seat
  const shown = lost.flatMap(({ now }) => now ?? [])
  const names = lost.map(({ label, now }) => now?.label ?? label).join(', ')
  return [
    ...boxes(seatCorners(shown, placed), placed.seat, { rule: markRule }),
    ...shown.map(({ x, y }) =>
      text({
        ...{ text: '×', x: placed.x(x) - width / 2, y: placed.y(y) - height / 2, width, height },
        ...{ size: Math.max(leastSize, Math.min(12, height / point)), face: 'bold', isSpared: true },
      }),
    ),
    text({
      ...{ text: `${word('lostSeats')}: ${names}`, x: margin, width: page.width - 2 * margin },
      ...{ y: planTop + planHeight + 6, height: 6, size: 9, face: 'bold-italic', isOneLine: false },
    }),
  ]
}

/** Who has which seat, in two columns: seat, name, door and level. */
const listElements = (
  seats: readonly ChartSeat[],
  { y: top, most, marked, making }: { y: number; most: number; marked: ReadonlySet<string>; making: ChartMaking },
): CardElement[] => {
  const { word } = making
  const width = (page.width - 2 * margin - columnGap) / 2
  const lines = Math.min(most, Math.max(Math.ceil(seats.length / 2), Math.min(seats.length, 8)))
  const hasLevel = seats.some(({ level }) => level !== '')
  const where = [word('door'), ...(hasLevel ? [word('level').toLocaleLowerCase('vi')] : [])].join(', ')
  const cells = (x: number, y: number, [seat, name, place]: readonly [string, string, string], isHead = false) => {
    const face = isHead ? 'bold' : 'regular'
    const cell = { y, height: line, size: 10, face, alignment: 'left' } as const
    return [
      text({ ...cell, text: seat, x: x + 0.8, width: width * 0.21, face: 'bold', isOneLine: false }),
      text({ ...cell, text: name, x: x + width * 0.23, width: width * 0.45, isOneLine: false }),
      text({ ...cell, text: place, x: x + width * 0.69, width: width * 0.3, isOneLine: false }),
    ]
  }
  const columns = [seats.slice(0, lines), seats.slice(lines)].filter(({ length }) => length > 0)
  return columns.flatMap((column, at) => {
    const x = margin + at * (width + columnGap)
    const corners = column.flatMap((_seat, index) => [x, top + (index + 1) * line])
    const changed = column.flatMap(({ id }, index) => (marked.has(id) ? [x, top + (index + 1) * line] : []))
    const size = { width, height: line }
    return [
      ...boxes([x, top], size, { grey: 0.9, rule: 0.4 }),
      ...boxes(corners, size, { rule: 0.3 }),
      ...boxes(changed, size, { rule: markRule }),
      ...cells(x, top, [word('seat'), word('fullName'), where], true),
      ...column.flatMap(({ label, name, door, level }, index) => {
        const place = [door === '' ? '' : `${word('door')} ${door}`, level].filter(Boolean).join(', ')
        return cells(x, top + (index + 1) * line, [label, name.trim(), place])
      }),
    ]
  })
}
