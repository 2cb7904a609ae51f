import { cutTo } from '../format/search.ts'
import { sheetOf, type Content } from './content.ts'
import type { NamedFile } from './exports.ts'
import { faultWords, questionInWords } from './fault-words.ts'
import { faultsHeading, foldHeading, headingOf } from './field-names.ts'
import type { DryRun } from './preview.ts'
import type { ImportRow } from './schema.ts'
import type { Cell, Sheet, SheetRow } from './sheet.ts'
import type { Mark, Marks, Written } from './writing/looks.ts'
import { writeRows, type PlacedRow } from './writing/write-workbook.ts'

type Shown = DryRun['summary']

/** The sheet as it was sent but for the cells that were mended since, every row where it stood, with what is wrong with it in a last column. */
export const writeFaults = async ({ summary: preview, rows: shown, content }: DryRun): Promise<NamedFile> => {
  const sheet = sheetOf(content)
  const kept = keptColumns(sheet, preview.headerRow)
  const judged = new Map(shown.map((row) => [row.row, row]))
  const rows = sheet.rows.map(({ row, cells }): PlacedRow => {
    const found = judged.get(row)
    const said = row === preview.headerRow ? faultsHeading : found ? sentence(preview, found) : null
    return {
      row,
      cells: [...kept.map((column) => writtenAs(cellAt(content, row, cells, column))), said],
      marks: found ? marksOf(preview, found, kept) : new Map(),
    }
  })
  const name = preview.fileName.replace(/( - lỗi)?\.[a-z]{2,5}$/i, '')
  return { name: `${name} - lỗi`, bytes: await writeRows(sheetName(sheet.name), rows, preview.headerRow) }
}

const cellAt = ({ columns, mended }: Content, row: number, cells: SheetRow['cells'], column: number): Cell | null => {
  const ofRow = mended[row]
  const field = columns[column]
  const cell = cells[column] ?? null
  if (!ofRow || !field) return cell
  const text = ofRow[field]
  if (text !== undefined) return { text }
  // A whole name that was written anew stands in one of its two columns.
  const name = columns.includes('name') ? undefined : ofRow['name']
  if (name === undefined || (field !== 'firstName' && field !== 'lastName')) return cell
  return field === 'firstName' ? { text: name } : null
}

/** All columns but that of the faults found before, in a workbook that comes back half mended. */
const keptColumns = ({ rows }: Sheet, headerRow: number): number[] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const headings = rows.find(({ row }) => row === headerRow)?.cells ?? []
  const isOurs = (column: number) => foldHeading(headings[column]?.text ?? '') === foldHeading(faultsHeading)
  return Array.from({ length: width }, (_each, column) => column).filter((column) => !isOurs(column))
}

/** Each fault after the heading that the office's own column has. */
const sentence = ({ kind, columns }: Shown, { cells, state, question }: ImportRow): string | null => {
  const said = cells.flatMap(({ field, code, details }) => {
    const heading = columns.find((column) => column.field === field)?.heading
    return code ? [`${heading || headingOf(kind, field)}: ${faultWords[code](details)}`] : []
  })
  if (question && state === 'choose') said.push(questionInWords(question))
  return said.length > 0 ? said.join('\n') : null
}

/** Marks by the column of the written sheet: cells that are wrong or doubtful, and what is said of them. */
const marksOf = ({ columns }: Shown, { cells }: ImportRow, kept: readonly number[]): Marks => {
  const marks = new Map<number, Mark>()
  for (const { field, state } of cells) {
    if (state !== 'error' && state !== 'warning') continue
    const mark = state === 'error' ? 'wrong' : 'doubtful'
    const at = kept.indexOf(columns.findIndex((column) => column.field === field))
    if (at >= 0) marks.set(at, mark)
    if (marks.get(kept.length) !== 'wrong') marks.set(kept.length, mark)
  }
  return marks
}

/** Excel takes a name of at most 31 letters without these signs. */
const sheetName = (name: string): string => cutTo(name.replaceAll(/[\\/?*[\]:']/gu, ' ').trim(), 31) || 'Trang 1'

const writtenAs = (cell: Cell | null): Written => {
  if (cell?.number === undefined) return cell?.text ?? null
  return /^\d\d\/\d\d\/\d{4}$/.test(cell.text) ? { serial: cell.number } : cell.number
}
