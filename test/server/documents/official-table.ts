import { readFileSync } from 'node:fs'

/** The table of Nghị định 30/2020/NĐ-CP, Phụ lục I, as a file that the product does not read. */
interface OfficialTable {
  page: { margin_mm: Record<'top' | 'bottom' | 'left' | 'right', [number, number]>; page_number: { size: number[] } }
  body: { size: number[]; first_line_indent_cm: [number, number]; para_space_pt_min: number }
  elements: { o: string; name: string; size?: number[]; style: string; case?: string; gap_pt?: number }[]
}

export const officialTable = JSON.parse(
  readFileSync(new URL('nd30-format.json', import.meta.url), 'utf8'),
) as OfficialTable

export interface OfficialElement {
  name: string
  fonts: string
  sizes: readonly number[]
  isUpper: boolean
}

/** An element of the table by its name; of `style` the words before the first comma tell the face. */
export const elementNamed = (name: string): OfficialElement => {
  const found = officialTable.elements.find((each) => each.name === name)
  if (!found) throw new Error(`the table has no «${name}»`)
  const [face = ''] = found.style.split(/[,;]/)
  const bold = face.includes('bold') ? 'Bold' : ''
  const italic = face.includes('italic') ? 'Italic' : ''
  return {
    name,
    fonts: `Tinos-${bold + italic || 'Regular'}`,
    sizes: found.size ?? officialTable.body.size,
    isUpper: found.case === 'upper',
  }
}

/** Widths in millimetres of the boxes of urgency, by their words, and their height. */
export const urgencyBoxes = (): { words: string; width: number; height: number }[] => {
  const { style } = officialTable.elements.find(({ name }) => name === 'Dấu khẩn') ?? { style: '' }
  const boxes = [...style.matchAll(/(\p{Lu}[\p{Lu} ]+) (\d+)x(\d+)/gu)]
  return boxes.map(([, words = '', width, height]) => ({ words, width: Number(width), height: Number(height) }))
}
