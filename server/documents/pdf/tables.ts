import type { Alignment, Face, Table } from '../blocks.ts'
import { pointsPerMillimetre, table as form } from '../official-form.ts'
import { columnWidths } from '../rules/column-widths.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, type Pen } from './pen.ts'
import { heightOfLines, layLines, writeLines, type InkedLine, type Span } from './texts.ts'

interface Cell extends Span {
  lines: InkedLine[]
  alignment: Alignment
}

/** A piece per row; each row carries the row of titles for the page that it may begin. */
export const tablePieces = (pen: Pen, table: Table, span: Span, gapBefore: number): Piece[] => {
  const spans = spansOf(pen, table, span)
  const cellsOf = (texts: readonly string[], face: Face, isTitle: boolean) =>
    table.columns.map((column, index) => {
      const own = spans[index] ?? span
      const alignment = isTitle ? 'centre' : column.alignment
      return layCell(pen, texts[index] ?? '', own, { face, size: table.size, alignment })
    })
  const titles = cellsOf(
    table.columns.map(({ title }) => title),
    'bold',
    true,
  )
  const header = rowPiece(pen, titles, { gapBefore: 0, isKeptWithNext: true })
  const { leastRowHeight } = table
  const how = leastRowHeight === undefined ? { header } : { header, leastHeight: leastRowHeight * pointsPerMillimetre }
  const rows = table.rows.map((row) => {
    if ('cells' in row) {
      return rowPiece(pen, cellsOf(row.cells, row.isBold === true ? 'bold' : 'regular', false), how)
    }
    const cell = layCell(pen, row.heading, span, { face: 'bold', size: table.size, alignment: 'left' })
    return rowPiece(pen, [cell], { header, isKeptWithNext: true })
  })
  const first = { ...header, gapBefore, isKeptWithNext: rows.length > 0 }
  return [first, ...rows]
}

const spansOf = (pen: Pen, table: Table, { left, width }: Span): Span[] => {
  let edge = left
  const ink = { face: 'bold', size: table.size } as const
  const widths = columnWidths(table.columns, {
    width,
    padding: form.paddingPoints,
    widthOf: (word) => pen.widthOf(word, ink),
  })
  return widths.map((own) => {
    const span = { left: edge, width: own }
    edge += own
    return span
  })
}

const layCell = (
  pen: Pen,
  text: string,
  span: Span,
  { face, size, alignment }: { face: Face; size: number; alignment: Alignment },
): Cell => {
  const width = span.width - 2 * form.paddingPoints
  return { ...span, lines: layLines(pen, text, { face, size }, { width, alignment }), alignment }
}

const verticalPadding = form.paddingPoints / 2

const rowPiece = (
  pen: Pen,
  cells: readonly Cell[],
  how: { header?: Piece; gapBefore?: number; isKeptWithNext?: boolean; leastHeight?: number },
): Piece => {
  const ownHeight = Math.max(...cells.map(({ lines }) => heightOfLines(lines))) + 2 * verticalPadding
  const height = Math.max(ownHeight, how.leastHeight ?? 0)
  return {
    height,
    gapBefore: how.gapBefore ?? 0,
    isKeptWithNext: how.isKeptWithNext ?? false,
    ...(how.header ? { header: how.header } : {}),
    draw: (top) => {
      frame(pen, cells, top, height)
      // Rows to sign in are higher than their text, which stands in their middle.
      const middle = how.leastHeight === undefined ? 0 : (height - ownHeight) / 2
      for (const cell of cells) writeCell(pen, cell, top + middle)
    },
    split: (room) => splitRow(pen, cells, how, room),
  }
}

const writeCell = (pen: Pen, cell: Cell, top: number) =>
  writeLines(pen, cell.lines, {
    left: cell.left + form.paddingPoints,
    width: cell.width - 2 * form.paddingPoints,
    top: top + verticalPadding,
    alignment: cell.alignment,
  })

const frame = (pen: Pen, cells: readonly Cell[], top: number, height: number): void => {
  const bottom = top + height
  const left = cells[0]?.left ?? 0
  const right = Math.max(...cells.map((cell) => cell.left + cell.width))
  for (const y of [top, bottom]) pen.line({ x: left, y }, { x: right, y }, form.ruleWidth)
  for (const x of [...cells.map((cell) => cell.left), right]) {
    pen.line({ x, y: top }, { x, y: bottom }, form.ruleWidth)
  }
}

/** What of a row fits into the room, and the rest. */
const splitRow = (
  pen: Pen,
  cells: readonly Cell[],
  how: Parameters<typeof rowPiece>[2],
  room: number,
): [Piece, Piece] | null => {
  const size = cells[0]?.lines[0]?.ink.size ?? form.size
  const count = Math.floor((room - 2 * verticalPadding) / lineHeight(size))
  if (count < 1) return null
  const part = (from: number, to?: number) =>
    rowPiece(
      pen,
      cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) })),
      how,
    )
  return [part(0, count), part(count)]
}
