import { foldForSearch } from '../format/search.ts'
import { foldHeading } from './field-names.ts'
import { headingRows } from './reading/worksheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Headings of each column, the most telling first: the cell itself, with its group before it, the group alone. */
const headingsAt = (sheet: Sheet, index: number): string[][] => {
  const row = sheet.rows[index]
  const above = sheet.rows[index - 1]
  const isAdjacent = row !== undefined && above?.row === row.row - 1
  const width = Math.max(row?.cells.length ?? 0, isAdjacent ? above.cells.length : 0)
  return Array.from({ length: width }, (_each, column) => {
    const own = row?.cells[column]?.text ?? ''
    const group = isAdjacent ? groupAt(sheet, above, column) : ''
    return [own, group === '' || own === '' ? '' : `${group} ${own}`, own === '' ? group : ''].filter(Boolean)
  })
}

/** What stands above a column: its own cell, or the one that is merged over it. */
const groupAt = (sheet: Sheet, above: SheetRow, column: number): string => {
  const own = above.cells[column]?.text
  if (own !== undefined) return own
  const span = sheet.spans.find(({ row, from, to }) => row === above.row && from <= column && column <= to)
  return (span && above.cells[span.from]?.text) ?? ''
}

type Names = ReadonlyMap<string, string>

/** Which field each column is, by its heading; each field once, the leftmost column that names it. */
export const guessColumns = (sheet: Sheet, headerRow: number, names: Names): (string | null)[] => {
  const index = sheet.rows.findIndex(({ row }) => row === headerRow)
  const taken = new Set<string>()
  const columns = headingsAt(sheet, index).map((headings) => {
    const field = headings.map((heading) => names.get(foldHeading(heading))).find((found) => found !== undefined)
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
  return columns
}

/**
 * The row of headings: that in which the most columns are known by name, among the first rows, the upper one where two
 * are alike. Where none is known, the first row that looks like one, for a person to begin with.
 */
export const findHeaderRow = (sheet: Sheet, names: Names): number => {
  let best = { row: 0, known: 0 }
  for (const { row, cells } of sheet.rows.slice(0, headingRows)) {
    const known = guessColumns(sheet, row, names).filter(Boolean).length
    const isBetter = known > best.known || (known === best.known && isSecondHalf(sheet, row, best.row, cells.length))
    if (known > 0 && isBetter) best = { row, known }
  }
  if (best.known > 0) return best.row
  return (sheet.rows.find(({ cells }) => cells.filter(Boolean).length > 1) ?? sheet.rows[0])?.row ?? 1
}

/** Below a heading of two rows whose cells are merged downwards, the lower row repeats the upper one. */
const isSecondHalf = (sheet: Sheet, row: number, best: number, width: number): boolean => {
  if (row !== best + 1) return false
  const upper = sheet.rows.find((each) => each.row === best)
  const lower = sheet.rows.find((each) => each.row === row)
  const repeated =
    lower?.cells.filter((cell, column) => cell !== null && cell.text === upper?.cells[column]?.text).length ?? 0
  return repeated > 0 && width >= (upper?.cells.length ?? 0)
}

/** The heading of each column as a person reads it, over the whole width of the sheet. */
export const shownHeadings = (sheet: Sheet, headerRow: number): string[] => {
  const index = sheet.rows.findIndex(({ row }) => row === headerRow)
  const headings = index < 0 ? [] : headingsAt(sheet, index)
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_each, column) => headings[column]?.[0] ?? '')
}

/**
 * Rows under the headings that hold records, and the numbers of those that were passed over because they only sum up,
 * number the columns or stand below the list: by whom it was drawn up, signed and to whom it goes.
 */
export const recordRows = (sheet: Sheet, headerRow: number): { rows: SheetRow[]; passedOver: number[] } => {
  const below = sheet.rows.filter(({ row }) => row > headerRow)
  const end = endOfRecords(below)
  const rows: SheetRow[] = []
  const passedOver: number[] = []
  for (const [at, row] of below.entries()) {
    const isRecord = at < end && !isSum(row) && !isExample(row) && !(at === 0 && isNumbering(row))
    if (isRecord) rows.push(row)
    else passedOver.push(row.row)
  }
  return { rows, passedOver }
}

/** More cells than this are filled in no line below a list. */
const mostOfSignature = 2

const filled = ({ cells }: SheetRow): string[] => cells.flatMap((cell) => (cell ? [cell.text] : []))

/** Where the lines below the list begin: below its last full row, with the first that only a signature's could be. */
const endOfRecords = (rows: readonly SheetRow[]): number => {
  const last = rows.findLastIndex((row) => filled(row).length > mostOfSignature)
  const at = rows.findIndex((row, index) => index > last && filled(row).some(isOfSignature))
  return at < 0 ? rows.length : at
}

const isOfSignature = (text: string): boolean => ofSignature.some((pattern) => pattern.test(foldForSearch(text)))

const ofSignature = [
  // An acting «Q. Chủ tịch» is a post that people on lists have, and no sign of a signature.
  /^(?:(?:tm|kt|tl|tuq)\.|t\/m\.?) ?(?:uy ban|ubnd|ban|dang uy|bch|bts|chu tich|giam doc|hieu truong|thu truong|truong|hoi)/u,
  /^noi nhan ?:/u,
  /^nguoi (?:lap|tong hop)(?: (?:bieu|danh sach|bang))?\b.{0,20}$/u,
  /^(?:xac nhan cua|thu truong (?:don vi|co quan)|\(ky)/u,
  // «Nam Định, ngày 05 tháng 6 năm 2020»
  /^[^\d,]{2,60}, ngay [\d.… ]+thang [\d.… ]+nam [\d.… ]+$/u,
]

const firstText = ({ cells }: SheetRow) => cells.find((cell) => cell !== null)?.text ?? ''
/** «Tổng cộng», also with what it counts: «Tổng cộng: 25 người», «Danh sách này có 25 đồng chí». */
const isSum = (row: SheetRow) =>
  /^(?:tong cong|tong so|tong|cong|total)(?: (?:la|co|gom|\d+|nguoi|dai bieu|dong chi|don vi|people))*$|^(?:an dinh )?danh sach (?:nay |tren )?(?:co|gom) (?:tong so )?\d+ [a-z ]+$/u.test(
    foldHeading(firstText(row)),
  )
/** The example of the empty form, left standing. */
const isExample = (row: SheetRow) => /^(vi du|example) ?:/.test(foldForSearch(firstText(row)))

/** «(1) (2) (3)» or «A B 1 2» under the headings of official forms. */
const isNumbering = ({ cells }: SheetRow): boolean => {
  const texts = cells.flatMap((cell) => (cell ? [cell.text] : []))
  const numbers = texts.map((text) => /^\(?([1-9]\d?)\)?$/.exec(text)?.[1]).filter((number) => number !== undefined)
  const isRising = numbers.every((number, index) => index === 0 || Number(number) === Number(numbers[index - 1]) + 1)
  return numbers.length >= 2 && isRising && texts.every((text) => /^(\(?[1-9]\d?\)?|[A-D])$/.test(text))
}
