import type { Face } from '../blocks.ts'
import { redFrom, redTo } from '../rules/template-faults.ts'
import { openTypefaces, type Typefaces } from './typefaces.ts'

/** Face and size of a text. */
export interface Ink {
  face: Face
  size: number
}

export interface Point {
  x: number
  y: number
}

/** Measures and draws; lengths in points from the upper left corner of what is drawn on. */
export interface Pen {
  widthOf: (text: string, ink: Ink) => number
  /** `stretch` widens each space by so much. */
  write: (text: string, ink: Ink, at: { x: number; baseline: number; stretch?: number }) => void
  line: (from: Point, to: Point, width: number) => void
  /** A rectangle of rules. */
  frame: (corner: Point, size: { width: number; height: number }, width: number) => void
  /** A filled rectangle; grey from 0 (black) to 1 (white). */
  fill: (corner: Point, size: { width: number; height: number }, grey: number) => void
  /** Draws texts head down: turned by half a circle around a point. */
  turned: (around: Point, draw: () => void) => void
  /** A square code of dark and light cells, without its quiet zone. */
  code: (cells: readonly (readonly boolean[])[], corner: Point, side: number) => void
}

/** A drawing that is kept once in the document and stamped where it stands again. */
export interface Stamp {
  name: string
  reference: unknown
}

/** A pen with the pages that it writes on. */
export interface PagePen extends Pen {
  /** Everything on it is drawn `scale` times as large. */
  openPage: (size: { width: number; height: number; scale?: number }) => void
  closePage: () => void
  /** Keeps what is drawn meanwhile as a stamp instead of drawing it. */
  record: (draw: () => void) => Stamp
  stamp: (stamp: Stamp, corner: Point) => void
  /** Draws with everything moved by so much. */
  moved: (by: Point, draw: () => void) => void
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
 * Writes the content of a page as one string: rules and fills first, then all texts in one text object. pdfkit keeps
 * the objects of the file, its fonts and images; its own drawing writes a new state of the page for every word.
 */
export const penOf = (document: PDFKit.PDFDocument): PagePen => {
  const typefaces = openTypefaces(document)
  let sheet = openSheet(typefaces, 0)
  let sheetScale = 1
  let shift: Point = { x: 0, y: 0 }
  let stamps = 0
  return {
    widthOf: (text, { face, size }) => typefaces.encode(text, face).width * size,
    write: (text, ink, { x, baseline, stretch = 0 }) => {
      sheet.write(text, ink, { x: x + shift.x, y: baseline + shift.y, stretch })
    },
    line: (from, to, width) => {
      sheet.line(add(from, shift), add(to, shift), width)
    },
    frame: (corner, size, width) => {
      sheet.frame(add(corner, shift), size, width)
    },
    fill: (corner, size, grey) => {
      sheet.fill(add(corner, shift), size, grey)
    },
    code: (cells, corner, side) => {
      sheet.code(cells, add(corner, shift), side)
    },
    turned: (around, draw) => {
      const middle = add(around, shift)
      sheet.turn(middle)
      draw()
      sheet.turn(null)
    },
    openPage: ({ width, height, scale = 1 }) => {
      document.addPage({ size: [width * scale, height * scale], margin: 0 })
      sheet = openSheet(typefaces, height)
      sheetScale = scale
    },
    closePage: () => {
      const page = document.page as unknown as PageObjects
      Object.assign(page.fonts, sheet.fonts)
      if (Object.keys(sheet.stamps).length > 0) Object.assign(page.xobjects, sheet.stamps)
      // pdfkit turned the page upside down when it opened it.
      const larger = sheetScale === 1 ? '' : `${sheetScale.toFixed(5)} 0 0 ${sheetScale.toFixed(5)} 0 0 cm\n`
      page.write(`1 0 0 -1 0 ${number(document.page.height)} cm\n${larger}${sheet.content()}`)
    },
    record: (draw) => {
      const [outer, outerShift] = [sheet, shift]
      sheet = openSheet(typefaces, 0)
      shift = { x: 0, y: 0 }
      try {
        draw()
        const reference = (document as unknown as ObjectKeeper).ref({
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [-reach, -reach, reach, reach],
          Resources: { Font: sheet.fonts, XObject: sheet.stamps },
        })
        reference.end(sheet.content())
        stamps += 1
        return { name: `S${String(stamps)}`, reference }
      } finally {
        sheet = outer
        shift = outerShift
      }
    },
    stamp: (stamp, corner) => {
      sheet.stamp(stamp, add(corner, shift))
    },
    moved: (by, draw) => {
      const before = shift
      shift = add(shift, by)
      draw()
      shift = before
    },
  }
}

interface PageObjects {
  fonts: Record<string, unknown>
  xobjects: Record<string, unknown>
  write: (content: string) => void
}

interface ObjectKeeper {
  ref: (data: object) => { end: (content: string) => void }
}

/** A stamp may reach as far as this from its corner: the longest side of an A0 page, and more. */
const reach = 5000

const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })

/** Hundredths of a point are finer than any printer. */
const hundredths = (value: number): number => Math.round(value * 100) / 100
const number = (value: number): string => String(hundredths(value))

/** Collects what is drawn on one page or stamp of this height; PDF counts from the lower edge. */
const openSheet = (typefaces: Typefaces, height: number) => {
  const fills: string[] = []
  const rules = new Map<number, ReturnType<typeof openPath>>()
  const texts: string[] = []
  const fonts: Record<string, unknown> = {}
  const stamps: Record<string, unknown> = {}
  const names = new Map<Face, string>()
  let last = { x: 0, y: 0, font: '' }
  let turning: Point | null = null
  const nameOf = (face: Face) => {
    let name = names.get(face)
    if (name === undefined) {
      const resource = typefaces.resource(face)
      name = resource.name
      names.set(face, name)
      fonts[name] = resource.reference
    }
    return name
  }
  const pathOf = (width: number) => {
    let path = rules.get(width)
    if (!path) {
      path = openPath()
      rules.set(width, path)
    }
    return path
  }
  return {
    fonts,
    stamps,
    turn: (around: Point | null) => {
      turning = around
    },
    write: (text: string, { face, size }: Ink, { x, y, stretch }: Point & { stretch: number }) => {
      const font = `/${nameOf(face)} ${number(size)} Tf `
      if (turning) {
        const [left, bottom] = [hundredths(2 * turning.x - x), hundredths(height - 2 * turning.y + y)]
        texts.push(
          `${font === last.font ? '' : font}-1 0 0 -1 ${number(left)} ${number(bottom)} Tm ${shown(typefaces, text, { face, size }, stretch)} 1 0 0 1 0 0 Tm`,
        )
        last = { x: 0, y: 0, font }
        return
      }
      const [left, bottom] = [hundredths(x), hundredths(height - y)]
      const move = `${number(left - last.x)} ${number(bottom - last.y)} Td `
      texts.push(`${font === last.font ? '' : font}${move}${shown(typefaces, text, { face, size }, stretch)}`)
      last = { x: left, y: bottom, font }
    },
    frame: ({ x, y }: Point, size: { width: number; height: number }, width: number) => {
      pathOf(width).frame([x, height - y - size.height, size.width, size.height].map(number).join(' '))
    },
    line: (from: Point, to: Point, width: number) => {
      pathOf(width).add(
        { x: hundredths(from.x), y: hundredths(height - from.y) },
        { x: hundredths(to.x), y: hundredths(height - to.y) },
      )
    },
    fill: ({ x, y }: Point, size: { width: number; height: number }, grey: number) => {
      const box = [x, height - y - size.height, size.width, size.height].map(number).join(' ')
      // What comes next must not stay grey.
      fills.push(`${number(grey)} g ${box} re f 0 g`)
    },
    code: (cells: readonly (readonly boolean[])[], { x, y }: Point, side: number) => {
      const place = `q ${number(side)} 0 0 ${number(side)} ${number(x)} ${number(height - y - side)} cm`
      fills.push(`${place}\n${imageMask(cells)}\nQ`)
    },
    stamp: ({ name, reference }: Stamp, { x, y }: Point) => {
      stamps[name] = reference
      fills.push(`q 1 0 0 1 ${number(x)} ${number(height - y)} cm /${name} Do Q`)
    },
    content: (): string => {
      const lines = [...rules].map(([width, path]) => `${number(width)} w ${path.content()} S`)
      const written = texts.length > 0 ? ['BT', ...texts, 'ET'] : []
      return [...fills, ...lines, ...written].join('\n')
    },
  }
}

/** Lines of one width. The rules of a table come row by row: those that go on where one ended lengthen it, doubles fall away. */
const openPath = () => {
  const frames: string[] = []
  const lines: { from: Point; to: Point }[] = []
  const upright = new Map<number, { from: Point; to: Point }>()
  const level = new Map<number, { from: Point; to: Point }>()
  return {
    add: (from: Point, to: Point) => {
      const isUpright = from.x === to.x
      const standing = isUpright ? upright.get(from.x) : level.get(from.y)
      if (standing && isUpright && standing.to.x === from.x && standing.to.y === from.y) {
        standing.to = to
        return
      }
      if (standing && !isUpright && standing.from.x === from.x && standing.to.x === to.x && to.y === from.y) return
      const line = { from, to }
      lines.push(line)
      if (isUpright) upright.set(from.x, line)
      else level.set(from.y, line)
    },
    frame: (box: string) => {
      frames.push(`${box} re`)
    },
    content: (): string =>
      [
        ...frames,
        ...lines.map(({ from, to }) => `${number(from.x)} ${number(from.y)} m ${number(to.x)} ${number(to.y)} l`),
      ].join(' '),
  }
}

/** The text as operators: what a preview marks, in red. A mark may stand in the line before or after. */
const shown = (typefaces: Typefaces, text: string, ink: Ink, stretch: number): string => {
  if (!text.includes(redFrom)) return shownBlack(typefaces, text, ink, stretch)
  return text
    .split(redFrom)
    .map((stretches, index) => {
      const [red = '', black = ''] = index === 0 ? ['', stretches] : stretches.split(redTo)
      const [inRed, inBlack] = [red, black].map((part) => part && shownBlack(typefaces, part, ink, stretch))
      return [...(inRed ? [`0.75 0.1 0.13 rg ${inRed} 0 g`] : []), ...(inBlack ? [inBlack] : [])].join(' ')
    })
    .join(' ')
}

/** The text as an operator: in one piece, or with its spaces widened. Glyphs of two bytes take no word spacing of PDF. */
const shownBlack = (typefaces: Typefaces, text: string, { face, size }: Ink, stretch: number): string => {
  const space = typefaces.encode(' ', face).hex
  const words = text.split(' ').map((word) => typefaces.encode(word, face).hex)
  if (stretch === 0) return `<${words.join(space)}> Tj`
  const wider = -Math.round((stretch / size) * 1000)
  return `[<${words.join(`${space}> ${String(wider)} <`)}>] TJ`
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
