import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js'

/** A run of text as it stands on a page, in points from the upper left corner; `y` is the baseline. */
export interface PdfText {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
}

/** A drawn line. */
export interface PdfRule {
  left: number
  right: number
  top: number
  bottom: number
}

/** A picture that is drawn. */
export interface PdfPicture {
  left: number
  top: number
  width: number
  height: number
}

export interface PdfPage {
  width: number
  height: number
  texts: PdfText[]
  rules: PdfRule[]
  pictures: PdfPicture[]
  /** Colours other than greys that texts and rules are drawn in, `#de0000`. */
  colours: string[]
}

/** Reads a PDF back with a program that had no part in writing it. */
export const readPdf = async (pdf: Uint8Array): Promise<{ pages: PdfPage[]; title: string }> => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const { info } = await document.getMetadata()
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPage(await document.getPage(number)))
  await task.destroy()
  return { pages, title: String((info as { Title?: string }).Title) }
}

const readPage = async (page: PDFPageProxy): Promise<PdfPage> => {
  const { width, height } = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const { items } = await page.getTextContent()
  const texts = items.flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
    const font = (page.commonObjs.get(item.fontName) as { name: string }).name.replace(/^[A-Z]{6}\+/, '')
    return [{ text: item.str, x, y: height - y, width: item.width, size, font }]
  })
  return { width, height, texts, ...drawingsOf(operators, height), colours: coloursOf(operators) }
}

const coloursOf = ({ fnArray, argsArray }: PDFOperatorList): string[] => {
  const set = fnArray.flatMap((operator, index) => {
    const isColour = operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor
    return isColour ? [String((argsArray[index] as unknown[])[0])] : []
  })
  return [...new Set(set)].filter((colour) => !/^#(..)\1\1$/u.test(colour))
}

type Matrix = readonly [number, number, number, number, number, number]

const within = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Straight lines of all paths and all pictures, also of those in forms that are stamped on the page. */
const drawingsOf = ({ fnArray, argsArray }: PDFOperatorList, height: number): Pick<PdfPage, 'rules' | 'pictures'> => {
  const rules: PdfRule[] = []
  const pictures: PdfPicture[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index]
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(matrix)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    if (operator === OPS.transform) matrix = within(matrix, args as Matrix)
    if (operator === OPS.paintFormXObjectBegin && (args as [Matrix | null])[0]) {
      matrix = within(matrix, (args as [Matrix])[0])
    }
    if (operator === OPS.paintImageXObject) {
      const [a, , , d, e, f] = matrix
      pictures.push({ left: e, top: height - f - d, width: a, height: d })
    }
    if (operator !== OPS.constructPath) continue
    const [, [path]] = args as [number, [Float32Array | null]]
    for (const [from, to] of segmentsOf(path ?? new Float32Array())) {
      const [[x1, y1], [x2, y2]] = [placed(matrix, from), placed(matrix, to)]
      rules.push({
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: height - Math.max(y1, y2),
        bottom: height - Math.min(y1, y2),
      })
    }
  }
  return { rules, pictures }
}

type Place = readonly [x: number, y: number]

const placed = ([a, b, c, d, e, f]: Matrix, [x, y]: Place): Place => [a * x + c * y + e, b * x + d * y + f]

/** pdf.js writes a path as numbers: 0 x y begins a line, 1 x y goes on to a point, 4 goes back to where it began. */
const segmentsOf = (path: Float32Array): [Place, Place][] => {
  const segments: [Place, Place][] = []
  let [start, at]: [Place, Place] = [
    [0, 0],
    [0, 0],
  ]
  for (let index = 0; index < path.length;) {
    const sign = path[index]
    const point: Place = sign === 4 ? start : [path[index + 1] ?? 0, path[index + 2] ?? 0]
    if (sign === 1 || sign === 4) segments.push([at, point])
    else if (sign === 0) start = point
    else break
    at = point
    index += sign === 4 ? 1 : 3
  }
  return segments
}

/** Texts on one baseline from left to right, joined with single spaces; the lines from top to bottom. */
export const linesOf = ({ texts }: PdfPage): string[] => {
  const lines = new Map<number, PdfText[]>()
  for (const text of texts) {
    const baseline = Math.round(text.y)
    const key = [...lines.keys()].find((each) => Math.abs(each - baseline) <= 1) ?? baseline
    lines.set(key, [...(lines.get(key) ?? []), text])
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, line]) =>
      [...line]
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/ +/g, ' ')
        .trim(),
    )
}

/** All words of the paper in the order in which they stand, with single spaces. */
export const wordsOf = (pages: readonly PdfPage[]): string =>
  pages
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .join(' ')
    .replaceAll(/\s+/g, ' ')

/** The text that stands at a place of the paper; fails when it is not there. */
export const textAt = (page: PdfPage | undefined, text: string): PdfText => {
  const found = page?.texts.find((each) => each.text.trim() === text)
  if (!found) throw new Error(`“${text}” does not stand on the page:\n${page ? linesOf(page).join('\n') : ''}`)
  return found
}

/** What `pdftotext` copies out of the PDF; null where the machine does not have it. */
export const copyText = (pdf: Uint8Array): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-pdf-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
