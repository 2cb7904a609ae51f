import { setImmediate } from 'node:timers/promises'
import type { Block, Paper } from '../blocks.ts'
import * as form from '../official-form.ts'
import { paginate, type Piece } from './paginate.ts'
import { penOf, type Pen } from './pen.ts'
import { piecesOf } from './pieces.ts'
import { stamper } from './stamps.ts'
import type { Span } from './texts.ts'

/**
 * Draws papers as one PDF, each beginning on a page of its own: measures their blocks, lays them on pages, then writes
 * page by page. A block that several papers share is measured once, and stamped where it stands just as before. The
 * file has the title and language of the first paper.
 */
export const drawPdf = async (papers: Paper | Iterable<Paper>, madeAt: Date): Promise<Buffer> => {
  const all = (Symbol.iterator in papers ? papers : [papers])[Symbol.iterator]()
  const first = all.next()
  if (first.done === true) throw new Error('there is no paper to draw')
  const document = await openDocument(first.value, madeAt)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })

  const pen = penOf(document)
  const measure = measurer(pen)
  const put = stamper(pen)
  for (let next: IteratorResult<Paper, unknown> = first; next.done !== true; next = all.next()) {
    const paper = next.value
    const sheet = sheetOf(paper)
    const pages = layPages(measure, paper)
    for (const [index, placed] of pages.entries()) {
      pen.openPage(sheet)
      writePageNumber(pen, paper, { page: index + 1, pages: pages.length, span: spanOf(sheet) })
      put(placed, sheet.top)
      pen.closePage()
      // Others are served between two pages, and the stream empties.
      await setImmediate()
    }
  }
  document.end()
  await finished
  return Buffer.concat(chunks)
}

/** The first of these papers, fullest first, that fits on one page; the last one where none does. */
export const firstOnOnePage = async (papers: Iterable<Paper>): Promise<Paper> => {
  let measure: Measure | null = null
  let last: Paper | null = null
  for (const paper of papers) {
    measure ??= measurer(penOf(await openDocument(paper, new Date(0))))
    if (layPages(measure, paper).length <= 1) return paper
    last = paper
  }
  if (!last) throw new Error('there is no paper to choose from')
  return last
}

const openDocument = async (paper: Paper, madeAt: Date): Promise<PDFKit.PDFDocument> => {
  // Loaded by the first paper: with its font reader it would hold up every start of the program.
  const { default: PDFDocument } = await import('pdfkit')
  return new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    lang: paper.language,
    displayTitle: true,
    info: { Title: paper.title.normalize('NFC'), Creator: 'Tiến Tới', CreationDate: madeAt, ModDate: madeAt },
  })
}

const layPages = (measure: Measure, paper: Paper) => {
  const sheet = sheetOf(paper)
  const pieces = paper.blocks.flatMap((block, index) =>
    // A signature never stands on a page without a line of what it signs.
    measure(block, spanOf(sheet), paper.blocks[index + 1]?.kind === 'closing'),
  )
  return paginate(pieces, sheet.height - sheet.top - sheet.bottom)
}

type Measure = (block: Block, span: Span, isLastKept: boolean) => readonly Piece[]

/** Measures blocks; those that come again, the same object in the same place, give the same pieces. */
const measurer = (pen: Pen): Measure => {
  const known = new WeakMap<Block, Map<string, readonly Piece[]>>()
  return (block, span, isLastKept) => {
    const place = `${String(span.left)} ${String(span.width)} ${String(isLastKept)}`
    const standing = known.get(block)
    const again = standing?.get(place)
    if (again) return again
    const own = piecesOf(pen, block, span)
    const pieces = isLastKept ? withLastKept(own) : own
    if (standing) standing.set(place, pieces)
    else known.set(block, new Map([[place, pieces]]))
    return pieces
  }
}

const withLastKept = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, isKeptWithNext: true } : piece))

/** The page in points; turned, it keeps its margins. */
const sheetOf = ({ isLandscape }: Paper) => {
  const points = (length: number) => length * form.pointsPerMillimetre
  const { width, height, top, bottom, left, right } = form.page
  return {
    width: points(isLandscape ? height : width),
    height: points(isLandscape ? width : height),
    top: points(top),
    bottom: points(bottom),
    left: points(left),
    right: points(right),
  }
}

const spanOf = ({ left, right, width }: ReturnType<typeof sheetOf>): Span => ({ left, width: width - left - right })

const writePageNumber = (
  pen: Pen,
  { pageNumbers }: Paper,
  { page, pages, span }: { page: number; pages: number; span: Span },
): void => {
  if (pageNumbers === 'official' && page === 1) return
  const text = pageNumbers === 'official' ? String(page) : pageNumbers(page, pages)
  const ink = { face: 'regular', size: form.pageNumber.size } as const
  const x = span.left + (span.width - pen.widthOf(text, ink)) / 2
  pen.write(text, ink, { x, baseline: form.pageNumber.baseline * form.pointsPerMillimetre })
}
