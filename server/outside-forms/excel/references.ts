/**
 * How the addresses of a workbook follow when one row of a sheet is repeated: it takes `count` rows, and what stood
 * below moves down.
 */
export interface Growth {
  sheet: string
  /** The row that is repeated, from 1. */
  row: number
  count: number
  /** So many rows below it were prepared for more of the list: they move down with the rest, and end it. */
  prepared?: number
}

/** Why a formula could not be made to follow with certainty. */
export type FormulaDoubt = 'first-row-only' | 'unusual'

export interface Adjusted {
  text: string
  doubt: FormulaDoubt | null
}

const added = ({ count }: Growth): number => Math.max(1, count) - 1

/** A row's number after the growth; of a row that ends an area, the last of the repeated ones. */
export const rowAfter = (row: number, growth: Growth, isEnd = false): number =>
  row > growth.row || (isEnd && row === growth.row) ? row + added(growth) : row

/** The last row of the list. */
const lastOf = (growth: Growth): number => growth.row + added(growth) + (growth.prepared ?? 0)

/** Areas as attributes name them: `A1:C7 E9`. */
export const areasAfter = (areas: string, growth: Growth): string =>
  areas
    .split(' ')
    .map((area) => {
      const [from = '', to = from] = area.split(':')
      const first = withRow(from, (row) => rowAfter(row, growth))
      const last = withRow(to, (row) => rowAfter(row, growth, true))
      return first === last ? first : `${first}:${last}`
    })
    .join(' ')

const withRow = (address: string, change: (row: number) => number): string =>
  address.replace(/\d+$/u, (digits) => String(change(Number(digits))))

const quoted = String.raw`"(?:[^"]|"")*"`
const outside = String.raw`'\[[^']*'!|\[\d+\][\p{L}\p{N}_.]*!`
const structured = String.raw`\[(?:[^[\]]|\[[^[\]]*\])*\]`
const sheetName = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!`
const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`
const address = `${cell}(?::${cell})?|\\$?\\d{1,7}:\\$?\\d{1,7}|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}`
const tokens = new RegExp(
  `(?<text>${quoted})|(?<outside>(?:${outside})(?:${address})?)|(?<structured>${structured})|` +
    `(?<![\\p{L}\\p{N}_.$])(?<sheet>${sheetName})?(?<address>${address})(?![\\p{L}\\p{N}_.(!])`,
  'gu',
)

/** A reference that was found in a formula of some sheet. */
interface Reference {
  /** Null = the sheet of the formula itself. */
  sheet: string | null
  isOverSheets: boolean
  from: Corner
  to: Corner | null
}

interface Corner {
  column: string
  isFixed: boolean
  row: number | null
}

const cornerOf = (text: string): Corner => {
  const [, column = '', fixed = '', row = ''] = /^(\$?[A-Za-z]+)?(\$?)(\d*)$/u.exec(text) ?? []
  return { column, isFixed: fixed === '$', row: row === '' ? null : Number(row) }
}

const written = ({ column, isFixed, row }: Corner): string =>
  `${column}${isFixed ? '$' : ''}${row === null ? '' : String(row)}`

/** Replaces each reference of a formula; strings, names, other workbooks and table columns are left alone. */
const mapReferences = (formula: string, map: (reference: Reference, at: { before: string; after: string }) => string) =>
  formula.replaceAll(tokens, (...found: unknown[]) => {
    const groups = found.at(-1) as Partial<Record<'sheet' | 'address', string>>
    const [whole] = found as [string]
    if (groups.address === undefined) return whole
    const offset = found.at(-3) as number
    const [from = '', to] = groups.address.split(':')
    const name = groups.sheet
      ?.slice(0, -1)
      .replace(/^'(.*)'$/u, '$1')
      .replaceAll("''", "'")
    const reference: Reference = {
      sheet: name ?? null,
      isOverSheets: name?.includes(':') === true,
      from: cornerOf(from),
      to: to === undefined ? null : cornerOf(to),
    }
    const context = { before: formula.slice(0, offset), after: formula.slice(offset + whole.length) }
    return (groups.sheet ?? '') + map(reference, context)
  })

const writtenArea = (from: Corner, to: Corner | null): string =>
  to ? `${written(from)}:${written(to)}` : written(from)
const isOf = ({ sheet }: Reference, own: string | null, { sheet: grown }: Growth): boolean =>
  (sheet ?? own)?.toLowerCase() === grown.toLowerCase()

/** What computes an address cannot be followed. */
const computed = /\b(INDIRECT|OFFSET|ADDRESS)\s*\(/iu
const sums = /\b(SUM|COUNTA?|AVERAGE|MAX|MIN|PRODUCT|SUBTOTAL\(\s*\d+\s*,)\s*\(?\s*$/iu

/**
 * A formula that stands outside the repeated row. An area that ends with the row grows with it, a sum over its one cell
 * becomes one over all; any other use of the one cell keeps to the first row, and says so. `own` is the sheet of the
 * formula; null = it always names one.
 */
export const formulaAfter = (formula: string, own: string | null, growth: Growth): Adjusted => {
  let doubt: FormulaDoubt | null = computed.test(formula) ? 'unusual' : null
  const text = mapReferences(formula, (reference, { before, after }) => {
    const { from, to, isOverSheets } = reference
    if (isOverSheets && added(growth) > 0) doubt = 'unusual'
    if (isOverSheets || !isOf(reference, own, growth)) return writtenArea(from, to)
    if (to !== null) return writtenArea(moved(from, growth), moved(to, growth, true))
    if (from.row !== growth.row || lastOf(growth) === growth.row) return written(moved(from, growth))
    if (sums.test(before) && /^\s*\)/u.test(after)) return writtenArea(from, moved(from, growth, true))
    doubt ??= 'first-row-only'
    return written(from)
  })
  return { text, doubt: added(growth) > 0 ? doubt : null }
}

const moved = (corner: Corner, growth: Growth, isEnd = false): Corner =>
  corner.row === null
    ? corner
    : { ...corner, row: isEnd && corner.row === growth.row ? lastOf(growth) : rowAfter(corner.row, growth) }

/**
 * A formula of the repeated row in its n-th copy (from 0). What it takes from its own row comes from that copy, what
 * from the row before comes from the one before; a total below or a figure above stays the one it is.
 */
export const formulaOfCopy = (formula: string, growth: Growth, copy: number): Adjusted => {
  const follow = (corner: Corner): Corner => {
    const { row, isFixed } = corner
    if (row === null) return corner
    const isNear = row === growth.row || row === growth.row - 1
    return { ...corner, row: isNear && !isFixed ? row + copy : rowAfter(row, growth) }
  }
  let doubt: FormulaDoubt | null = computed.test(formula) ? 'unusual' : null
  const text = mapReferences(formula, (reference) => {
    const { from, to, isOverSheets } = reference
    if (isOverSheets) doubt = 'unusual'
    if (isOverSheets || !isOf(reference, growth.sheet, growth)) return writtenArea(from, to)
    return writtenArea(follow(from), to && follow(to))
  })
  return { text, doubt: added(growth) > 0 ? doubt : null }
}

/** A formula of a row that was prepared below the repeated one: the row before the first of them is its last copy. */
export const formulaOfPrepared = (formula: string, growth: Growth): Adjusted => {
  const follow = (corner: Corner): Corner =>
    corner.row === null ? corner : { ...corner, row: rowAfter(corner.row, growth, !corner.isFixed) }
  const text = mapReferences(formula, (reference) => {
    const { from, to, isOverSheets } = reference
    if (isOverSheets || !isOf(reference, growth.sheet, growth)) return writtenArea(from, to)
    return writtenArea(follow(from), to && follow(to))
  })
  return { text, doubt: added(growth) > 0 && computed.test(formula) ? 'unusual' : null }
}

/** The farthest row to which areas of a formula reach that begin at a row or above it; 0 = none does. */
export const reachOf = (formula: string, own: string, { sheet, row }: Pick<Growth, 'sheet' | 'row'>): number => {
  let reach = 0
  mapReferences(formula, (reference) => {
    const { from, to } = reference
    const isOver = isOf(reference, own, { sheet, row, count: 1 }) && from.row !== null && from.row <= row
    if (isOver && to !== null && to.row !== null && to.row >= row) reach = Math.max(reach, to.row)
    return ''
  })
  return reach
}

/** A formula shared by several cells, as it stands in one that is so many rows and columns from the first. */
export const formulaAt = (formula: string, rows: number, columns: number): string =>
  mapReferences(formula, ({ from, to }) => {
    const shifted = (corner: Corner): Corner => ({
      ...corner,
      column:
        corner.column.startsWith('$') || corner.column === '' ? corner.column : columnAfter(corner.column, columns),
      row: corner.row === null || corner.isFixed ? corner.row : corner.row + rows,
    })
    return writtenArea(shifted(from), to && shifted(to))
  })

const columnAfter = (column: string, by: number): string => lettersOf(numberOfColumn(column) + by)

/** A = 1. */
export const numberOfColumn = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

export const lettersOf = (number: number): string => {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
