import type { ZeroColumn } from '../../server/exchange/schema.ts'

/** How many cells are taken as the file has them, without their zeros. */
export const keptWithoutZero = (columns: readonly ZeroColumn[]): number =>
  columns.reduce((sum, { lost }) => sum + lost, 0)

/** A choice about one cell, or (row null) about the whole column. */
interface ZeroChoice {
  field: string
  row: number | null
  isRestored: boolean
}

/**
 * What is put back, with this choice, as the server is told it: `phone` = the whole column; `phone.12` = row 12 unlike
 * the rest of its column.
 */
export const zerosWith = (restored: readonly string[], { field, row, isRestored }: ZeroChoice): string[] => {
  if (row === null) {
    const others = restored.filter((key) => key !== field && !key.startsWith(`${field}.`))
    return isRestored ? [...others, field] : others
  }
  const key = `${field}.${String(row)}`
  return restored.includes(key) ? restored.filter((each) => each !== key) : [...restored, key]
}
