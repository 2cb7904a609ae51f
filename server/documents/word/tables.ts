import type { Alignment, Face, Table } from '../blocks.ts'
import { body, pointsPerMillimetre, table as form } from '../official-form.ts'
import { columnWidths } from '../rules/column-widths.ts'
import { w } from './markup.ts'
import { gap, inLines, paragraph, twips, type TextArea } from './paragraphs.ts'

export interface Cell {
  width: number
  content: string
  /** Columns that it goes across; left out = one. */
  span?: number
  isInMiddle?: boolean
  padding?: { top?: number; left?: number; bottom?: number; right?: number }
}

interface RowForm {
  /** Stands again at the top of every page. */
  isHeader?: boolean
  leastHeight?: number
}

/** A row that the end of a page never parts. */
export const row = (area: TextArea, cells: readonly Cell[], { isHeader, leastHeight }: RowForm = {}): string => {
  const height = leastHeight === undefined ? '' : w('trHeight', { val: twips(area, leastHeight), hRule: 'atLeast' })
  return w(
    'tr',
    {},
    w('trPr', {}, w('cantSplit'), height, isHeader === true ? w('tblHeader') : ''),
    ...cells.map((cell) => cellMarkup(area, cell)),
  )
}

const cellMarkup = (area: TextArea, { width, content, span, isInMiddle, padding }: Cell): string => {
  const side = (edge: string, points: number | undefined) =>
    points === undefined ? '' : w(edge, { w: twips(area, points), type: 'dxa' })
  return w(
    'tc',
    {},
    w(
      'tcPr',
      {},
      w('tcW', { w: twips(area, width), type: 'dxa' }),
      span === undefined ? '' : w('gridSpan', { val: span }),
      padding === undefined
        ? ''
        : w(
            'tcMar',
            {},
            side('top', padding.top),
            side('left', padding.left),
            side('bottom', padding.bottom),
            side('right', padding.right),
          ),
      isInMiddle === true ? w('vAlign', { val: 'center' }) : '',
    ),
    content,
  )
}

/** Columns of fixed widths, with rules around each cell or none. */
export const tableOfRows = (
  area: TextArea,
  widths: readonly number[],
  rows: readonly string[],
  { isRuled }: { isRuled: boolean },
): string => {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const line = (edge: string) => w(edge, { val: 'single', sz: Math.round(form.ruleWidth * 8), space: 0, color: 'auto' })
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const margin = (edge: string, points: number) => w(edge, { w: isRuled ? twips(area, points) : 0, type: 'dxa' })
  return w(
    'tbl',
    {},
    w(
      'tblPr',
      {},
      w('tblW', { w: twips(area, total), type: 'dxa' }),
      w('tblInd', { w: 0, type: 'dxa' }),
      isRuled ? w('tblBorders', {}, ...edges.map(line)) : '',
      w('tblLayout', { type: 'fixed' }),
      w(
        'tblCellMar',
        {},
        margin('top', form.paddingPoints / 2),
        margin('left', form.paddingPoints),
        margin('bottom', form.paddingPoints / 2),
        margin('right', form.paddingPoints),
      ),
    ),
    w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: twips(area, width) }))),
    ...rows,
  )
}

/** A table with its row of titles on every page; `isKept` binds its last row to what follows. */
export const tableMarkup = (area: TextArea, table: Table, isKept: boolean): string => {
  const { columns, rows, size, leastRowHeight } = table
  const widths = columnWidths(columns, {
    width: area.width,
    padding: form.paddingPoints,
    widthOf: (word) => area.pen.widthOf(word, { face: 'bold', size }),
  })
  const cellOf = (text: string, width: number, how: CellForm): Cell => ({
    width,
    content: cellText(area, text, { ...how, size, width: width - 2 * form.paddingPoints }),
  })
  const titles = columns.map(({ title }, index) =>
    cellOf(title, widths[index] ?? 0, { face: 'bold', alignment: 'centre', isKeptWithNext: true }),
  )
  const body = rows.map((each, index) => {
    const isKeptWithNext = isKept && index === rows.length - 1
    if ('heading' in each) {
      const heading = cellOf(each.heading, area.width, { face: 'bold', alignment: 'left', isKeptWithNext: true })
      return row(area, [{ ...heading, span: columns.length }])
    }
    const face = each.isBold === true ? 'bold' : 'regular'
    const cells = columns.map(({ alignment }, at) =>
      cellOf(each.cells[at] ?? '', widths[at] ?? 0, { face, alignment, isKeptWithNext }),
    )
    // Rows to sign in are higher than their text, which stands in their middle.
    if (leastRowHeight === undefined) return row(area, cells)
    const middled = cells.map((cell) => ({ ...cell, isInMiddle: true }))
    return row(area, middled, { leastHeight: leastRowHeight * pointsPerMillimetre })
  })
  return (
    gapBefore(area) + tableOfRows(area, widths, [row(area, titles, { isHeader: true }), ...body], { isRuled: true })
  )
}

const gapBefore = (area: TextArea) => gap(area, body.gapPoints + 2, { isKeptWithNext: true })

interface CellForm {
  face: Face
  alignment: Alignment
  isKeptWithNext: boolean
}

/** A paragraph for each line of the text. */
const cellText = (
  area: TextArea,
  text: string,
  { face, alignment, isKeptWithNext, size, width }: CellForm & { size: number; width: number },
): string => {
  const ink = { face, size }
  const shown = alignment === 'centre' ? [inLines(area, text, ink, width)] : text.split('\n')
  return shown.map((line) => paragraph(area, line, { ink, alignment, isKeptWithNext })).join('')
}
