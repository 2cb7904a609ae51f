/** In pixels: rows of one height, so that only those in sight are drawn. */
export const rowHeight = 36

/** How far a box is scrolled when a row is in sight: as it is, or just so far that it is. */
export const scrollFor = ({ scrollTop, clientHeight }: HTMLElement, row: number): number => {
  const above = row * rowHeight
  return Math.min(above, Math.max(scrollTop, above - (clientHeight - rowHeight * 2)))
}

/** The columns of each row as CSS lays them: that of places as it is, the others at least so wide, and filling the row. */
export const tracksOf = (place: number, widths: readonly number[]): string =>
  [`${place}px`, ...widths.map((width) => `minmax(${width}px, ${width}fr)`)].join(' ')

interface Extent {
  /** With Ctrl: to the very first or last. */
  isFar: boolean
  rows: number
  columns: number
  /** Rows in sight. */
  page: number
}

/** By how many rows and columns a key goes; null = it goes nowhere. */
export const stepOf = (key: string, { isFar, rows, columns, page }: Extent): readonly [number, number] | null => {
  const steps: Record<string, readonly [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [2 - page, 0],
    PageDown: [page - 2, 0],
    Home: isFar ? [-rows, 0] : [0, -columns],
    End: isFar ? [rows, 0] : [0, columns],
  }
  return steps[key] ?? null
}
