import type { Alignment, Face, Table } from '../blocks.ts'
import { pointsPerMillimetre, table as form } from '../official-form.ts'
import { columnWidths } from '../rules/column-widths.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, type Ink, type Pen } from './pen.ts'
import { withTag, type Tag } from './tags.ts'
import { heightOfLines, layLines, writeLines, type InkedLine, type Span } from './texts.ts'

/** Where the texts of a column stand, and how they were laid: many rows say the same. */
interface Column extends Span {
  alignment: Alignment
  ink: Ink
  laid: Map<string, readonly InkedLine[]>
}

/** Columns side by side, between upright rules. */
interface Grid {
  columns: readonly Column[]
  edges: readonly number[]
}

/** The lines of a row, cell by cell. */
type RowLines = readonly (readonly InkedLine[])[]

interface RowForm {
  /** Of its cells, where they are read aloud. */
  tags?: readonly Tag[] | null
  header?: Piece
  isKeptWithNext?: boolean
  leastHeight?: number
}

/** A piece per row; each row carries the row of titles for the page that it may begin. */
export const tablePieces = (pen: Pen, table: Table, span: Span, gapBefore: number): Piece[] => {
  const spans = spansOf(pen, table, span)
  const edges = edgesOf(spans)
  const gridOf = (face: Face, alignmentOf: (index: number) => Alignment): Grid => ({
    columns: spans.map((own, index) => columnOf(own, { face, size: table.size }, alignmentOf(index))),
    edges,
  })
  const titles = gridOf('bold', () => 'centre')
  const alignmentOf = (index: number) => table.columns[index]?.alignment ?? 'left'
  const [regular, bold] = [gridOf('regular', alignmentOf), gridOf('bold', alignmentOf)]
  const whole = { columns: [columnOf(span, { face: 'bold', size: table.size }, 'left')], edges: edgesOf([span]) }

  const titleTexts = table.columns.map(({ title }) => title)
  const titleLines = layRow(pen, titles, titleTexts)
  const header = rowPiece(pen, titles, titleLines, { isKeptWithNext: true })
  // On the pages that follow, nobody wants to hear it again.
  const first = rowPiece(pen, titles, titleLines, {
    isKeptWithNext: table.rows.length > 0,
    tags: rowTags(pen, titles, 'TH'),
  })
  const { leastRowHeight } = table
  const how = leastRowHeight === undefined ? { header } : { header, leastHeight: leastRowHeight * pointsPerMillimetre }
  const headingForm = { header, isKeptWithNext: true }
  const rows = table.rows.map((row) => {
    if (!('cells' in row)) {
      const tags = rowTags(pen, whole, 'TD', table.columns.length)
      return rowPiece(pen, whole, layRow(pen, whole, [row.heading]), { ...headingForm, tags })
    }
    const grid = row.isBold === true ? bold : regular
    return rowPiece(
      pen,
      grid,
      layRow(pen, grid, row.cells),
      pen.tags ? { ...how, tags: rowTags(pen, grid, 'TD') } : how,
    )
  })
  return [{ ...first, gapBefore }, ...rows]
}

const rowTags = (pen: Pen, { columns }: Grid, role: 'TH' | 'TD', columnCount = 1): Tag[] | null =>
  withTag(pen.tags, { role: 'TR' }, (tag) =>
    tag ? columns.map(() => withTag(pen.tags, { role, columns: columnCount }, (cell) => cell ?? tag)) : null,
  )

const spansOf = (pen: Pen, { columns, size }: Table, { left, width }: Span): Span[] => {
  const ink: Ink = { face: 'bold', size }
  const padding = form.paddingPoints
  let edge = left
  return columnWidths(columns, { width, padding, widthOf: (word) => pen.widthOf(word, ink) }).map((own) => {
    const span = { left: edge, width: own }
    edge += own
    return span
  })
}

const edgesOf = (spans: readonly Span[]): number[] => {
  const last = spans.at(-1)
  return [...spans.map(({ left }) => left), ...(last ? [last.left + last.width] : [])]
}

const columnOf = ({ left, width }: Span, ink: Ink, alignment: Alignment): Column => ({
  left: left + form.paddingPoints,
  width: width - 2 * form.paddingPoints,
  alignment,
  ink,
  laid: new Map(),
})

const layRow = (pen: Pen, { columns }: Grid, texts: readonly string[]): RowLines => {
  const lines: (readonly InkedLine[])[] = []
  for (const [index, column] of columns.entries()) {
    const text = texts[index] ?? ''
    let laid = column.laid.get(text)
    if (!laid) {
      laid = layLines(pen, text, column.ink, column)
      column.laid.set(text, laid)
    }
    lines.push(laid)
  }
  return lines
}

const verticalPadding = form.paddingPoints / 2

const rowPiece = (pen: Pen, grid: Grid, lines: RowLines, how: RowForm): Piece => {
  let textHeight = 0
  for (const cell of lines) textHeight = Math.max(textHeight, heightOfLines(cell))
  const ownHeight = textHeight + 2 * verticalPadding
  const height = Math.max(ownHeight, how.leastHeight ?? 0)
  return {
    height,
    gapBefore: 0,
    isKeptWithNext: how.isKeptWithNext ?? false,
    ...(how.header ? { header: how.header } : {}),
    draw: (top) => {
      pen.gridRow(grid.edges, { top, bottom: top + height }, form.ruleWidth)
      // Rows to sign in are higher than their text, which stands in their middle.
      const middle = how.leastHeight === undefined ? 0 : (height - ownHeight) / 2
      for (const [index, column] of grid.columns.entries()) {
        const cell = lines[index] ?? []
        const under = top + middle + verticalPadding
        const tag = how.tags?.[index]
        if (tag) pen.tagged(tag, () => writeLines(pen, cell, column, under))
        else writeLines(pen, cell, column, under)
      }
    },
    split: (room) => splitRow(pen, grid, lines, { how, room }),
  }
}

/** What of a row fits into the room, and the rest. */
const splitRow = (
  pen: Pen,
  grid: Grid,
  lines: RowLines,
  { how, room }: { how: RowForm; room: number },
): [Piece, Piece] | null => {
  const size = lines[0]?.[0]?.ink.size ?? form.size
  const count = Math.floor((room - 2 * verticalPadding) / lineHeight(size))
  if (count < 1) return null
  const part = (from: number, to?: number) =>
    rowPiece(
      pen,
      grid,
      lines.map((cell) => cell.slice(from, to)),
      how,
    )
  return [part(0, count), part(count)]
}
