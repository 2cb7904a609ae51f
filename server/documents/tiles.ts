import type { SheetName } from './schema.ts'

/** Large papers on A4 sheets that are pasted together, for offices with one printer. All lengths in millimetres. */

/** What printers leave white at each edge of a sheet. */
const tileMargin = 10
/** Sheets lie on each other by so much. */
export const tileOverlap = 10

export interface Tiling {
  /** An A4 sheet, upright or across. */
  width: number
  height: number
  columns: number
  rows: number
}

/** A page on the fewest sheets; where it takes as many both ways, they stand upright. */
export const tilingOf = (page: { width: number; height: number }): Tiling => {
  const [upright, across] = [tilesOn(page, 210, 297), tilesOn(page, 297, 210)]
  return across.columns * across.rows < upright.columns * upright.rows ? across : upright
}

const tilesOn = (page: { width: number; height: number }, width: number, height: number): Tiling => ({
  width,
  height,
  columns: Math.ceil((page.width - tileOverlap) / (width - 2 * tileMargin - tileOverlap)),
  rows: Math.ceil((page.height - tileOverlap) / (height - 2 * tileMargin - tileOverlap)),
})

/** Sheets that so many pages take, with the one that tells how they are joined. */
export const countTiles = ({ columns, rows }: Tiling, pages: number): number => 1 + pages * columns * rows

/** Where a paper is printed: the size of its page, whole or on A4 sheets. */
export interface SheetChoice {
  size: 'a4' | 'a3' | 'a2' | 'a1'
  isTiled: boolean
}

export const sheetChoice = (name: SheetName): SheetChoice => {
  const [size = '', tiles] = name.split('-')
  return { size: size as SheetChoice['size'], isTiled: tiles === 'tiles' }
}
