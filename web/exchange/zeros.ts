import type { ImportCell, ImportRow } from '../../server/exchange/schema.ts'

/** A cell whose first zeros Excel dropped. */
export interface ZeroCell {
  row: number
  cell: ImportCell
}

/** Such cells by their field, put back or not. */
export const zeroCells = (rows: readonly ImportRow[]): Map<string, ZeroCell[]> => {
  const found = new Map<string, ZeroCell[]>()
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      if (cell.code !== 'zero-lost' && cell.code !== 'zero-restored') continue
      const kept = found.get(cell.field)
      if (kept) kept.push({ row, cell })
      else found.set(cell.field, [{ row, cell }])
    }
  }
  return found
}

/** How many cells are taken as the file has them, without their zeros. */
export const keptWithoutZero = (rows: readonly ImportRow[]): number =>
  [...zeroCells(rows).values()].flat().filter(({ cell }) => cell.code === 'zero-lost').length

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
export const zerosWith = (rows: readonly ImportRow[], choice: ZeroChoice): string[] =>
  [...zeroCells(rows)].flatMap(([field, cells]) => {
    const isRestored = ({ row, cell }: ZeroCell) =>
      choice.field === field && (choice.row ?? row) === row ? choice.isRestored : cell.code === 'zero-restored'
    const restored = cells.filter(isRestored)
    const isWhole = restored.length * 2 > cells.length
    const unlike = isWhole ? cells.filter((each) => !isRestored(each)) : restored
    return [...(isWhole ? [field] : []), ...unlike.map(({ row }) => `${field}.${String(row)}`)]
  })
