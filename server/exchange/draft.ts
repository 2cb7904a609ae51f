import { isPhoneRefused } from '../format/phones.ts'
import { readDigits, type Restoring } from './lost-digits.ts'
import { joinNames } from './joined-names.ts'
import {
  importErrors,
  type Details,
  type ImportCell,
  type ImportFault,
  type ImportRow,
  type NameOrder,
} from './schema.ts'
import type { Cell, SheetRow } from './sheet.ts'
import type { DateSpan, Fault, FieldKind, Value } from './values.ts'

/** A row of the sheet while it is judged: its cells by field, what they say and what is wrong with them. */
export interface Draft {
  row: number
  cells: Map<string, Cell>
  /** What the row says; a field whose cell is empty says nothing. */
  values: Map<string, Value>
  faults: Map<string, Fault>
}

/** A record that a row makes or changes. */
export interface Target {
  /** null = a new one. */
  id: string | null
  /** What stands there now, by field. */
  stands: Readonly<Record<string, unknown>>
}

/** A row judged: what it would do, and how that is shown. */
export interface Judged {
  draft: Draft
  targetId: string | null
  shown: ImportRow
}

/** What each field holds, and how its figures are restored. */
export interface Understanding {
  kinds: Readonly<Record<string, FieldKind>>
  /** How many figures the codes of a field have. */
  widths: ReadonlyMap<string, number | null>
  isRestored: Restoring
  /** Where a day without a year may lie; none = it is no day. */
  spans?: readonly DateSpan[]
  /** How names in two columns are joined; none = they stand in one. */
  nameOrder?: NameOrder | null
  /** By row and field: what a person wrote instead of the cell. */
  mended?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Reads the cells of a row by their fields; null = the row says nothing in any column that is imported. */
export const draftOf = (
  { row, cells }: SheetRow,
  columns: readonly (string | null)[],
  by: Understanding,
): Draft | null => {
  const draft: Draft = { row, cells: new Map(), values: new Map(), faults: new Map() }
  columns.forEach((field, column) => {
    const cell = cells[column]
    if (field !== null && cell) draft.cells.set(field, cell)
  })
  if (by.nameOrder) joinNames(draft.cells, by.nameOrder)
  const mended = Object.entries(by.mended?.[row] ?? {})
  if (draft.cells.size + mended.length === 0) return null
  for (const [field, text] of mended) {
    if (text === '') draft.cells.delete(field)
    else draft.cells.set(field, { text })
  }
  for (const [field, cell] of draft.cells) {
    if (cell.isError) addFault(draft, field, 'cell-error', { value: cell.text })
    else understand(draft, field, cell, by)
  }
  return draft
}

const understand = (draft: Draft, field: string, cell: Cell, { kinds, widths, isRestored, spans }: Understanding) => {
  const kind = kinds[field]
  if (!kind) return
  const reading = kind.digits && {
    kind: kind.digits,
    width: widths.get(field) ?? null,
    isRestored: isRestored(field, draft.row),
  }
  const figures = reading ? readDigits(cell, reading) : { text: cell.text, fault: null }
  const { value, fault } = kind.read({ ...cell, text: figures.text }, spans)
  if (value !== undefined) draft.values.set(field, value)
  const told = fault ?? figures.fault
  if (told) draft.faults.set(field, told)
}

/** Notes what is wrong with a cell; an error is never replaced, least of all by a warning. */
export const addFault = (draft: Draft, field: string, code: ImportFault, details: Details = {}): void => {
  const standing = draft.faults.get(field)
  if (!standing || !isError(standing)) draft.faults.set(field, { code, details })
}

/** A number that is here already may be said again, whatever it looks like. */
export const checkPhone = (draft: Draft, standing: string, field = 'contactPhone'): void => {
  const phone = draft.values.get(field)
  if (typeof phone === 'string' && isPhoneRefused(phone, standing)) addFault(draft, field, 'not-a-phone')
}

const errors: readonly string[] = importErrors
const isError = ({ code }: Fault) => errors.includes(code)

export const hasError = ({ faults }: Draft): boolean => [...faults.values()].some(isError)

/** The text of a cell that names another record; '' where it is empty or wrong. */
export const textOf = ({ cells, faults }: Draft, field: string): string =>
  faults.has(field) ? '' : (cells.get(field)?.text ?? '')

/** Shows a row beside what stands there now. */
export const judge = (
  draft: Draft,
  fields: readonly string[],
  target: Target,
  show: (field: string, value: Value) => string,
): Judged => {
  const isWrong = hasError(draft)
  const cells = fields.flatMap((field) => cellOf(draft, field, target, show) ?? [])
  const isChanged = [...draft.values].some(([field, value]) => !isSame(target.stands[field], value))
  const state = isWrong ? 'error' : target.id === null ? 'new' : isChanged ? 'changed' : 'same'
  return { draft, targetId: target.id, shown: { row: draft.row, state, cells } }
}

const cellOf = (
  { cells, values, faults }: Draft,
  field: string,
  { id, stands }: Target,
  show: (field: string, value: Value) => string,
): ImportCell | null => {
  const fault = faults.get(field)
  const value = values.get(field)
  const details = fault?.details ?? {}
  const written = cells.get(field)?.text ?? ''
  if (fault && isError(fault)) return { field, value: written, state: 'error', code: fault.code, details, was: null }
  if (value === undefined) return null
  const isChanged = id !== null && !isSame(stands[field], value)
  return {
    field,
    value: show(field, value),
    // What a person had restored is settled.
    state: fault && fault.code !== 'zero-restored' ? 'warning' : id === null ? 'new' : isChanged ? 'changed' : 'same',
    code: fault?.code ?? null,
    details,
    was: isChanged ? show(field, (stands[field] ?? null) as Value) : null,
  }
}

const isSame = (standing: unknown, value: Value): boolean => (standing ?? null) === value
