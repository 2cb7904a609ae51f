import type { ImportCell } from '../exchange/schema.ts'
import type { PlacedCell } from './read-table.ts'
import type { FaultyCell } from './schema.ts'

/** A row of a form as it was read, and what was written here instead of some of its cells. */
interface ReadCells {
  row: number
  headings: ReadonlyMap<string, string>
  read: Readonly<Record<string, PlacedCell>>
  mended: Readonly<Record<string, string>>
}

/**
 * The judged cells of a row with the line of the form and where each stands. One that was mended tells what the file
 * says, and one that was emptied stands among them still, so that it can be written anew.
 */
export const placedCells = (cells: readonly ImportCell[], { row, headings, read, mended }: ReadCells): FaultyCell[] => {
  const shown = new Set(cells.map(({ field }) => field))
  const emptied = Object.keys(mended).filter((field) => !shown.has(field))
  const nothing = { value: '', state: 'same', code: null, details: {}, was: null } as const
  return [...cells, ...emptied.map((field): ImportCell => ({ field, ...nothing }))].map((cell) => ({
    ...cell,
    row,
    heading: headings.get(cell.field) ?? '',
    place: read[cell.field]?.place ?? '',
    ...(mended[cell.field] === undefined ? {} : { written: read[cell.field]?.cell?.text ?? '' }),
  }))
}

/** What somebody has to look at: what is wrong, and what was mended. */
export const isToldApart = ({ code, written }: FaultyCell): boolean => code !== null || written !== undefined
