/** A spreadsheet as read, whatever file it came from. Kept as JSON while its import waits. */
export interface Cell {
  /** As a person reads it; dates as dd/mm/yyyy. */
  text: string
  /** Of numbers and dates: the value; dates count days as Excel does (25569 = 1970-01-01). */
  number?: number
  /** The cell holds #REF! or another error. */
  isError?: true
}

export interface SheetRow {
  /** From 1, as in the file. */
  row: number
  /** By column; null where nothing stands. */
  cells: (Cell | null)[]
}

/** A heading that spans several columns. */
export interface Span {
  row: number
  from: number
  to: number
}

export interface Sheet {
  name: string
  /** Only rows in which something stands. */
  rows: SheetRow[]
  spans: Span[]
}

export interface Workbook {
  sheets: Sheet[]
  hiddenSheets: number
  /** Formulas whose last computed value was taken, and those that had none. */
  formulas: { taken: number; without: number }
  columnsLeftOut: number
  /** Of a text file that was not UTF-8: how it was read. */
  encoding: string | null
}

/** What a file may hold, rows by sheet and characters in all; more is refused before it is read to its end. */
export const sheetLimits = { rows: 25_000, columns: 200, sheets: 50, characters: 20_000_000, merges: 20_000 } as const

/** What a cell counts for among the characters: itself, and what keeping any cell costs. */
export const weightOf = (text: string): number => text.length + 16

/** Excel's name of a column: 0 = A, 26 = AA. */
export const columnLetter = (index: number): string => {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** Day number since 1970-01-01 of Excel's count of days. */
export const dayOfSerial = (serial: number): number => Math.floor(serial) - 25_569

/** Excel's count of days of a day number since 1970-01-01. */
export const serialOfDay = (day: number): number => day + 25_569
