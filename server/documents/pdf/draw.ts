import { setImmediate } from 'node:timers/promises'
import type { Paper } from '../blocks.ts'
import * as form from '../official-form.ts'
import { paginate, type Piece } from './paginate.ts'
import { penOf, type Pen } from './pen.ts'
import { piecesOf } from './pieces.ts'
import type { Span } from './texts.ts'

/** Draws a paper as PDF: measures its blocks, lays them on pages, then writes page by page. */
export const drawPdf = async (paper: Paper, madeAt: Date): Promise<Buffer> => {
  const sheet = sheetOf(paper)
  const document = await openDocument(paper, madeAt)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })

  const pen = penOf(document)
  const pages = layPages(pen, paper)
  for (const [index, placed] of pages.entries()) {
    document.addPage()
    writePageNumber(pen, paper, { page: index + 1, pages: pages.length, span: spanOf(sheet) })
    for (const { piece, top } of placed) piece.draw(sheet.top + top)
    // Others are served between two pages, and the stream empties.
    await setImmediate()
  }
  document.end()
  await finished
  return Buffer.concat(chunks)
}

/** The first of these papers, fullest first, that fits on one page; the last one where none does. */
export const firstOnOnePage = async (papers: Iterable<Paper>): Promise<Paper> => {
  let pen: Pen | null = null
  let last: Paper | null = null
  for (const paper of papers) {
    pen ??= penOf(await openDocument(paper, new Date(0)))
    if (layPages(pen, paper).length <= 1) return paper
    last = paper
  }
  if (!last) throw new Error('there is no paper to choose from')
  return last
}

const openDocument = async (paper: Paper, madeAt: Date): Promise<PDFKit.PDFDocument> => {
  const sheet = sheetOf(paper)
  // Loaded by the first paper: with its font reader it would hold up every start of the program.
  const { default: PDFDocument } = await import('pdfkit')
  return new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    margin: 0,
    size: [sheet.width, sheet.height],
    lang: paper.language,
    displayTitle: true,
    info: { Title: paper.title.normalize('NFC'), Creator: 'Tiến Tới', CreationDate: madeAt, ModDate: madeAt },
  })
}

const layPages = (pen: Pen, paper: Paper) => {
  const sheet = sheetOf(paper)
  const pieces = paper.blocks.flatMap((block, index) => {
    const own = piecesOf(pen, block, spanOf(sheet))
    // A signature never stands on a page without a line of what it signs.
    return paper.blocks[index + 1]?.kind === 'closing' ? withLastKept(own) : own
  })
  return paginate(pieces, sheet.height - sheet.top - sheet.bottom)
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
