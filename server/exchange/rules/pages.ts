import type { ImportRow, ImportTotals, RowFilter, ZeroColumn } from '../schema.ts'

/** Rows on one page: a preview of twenty thousand opens at once. */
export const pageLength = 100

export const hasWarning = ({ cells }: ImportRow): boolean => cells.some(({ state }) => state === 'warning')

const isShown = (row: ImportRow, wanted: RowFilter): boolean =>
  wanted === 'warning' ? hasWarning(row) : row.state === wanted

/** A page of the rows that are looked at; a page that there is not is the last one. */
export const pageOf = (
  rows: readonly ImportRow[],
  show: RowFilter | null,
  page: number,
): { rows: ImportRow[]; found: number; page: number } => {
  const found = rows.filter((row) => show === null || isShown(row, show))
  const last = Math.max(1, Math.ceil(found.length / pageLength))
  const shown = Math.min(last, Math.max(1, page))
  return { rows: found.slice((shown - 1) * pageLength, shown * pageLength), found: found.length, page: shown }
}

export const totalsOf = (rows: readonly ImportRow[]): ImportTotals => {
  const totals = { new: 0, changed: 0, same: 0, warning: 0, error: 0, choose: 0, skipped: 0 }
  for (const row of rows) {
    totals[row.state] += 1
    if (hasWarning(row)) totals.warning += 1
  }
  // Only where there is anything to choose.
  const { choose, skipped, ...usual } = totals
  return { ...usual, ...(choose > 0 ? { choose } : {}), ...(skipped > 0 ? { skipped } : {}) }
}

/** Columns in which Excel dropped the first zeros, put back or not. */
export const zeroColumns = (rows: readonly ImportRow[]): ZeroColumn[] => {
  const columns = new Map<string, ZeroColumn>()
  for (const { cells } of rows) {
    for (const { field, code, value, details } of cells) {
      if (code !== 'zero-lost' && code !== 'zero-restored') continue
      const column = columns.get(field) ?? { field, lost: 0, restored: 0, first: null }
      if (code === 'zero-lost') {
        column.lost += 1
        column.first ??= { value, restored: String(details['restored'] ?? '') }
      } else column.restored += 1
      columns.set(field, column)
    }
  }
  return [...columns.values()]
}
