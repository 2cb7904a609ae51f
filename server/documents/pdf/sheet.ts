import type { Face } from '../blocks.ts'
import { markGrey, markSize } from '../official-form.ts'
import { redFrom, redTo } from '../rules/template-faults.ts'
import type { Reference } from './file.ts'
import type { KeptPicture } from './png.ts'
import type { Ground, Ink, Point, Stamp, StampForm } from './pen.ts'
import type { Tag } from './tags.ts'
import type { Typefaces } from './typefaces.ts'

/** What is drawn on one page or stamp, as PDF tells it: lengths in points, counted from the lower left corner. */
export interface Sheet {
  height: number
  fonts: Map<string, Reference>
  stamps: Map<string, Reference>
  fills: string
  /** By width. */
  rules: Map<number, Rules>
  texts: string
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
  figures: string
}

interface Rules {
  path: string
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
  fills: '',
  rules: new Map(),
  texts: '',
  at: { x: 0, y: 0 },
  ink: null,
  isRed: false,
  turning: null,
  tagging: isTagged ? { tag: null, open: undefined, tags: [], figures: '' } : null,
})

/** The sheet as operators: rules and fills first, then all texts in one text object. */
export const contentOf = (sheet: Sheet): string => {
  let content = sheet.fills
  for (const [width, rules] of sheet.rules) {
    endGrid(sheet, rules)
    content += `${number(width)} w\n${rules.path}S\n`
  }
  const { tagging, texts } = sheet
  if (tagging) content = `${unread(content)}${tagging.figures}`
  return texts === '' ? content : `${content}BT\n${texts}${tagging ? 'EMC\n' : ''}ET`
}

/** Rules and grounds say nothing. */
const unread = (content: string): string => (content === '' ? '' : `/Artifact BMC\n${content}EMC\n`)

const stretchOf = (tagging: Tagging, tag: Tag): string => {
  const number = tagging.tags.length
  tagging.tags.push(tag)
  return `/${tag.role} <</MCID ${String(number)}>> BDC\n`
}

/** Begins a stretch where what is written belongs to another part than what was written before. */
const markText = (sheet: Sheet, tagging: Tagging): void => {
  const { tag, open } = tagging
  if (tag === open) return
  sheet.texts += `${open === undefined ? '' : 'EMC\n'}${tag ? stretchOf(tagging, tag) : '/Artifact BMC\n'}`
  tagging.open = tag
}

/** Hundredths of a point are finer than any printer. */
const hundredths = (value: number): number => Math.round(value * 100) / 100

const fractions = Array.from({ length: 100 }, (_, index) => {
  const digits = String(index).padStart(2, '0').replace(/0+$/u, '')
  return digits === '' ? '' : `.${digits}`
})

/** The number with up to two digits after its point. Half of a page are numbers: two short texts are joined sooner than one is made of a fraction. */
const number = (value: number): string => {
  if (value < 0) return value > -0.005 ? '0' : `-${number(-value)}`
  const all = Math.round(value * 100)
  const whole = Math.floor(all / 100)
  return String(whole) + (fractions[all - whole * 100] ?? '')
}

const rulesOf = (sheet: Sheet, width: number): Rules => {
  let rules = sheet.rules.get(width)
  if (!rules) {
    rules = { path: '', grid: null }
    sheet.rules.set(width, rules)
  }
  return rules
}

const pathOf = ({ height }: Sheet, fromX: number, fromY: number, toX: number, toY: number): string =>
  `${number(fromX)} ${number(height - fromY)} m ${number(toX)} ${number(height - toY)} l\n`

export const addLine = (sheet: Sheet, from: Point, to: Point, width: number): void => {
  rulesOf(sheet, width).path += pathOf(sheet, from.x, from.y, to.x, to.y)
}

const boxOf = (sheet: Sheet, { x, y }: Point, size: Size): string =>
  `${number(x)} ${number(sheet.height - y - size.height)} ${number(size.width)} ${number(size.height)} re`

interface Size {
  width: number
  height: number
}

export const addFrame = (sheet: Sheet, corner: Point, size: Size, width: number): void => {
  const box = boxOf(sheet, corner, size)
  if (sheet.isRed) sheet.fills += `q ${stampRed} RG ${number(width)} w ${box} S Q\n`
  else rulesOf(sheet, width).path += `${box}\n`
}

/** The rules of a row; those of rows that stand right below one another in the same columns become one. */
export const addGridRow = (sheet: Sheet, row: GridRow, width: number): void => {
  const rules = rulesOf(sheet, width)
  const { grid } = rules
  const isBelow = grid !== null && grid.shift === row.shift && Math.abs(grid.bottom - row.top) < 0.01
  const isLike = isBelow && isSameReach(grid.edges, row.edges)
  if (!isLike) rules.path += levelOf(sheet, row, row.top)
  rules.path += levelOf(sheet, row, row.bottom)
  if (isLike && grid.edges === row.edges) grid.bottom = row.bottom
  else {
    endGrid(sheet, rules)
    rules.grid = { ...row }
  }
}

const isSameReach = (one: readonly number[], other: readonly number[]): boolean =>
  one[0] === other[0] && one.at(-1) === other.at(-1)

const levelOf = (sheet: Sheet, { edges, shift }: GridRow, y: number): string =>
  pathOf(sheet, (edges[0] ?? 0) + shift, y, (edges.at(-1) ?? 0) + shift, y)

const endGrid = (sheet: Sheet, rules: Rules): void => {
  const { grid } = rules
  if (!grid) return
  for (const edge of grid.edges)
    rules.path += pathOf(sheet, edge + grid.shift, grid.top, edge + grid.shift, grid.bottom)
  rules.grid = null
}

export const addFill = (sheet: Sheet, corner: Point, size: Size, ground: Ground): void => {
  const ink = typeof ground === 'number' ? `${number(ground)} g` : `${ground.map(number).join(' ')} rg`
  // What comes next must not stay so.
  sheet.fills += `${ink} ${boxOf(sheet, corner, size)} f 0 g\n`
}

export const addCode = (sheet: Sheet, cells: readonly (readonly boolean[])[], { x, y }: Point, side: number): void => {
  const place = `q ${number(side)} 0 0 ${number(side)} ${number(x)} ${number(sheet.height - y - side)} cm`
  addFigure(sheet, `${place}\n${imageMask(cells)}\nQ\n`)
}

/** A picture in the middle of a box, as large as the box lets it be. */
export const addPicture = (sheet: Sheet, { name, reference, width, height }: KeptPicture, box: Point & Size): void => {
  sheet.stamps.set(name, reference)
  const share = Math.min(box.width / width, box.height / height)
  const size = { width: width * share, height: height * share }
  const left = box.x + (box.width - size.width) / 2
  const bottom = sheet.height - box.y - (box.height + size.height) / 2
  const place = [size.width, 0, 0, size.height, left, bottom].map(number).join(' ')
  addFigure(sheet, `q ${place} cm /${name} Do Q\n`)
}

const addFigure = (sheet: Sheet, drawn: string): void => {
  const { tagging } = sheet
  if (tagging) tagging.figures += tagging.tag ? `${stretchOf(tagging, tagging.tag)}${drawn}EMC\n` : unread(drawn)
  else sheet.fills += drawn
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
  const size = scale === 1 ? '1' : scale.toFixed(5)
  const box = clip && [clip.x, sheet.height - clip.y - clip.height, clip.width, clip.height].map(number).join(' ')
  const clipped = box === undefined ? '' : `${box} re W n `
  sheet.fills += `q ${clipped}${size} 0 0 ${size} ${number(x)} ${number(sheet.height - y)} cm /${name} Do Q\n`
}

export const addText = (
  sheet: Sheet,
  typefaces: Typefaces,
  text: string,
  { ink, x, baseline, stretch }: { ink: Ink; x: number; baseline: number; stretch: number },
): void => {
  if (sheet.tagging) markText(sheet, sheet.tagging)
  if (sheet.ink?.face !== ink.face || sheet.ink.size !== ink.size) {
    sheet.texts += `/${nameOf(sheet, typefaces, ink.face)} ${number(ink.size)} Tf `
    sheet.ink = ink
  }
  const { turning, height } = sheet
  const black = shown(typefaces, text, ink, stretch)
  const written = sheet.isRed ? `${stampRed} rg ${black} 0 g` : black
  if (turning) {
    const place = `${number(2 * turning.x - x)} ${number(height - 2 * turning.y + baseline)}`
    sheet.texts += `-1 0 0 -1 ${place} Tm ${written} 1 0 0 1 0 0 Tm\n`
    sheet.at.x = 0
    sheet.at.y = 0
    return
  }
  const [left, up] = [hundredths(x), hundredths(height - baseline)]
  sheet.texts += `${number(left - sheet.at.x)} ${number(up - sheet.at.y)} Td ${written}\n`
  sheet.at.x = left
  sheet.at.y = up
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
  const font = `/${nameOf(sheet, typefaces, 'bold')} ${number(size)} Tf`
  const glyphs = `<${typefaces.glyphsOf(text, 'bold')}> Tj`
  sheet.fills += `q ${number(markGrey)} g BT ${font} ${place} Tm ${glyphs} ET Q\n`
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
const shown = (typefaces: Typefaces, text: string, ink: Ink, stretch: number): string => {
  if (!text.includes(redFrom)) return shownBlack(typefaces, text, ink, stretch)
  return text
    .split(redFrom)
    .map((stretches, index) => {
      const [red = '', black = ''] = index === 0 ? ['', stretches] : stretches.split(redTo)
      const [inRed, inBlack] = [red, black].map((part) => part && shownBlack(typefaces, part, ink, stretch))
      return [...(inRed ? [`${markRed} rg ${inRed} 0 g`] : []), ...(inBlack ? [inBlack] : [])].join(' ')
    })
    .join(' ')
}

/** The text as an operator: in one piece, or with its spaces widened. Glyphs of two bytes take no word spacing of PDF. */
const shownBlack = (typefaces: Typefaces, text: string, { face, size }: Ink, stretch: number): string => {
  if (stretch === 0) return `<${typefaces.glyphsOf(text, face)}> Tj`
  const wider = String(-Math.round((stretch / size) * 1000))
  return `[<${typefaces.glyphsOf(text, face, (space) => `${space}> ${wider} <`)}>] TJ`
}
