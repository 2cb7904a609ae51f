import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

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

export interface PdfPage {
  width: number
  height: number
  texts: PdfText[]
  rules: PdfRule[]
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
  const rules = operators.argsArray.flatMap((args, index): PdfRule[] => {
    if (operators.fnArray[index] !== OPS.constructPath) return []
    const [left = 0, top = 0, right = 0, bottom = 0] = (args as [number, unknown, Float32Array])[2]
    return [{ left, right, top, bottom }]
  })
  return { width, height, texts, rules }
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
