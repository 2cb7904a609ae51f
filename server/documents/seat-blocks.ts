import { givenName } from '../format/names.ts'
import type { CardElement } from './cards.ts'
import { bareHall, seatCorners } from './seat-hall.ts'
import { placeHall, spacingOf } from './seat-layout.ts'
import { columnsFor, columnsWithin, legendElements, legendLine, legendOf, type LegendEntry } from './seat-legend.ts'
import {
  boxes,
  chartSheets,
  delegationsIn,
  footElements,
  grouped,
  margin,
  markRule,
  sheetId,
  text,
  type ChartDelegation,
  type ChartHall,
  type ChartMaking,
  type ChartSeat,
  type ChartSheets,
  type SheetsOfRow,
  type Size,
} from './seat-parts.ts'
import { tableElements, tableSheets, type Spot, type TableSpot } from './seat-tables.ts'

/** Millimetres of the page: a larger page has room for more seats. */
const keyPlan = { width: 62, height: 27 }
const headHeight = 44
/** Seats of the small plan that are less wide than this are points. */
const leastSeen = 1
const barHeight = 6
const rowNameWidth = 8
/** A seat with label, full name and delegation is no smaller than this; one alone is no larger. */
const leastCell = { width: 18, height: 12 }
const leastOnStage = { width: 9, height: 10 }
const mostCell = { width: 46, height: 26 }
const gap = 0.6
/** A legend of more lines has a sheet of its own. */
const mostLegendLines = 4

/** What has a sheet, or several where it has more seats than can be read on one. */
interface Group {
  kind: 'block' | 'tables' | 'phase'
  id: string
  called: string
  seats: readonly ChartSeat[]
  /** The least room of one seat. */
  cell: Size
  /** null = it is still to be looked how many sheets it takes. */
  part: Part | null
}

/** A sheet for each block of the hall, several where it has more seats than can be read on one, and one for several tables; then one for each later phase. */
export const composeBlockSheets = (hall: ChartHall, making: ChartMaking): ChartSheets => {
  const { page, title, language } = making
  const delegations = delegationsIn(hall.seats)
  const corner = { x: page.width - margin - keyPlan.width, y: margin + 4, ...keyPlan }
  const key = placeHall({ ...hall, seats: [...hall.seats, ...hall.phases.flatMap(({ seats }) => seats)] }, corner)
  // The same objects on all sheets: in the file they are kept once.
  const bare = [
    ...bareHall({ ...hall, fixtures: hall.fixtures.map((fixture) => ({ ...fixture, text: '' })) }, key, {
      grey: 0.82,
      rule: 0,
    }),
    text({ text: making.word('whereInHall'), ...corner, y: margin - 2, height: 5, size: 8, face: 'italic' }),
  ]
  const rows = groupsIn(hall, making).flatMap(({ kind, id, called, seats, cell, part: whole }): SheetsOfRow[] => {
    const parts = whole ? [whole] : partsOf(seats, { cell, room: roomOf(page) })
    return parts.map((part, index) => {
      const own = ownPlace(seatCorners(part.seats, key), key.seat)
      const name = parts.length === 1 ? called : `${called} (${String(index + 1)}/${String(parts.length)})`
      const rowsTold = parts.length === 1 ? '' : rowsOf(part.seats, making)
      const heading = [name, rowsTold].filter(Boolean).join(': ')
      const rowId = sheetId(kind, id, index)
      const marked = making.marked?.get(rowId) ?? new Set()
      const head = [...headElements(heading, making), ...bare, ...own]
      const sheets = partSheets(part, { delegations, marked, making })
      return { rowId, name: heading, fronts: sheets.map((sheet) => [...head, ...sheet]) }
    })
  })
  return chartSheets(rows, { page, title, language })
}

const groupsIn = ({ seats, phases, fixtures }: ChartHall, making: ChartMaking): Group[] => {
  const blocks = grouped(seats, ({ block }) => block)
  const tables = tableSheets(blocks, fixtures, { cell: leastCell, room: roomOf(making.page) })
  const atTable = new Set(tables.flatMap(({ ids }) => ids))
  return [
    ...[...blocks].flatMap(([id, own], at): Group[] =>
      atTable.has(id)
        ? []
        : [{ kind: 'block', id, called: nameOfBlock(own, at, making), seats: own, cell: leastCell, part: null }],
    ),
    ...tables.map(({ ids, names, spots, tables: drawn }): Group => {
      const own = spots.map(({ seat }) => seat)
      const [first = '', last = ''] = [names[0], names.at(-1)]
      const called = names.length === 1 ? first : `${first} - ${last}`
      const level = own[0]?.level ?? ''
      return {
        ...{ kind: 'tables', id: ids.join(' '), called: [called, level].filter(Boolean).join(', '), seats: own },
        ...{ cell: leastCell, part: { seats: own, spots, tables: drawn } },
      }
    }),
    // Those on the stage are looked for together, however small.
    ...phases.map((phase): Group => ({
      ...{ kind: 'phase', id: phase.id, called: making.nameOf(phase.name), seats: phase.seats, cell: leastOnStage },
      part: null,
    })),
  ]
}

/** The seats of a sheet in the small plan: dark, and framed where they are too small to be seen. */
const ownPlace = (corners: readonly number[], seat: Size): CardElement[] => {
  const dark = boxes(corners, seat, { grey: 0.2 })
  if (seat.width >= leastSeen) return dark
  const [across, down] = [corners.filter((_value, at) => at % 2 === 0), corners.filter((_value, at) => at % 2 === 1)]
  const [x, y] = [Math.min(...across) - 1, Math.min(...down) - 1]
  const size = { width: Math.max(...across) + seat.width + 1 - x, height: Math.max(...down) + seat.height + 1 - y }
  return [...dark, { kind: 'frame', x, y, ...size, grey: null, rule: 1, isPreprinted: false }]
}

/** «Khối A, Ban công»; what nobody named is counted. */
const nameOfBlock = (seats: readonly ChartSeat[], at: number, { word }: ChartMaking): string => {
  const [first] = seats
  if (!first) return ''
  const { blockName, level, block } = first
  if (blockName === '' && level === '' && block === '') return word('seatHall')
  return [blockName || (level === '' ? `${word('seatBlock')} ${String(at + 1)}` : ''), level].filter(Boolean).join(', ')
}

/** «hàng A - K»; nothing where seats stand around tables. */
const rowsOf = (seats: readonly ChartSeat[], { word }: ChartMaking): string => {
  const names = [...new Set(seats.map(({ row }) => row))].filter(Boolean)
  const [first = '', last = ''] = [names[0], names.at(-1)]
  return names.length === 0 ? '' : `${word('seatRows')} ${first === last ? first : `${first} - ${last}`}`
}

const headElements = (heading: string, { page, title, subtitle, word }: ChartMaking): CardElement[] => {
  const span = { x: margin, width: page.width - 2 * margin - keyPlan.width - 5, alignment: 'left' } as const
  return [
    text({ text: title, ...span, y: margin - 2, height: 5, size: 10, face: 'italic' }),
    text({
      text: heading.toLocaleUpperCase('vi'),
      ...span,
      y: margin + 4,
      height: 9,
      size: 18,
      face: 'bold',
      leastSize: 9,
    }),
    text({ text: subtitle, ...span, y: margin + 14, height: 9, size: 11, isOneLine: false }),
    text({ text: word('seenFromHall'), ...span, y: margin + 25, height: 5, size: 9, face: 'italic' }),
  ]
}

const roomOf = ({ width, height }: Size) => ({
  x: margin + rowNameWidth,
  y: headHeight + barHeight + 2,
  width: width - 2 * (margin + rowNameWidth),
  height: height - headHeight - barHeight - 2 - margin - legendLine * mostLegendLines,
})

/** Seats of a sheet with their places, and the tables among them. */
interface Part {
  seats: ChartSeat[]
  spots: Spot[]
  tables: TableSpot[]
}

/** Parts of a block that find room on a page each, with rows drawn straight. */
const partsOf = (seats: readonly ChartSeat[], { cell, room }: { cell: Size; room: Size }): Part[] => {
  const spots = spotsOf(seats)
  const [width, height] = [
    Math.max(...spots.map(({ across }) => across)) + 1,
    Math.max(...spots.map(({ down }) => down)) + 1,
  ]
  const columns = Math.ceil((width * cell.width) / room.width)
  const lines = Math.ceil((height * cell.height) / room.height)
  const share = (at: number, all: number, count: number) => Math.min(count - 1, Math.floor(((at + 0.5) / all) * count))
  const parts = grouped(
    spots,
    ({ across, down }) => `${String(share(down, height, lines))} ${String(share(across, width, columns))}`,
  )
  return [...parts.values()].map((part) => ({ seats: part.map(({ seat }) => seat), spots: part, tables: [] }))
}

/** Rows one behind the other, straight, their seats as far apart as they stand; around tables as they stand. */
const spotsOf = (seats: readonly ChartSeat[]): Spot[] => {
  const left = Math.min(...seats.map(({ x }) => x))
  if (seats.some(({ row }) => row === '')) {
    const { pitch, depth } = spacingOf(seats)
    const top = Math.min(...seats.map(({ y }) => y))
    return seats.map((seat) => ({ seat, across: (seat.x - left) / pitch, down: (seat.y - top) / depth }))
  }
  const rows = [...grouped(seats, ({ row }) => row).values()].map((row) =>
    row.toSorted((one, other) => one.x - other.x),
  )
  const middle = (row: readonly ChartSeat[]) => row.reduce((sum, { y }) => sum + y, 0) / row.length
  rows.sort((one, other) => middle(one) - middle(other))
  const steps = rows.flatMap((row) => row.slice(1).map(({ x }, at) => x - (row[at]?.x ?? x))).filter((step) => step > 0)
  const pitch = steps.length === 0 ? 1 : Math.min(...steps)
  return rows.flatMap((row, down) => row.map((seat) => ({ seat, across: (seat.x - left) / pitch, down })))
}

/** The seats of a part with their legend; what of it finds no room follows on sheets of its own. */
const partSheets = (
  { seats, spots, tables }: Part,
  {
    delegations,
    marked,
    making,
  }: { delegations: ReadonlyMap<string, ChartDelegation>; marked: ReadonlySet<string>; making: ChartMaking },
): CardElement[][] => {
  const { page, word } = making
  const room = roomOf(page)
  const [left, top] = [Math.min(...spots.map(({ across }) => across)), Math.min(...spots.map(({ down }) => down))]
  const [wide, deep] = [
    Math.max(...spots.map(({ across }) => across)) - left + 1,
    Math.max(...spots.map(({ down }) => down)) - top + 1,
  ]
  const cell = {
    width: Math.min(mostCell.width, room.width / wide),
    height: Math.min(mostCell.height, room.height / deep),
  }
  const shift = room.x + (room.width - cell.width * wide) / 2
  const size = { width: cell.width - gap, height: cell.height - gap }
  const placed = spots.map(({ seat, across, down }) => ({
    seat,
    x: shift + (across - left) * cell.width,
    y: room.y + (down - top) * cell.height,
  }))
  const cornersOf = (some: typeof placed) => some.flatMap(({ x, y }) => [x, y])
  const grounds = [...grouped(placed, ({ seat }) => String(delegations.get(seat.delegation)?.grey ?? ''))]
  // A free seat that reaches onto its table is seen whole.
  const free = tables.length === 0 ? null : 1
  const changed = placed.filter(({ seat }) => marked.has(seat.id))
  const isStage = seats[0]?.isStage === true
  const barAt = isStage ? room.y + deep * cell.height + 1 : headHeight
  const bar = { x: shift, y: barAt, width: cell.width * wide, height: barHeight - 1 }
  const here = delegationsIn(seats)
  const local = new Map(
    [...here].flatMap(([name, { count }]) => {
      const known = delegations.get(name)
      return known ? [[name, { ...known, count }] as const] : []
    }),
  )
  const legend = legendOf(seats, { delegations: local, making })
  const columns = columnsWithin(legend, page.width, mostLegendLines)
  const lines = columns === null ? 1 : Math.ceil(legend.length / columns)
  const legendTop = page.height - margin + 2 - lines * legendLine
  const sheet = [
    { kind: 'frame', ...bar, grey: 0.9, rule: 0.6, isPreprinted: false } as const,
    text({ text: word(isStage ? 'towardsHall' : 'towardsStage'), ...bar, size: 10, face: 'bold' }),
    ...tables.flatMap(({ name, isRound, across, down, width, height }) => {
      const at = { x: shift + (across - left) * cell.width, y: room.y + (down - top) * cell.height }
      return tableElements(name, { ...at, width: width * cell.width, height: height * cell.height }, isRound)
    }),
    ...grounds.flatMap(([grey, group]) =>
      boxes(cornersOf(group), size, { grey: grey === '' ? free : Number(grey), rule: 0.4 }),
    ),
    ...boxes(cornersOf(changed), size, { rule: markRule }),
    ...placed.flatMap((each) => {
      const told = delegations.get(each.seat.delegation)
      return cellElements(each.seat, { ...each, ...size }, told && { ...told, name: making.nameOf(told.name) })
    }),
    ...rowNames(placed, size),
    ...footElements(making, { y: page.height - 8, width: page.width, isMarked: changed.length > 0 }),
    ...(columns === null
      ? [text({ ...nextSheet, text: word('legendNext'), x: margin, y: legendTop, width: page.width - 2 * margin })]
      : legendElements(legend, { columns, y: legendTop, width: page.width })),
  ]
  return [sheet, ...(columns === null ? legendSheets(legend, page) : [])]
}

const nextSheet = { height: legendLine, size: 9, face: 'italic', alignment: 'left' } as const

/** A legend that finds no room beside its seats, on sheets of its own. */
const legendSheets = (legend: readonly LegendEntry[], page: Size): CardElement[][] => {
  const columns = columnsFor(legend, page.width)
  const most = columns * Math.floor((page.height - headHeight - 2 * margin) / legendLine)
  return Array.from({ length: Math.ceil(legend.length / most) }, (_nothing, at) =>
    legendElements(legend.slice(at * most, (at + 1) * most), { columns, y: headHeight, width: page.width }),
  )
}

/** What rows are called, at both ends of each. */
const rowNames = (
  placed: readonly { seat: ChartSeat; x: number; y: number }[],
  { width, height }: Size,
): CardElement[] =>
  [
    ...grouped(
      placed.filter(({ seat }) => seat.row !== ''),
      ({ seat }) => seat.row,
    ),
  ].flatMap(([name, row]) => {
    const y = row[0]?.y ?? 0
    const [from, to] = [Math.min(...row.map(({ x }) => x)), Math.max(...row.map(({ x }) => x)) + width]
    const line = { text: name, y, height, width: rowNameWidth - 1, size: 12, face: 'bold' } as const
    return [
      text({ ...line, x: from - rowNameWidth, alignment: 'right' }),
      text({ ...line, x: to + 1, alignment: 'left' }),
    ]
  })

const cellElements = (
  { short, name, number: seatNumber }: ChartSeat,
  { x, y, width, height }: { x: number; y: number } & Size,
  told: ChartDelegation | undefined,
): CardElement[] => {
  const inner = { x: x + 0.8, width: width - 1.6 }
  const strip = Math.max(3.2, height * 0.27)
  const tag = { x: x + width * 0.62, y: y + 0.4, width: width * 0.38 - 0.4, height: strip - 0.6 }
  const label = text({
    ...{ text: short, instead: seatNumber, ...inner, width: width * 0.6 - 0.8, y, height: strip },
    ...{ size: 11, face: 'bold', alignment: 'left' },
  })
  if (name.trim() === '') return [label]
  return [
    label,
    ...(told
      ? [
          ...boxes([tag.x, tag.y], tag, { grey: 1, rule: 0.2 }),
          text({ text: told.number, ...tag, size: 9, face: 'bold' }),
          text({
            ...{ text: told.name, instead: '', ...inner, y: y + height * 0.74, height: height * 0.26 },
            ...{ size: 7, isOneLine: false },
          }),
        ]
      : []),
    text({
      ...{ text: name.trim(), instead: givenName(name), ...inner, y: y + strip, height: height * 0.74 - strip },
      ...{ size: 10, isOneLine: false },
    }),
  ]
}
