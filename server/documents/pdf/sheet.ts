import type { Face } from '../blocks.ts'
import { markGrey, markSize } from '../official-form.ts'
import { redFrom, redTo } from '../rules/template-faults.ts'
import type { Reference } from './file.ts'
import type { KeptPicture } from './png.ts'
import type { Ground, Ink, Point, Stamp, StampForm } from './pen.ts'
import type { Tag } from './tags.ts'
import type { Typefaces } from './typefaces.ts'
import { openWriter, type Writer } from './writer.ts'

/** What is drawn on one page or stamp, as PDF tells it: lengths in points, counted from the lower left corner. */
export interface Sheet {
  height: number
  fonts: Map<string, Reference>
  stamps: Map<string, Reference>
  fills: Writer
  /** By width. */
  rules: Map<number, Rules>
  texts: Writer
  /** Where the last text stands, and what it is written in. */
  at: Point
  ink: Ink | null
  isRed: boolean
  /** Texts are turned head down around this point. */
  turning: Point | null
  tagging: Tagging | null
}

/** How the texts of a tagged sheet are marked as parts of a paper. */
interface Tagging {
  /** What is written now; null = what is not read, such as the number of a page. */
  tag: Tag | null
  /** What the open stretch belongs to; undefined = none is open. */
  open: Tag | null | undefined
  /** By the number of the stretch. */
  tags: Tag[]
  figures: Writer
}

interface Rules {
  path: Writer
  grid: Grid | null
}

/** Rows of a table one below the other: their upright rules are drawn once for all of them. */
interface Grid extends GridRow {
  /** Height at which the last level rule stands. */
  bottom: number
}

/** A row of a table: the places of its upright rules from `shift` on, its upper and its lower rule. */
export interface GridRow {
  edges: readonly number[]
  shift: number
  top: number
  bottom: number
}

export const openSheet = (height: number, isTagged = false): Sheet => ({
  height,
  fonts: new Map(),
  stamps: new Map(),
  fills: openWriter(),
  rules: new Map(),
  texts: openWriter(),
  at: { x: 0, y: 0 },
  ink: null,
  isRed: false,
  turning: null,
  tagging: isTagged ? { tag: null, open: undefined, tags: [], figures: openWriter() } : null,
})

/**
 * The sheet as operators, after what is to stand before them: rules and fills first, then all texts in one text object.
 * What takes them must not keep them, and nothing is drawn on the sheet any more.
 */
export const closeSheet = <Taken>(sheet: Sheet, before: string, take: (content: Buffer) => Taken): Taken => {
  const { tagging, texts, rules, fills } = sheet
  const all = openWriter()
  all.add(before)
  const isUnread = tagging !== null && !(fills.isEmpty() && rules.size === 0)
  if (isUnread) all.add(unread)
  all.append(fills)
  for (const [width, own] of rules) {
    endGrid(sheet, own)
    all.number(width)
    all.add('w\n')
    all.append(own.path)
    all.add('S\n')
  }
  if (isUnread) all.add(read)
  if (tagging) all.append(tagging.figures)
  if (!texts.isEmpty()) {
    all.add('BT\n')
    all.append(texts)
    all.add(tagging ? `${read}ET` : 'ET')
  }
  try {
    return take(all.bytes())
  } finally {
    for (const writer of [all, fills, texts, ...[...rules.values()].map(({ path }) => path)]) writer.release()
    tagging?.figures.release()
  }
}

/** Around what says nothing: rules and grounds. */
const [unread, read] = ['/Artifact BMC\n', 'EMC\n']

const stretchOf = (tagging: Tagging, tag: Tag): string => {
  const number = tagging.tags.length
  tagging.tags.push(tag)
  return `/${tag.role} <</MCID ${String(number)}>> BDC\n`
}

/** Begins a stretch where what is written belongs to another part than what was written before. */
const markText = (sheet: Sheet, tagging: Tagging): void => {
  const { tag, open } = tagging
  if (tag === open) return
  sheet.texts.add(`${open === undefined ? '' : read}${tag ? stretchOf(tagging, tag) : unread}`)
  tagging.open = tag
}

/** Hundredths of a point are finer than any printer. */
const hundredths = (value: number): number => Math.round(value * 100) / 100

const rulesOf = (sheet: Sheet, width: number): Rules => {
  let rules = sheet.rules.get(width)
  if (!rules) {
    rules = { path: openWriter(), grid: null }
    sheet.rules.set(width, rules)
  }
  return rules
}

const addPath = (out: Writer, { height }: Sheet, fromX: number, fromY: number, toX: number, toY: number): void => {
  out.number(fromX)
  out.number(height - fromY)
  out.add('m ')
  out.number(toX)
  out.number(height - toY)
  out.add('l\n')
}

export const addLine = (sheet: Sheet, from: Point, to: Point, width: number): void => {
  addPath(rulesOf(sheet, width).path, sheet, from.x, from.y, to.x, to.y)
}

const addBox = (out: Writer, sheet: Sheet, { x, y }: Point, size: Size): void => {
  out.number(x)
  out.number(sheet.height - y - size.height)
  out.number(size.width)
  out.number(size.height)
  out.add('re\n')
}

interface Size {
  width: number
  height: number
}

export const addFrame = (sheet: Sheet, corner: Point, size: Size, width: number): void => {
  if (!sheet.isRed) {
    addBox(rulesOf(sheet, width).path, sheet, corner, size)
    return
  }
  const { fills } = sheet
  fills.add(`q ${stampRed} RG `)
  fills.number(width)
  fills.add('w ')
  addBox(fills, sheet, corner, size)
  fills.add('S Q\n')
}

/** The rules of a row; those of rows that stand right below one another in the same columns become one. */
export const addGridRow = (sheet: Sheet, row: GridRow, width: number): void => {
  const rules = rulesOf(sheet, width)
  const { grid } = rules
  const isBelow = grid !== null && grid.shift === row.shift && Math.abs(grid.bottom - row.top) < 0.01
  const isLike = isBelow && isSameReach(grid.edges, row.edges)
  if (!isLike) addLevel(rules.path, sheet, row, row.top)
  addLevel(rules.path, sheet, row, row.bottom)
  if (isLike && grid.edges === row.edges) grid.bottom = row.bottom
  else {
    endGrid(sheet, rules)
    rules.grid = { ...row }
  }
}

const isSameReach = (one: readonly number[], other: readonly number[]): boolean =>
  one[0] === other[0] && one.at(-1) === other.at(-1)

const addLevel = (out: Writer, sheet: Sheet, { edges, shift }: GridRow, y: number): void => {
  addPath(out, sheet, (edges[0] ?? 0) + shift, y, (edges.at(-1) ?? 0) + shift, y)
}

const endGrid = (sheet: Sheet, rules: Rules): void => {
  const { grid } = rules
  if (!grid) return
  for (const edge of grid.edges) addPath(rules.path, sheet, edge + grid.shift, grid.top, edge + grid.shift, grid.bottom)
  rules.grid = null
}

export const addFill = (sheet: Sheet, corner: Point, size: Size, ground: Ground): void => {
  const { fills } = sheet
  for (const share of typeof ground === 'number' ? [ground] : ground) fills.number(share)
  fills.add(typeof ground === 'number' ? 'g ' : 'rg ')
  addBox(fills, sheet, corner, size)
  // What comes next must not stay so.
  fills.add('f 0 g\n')
}

export const addCode = (sheet: Sheet, cells: readonly (readonly boolean[])[], { x, y }: Point, side: number): void => {
  addFigure(sheet, (out) => {
    addPlace(out, [side, 0, 0, side, x, sheet.height - y - side])
    out.add(`${imageMask(cells)}\nQ\n`)
  })
}

/** What follows is drawn in a place of its own until `Q`. */
const addPlace = (out: Writer, place: readonly number[]): void => {
  out.add('q ')
  for (const value of place) out.number(value)
  out.add('cm\n')
}

/** A picture in the middle of a box, as large as the box lets it be. */
export const addPicture = (sheet: Sheet, { name, reference, width, height }: KeptPicture, box: Point & Size): void => {
  sheet.stamps.set(name, reference)
  const share = Math.min(box.width / width, box.height / height)
  const size = { width: width * share, height: height * share }
  const left = box.x + (box.width - size.width) / 2
  const bottom = sheet.height - box.y - (box.height + size.height) / 2
  addFigure(sheet, (out) => {
    addPlace(out, [size.width, 0, 0, size.height, left, bottom])
    out.add(`/${name} Do Q\n`)
  })
}

const addFigure = (sheet: Sheet, draw: (out: Writer) => void): void => {
  const { tagging } = sheet
  if (!tagging) {
    draw(sheet.fills)
    return
  }
  const { figures, tag } = tagging
  figures.add(tag ? stretchOf(tagging, tag) : unread)
  draw(figures)
  figures.add(read)
}

/** One bit a cell, each row padded to whole bytes; a cell that is set stays light. */
const imageMask = (cells: readonly (readonly boolean[])[]): string => {
  const count = cells.length
  let data = ''
  for (const row of cells) {
    for (let start = 0; start < count; start += 8) {
      let byte = 0
      for (let bit = 0; bit < 8; bit += 1) byte = (byte << 1) | (row[start + bit] === true ? 0 : 1)
      data += String.fromCharCode(byte)
    }
  }
  return `BI /W ${String(count)} /H ${String(count)} /IM true /BPC 1 ID ${data}\nEI`
}

export const addStamp = (sheet: Sheet, { name, reference }: Stamp, { x, y }: Point, how: StampForm = {}): void => {
  const { clip, scale = 1 } = how
  sheet.stamps.set(name, reference)
  const { fills } = sheet
  fills.add('q ')
  if (clip) {
    addBox(fills, sheet, clip, clip)
    fills.add('W n ')
  }
  const size = scale === 1 ? '1' : scale.toFixed(5)
  fills.add(`${size} 0 0 ${size} `)
  fills.number(x)
  fills.number(sheet.height - y)
  fills.add(`cm /${name} Do Q\n`)
}

export const addText = (
  sheet: Sheet,
  typefaces: Typefaces,
  text: string,
  { ink, x, baseline, stretch }: { ink: Ink; x: number; baseline: number; stretch: number },
): void => {
  if (sheet.tagging) markText(sheet, sheet.tagging)
  const { turning, height, texts, at } = sheet
  if (sheet.ink?.face !== ink.face || sheet.ink.size !== ink.size) {
    texts.add(`/${nameOf(sheet, typefaces, ink.face)} `)
    texts.number(ink.size)
    texts.add('Tf ')
    sheet.ink = ink
  }
  if (turning) {
    texts.add('-1 0 0 -1 ')
    texts.number(2 * turning.x - x)
    texts.number(height - 2 * turning.y + baseline)
    texts.add('Tm ')
    addShown(sheet, typefaces, text, ink, stretch)
    texts.add(' 1 0 0 1 0 0 Tm\n')
    at.x = 0
    at.y = 0
    return
  }
  const [left, up] = [hundredths(x), hundredths(height - baseline)]
  texts.number(left - at.x)
  texts.number(up - at.y)
  texts.add('Td ')
  addShown(sheet, typefaces, text, ink, stretch)
  texts.add('\n')
  at.x = left
  at.y = up
}

/** A word along the diagonal of the page, under everything else on it. */
export const addMark = (sheet: Sheet, typefaces: Typefaces, text: string, width: number): void => {
  const { height } = sheet
  const diagonal = Math.hypot(width, height)
  const [cos, sin] = [width / diagonal, height / diagonal]
  const size = markSize({ width, height }, typefaces.widthOf(text, 'bold'))
  // Its middle stands in the middle of the page: letters are about 0.7 of their size high.
  const [along, down] = [(typefaces.widthOf(text, 'bold') * size) / 2, size * 0.35]
  const [x, y] = [width / 2 - along * cos + down * sin, height / 2 - along * sin - down * cos]
  const place = [cos, sin, -sin, cos, x, y].map(number4).join(' ')
  const { fills } = sheet
  fills.add('q ')
  fills.number(markGrey)
  fills.add(`g BT /${nameOf(sheet, typefaces, 'bold')} `)
  fills.number(size)
  fills.add(`Tf ${place} Tm `)
  addGlyphs(fills, typefaces, text, { face: 'bold', size }, 0)
  fills.add(' ET Q\n')
}

/** A turn needs more digits than a place. */
const number4 = (value: number): string => value.toFixed(4)

const nameOf = (sheet: Sheet, typefaces: Typefaces, face: Face): string => {
  const { name, reference } = typefaces.resource(face)
  sheet.fonts.set(name, reference)
  return name
}

/** Of what is wrong in a preview. */
const markRed = '0.75 0.1 0.13'

/** Bright red, as the decree wants the stamps of urgency. */
const stampRed = '0.87 0 0'

/** The text as operators: what a preview marks, in red. A mark may stand in the line before or after. */
const addShown = (sheet: Sheet, typefaces: Typefaces, text: string, ink: Ink, stretch: number): void => {
  const { texts, isRed } = sheet
  const add = (part: string, colour: string) => {
    if (part === '') return
    if (colour !== '') texts.add(`${colour} rg `)
    addGlyphs(texts, typefaces, part, ink, stretch)
    texts.add(colour === '' ? ' ' : ' 0 g ')
  }
  const plain = isRed ? stampRed : ''
  if (!text.includes(redFrom)) {
    add(text, plain)
    return
  }
  for (const [index, stretches] of text.split(redFrom).entries()) {
    const [red = '', black = ''] = index === 0 ? ['', stretches] : stretches.split(redTo)
    add(red, markRed)
    add(black, plain)
  }
}

/** The text as an operator: in one piece, or with its spaces widened. Glyphs of two bytes take no word spacing of PDF. */
const addGlyphs = (out: Writer, typefaces: Typefaces, text: string, { face, size }: Ink, stretch: number): void => {
  if (stretch === 0) {
    out.add('<')
    typefaces.eachWord(text, face, out.add)
    out.add('> Tj')
    return
  }
  const wider = String(-Math.round((stretch / size) * 1000))
  out.add('[<')
  typefaces.eachWord(text, face, out.add, `> ${wider} <`)
  out.add('>] TJ')
}
