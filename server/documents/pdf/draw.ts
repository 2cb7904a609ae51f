import { setImmediate } from 'node:timers/promises'
import type { Block, Paper } from '../blocks.ts'
import type { Cards } from '../cards.ts'
import { numberedTogether } from '../numbering.ts'
import * as form from '../official-form.ts'
import { cardDrawer, type Overflow } from './cards.ts'
import { openBytes } from './bytes.ts'
import { pageAdder, type KeptPage } from './file.ts'
import { paginate, type Piece, type PlacedPiece } from './paginate.ts'
import { lineHeight, penOf, type PagePen, type Pen } from './pen.ts'
import { piecesOf } from './pieces.ts'
import { stamper } from './stamps.ts'
import { tilingPen } from './tiles.ts'
import { openTagger } from './tags.ts'
import { layLines, writeLines, type InkedLine, type Span } from './texts.ts'

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
  /** The last one; what follows it is not drawn. */
  toPage?: number
  /** Large pages on A4 sheets to be pasted together, from this sheet on; null = as large as they are. */
  tiledFrom?: number | null
  /** With the tree that programs read papers aloud by: larger, and slower. */
  isTagged?: boolean
  /** Large and light grey across every page: what is no real print says so. */
  mark?: string
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

/** How long pages are drawn before others have their turn. */
const turnMilliseconds = 10

/** Draws papers and sheets of cards, in this order, as one PDF. */
export const drawParts = async (parts: Iterable<Paper | Cards>, madeAt: Date, watch: Watch = {}): Promise<Drawn> => {
  const { first, all } = begun(parts)
  const { tiledFrom = null, fromPage = 1, toPage = Infinity, isTagged = false, mark = '' } = watch
  const { document, finish } = await openFile(first, madeAt, isTagged)
  const plain = penOf(document, { tags: isTagged && tiledFrom === null ? openTagger() : null, mark })
  const { title, language } = first
  const pen = tiledFrom === null ? plain : tilingPen(plain, { title, language, from: tiledFrom })
  const draw = partDrawer(pen, watch)
  const overflows: Overflow[] = []
  for (const part of all) {
    for (const overflow of await draw(part)) overflows.push(overflow)
    if (pen.pageCount() > toPage - fromPage) break
  }
  pen.end()
  return { pdf: await finish(), pages: pen.pageCount(), overflows }
}

/**
 * Draws each part as a file of its own: all are drawn as one, which shares their fonts and what they have in common,
 * and its pages are then dealt out. A file is told as what all of them begin with and what it adds to that.
 */
export const drawSingles = async function* (
  parts: Iterable<Paper | Cards>,
  madeAt: Date,
): AsyncGenerator<{ shared: Buffer; own: Buffer }> {
  const { first, all } = begun(parts)
  const { document, finish } = await openFile(first, madeAt)
  let pages: KeptPage[] = []
  const draw = partDrawer(penOf(document, { keep: (page) => pages.push(page) }), {})
  const dealt: KeptPage[][] = []
  for (const part of all) {
    await draw(part)
    dealt.push(pages)
    pages = []
  }
  const shared = await finish()
  const withPages = pageAdder(shared)
  for (const own of dealt) yield { shared, own: withPages(own) }
}

/** Parts of which the first is known already: the file is called by it. */
const begun = (parts: Iterable<Paper | Cards>): { first: Paper | Cards; all: Iterable<Paper | Cards> } => {
  const rest = parts[Symbol.iterator]()
  const first = rest.next()
  if (first.done === true) throw new Error('there is no paper to draw')
  const all = function* () {
    for (let next: IteratorResult<Paper | Cards, unknown> = first; next.done !== true; next = rest.next()) {
      yield next.value
    }
  }
  return { first: first.value, all: all() }
}

const openFile = async (first: Paper | Cards, madeAt: Date, isTagged = false) => {
  const document = await openDocument(first, madeAt, isTagged)
  const bytes = openBytes()
  document.on('data', bytes.add)
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  const finish = async (): Promise<Buffer> => {
    document.end()
    await finished
    return bytes.all()
  }
  return { document, finish }
}

/** Draws one part after another; others are served between two pages. */
const partDrawer = (pen: PagePen, { fromPage = 1, toPage = Infinity, drawn }: Watch) => {
  const drawPaper = paperDrawer(pen, fromPage, toPage)
  const drawCards = cardDrawer(pen)
  let served = performance.now()
  const between = async () => {
    if (performance.now() - served < turnMilliseconds) return
    await setImmediate()
    drawn?.(pen.pageCount())
    served = performance.now()
  }
  return async (part: Paper | Cards): Promise<Overflow[]> => {
    pen.tags?.begin({ role: 'Sect' })
    const overflows = 'sheet' in part ? await drawCards(part, between) : await drawPaper(part, between)
    pen.tags?.end()
    return overflows ?? []
  }
}

const paperDrawer = (pen: PagePen, fromPage: number, toPage: number) => {
  const measure = measurer(pen)
  const put = stamper(pen)
  let page = 0
  return async (whole: Paper, between: () => Promise<void>): Promise<void> => {
    const paper = fitted(measure, whole)
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
    pages += layPages(measure, fitted(measure, paper)).length
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

const scaleStep = 0.03

/** What may be drawn smaller, as large as it fits on one page; where none does, as large as it takes the fewest pages. */
const fitted = (measure: Measure, paper: Paper): Paper => {
  const { scale = 1, leastScale = scale } = paper
  const pagesAt = (at: number) => layPages(measure, { ...paper, scale: at }).length
  if (leastScale >= scale || pagesAt(scale) <= 1) return paper
  const fewest = pagesAt(leastScale)
  for (let at = scale; at > leastScale; at -= scaleStep) {
    if (pagesAt(at) <= fewest) return { ...paper, scale: at }
  }
  return { ...paper, scale: leastScale }
}

/** A pen that only measures: of what it would write, nothing is kept. */
export const measuringPen = async (first: Pick<Paper, 'title' | 'language'>): Promise<Pen> =>
  penOf(await openDocument(first, new Date(0)))

const openDocument = async (
  first: Pick<Paper, 'title' | 'language'>,
  madeAt: Date,
  isTagged = false,
): Promise<PDFKit.PDFDocument> => {
  // Loaded by the first paper: with its font reader it would hold up every start of the program.
  const { default: PDFDocument } = await import('pdfkit')
  return new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    lang: first.language,
    displayTitle: true,
    ...(isTagged ? { pdfVersion: '1.7' } : {}),
    info: { Title: first.title.normalize('NFC'), Creator: 'Tiến Tới', CreationDate: madeAt, ModDate: madeAt },
  })
}

/** A page and its number among those that are numbered together: an annex counts its own. */
interface LaidPage {
  placed: PlacedPiece[]
  number: number
  of: number
}

const layPages = ({ pen, piecesIn }: Measure, paper: Paper): LaidPage[] => {
  const sheet = sheetOf(paper)
  const height = sheet.height - sheet.top - sheet.bottom - addressOf(pen, paper).room
  return numberedTogether(paper.blocks).flatMap((sections) => {
    const pages = sections.flatMap((blocks) =>
      paginate(
        blocks.flatMap((block, index) =>
          // A signature never stands on a page without a line of what it signs.
          piecesIn(block, spanOf(sheet), blocks[index + 1]?.kind === 'closing'),
        ),
        height,
      ),
    )
    return pages.map((placed, index) => ({ placed, number: index + 1, of: pages.length }))
  })
}

interface Measure {
  pen: Pen
  piecesIn: (block: Block, span: Span, isLastKept: boolean) => readonly Piece[]
}

/** Measures blocks; those that come again soon, the same object in the same place, give the same pieces. */
const measurer = (pen: Pen): Measure => {
  const known = lately<Block, { span: Span; isLastKept: boolean; pieces: readonly Piece[] }>()
  const piecesIn: Measure['piecesIn'] = (block, span, isLastKept) => {
    const again = pen.tags ? undefined : known.get(block)
    const isAlike = again?.span.left === span.left && again.span.width === span.width
    if (isAlike && again.isLastKept === isLastKept) return again.pieces
    const own = piecesOf(pen, block, span)
    const pieces = isLastKept ? withLastKept(own) : own
    known.set(block, { span, isLastKept, pieces })
    return pieces
  }
  return { pen, piecesIn }
}

/** What is asked for lately: a letter shares blocks with the one before it, and thousands of others are forgotten. */
const lately = <Key, Value>(most = 50) => {
  let [young, old] = [new Map<Key, Value>(), new Map<Key, Value>()]
  const set = (key: Key, value: Value) => {
    if (young.size >= most) [young, old] = [new Map<Key, Value>(), young]
    young.set(key, value)
  }
  return {
    get: (key: Key): Value | undefined => {
      const value = young.get(key)
      if (value !== undefined) return value
      const former = old.get(key)
      if (former !== undefined) set(key, former)
      return former
    },
    set,
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

/** The address of the body at the foot of the first page, and the room that it takes from every page: a page is not laid out twice for it. */
const addressOf = (pen: Pen, paper: Paper): { lines: InkedLine[]; room: number } => {
  const { address = '' } = paper
  const { size, gapPoints } = form.address
  if (address === '') return { lines: [], room: 0 }
  const { width } = spanOf(sheetOf(paper))
  const lines = layLines(pen, address, { face: 'regular', size }, { width, alignment: 'centre' })
  return { lines, room: lineHeight(size) * Math.max(2, lines.length) + gapPoints }
}

const writeAddress = (pen: Pen, paper: Paper): void => {
  const { lines, room } = addressOf(pen, paper)
  if (lines.length === 0) return
  const sheet = sheetOf(paper)
  const span = spanOf(sheet)
  const top = sheet.height - sheet.bottom - room + form.address.gapPoints
  pen.line({ x: span.left, y: top }, { x: span.left + span.width, y: top }, form.ruleWidth)
  writeLines(pen, lines, { ...span, alignment: 'centre' }, top)
}
