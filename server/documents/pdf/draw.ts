import { setImmediate } from 'node:timers/promises'
import type { Block, Paper } from '../blocks.ts'
import type { Cards } from '../cards.ts'
import { numberedTogether } from '../numbering.ts'
import * as form from '../official-form.ts'
import { drawCards, type Overflow } from './cards.ts'
import { paginate, type Piece, type PlacedPiece } from './paginate.ts'
import { lineHeight, penOf, type PagePen, type Pen } from './pen.ts'
import { piecesOf } from './pieces.ts'
import { stamper } from './stamps.ts'
import { layLines, writeLines, type Span } from './texts.ts'

/** A PDF, and the texts of cards that had to be cut. */
export interface Drawn {
  pdf: Buffer
  pages: number
  overflows: Overflow[]
}

/** How a long run is followed. */
export interface Watch {
  /** The first page of papers that is drawn, from 1: those before it came out of the printer already. */
  fromPage?: number
  /** The last one; what follows it is laid out, but not drawn. */
  toPage?: number
  /** Told between pages how many there are; what it throws ends the run. */
  drawn?: (pages: number) => void
}

/**
 * Draws papers as one PDF, each beginning on a page of its own: measures their blocks, lays them on pages, then writes
 * page by page. A block that several papers share is measured once, and stamped where it stands just as before. The
 * file has the title and language of its first part.
 */
export const drawPdf = async (papers: Paper | Iterable<Paper>, madeAt: Date): Promise<Buffer> =>
  (await drawParts(Symbol.iterator in papers ? papers : [papers], madeAt)).pdf

/** Draws papers and sheets of cards, in this order, as one PDF. */
export const drawParts = async (
  parts: Iterable<Paper | Cards>,
  madeAt: Date,
  { fromPage = 1, toPage = Infinity, drawn }: Watch = {},
): Promise<Drawn> => {
  const all = parts[Symbol.iterator]()
  const first = all.next()
  if (first.done === true) throw new Error('there is no paper to draw')
  const document = await openDocument(first.value, madeAt)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })

  let pages = 0
  document.on('pageAdded', () => (pages += 1))
  const pen = penOf(document)
  const drawPaper = paperDrawer(pen, fromPage, toPage)
  const overflows: Overflow[] = []
  // Others are served between two pages, and the stream empties.
  const between = async () => {
    await setImmediate()
    drawn?.(pages)
  }
  for (let next: IteratorResult<Paper | Cards, unknown> = first; next.done !== true; next = all.next()) {
    if ('sheet' in next.value) overflows.push(...(await drawCards(pen, next.value, between)))
    else await drawPaper(next.value, between)
  }
  document.end()
  await finished
  return { pdf: Buffer.concat(chunks), pages, overflows }
}

const paperDrawer = (pen: PagePen, fromPage: number, toPage: number) => {
  const measure = measurer(pen)
  const put = stamper(pen)
  let page = 0
  return async (paper: Paper, between: () => Promise<void>): Promise<void> => {
    const sheet = sheetOf(paper)
    for (const [index, { placed, number, of }] of layPages(measure, paper).entries()) {
      page += 1
      if (page < fromPage || page > toPage) continue
      pen.openPage(sheet)
      writePageNumber(pen, paper, { page: number, pages: of, span: spanOf(sheet) })
      if (index === 0) writeAddress(pen, paper)
      put(placed, sheet.top)
      pen.closePage()
      await between()
    }
  }
}

/** How many pages papers take, without drawing them. */
export const countPages = async (papers: Iterable<Paper>): Promise<number> => {
  let measure: Measure | null = null
  let pages = 0
  for (const paper of papers) {
    measure ??= measurer(penOf(await openDocument(paper, new Date(0))))
    pages += layPages(measure, paper).length
    await setImmediate()
  }
  return pages
}

/** The first of these papers, fullest first, that fits on one page; the last one where none does. */
export const firstOnOnePage = async (papers: Iterable<Paper>): Promise<Paper> => {
  let measure: Measure | null = null
  let last: Paper | null = null
  for (const paper of papers) {
    measure ??= measurer(await measuringPen(paper))
    if (layPages(measure, paper).length <= 1) return paper
    last = paper
  }
  if (!last) throw new Error('there is no paper to choose from')
  return last
}

/** A pen that only measures: of what it would write, nothing is kept. */
export const measuringPen = async (first: Pick<Paper, 'title' | 'language'>): Promise<Pen> =>
  penOf(await openDocument(first, new Date(0)))

const openDocument = async (first: Pick<Paper, 'title' | 'language'>, madeAt: Date): Promise<PDFKit.PDFDocument> => {
  // Loaded by the first paper: with its font reader it would hold up every start of the program.
  const { default: PDFDocument } = await import('pdfkit')
  return new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    lang: first.language,
    displayTitle: true,
    info: { Title: first.title.normalize('NFC'), Creator: 'Tiến Tới', CreationDate: madeAt, ModDate: madeAt },
  })
}

/** A page and its number among those that are numbered together: an annex counts its own. */
interface LaidPage {
  placed: PlacedPiece[]
  number: number
  of: number
}

const layPages = (measure: Measure, paper: Paper): LaidPage[] => {
  const sheet = sheetOf(paper)
  const height = sheet.height - sheet.top - sheet.bottom - addressRoom(paper)
  return numberedTogether(paper.blocks).flatMap((sections) => {
    const pages = sections.flatMap((blocks) =>
      paginate(
        blocks.flatMap((block, index) =>
          // A signature never stands on a page without a line of what it signs.
          measure(block, spanOf(sheet), blocks[index + 1]?.kind === 'closing'),
        ),
        height,
      ),
    )
    return pages.map((placed, index) => ({ placed, number: index + 1, of: pages.length }))
  })
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

/** The page in points of the text: one that is drawn larger lays its text on a smaller sheet. */
const sheetOf = ({ page, scale = 1 }: Paper) => {
  const points = (length: number) => (length * form.pointsPerMillimetre) / scale
  return {
    scale,
    width: points(page.width),
    height: points(page.height),
    top: points(page.top),
    bottom: points(page.bottom),
    left: points(page.left),
    right: points(page.right),
  }
}

const spanOf = ({ left, right, width }: ReturnType<typeof sheetOf>): Span => ({ left, width: width - left - right })

const writePageNumber = (
  pen: Pen,
  { pageNumbers }: Paper,
  { page, pages, span }: { page: number; pages: number; span: Span },
): void => {
  if (pageNumbers === 'none' || (pageNumbers === 'official' && page === 1)) return
  const text = pageNumbers === 'official' ? String(page) : pageNumbers(page, pages)
  const ink = { face: 'regular', size: form.pageNumber.size } as const
  const x = span.left + (span.width - pen.widthOf(text, ink)) / 2
  pen.write(text, ink, { x, baseline: form.pageNumber.baseline * form.pointsPerMillimetre })
}

/** Room that the address of the body takes from every page of a paper that bears one: a page is not laid out twice for it. */
const addressRoom = ({ address = '' }: Paper): number =>
  address === '' ? 0 : lineHeight(form.address.size) * 2 + form.address.gapPoints

const writeAddress = (pen: Pen, paper: Paper): void => {
  const { address = '' } = paper
  if (address === '') return
  const sheet = sheetOf(paper)
  const span = spanOf(sheet)
  const top = sheet.height - sheet.bottom - addressRoom(paper) + form.address.gapPoints
  pen.line({ x: span.left, y: top }, { x: span.left + span.width, y: top }, form.ruleWidth)
  const lines = layLines(
    pen,
    address,
    { face: 'regular', size: form.address.size },
    { width: span.width, alignment: 'centre' },
  )
  writeLines(pen, lines.slice(0, 2), { ...span, top, alignment: 'centre' })
}
