import type { Face } from '../blocks.ts'
import { fileOf, type KeptPage, type Reference } from './file.ts'
import { addOval } from './ovals.ts'
import { pictureKeeper } from './png.ts'
import * as sheets from './sheet.ts'
import type { Tag, Tagger } from './tags.ts'
import { openTypefaces } from './typefaces.ts'

/** Face and size of a text. */
export interface Ink {
  face: Face
  size: number
}

/** What a rectangle is filled with. */
export type Ground = number | readonly [red: number, green: number, blue: number]

/** What an oval is filled with, null = nothing; and how wide the rule around it is. */
export interface OvalForm {
  ground: Ground | null
  rule: number
}

export interface Point {
  x: number
  y: number
}

/** Measures and draws; lengths in points from the upper left corner of what is drawn on. */
export interface Pen {
  widthOf: (text: string, ink: Ink) => number
  /** Whether the fonts have a letter: else it becomes a box. */
  hasLetter: (letter: string) => boolean
  /** `stretch` widens each space by so much. */
  write: (text: string, ink: Ink, at: { x: number; baseline: number; stretch?: number }) => void
  line: (from: Point, to: Point, width: number) => void
  /** A rectangle of rules. */
  frame: (corner: Point, size: { width: number; height: number }, width: number) => void
  /** The rules of a row of a table, whose upright ones stand at these edges. Rows below one another share theirs, where the edges are the same object. */
  gridRow: (edges: readonly number[], reach: { top: number; bottom: number }, width: number) => void
  /** A filled rectangle; grey from 0 (black) to 1 (white), or shares of red, green and blue. */
  fill: (corner: Point, size: { width: number; height: number }, ground: Ground) => void
  /** An oval that fills a rectangle, with a rule around where it is wider than 0. */
  oval: (corner: Point, size: { width: number; height: number }, how: OvalForm) => void
  /** Draws frames and texts in the red of a stamp. */
  inRed: (draw: () => void) => void
  /** Draws texts head down: turned by half a circle around a point. */
  turned: (around: Point, draw: () => void) => void
  /** Where the parts of what is drawn are kept; null = nobody asks for them. */
  tags: Tagger | null
  /** Draws what belongs to a part. */
  tagged: (tag: Tag, draw: () => void) => void
  /** A square code of dark and light cells, without its quiet zone. */
  code: (cells: readonly (readonly boolean[])[], corner: Point, side: number) => void
  /** A PNG in base64, as large as the box lets it be; one that stands in many places is kept once. */
  picture: (png: string, box: Point & { width: number; height: number }) => void
}

/** A drawing that is kept once in the document and stamped where it stands again. */
export interface Stamp {
  name: string
  reference: Reference
}

/** Only what of a stamp is inside a box of the page, or all of it smaller. */
export interface StampForm {
  clip?: Point & { width: number; height: number }
  scale?: number
}

/** A pen with the pages that it writes on. */
export interface PagePen extends Pen {
  /** Everything on it is drawn `scale` times as large. */
  openPage: (size: { width: number; height: number; scale?: number }) => void
  closePage: () => void
  /** Keeps what is drawn meanwhile as a stamp instead of drawing it. */
  record: (draw: () => void) => Stamp
  stamp: (stamp: Stamp, corner: Point, how?: StampForm) => void
  /** Draws with everything moved by so much. */
  moved: (by: Point, draw: () => void) => void
  pageCount: () => number
  /** After the last page. */
  end: () => void
}

/** Metrics of Tinos as shares of the size. */
const ascent = 0.8911
const descent = 0.2163
const leading = 0.0425

/** Height of one line in single spacing. */
export const lineHeight = (size: number): number => size * (ascent + descent + leading)

/** From the top of a line to its baseline. */
export const toBaseline = (size: number): number => size * (ascent + leading / 2)

/**
 * Writes the content of a page in one go: rules and fills first, then all texts in one text object. pdfkit keeps
 * the file and its fonts; its own drawing writes a new state of the page for every word. Pages go to `keep` where it is
 * given, and not into the file.
 */
export const penOf = (
  document: PDFKit.PDFDocument,
  { keep, tags = null, mark = '' }: { keep?: (page: KeptPage) => void; tags?: Tagger | null; mark?: string } = {},
): PagePen => {
  const typefaces = openTypefaces(document)
  const file = fileOf(document, keep)
  let sheet = sheets.openSheet(0)
  let page = { width: 0, height: 0, scale: 1 }
  let shift: Point = { x: 0, y: 0 }
  let stamps = 0
  const pictureOf = pictureKeeper(file)
  return {
    hasLetter: typefaces.has,
    widthOf: (text, { face, size }) => typefaces.widthOf(text, face) * size,
    write: (text, ink, { x, baseline, stretch = 0 }) => {
      sheets.addText(sheet, typefaces, text, { ink, x: x + shift.x, baseline: baseline + shift.y, stretch })
    },
    line: (from, to, width) => {
      sheets.addLine(sheet, add(from, shift), add(to, shift), width)
    },
    frame: (corner, size, width) => {
      sheets.addFrame(sheet, add(corner, shift), size, width)
    },
    gridRow: (edges, { top, bottom }, width) => {
      sheets.addGridRow(sheet, { edges, shift: shift.x, top: top + shift.y, bottom: bottom + shift.y }, width)
    },
    fill: (corner, size, ground) => {
      sheets.addFill(sheet, add(corner, shift), size, ground)
    },
    oval: (corner, size, how) => {
      addOval(sheet, { ...size, ...add(corner, shift) }, how)
    },
    code: (cells, corner, side) => {
      sheets.addCode(sheet, cells, add(corner, shift), side)
    },
    picture: (png, box) => {
      sheets.addPicture(sheet, pictureOf(png), { ...box, ...add(box, shift) })
    },
    inRed: (draw) => {
      sheet.isRed = true
      draw()
      sheet.isRed = false
    },
    turned: (around, draw) => {
      sheet.turning = add(around, shift)
      draw()
      sheet.turning = null
    },
    tags,
    tagged: (tag, draw) => {
      const { tagging } = sheet
      const outer = tagging?.tag ?? null
      if (tagging) tagging.tag = tag
      draw()
      if (tagging) tagging.tag = outer
    },
    openPage: ({ width, height, scale = 1 }) => {
      page = { width: width * scale, height: height * scale, scale }
      sheet = sheets.openSheet(height, tags !== null)
      if (mark !== '') sheets.addMark(sheet, typefaces, mark, width)
    },
    closePage: () => {
      const larger = page.scale === 1 ? '' : `${page.scale.toFixed(5)} 0 0 ${page.scale.toFixed(5)} 0 0 cm\n`
      const resources = { ...sheet, structParents: tags?.nextPage() ?? null }
      const reference = sheets.closeSheet(sheet, larger, (content) => file.addPage(page, resources, content))
      if (reference) tags?.addPage(reference, sheet.tagging?.tags ?? [])
    },
    record: (draw) => {
      const [outer, outerShift] = [sheet, shift]
      sheet = sheets.openSheet(0)
      shift = { x: 0, y: 0 }
      try {
        draw()
        stamps += 1
        const reference = sheets.closeSheet(sheet, '', (content) => file.addStamp(reach, sheet, content))
        return { name: `S${String(stamps)}`, reference }
      } finally {
        sheet = outer
        shift = outerShift
      }
    },
    stamp: (stamp, corner, how) => {
      sheets.addStamp(sheet, stamp, add(corner, shift), how)
    },
    moved: (by, draw) => {
      const before = shift
      shift = add(shift, by)
      draw()
      shift = before
    },
    pageCount: file.pageCount,
    end: () => {
      if (tags) file.addTags(tags)
    },
  }
}

/** A stamp may reach as far as this from its corner: the longest side of an A0 page, and more. */
const reach = 5000

const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })
