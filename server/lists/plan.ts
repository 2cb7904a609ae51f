import { createHash } from 'node:crypto'
import type { ListColumn, ListFile } from '../documents/schema.ts'
import { totalsOf } from '../exchange/rules/pages.ts'
import type { Details, ImportCell, ImportError, ImportRow } from '../exchange/schema.ts'
import type { SheetRow } from '../exchange/sheet.ts'
import { foldForSearch } from '../format/search.ts'
import type { KeptRow } from './queries.ts'
import { filledOf, nameOfRow, readValue } from './rules.ts'
import { longestValue, type ListPreview } from './schema.ts'
import type { BroughtTable } from './table.ts'

type StandingRow = KeptRow

/** A row of the table while it is judged: what it says by column, and what is wrong with it. */
interface Draft {
  row: number
  values: Map<string, string>
  faults: Map<string, { code: ImportError; details: Details }>
  standing: StandingRow | null
}

/** A row of the table with what it becomes. */
export interface PlannedRow {
  shown: ImportRow
  /** The row of the list that it is; null = a new one. */
  standing: StandingRow | null
  values: Record<string, string>
}

export interface ListPlan {
  rows: PlannedRow[]
  /** Rows of the list that the table does not have, where those go. */
  removed: StandingRow[]
  totals: ListPreview['totals']
  digest: string
}

/** How a table is taken: whether the list becomes what it says. */
export interface Taking {
  isWhole: boolean
}

/**
 * What bringing a table does. A row is known again by the list's identity, so that it keeps its id. Where the others go
 * (`isWhole`), the list becomes what the table says and an empty cell empties; else an empty cell says nothing.
 */
export const planImport = (
  file: ListFile,
  standing: readonly StandingRow[],
  table: BroughtTable,
  { isWhole }: Taking,
): ListPlan => {
  const fields = table.columns.map(({ field }) => field)
  const drafts = table.rows.flatMap((row) => draftOf(file.columns, fields, row, isWhole) ?? [])
  const identity = identityOf(file, fields)
  for (const { names } of identity) recognise(drafts, standing, names)
  for (const group of identity) refuseTwice(drafts, group)
  const rows = drafts.map((draft) => judge(file.columns, draft))
  const known = new Set(drafts.map((draft) => draft.standing?.id))
  const removed = isWhole ? standing.filter(({ id }) => !known.has(id)) : []
  const versions = [...rows.map((row) => row.standing), ...removed].map((row) => row && [row.id, row.version])
  const digest = createHash('sha256')
    .update(JSON.stringify([isWhole, fields, rows.map(({ shown }) => shown), versions]))
    .digest('hex')
  return { rows, removed, totals: totalsOf(rows.map(({ shown }) => shown)), digest }
}

/** Columns that a row is known by; a number or a unit alone is sure to stand for one row only. */
interface Identity {
  names: string[]
  isSure: boolean
}

/** The columns that rows are known by, as far as the table has them. */
const identityOf = ({ identity, columns }: ListFile, fields: readonly (string | null)[]): Identity[] => {
  const required = columns.filter(({ isRequired }) => isRequired === true).map(({ name }) => name)
  return (identity ?? [required])
    .map((group) => ({ names: group.filter((name) => fields.includes(name)), isSure: group.length === 1 }))
    .filter(({ names }) => names.length > 0)
}

const draftOf = (
  columns: readonly ListColumn[],
  fields: readonly (string | null)[],
  { row, cells }: SheetRow,
  isWhole: boolean,
): Draft | null => {
  const draft: Draft = { row, values: new Map(), faults: new Map(), standing: null }
  for (const [at, field] of fields.entries()) {
    const column = columns.find(({ name }) => name === field)
    if (!column) continue
    const cell = cells[at] ?? null
    const { value, fault } = readValue(column, cell?.text ?? '')
    if (value === '' && !isWhole) continue
    draft.values.set(column.name, value)
    if (cell?.isError) draft.faults.set(column.name, { code: 'cell-error', details: { value } })
    else if (fault !== null) draft.faults.set(column.name, { code: fault, details: { value, limit: longestValue } })
  }
  return [...draft.values.values()].some((value) => value !== '') ? draft : null
}

/** What a row is known by; null where that is not filled in at all. */
const keyOf = (group: readonly string[], valueOf: (name: string) => string | undefined): string | null => {
  const parts = group.map((name) => foldForSearch(valueOf(name) ?? ''))
  return parts.every((part) => part === '') ? null : parts.join('\n')
}

/** Finds the row of the list that each draft is; of several alike the one with the most values the same. */
const recognise = (drafts: readonly Draft[], standing: readonly StandingRow[], group: readonly string[]): void => {
  const taken = new Set(drafts.flatMap((draft) => draft.standing?.id ?? []))
  const byKey = new Map<string, StandingRow[]>()
  for (const row of standing) {
    const key = taken.has(row.id) ? null : keyOf(group, (name) => row.values[name])
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  for (const draft of drafts) {
    const key = draft.standing ? null : keyOf(group, (name) => draft.values.get(name))
    const candidates = key === null ? [] : (byKey.get(key) ?? [])
    const [best] = candidates.toSorted((a, b) => alike(b, draft) - alike(a, draft))
    if (key === null || !best) continue
    draft.standing = best
    byKey.set(
      key,
      candidates.filter((row) => row !== best),
    )
  }
}

const alike = ({ values }: StandingRow, draft: Draft): number =>
  [...draft.values].filter(([name, value]) => (values[name] ?? '') === value).length

/**
 * The same number or unit twice, or a row that says nothing else than one above it. Namesakes that differ in anything
 * are two persons; what stands twice in the list already may be said again.
 */
const refuseTwice = (drafts: readonly Draft[], { names: group, isSure }: Identity): void => {
  const [first = ''] = group
  const seen = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const key = keyOf(group, (name) => draft.values.get(name))
    if (key === null) continue
    const above = seen.get(key) ?? []
    const isStanding = draft.standing !== null && keyOf(group, (name) => draft.standing?.values[name]) === key
    const twin = isStanding ? undefined : above.find((other) => isSure || isSaidBy(draft, other))
    if (twin && !draft.faults.has(first)) draft.faults.set(first, { code: 'twice-in-file', details: { row: twin.row } })
    seen.set(key, twin ? above : [...above, draft])
  }
}

/** Whether two rows contradict each other nowhere. */
const isSaidBy = (draft: Draft, other: Draft): boolean =>
  [...draft.values].every(([name, value]) => {
    const said = other.values.get(name) ?? ''
    return value === '' || said === '' || value === said
  })

const judge = (columns: readonly ListColumn[], draft: Draft): PlannedRow => {
  const { standing } = draft
  const before = standing?.values ?? {}
  const values = filledOf(new Map([...Object.entries(before), ...draft.values]))
  for (const { name, isRequired } of columns) {
    if (isRequired === true && values[name] === undefined && !draft.faults.has(name)) {
      draft.faults.set(name, { code: 'required', details: {} })
    }
  }
  const cells = columns.flatMap(({ name }) => cellOf(draft, name) ?? [])
  const isChanged = [...draft.values].some(([name, value]) => value !== (before[name] ?? ''))
  const state = draft.faults.size > 0 ? 'error' : standing === null ? 'new' : isChanged ? 'changed' : 'same'
  return { shown: { row: draft.row, state, cells }, standing, values }
}

const cellOf = ({ values, faults, standing }: Draft, field: string): ImportCell | null => {
  const fault = faults.get(field)
  const value = values.get(field) ?? ''
  if (fault) return { field, value, state: 'error', ...fault, was: null }
  if (!values.has(field)) return null
  const was = standing?.values[field] ?? ''
  const isChanged = standing !== null && was !== value
  const state = standing === null ? 'new' : isChanged ? 'changed' : 'same'
  return { field, value, state, code: null, details: {}, was: isChanged ? was : null }
}

/** The dry run as it is shown. */
export const previewOf = (file: ListFile, table: BroughtTable, plan: ListPlan, fileName: string): ListPreview => ({
  fileName,
  sheet: table.sheet,
  headerRow: table.headerRow,
  columns: table.columns,
  totals: plan.totals,
  rows: plan.rows.map(({ shown }) => shown),
  removed: plan.removed.map(({ values }) => nameOfRow(file.columns, values)),
  digest: plan.digest,
})
