import { sheetOf } from './content.ts'
import { faultWords } from './fault-words.ts'
import { headingOf } from './field-names.ts'
import { cutTo } from '../format/search.ts'
import type { NamedFile } from './exports.ts'
import type { DryRun } from './preview.ts'
import type { ImportRow } from './schema.ts'
import type { Cell } from './sheet.ts'
import { writeRows, type Written } from './write-workbook.ts'

/** The sheet as it was sent, every row where it stood, with what is wrong with it in a last column. */
export const writeFaults = async ({ preview, content }: DryRun): Promise<NamedFile> => {
  const sheet = sheetOf(content)
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length))
  const judged = new Map(preview.rows.map((row) => [row.row, row]))
  const rows = sheet.rows.map(({ row, cells }) => {
    const found = judged.get(row)
    const said = row === preview.headerRow ? 'Lỗi và lời nhắc' : found ? sentence(preview.kind, found) : ''
    const written = Array.from({ length: width }, (_each, column) => writtenAs(cells[column] ?? null))
    return { row, cells: [...written, said], isMarked: found?.state === 'error' }
  })
  const name = preview.fileName.replace(/\.[a-z]{2,5}$/i, '')
  return { name: `${name} - lỗi`, bytes: await writeRows(sheetName(sheet.name), rows) }
}

const sentence = (kind: DryRun['preview']['kind'], { cells }: ImportRow): string =>
  cells
    .flatMap(({ field, code, details }) => (code ? [`${headingOf(kind, field)}: ${faultWords[code](details)}`] : []))
    .join('; ')

/** Excel takes a name of at most 31 letters without these signs. */
const sheetName = (name: string): string => cutTo(name.replaceAll(/[\\/?*[\]:']/gu, ' ').trim(), 31) || 'Trang 1'

const writtenAs = (cell: Cell | null): Written => {
  if (cell?.number === undefined) return cell?.text ?? null
  return /^\d\d\/\d\d\/\d{4}$/.test(cell.text) ? { serial: cell.number } : cell.number
}
