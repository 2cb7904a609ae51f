import type { Cell, Row } from 'write-excel-file/node'
import { dayNumber } from '../../format/dates.ts'
import { serialOfDay } from '../sheet.ts'

/** What is written into a cell. Text is always text, whatever it begins with: no program takes it for a formula. */
export type Written = string | number | { date: string } | { serial: number } | { share: number } | null

/** Of every written workbook: the type of the office's papers. */
export const workbookFont = { fontFamily: 'Times New Roman', fontSize: 12 } as const

/** Ground of a cell that is wrong, of one that should be looked at, and of one to be filled in. */
export type Mark = 'wrong' | 'doubtful' | 'answer'
export type Marks = ReadonlyMap<number, Mark>
const frame = { borderStyle: 'thin', borderColor: '#BDB4A8' } as const
const grounds = { wrong: '#F6C9C4', doubtful: '#FCE7C0', answer: '#FFF8DC' } as const

/** Lines above a table, which run on over their empty neighbours; the first is its title. */
export const linesAbove = (lines: readonly string[]): Row[] =>
  lines.map((value, index) => [
    index === 0 ? { value, type: String, fontSize: 14, fontWeight: 'bold' } : { value, type: String, fontSize: 11 },
  ])

/** Cells above the headings, as they stood. */
export const rowAbove = (cells: readonly Written[]): Row => cells.map((cell) => plainCell(cell) as Cell)

/** The headings over columns that are so many characters wide. */
export const headingRow = (headings: readonly string[], widths: readonly number[]): Row =>
  headings.map((value, column) => ({
    value,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#F3E9D2',
    borderStyle: 'thin',
    height: heightOf(linesIn(value, roomIn(widths[column] ?? widest) / boldness)),
  }))

/** Cells of columns that are so many characters wide, with their marks by column: longer texts go on below. */
export const bodyRow = (cells: readonly Written[], widths: readonly number[], marks: Marks = new Map()): Row =>
  widths.map((width, column) => bodyCell(cells[column] ?? null, roomIn(width), marks.get(column)))

export const bodyCell = (written: Written, room: number, mark: Mark | undefined): Cell => {
  const ground = mark ? { backgroundColor: grounds[mark] } : {}
  const lines = typeof written === 'string' ? linesIn(written, room) : 1
  return {
    ...plainCell(written),
    ...frame,
    ...ground,
    alignVertical: 'top',
    // Figures that end where the next column's letters begin would read as one.
    ...(typeof written === 'string' ? {} : { align: 'center' }),
    ...(lines > 1 ? { wrap: true, height: heightOf(lines) } : {}),
  } as Cell
}

const plainCell = (written: Written) => {
  if (written === null || written === '') return { value: null }
  if (typeof written === 'string') return { value: written, type: String, format: '@' }
  if (typeof written === 'number') return { value: written, type: Number }
  if ('share' in written) return { value: written.share, type: Number, format: '0.0%' }
  return { value: serialOf(written), type: Number, format: 'dd/mm/yyyy' }
}

/** The number that Excel keeps a day as. */
export const serialOf = (written: { date: string } | { serial: number }): number =>
  'serial' in written ? written.serial : serialOfDay(dayNumber(written.date))

/** How many letters stand in a line: most are narrower than the figure that columns are measured by. */
export const roomIn = (width: number): number => (width - sides) / letterWidth

/** In characters: what stays free at both sides of a column. */
const sides = 2
const narrowest = 8
const widest = 42
/** Of an average letter of Vietnamese text, in figures; and how much wider bold ones are. */
const letterWidth = 0.9
const boldness = 1.15

/**
 * Widths in characters by what stands in the columns. Headings of several words, and texts longer than the widest
 * column, go on below; no word is cut that is not itself longer than that.
 */
export const columnWidths = (headings: readonly string[], rows: readonly (readonly Written[])[]): number[] =>
  headings.map((heading, column) => {
    let longest = widthOfHeading(heading)
    for (const row of rows) longest = Math.max(longest, lengthOf(row[column] ?? null))
    return Math.min(widest, Math.max(narrowest, Math.ceil(longest) + sides))
  })

/** That of two lines with no word cut. */
const widthOfHeading = (heading: string): number =>
  Math.max(longestOf(heading.split(/\s+/u)), heading.length / 2 + 1) * boldness

const lengthOf = (written: Written): number => {
  if (written === null) return 0
  if (typeof written === 'object') return 'share' in written ? '100.0%'.length : 'dd/mm/yyyy'.length
  const text = String(written)
  return text.includes('\n') ? longestOf(text.split('\n')) : text.length
}

const longestOf = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length))

/** How many lines a text takes within so many characters. */
export const linesIn = (text: string, room: number): number => {
  if (text.length <= room && !text.includes('\n')) return 1
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1
        used = 0
      }
      lines += Math.max(0, Math.ceil(word.length / room) - 1)
      used += (used > 0 ? 1 : 0) + word.length
    }
  }
  return lines
}

/** In points; Excel makes no row higher than the last. A row that is not given its height is one line high in LibreOffice. */
export const heightOf = (lines: number): number => Math.min(15.75 * lines, 409)
