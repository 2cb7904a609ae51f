import { brokenSpreadsheet, spreadsheetTooLarge, tooManyRows } from '../../errors.ts'
import { isoDate } from '../../format/dates.ts'
import { cleanText } from '../../format/search.ts'
import { dayOfSerial, sheetLimits, weightOf, type Cell, type Sheet, type SheetRow } from '../sheet.ts'
import { unescaped, type NumberStyles } from './texts.ts'
import { readXml, type XmlReader } from './xml.ts'
import type { Budget, ZipEntry } from './zip.ts'

/** What all sheets of a workbook share, and what was counted while reading them. */
export interface Reading {
  texts: string[]
  styles: NumberStyles
  isFrom1904: boolean
  budget: Budget
  characters: number
  formulas: { taken: number; without: number }
  columnsLeftOut: Set<number>
}

interface Open {
  column: number
  type: string
  style: number
  isFormula: boolean
  value: string
}

interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** Reads one sheet. A formula gives the value that it had when the file was saved; nothing is computed. */
export const readSheet = async (name: string, entry: ZipEntry, reading: Reading): Promise<Sheet> => {
  const rows: SheetRow[] = []
  const merges: Merge[] = []
  await readXml(entry, reading.budget, sheetReader(reading, rows, merges))
  rows.sort((a, b) => a.row - b.row)
  for (const merge of merges) fillDown(reading, rows, merge)
  const spans = merges
    .filter(({ left, right, top }) => right > left && top <= headingRows)
    .map(({ top, left, right }) => ({ row: top, from: left, to: right }))
  return { name, rows: rows.map(trimmed), spans }
}

/** Headings stand above this row. */
export const headingRows = 60

const sheetReader = (reading: Reading, rows: SheetRow[], merges: Merge[]): XmlReader => {
  let row: SheetRow = { row: 0, cells: [] }
  let column = 0
  let cell: Open | null = null
  let isValue = false
  return {
    open: (element, attributes) => {
      if (element === 'row') {
        row = { row: Number(attributes['r'] ?? row.row + 1), cells: [] }
        column = 0
      } else if (element === 'c') {
        column = attributes['r'] === undefined ? column : columnOf(attributes['r'])
        const style = Number(attributes['s'] ?? 0)
        cell = { column, type: attributes['t'] ?? 'n', style, isFormula: false, value: '' }
        column += 1
      } else if (element === 'f' && cell) cell.isFormula = true
      else if (element === 'v' || element === 't') isValue = cell !== null
      else if (element === 'mergeCell') keepMerge(merges, attributes['ref'] ?? '')
    },
    text: (text) => {
      if (isValue && cell) cell.value += text
    },
    close: (element) => {
      if (element === 'v' || element === 't') isValue = false
      else if (element === 'c' && cell) {
        keepCell(reading, row, cell)
        cell = null
      } else if (element === 'row' && row.cells.some((kept) => kept)) keepRow(rows, row)
    },
  }
}

const keepRow = (rows: SheetRow[], row: SheetRow) => {
  if (rows.length >= sheetLimits.rows) throw tooManyRows(sheetLimits.rows)
  rows.push({ row: row.row, cells: Array.from(row.cells, (cell) => cell ?? null) })
}

const keepCell = (reading: Reading, row: SheetRow, open: Open) => {
  if (open.isFormula) reading.formulas[open.value === '' ? 'without' : 'taken'] += 1
  const cell = open.value === '' ? null : cellOf(reading, open)
  if (!cell || (cell.text === '' && cell.number === undefined)) return
  if (open.column >= sheetLimits.columns) {
    reading.columnsLeftOut.add(open.column)
    return
  }
  count(reading, cell)
  row.cells[open.column] = cell
}

const count = (reading: Reading, cell: Cell) => {
  reading.characters += weightOf(cell.text)
  if (reading.characters > sheetLimits.characters) throw spreadsheetTooLarge()
}

const cellOf = (reading: Reading, { type, style, value }: Open): Cell => {
  if (type === 's') return textCell(reading.texts[Number(value)] ?? '')
  if (type === 'e') return { text: cleanText(value), isError: true }
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return textCell(value.slice(0, 10))
  if (type !== 'n') return textCell(unescaped(value))
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(value)
  if (!reading.styles.dates.has(style)) {
    const text = String(Number(number.toPrecision(15)))
    return { text: /^\d+$/.test(text) ? text.padStart(reading.styles.widths.get(style) ?? 0, '0') : text, number }
  }
  // Excel for old Macs counted from 1904.
  const serial = number + (reading.isFrom1904 ? 1462 : 0)
  const date = serial > 60 && serial < 200_000 ? isoDate(dayOfSerial(serial)) : null
  if (date === null) return { text: String(number), number }
  return { text: `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`, number: serial }
}

const textCell = (text: string): Cell => ({ text: cleanText(text) })

/** B7 = 1. */
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  if (column === 0) throw brokenSpreadsheet()
  return column - 1
}

const keepMerge = (merges: Merge[], reference: string) => {
  const [from = '', to = from] = reference.split(':')
  const rowOf = (at: string) => Number(/\d+$/.exec(at)?.[0] ?? 0)
  if (merges.length >= sheetLimits.merges) throw spreadsheetTooLarge()
  merges.push({ top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) })
}

/** What stands in a cell merged over several rows stands in each of them; to the right it stands once. */
const fillDown = (reading: Reading, rows: SheetRow[], { top, bottom, left }: Merge) => {
  if (bottom <= top) return
  const first = indexOfRow(rows, top)
  const cell = rows[first]?.row === top ? rows[first].cells[left] : undefined
  if (!cell) return
  for (let index = first + 1; (rows[index]?.row ?? Infinity) <= bottom; index += 1) {
    const cells = rows[index]?.cells ?? []
    while (cells.length <= left) cells.push(null)
    cells[left] = cell
    count(reading, cell)
  }
}

/** Index of the first row that stands at or after `wanted`. */
const indexOfRow = (rows: SheetRow[], wanted: number): number => {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const trimmed = ({ row, cells }: SheetRow): SheetRow => ({
  row,
  cells: cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1),
})
