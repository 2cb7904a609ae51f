import { childOf } from './markup/tree.ts'
import { openPackage, type FormPackage } from './package.ts'
import { attributeOf, elementsOf, textOf, type XmlElement } from './markup/tree.ts'
import { joined } from './markup/pieces.ts'
import { lettersOf, numberOfColumn } from './excel/references.ts'
import {
  addressOf,
  cellText,
  formulaOf,
  mergesOf,
  openWorkbook,
  rowNumber,
  splitAddress,
  type FormSheet,
} from './excel/workbook.ts'
import type { ShownCell, ShownPart, ShownRow } from './schema.ts'
import { openDocument, piecesOf, type WordDocument, type WordParagraph } from './word/document.ts'

/** What of a form is shown to be marked: its head and the first rows, where the row to be repeated stands. */
const most = { sheets: 10, rows: 60, columns: 20, paragraphs: 400 }

/** The form as a person reads it, cell by cell or paragraph by paragraph. */
export const showForm = async (bytes: Uint8Array, name: string): Promise<ShownPart[]> => {
  const form = await openPackage(bytes, name)
  return form.type === 'xlsx' ? showWorkbook(form) : showDocument(await openDocument(form))
}

const showWorkbook = async (form: FormPackage): Promise<ShownPart[]> => {
  const { sheets, texts } = await openWorkbook(form)
  return sheets.slice(0, most.sheets).map((sheet) => showSheet(sheet, texts))
}

const showSheet = (sheet: FormSheet, texts: readonly XmlElement[]): ShownPart => {
  const cells = new Map<string, XmlElement>()
  let [height, width] = [0, 0]
  for (const row of elementsOf(sheet.data)) {
    for (const cell of elementsOf(row)) {
      if (cell.local !== 'c') continue
      cells.set(addressOf(cell), cell)
      // Formats reach to the edge of a sheet; what counts is where something stands.
      if (cell.children.length === 0 && attributeOf(cell, 's') === undefined) continue
      height = Math.max(height, rowNumber(row))
      width = Math.max(width, cell.children.length > 0 ? numberOfColumn(splitAddress(addressOf(cell)).column) : 0)
    }
  }
  const merges = mergesOf(sheet)
  for (const [, , bottom, right] of merges) [height, width] = [Math.max(height, bottom), Math.max(width, right)]
  const [rows, columns] = [Math.min(height, most.rows), Math.min(width, most.columns)]
  const hidden = new Set(merges.flatMap(([top, left, bottom, right]) => covered([top, left, bottom, right])))
  const spans = new Map(
    merges.map(([top, left, bottom, right]) => [
      `${lettersOf(left)}${String(top)}`,
      [bottom - top + 1, right - left + 1],
    ]),
  )
  const cellAt = (row: number, column: number): ShownCell[] => {
    const at = `${lettersOf(column)}${String(row)}`
    if (hidden.has(at)) return []
    const [high = 1, wide = 1] = spans.get(at) ?? []
    const cell = cells.get(at)
    const formula = cell && formulaOf(cell)
    const text = formula ? `=${textOf(formula)}` : cell ? cellText(cell, texts) : ''
    const span = { columns: Math.min(wide, columns - column + 1), rows: Math.min(high, rows - row + 1) }
    return [{ ...span, texts: [{ at, text, isFormula: formula !== undefined }] }]
  }
  return {
    part: sheet.name,
    kind: 'sheet',
    isHidden: sheet.isHidden,
    columns: upTo(columns).map(lettersOf),
    rows: upTo(rows).map((row) => ({
      at: String(row),
      table: 0,
      cells: upTo(columns).flatMap((column) => cellAt(row, column)),
    })),
    isCut: height > rows || width > columns,
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_each, at) => at + 1)

/** The cells that a merged area hides behind its first; only as far as is shown. */
const covered = ([top, left, bottom, right]: readonly [number, number, number, number]): string[] =>
  upTo(Math.min(bottom, most.rows) - top + 1).flatMap((_high, down) =>
    upTo(Math.min(right, most.columns) - left + 1).flatMap((_wide, across) =>
      down + across === 0 ? [] : [`${lettersOf(left + across)}${String(top + down)}`],
    ),
  )

const showDocument = ({ parts, paragraphs }: WordDocument): ShownPart[] =>
  parts.flatMap(({ path }) => {
    const own = paragraphs.filter(({ part, isFallback }) => part === path && !isFallback)
    const shown = own.slice(0, most.paragraphs)
    if (shown.length === 0) return []
    return [
      { part: path, kind: 'text', isHidden: false, columns: [], rows: rowsOf(shown), isCut: own.length > shown.length },
    ]
  })

const rowsOf = (paragraphs: readonly WordParagraph[]): ShownRow[] => {
  const rows: ShownRow[] = []
  const known = new Map<WordParagraph['row'], ShownRow>()
  for (const paragraph of paragraphs) {
    const { row, at, element } = paragraph
    const text = { at, text: joined(piecesOf(element)), isFormula: false }
    if (!row) {
      rows.push({ at: null, table: 0, cells: [{ columns: 1, rows: 1, texts: [text] }] })
      continue
    }
    let shown = known.get(row)
    if (!shown) {
      shown = {
        at: row.at,
        table: row.table,
        cells: row.cells.map((cell) => ({ columns: widthOf(cell), rows: 1, texts: [] })),
      }
      known.set(row, shown)
      rows.push(shown)
    }
    shown.cells[row.cells.findIndex((cell) => holds(cell, element))]?.texts.push(text)
  }
  return rows
}

const widthOf = (cell: XmlElement): number => {
  const span = childOf(childOf(cell, 'tcPr'), 'gridSpan')
  return Math.min(most.columns, Math.max(1, Number((span && attributeOf(span, 'val')) ?? 1) || 1))
}

const holds = (element: XmlElement, wanted: XmlElement): boolean =>
  elementsOf(element).some((child) => child === wanted || holds(child, wanted))
