import type { Language } from '../../format/dates.ts'
import { pointsPerMillimetre } from '../official-form.ts'
import { tileOverlap, tilingOf } from '../tiles.ts'
import { breakLines } from './lines.ts'
import { lineHeight, toBaseline, type Ink, type PagePen, type Pen, type Point, type Stamp } from './pen.ts'

/** What stands on the sheets beside their part of the page. */
export interface TileWords {
  title: string
  language: Language
  /** The first sheet that is drawn, from 1: those before it came out of the printer already. */
  from: number
}

type Act = () => void

/**
 * A pen that writes a large page on A4 sheets which are pasted together: the page is kept once, and each sheet shows its
 * part of it with marks where to cut and where to paste. A sheet before the first tells how they are joined.
 */
export const tilingPen = (pen: PagePen, words: TileWords): PagePen => {
  let acts: Act[] = []
  let page = { width: 0, height: 0, scale: 1 }
  let sheets = 0
  let pages = 0
  const later = (act: Act) => {
    acts.push(act)
  }
  const collect = (draw: () => void): Act => {
    const outer = acts
    const own: Act[] = []
    acts = own
    draw()
    acts = outer
    return () => {
      for (const act of own) act()
    }
  }
  const onSheet = (size: { width: number; height: number; scale: number }, draw: () => void) => {
    sheets += 1
    if (sheets < words.from) return
    pen.openPage(size)
    draw()
    pen.closePage()
  }
  return {
    widthOf: pen.widthOf,
    hasLetter: pen.hasLetter,
    pageCount: pen.pageCount,
    end: pen.end,
    // Sheets to be pasted together are not read aloud.
    tags: null,
    tagged: (_tag, draw) => {
      draw()
    },
    write: (...all) => {
      later(() => pen.write(...all))
    },
    line: (...all) => {
      later(() => pen.line(...all))
    },
    frame: (...all) => {
      later(() => pen.frame(...all))
    },
    oval: (...all) => {
      later(() => {
        pen.oval(...all)
      })
    },
    fill: (...all) => {
      later(() => pen.fill(...all))
    },
    gridRow: (...all) => {
      later(() => pen.gridRow(...all))
    },
    code: (...all) => {
      later(() => pen.code(...all))
    },
    picture: (...all) => {
      later(() => pen.picture(...all))
    },
    stamp: (...all) => {
      later(() => pen.stamp(...all))
    },
    inRed: (draw) => {
      const own = collect(draw)
      later(() => pen.inRed(own))
    },
    turned: (around, draw) => {
      const own = collect(draw)
      later(() => pen.turned(around, own))
    },
    moved: (by, draw) => {
      const own = collect(draw)
      later(() => pen.moved(by, own))
    },
    record: (draw) => pen.record(collect(draw)),
    openPage: ({ width, height, scale = 1 }) => {
      page = { width, height, scale }
      acts = []
    },
    closePage: () => {
      const all = acts
      const whole = pen.record(() => {
        for (const act of all) act()
      })
      // Text that is drawn larger counts in larger points.
      const points = (millimetres: number) => (millimetres * pointsPerMillimetre) / page.scale
      const tiling = tilingOf({ width: page.width / points(1), height: page.height / points(1) })
      const size = { width: points(tiling.width), height: points(tiling.height), scale: page.scale }
      pages += 1
      const one: Sheet = { pen, words, whole, page, number: pages, size, points, tiling }
      if (pages === 1) onSheet(size, () => drawOverview(one))
      for (let row = 0; row < tiling.rows; row += 1) {
        for (let column = 0; column < tiling.columns; column += 1) onSheet(size, () => drawTile(one, row, column))
      }
    },
  }
}

interface Sheet {
  pen: PagePen
  words: TileWords
  whole: Stamp
  page: { width: number; height: number; scale: number }
  /** Of the large page. */
  number: number
  size: { width: number; height: number }
  points: (millimetres: number) => number
  tiling: { columns: number; rows: number }
}

/** The part of a page that is the business of one sheet, from the upper left corner of the page: all are alike. */
const partOf = ({ page, points, tiling: { columns, rows } }: Sheet, row: number, column: number) => {
  const overlap = points(tileOverlap)
  const width = (page.width + (columns - 1) * overlap) / columns
  const height = (page.height + (rows - 1) * overlap) / rows
  return { x: column * (width - overlap), y: row * (height - overlap), width, height }
}

const drawTile = (sheet: Sheet, row: number, column: number): void => {
  const { pen, words, whole, points, tiling, size } = sheet
  const { x, y, width, height } = partOf(sheet, row, column)
  const area = { x: (size.width - width) / 2, y: (size.height - height) / 2, width, height }
  pen.stamp(whole, { x: area.x - x, y: area.y - y }, { clip: area })
  drawMarks(sheet, area, { right: column < tiling.columns - 1, bottom: row < tiling.rows - 1 })
  const ink = inkOf(sheet, 8)
  const { place, pageOf } = wordsOf[words.language]
  const ofPage = sheet.number === 1 ? '' : `${pageOf(sheet.number)} - `
  const text = `${ofPage}${place(row + 1, column + 1, tiling)} - ${words.title}`
  pen.write(text, ink, { x: area.x + points(14), baseline: size.height - points(5.2) })
}

/** Long rules where to cut, at the corners; short ones where the next sheet's edge comes to lie. */
const drawMarks = (
  { pen, points, page }: Sheet,
  area: { x: number; y: number; width: number; height: number },
  next: { right: boolean; bottom: boolean },
): void => {
  const rule = 0.4 / page.scale
  const [left, top, right, bottom] = [area.x, area.y, area.x + area.width, area.y + area.height]
  const mark = (from: Point, to: Point) => {
    pen.line(from, to, rule)
  }
  const upright = (x: number, length: number) => {
    mark({ x, y: top - points(length) }, { x, y: top - points(1) })
    mark({ x, y: bottom + points(1) }, { x, y: bottom + points(length) })
  }
  const level = (y: number, length: number) => {
    mark({ x: left - points(length), y }, { x: left - points(1), y })
    mark({ x: right + points(1), y }, { x: right + points(length), y })
  }
  for (const x of [left, right]) upright(x, 6)
  for (const y of [top, bottom]) level(y, 6)
  if (next.right) upright(right - points(tileOverlap), 3)
  if (next.bottom) level(bottom - points(tileOverlap), 3)
}

/** A small picture of the whole with the sheets on it, and in words how they are joined. */
const drawOverview = (sheet: Sheet): void => {
  const { pen, words, whole, page, size, points, tiling } = sheet
  const { title, language } = words
  const margin = points(15)
  const width = size.width - 2 * margin
  const { heading, steps, cell } = wordsOf[language]
  let top = margin
  const write = (text: string, ink: Ink) => {
    for (const { text: line } of breakLines(text, width, (part) => pen.widthOf(part, ink))) {
      pen.write(line, ink, { x: margin, baseline: top + toBaseline(ink.size) })
      top += lineHeight(ink.size)
    }
    top += lineHeight(ink.size) * 0.3
  }
  write(`${heading(tiling)} - ${title}`, inkOf(sheet, 14, 'bold'))
  for (const step of steps) write(step, inkOf(sheet, 11))
  top += points(4)
  const share = Math.min(width / page.width, (size.height - top - margin) / page.height)
  const corner = { x: margin + (width - page.width * share) / 2, y: top }
  const outline = { width: page.width * share, height: page.height * share }
  pen.stamp(whole, corner, { clip: { ...corner, ...outline }, scale: share })
  pen.frame(corner, outline, 0.8 / page.scale)
  for (let row = 0; row < tiling.rows; row += 1) {
    for (let column = 0; column < tiling.columns; column += 1) {
      const part = partOf(sheet, row, column)
      const at = { x: corner.x + part.x * share, y: corner.y + part.y * share }
      const right = Math.min(at.x + part.width * share, corner.x + outline.width)
      const bottom = Math.min(at.y + part.height * share, corner.y + outline.height)
      pen.frame(at, { width: right - at.x, height: bottom - at.y }, 0.5 / page.scale)
      drawLabel(pen, cell(row + 1, column + 1), inkOf(sheet, 10, 'bold'), {
        x: (at.x + right) / 2,
        y: (at.y + bottom) / 2,
      })
    }
  }
}

/** A label on a white ground: what is below it must not be taken for it. */
const drawLabel = (pen: Pen, text: string, ink: Ink, middle: Point): void => {
  const [width, height] = [pen.widthOf(text, ink) + ink.size, lineHeight(ink.size) + ink.size * 0.3]
  const corner = { x: middle.x - width / 2, y: middle.y - height / 2 }
  pen.fill(corner, { width, height }, 1)
  pen.frame(corner, { width, height }, ink.size / 25)
  const baseline = corner.y + (height - lineHeight(ink.size)) / 2 + toBaseline(ink.size)
  pen.write(text, ink, { x: corner.x + ink.size / 2, baseline })
}

/** Letters of this size on paper, however large the page is drawn. */
const inkOf = ({ page }: Sheet, size: number, face: Ink['face'] = 'regular'): Ink => ({ face, size: size / page.scale })

interface Grid {
  columns: number
  rows: number
}

const wordsOf = {
  vi: {
    pageOf: (page: number) => `Tấm ${String(page)}`,
    place: (row: number, column: number, { columns, rows }: Grid) =>
      `Hàng ${String(row)}, cột ${String(column)} trong ${String(rows)}×${String(columns)} tờ`,
    heading: ({ columns, rows }: Grid) => `Cách ghép ${String(rows * columns)} tờ A4`,
    cell: (row: number, column: number) => `${String(row)}.${String(column)}`,
    steps: [
      '1. In ở cỡ 100 %, không chọn «vừa khổ giấy». Số trên hình: hàng.cột, cũng ghi ở chân từng tờ.',
      '2. Mỗi tờ có tờ bên trái hoặc bên trên thì cắt bỏ lề trái, lề trên theo vạch dài.',
      '3. Dán tờ đã cắt đè lên tờ trước, mép cắt trùng vạch ngắn (chồng lên nhau 10 mm). Ghép từng hàng từ trái sang, rồi ghép các hàng từ trên xuống.',
    ],
  },
  en: {
    pageOf: (page: number) => `Poster ${String(page)}`,
    place: (row: number, column: number, { columns, rows }: Grid) =>
      `Row ${String(row)}, column ${String(column)} of ${String(rows)}×${String(columns)}`,
    heading: ({ columns, rows }: Grid) => `How to join ${String(rows * columns)} sheets of A4`,
    cell: (row: number, column: number) => `${String(row)}.${String(column)}`,
    steps: [
      '1. Print at 100 %, not “fit to page”. Numbers on the picture: row.column, as at the foot of each sheet.',
      '2. From each sheet with a neighbour on its left or above, cut off the left and the upper margin along the long marks.',
      '3. Paste the cut sheet on the one before, its edge on the short marks (they overlap by 10 mm). Join each row from left to right, then the rows from above.',
    ],
  },
} as const
