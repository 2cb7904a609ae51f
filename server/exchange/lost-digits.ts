import type { Cell } from './sheet.ts'
import type { Fault } from './values.ts'

/** Figures that are no number: Excel takes them for one and drops the zeros at their beginning. */
export type DigitKind = 'phone' | 'code'

/** How the figures of a column are read, and which of them a person had restored. */
export interface DigitReading {
  kind: DigitKind
  /** How many figures the codes of the column have; null = that is not known. */
  width: number | null
  isRestored: boolean
}

/**
 * A cell of such figures: what is taken of it, and what is said of that. What Excel made of it is told with what it
 * seems to have been; it is restored only where a person said so, and stays as it is in the file elsewhere.
 */
export const readDigits = (
  { text }: Cell,
  { kind, width, isRestored }: DigitReading,
): { text: string; fault: Fault | null } => {
  const figures = figuresOf(text)
  const restored = figures === null ? null : restoredOf(figures, kind, width)
  if (restored !== null && isRestored) {
    return { text: restored, fault: { code: 'zero-restored', details: { written: text } } }
  }
  if (restored !== null) return { text, fault: { code: 'zero-lost', details: { restored } } }
  return { text, fault: isShortened(text) ? { code: 'digits-lost', details: { value: text } } : null }
}

/** Mobile numbers have nine figures behind their zero, those of a telephone on a desk ten, with the code of the place. */
const phoneWithoutZero = /^(?:[35789]\d{8}|2\d{9})$/

const restoredOf = (figures: string, kind: DigitKind, width: number | null): string | null => {
  if (kind === 'phone') return phoneWithoutZero.test(figures) ? `0${figures}` : null
  return width !== null && figures.length < width ? figures.padStart(width, '0') : null
}

/** «9,12E+08» is how Excel shows a number in a narrow column, and what it then writes into a text file. */
const shortened = /^(\d)(?:[.,](\d+))?E\+(\d{2})$/i
const isShortened = (text: string): boolean => shortened.test(text)

/** The figures of a cell; null = it holds something else, or not all of them any more. */
const figuresOf = (text: string): string | null => {
  if (/^\d+$/.test(text)) return text
  const [, first = '', rest = '', power = ''] = shortened.exec(text) ?? []
  return first !== '' && rest.length === Number(power) ? `${first}${rest}` : null
}

/** How many figures all codes that begin with a zero have, where no other has more; null = they tell nothing. */
export const widthOfCodes = (texts: Iterable<string>): number | null => {
  let width: number | null = null
  let longest = 0
  for (const text of texts) {
    if (!/^\d+$/.test(text)) continue
    longest = Math.max(longest, text.length)
    if (!/^0\d/.test(text)) continue
    if (width !== null && width !== text.length) return null
    width = text.length
  }
  return width === null || longest > width ? null : width
}

/** Whether the cell of a field in a row of the sheet is to be restored. */
export type Restoring = (field: string, row: number) => boolean

/** Of a choice as it is sent: `phone` = the whole column; `phone.12` = row 12 unlike the rest of its column. */
export const restoringOf = (chosen: readonly string[]): Restoring => {
  const all = new Set(chosen)
  return (field, row) => all.has(field) !== all.has(`${field}.${String(row)}`)
}
