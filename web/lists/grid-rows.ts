import { html, nothing } from 'lit'
import { sized } from '../parts/sized.ts'

/** In pixels: rows of one height, so that only those in sight are drawn. */
export const rowHeight = 36

/** So many rows that are not drawn. */
export const spacer = (rows: number, columns: number) => {
  if (rows <= 0) return nothing
  return html`<tr class="spacer" role="presentation">
    <td role="presentation" colspan=${columns} ${sized({ 'block-size': rows * rowHeight })}></td>
  </tr>`
}

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
