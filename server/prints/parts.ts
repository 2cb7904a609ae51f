import type { Paper } from '../documents/blocks.ts'
import type { Cards } from '../documents/cards.ts'
import { composeCards, composeChart, composePapers, rowsOf, spareId } from '../documents/compose.ts'
import { countPages, drawParts } from '../documents/pdf/draw.ts'
import { pageOfSize } from '../documents/page-forms.ts'
import { nameOfRow, type ChartPage } from '../documents/rows-parts.ts'
import { isCards, type Template } from '../documents/templates.ts'
import { countTiles, sheetChoice, tilingOf, type Tiling } from '../documents/tiles.ts'
import type { ChartSheets } from '../documents/seat-parts.ts'
import { ApiError } from '../errors.ts'
import type { PrintPlan } from './schema.ts'
import type { Snapshot } from './snapshot.ts'

/** A print made ready: its papers one after another, or its cards. */
type Composed = { papers: () => Generator<Paper> } | { cards: Cards }

/** Papers that are laid out to count pages; more are reckoned from these. */
const counted = 200

/** How much a print is, before it is drawn. */
export const planOf = async (snapshot: Snapshot, rowCount: number): Promise<Omit<PrintPlan, 'faults'>> => {
  const { order, making } = snapshot
  const { look } = making.template
  const documents = rowCount * order.copies + (hasSpare(making.template) ? order.spare : 0)
  const before = order.fromSheet - 1
  const tiling = tilingFor(snapshot)
  if (tiling) {
    const pages =
      making.template.isChart === true
        ? chartFaces(snapshot, chartOf(snapshot)).length
        : await countPages(repeated(snapshot))
    const sheets = Math.max(0, countTiles(tiling, pages) - before)
    return { documents, sheets, pages: sheets, isEstimate: false, perSheet: null, left: 0 }
  }
  if (making.template.isChart === true) {
    const sheets = Math.max(0, chartFaces(snapshot, chartOf(snapshot)).length - before)
    return { documents, sheets, pages: sheets, isEstimate: false, perSheet: 1, left: 0 }
  }
  if (isCards(making.template)) {
    const perSheet = look ? look.columns * look.rows : 1
    const used = (order.skipped % perSheet) + documents
    const sheets = Math.max(0, Math.ceil(used / perSheet) - before)
    const left = (perSheet - (used % perSheet)) % perSheet
    return { documents, sheets, pages: sheets * sidesOf(snapshot), isEstimate: false, perSheet, left }
  }
  const first = [...firstOf(repeated(snapshot), Math.ceil(counted / order.copies) * order.copies)]
  const isEstimate = first.length < documents
  const laid = await countPages(first)
  const all = isEstimate ? Math.ceil((laid / Math.max(1, first.length)) * documents) : laid
  const pages = Math.max(0, all - before)
  return { documents, sheets: pages, pages, isEstimate, perSheet: null, left: 0 }
}

/**
 * Sides that a print has: both where nothing else is said, as prints were before there was a choice. Blanks that bear
 * all of their back have nothing to be printed on it.
 */
const sidesOf = ({ making, order }: Snapshot): 1 | 2 => {
  const { back = [] } = making.template.look ?? {}
  const told = order.overprint === null ? back : back.filter(({ isPreprinted }) => isPreprinted !== true)
  return told.length === 0 || order.sides === 'front' ? 1 : 2
}

/** Only what has a name written on it has blank ones. */
export const hasSpare = ({ each, look, columns }: Template): boolean =>
  columns.length > 0 && (each === 'row' || look !== null)

/** How the pages of a print are parted into A4 sheets; null = they are whole. */
const tilingFor = ({ making: { template }, order: { sheet } }: Snapshot): Tiling | null => {
  const choice = sheet === undefined ? null : sheetChoice(sheet)
  return choice?.isTiled === true ? tilingOf(pageOfSize(template, choice.size)) : null
}

/** The page of a chart in the size that is chosen; undefined = its own. */
export const chartPageOf = ({ making, order: { sheet } }: Pick<Snapshot, 'making' | 'order'>): ChartPage | undefined =>
  sheet === undefined ? undefined : pageOfSize(making.template, sheetChoice(sheet).size)

export interface DrawnPrint {
  pdf: Buffer
  pages: number
}

/** Draws a print from what was kept of it. */
export const drawPrint = async (snapshot: Snapshot, drawn?: (pages: number) => void): Promise<DrawnPrint> => {
  const { order, madeAt } = snapshot
  const composed = composedOf(snapshot)
  const areCards = 'cards' in composed
  const { pdf, pages } = await drawParts(areCards ? [composed.cards] : composed.papers(), new Date(madeAt), {
    ...(drawn ? { drawn } : {}),
    isTagged: order.isTagged === true,
    ...(tilingFor(snapshot) ? { tiledFrom: order.fromSheet } : areCards ? {} : { fromPage: order.fromSheet }),
  })
  if (pages === 0) throw sheetBeyond()
  return { pdf, pages }
}

/** One paper or card by itself, as a file of its own. */
export interface Single {
  name: string
  part: Paper | Cards
}

/** Each paper or card of a print once, cards on a page of their own size. */
export const singlesOf = function* (snapshot: Snapshot): Generator<Single> {
  const once = { ...snapshot, order: { ...snapshot.order, copies: 1, skipped: 0, fromSheet: 1 } }
  const names = new Map(rowsOf(snapshot.making).map((row) => [row.id, nameOfRow(row)]))
  const nameOf = (id: string) => names.get(id) ?? snapshot.making.template.titles[snapshot.order.language]
  if (!isCards(snapshot.making.template)) {
    for (const paper of repeated(once)) yield { name: nameOf(paper.rowId ?? ''), part: paper }
    return
  }
  if (snapshot.making.template.isChart === true) {
    const chart = composedChart(once)
    for (const [rowId, name] of chart.names) {
      const faces = chart.faces.filter((_face, at) => chart.rowIds[at] === rowId)
      if (faces.length > 0) yield { name: name || nameOf(rowId), part: { ...chart, faces } }
    }
    return
  }
  const { cards, rowIds } = composedCards(once)
  const { card } = cards.sheet
  const sheet = { page: card, card, columns: 1, rows: 1, gap: { x: 0, y: 0 }, hasCropMarks: false }
  let index = 0
  for (const face of cards.faces) {
    yield { name: nameOf(rowIds[index] ?? ''), part: { ...cards, sheet, faces: [face] } }
    index += 1
  }
}

/** It was to go on with a sheet that the print does not have. */
export const sheetBeyond = () => new ApiError(409, 'sheet-beyond', 'The print has fewer sheets than that.')

const composedOf = (snapshot: Snapshot): Composed => {
  const { look, isChart } = snapshot.making.template
  if (isChart === true) return { cards: composedChart(snapshot) }
  return look ? { cards: composedCards(snapshot).cards } : { papers: () => repeated(snapshot) }
}

const chartOf = (snapshot: Snapshot): ChartSheets => {
  const page = chartPageOf(snapshot)
  const marked = new Map(Object.entries(snapshot.marked ?? {}).map(([rowId, seats]) => [rowId, new Set(seats)]))
  const lost = new Map(Object.entries(snapshot.lost ?? {}))
  return composeChart(snapshot.making, snapshot.order.language, { marked, lost, ...(page ? { page } : {}) })
}

/** The sheets of a print of a chart, each with its row: one copy after the other, where a row has several. */
const chartFaces = (snapshot: Snapshot, { faces, rowIds, names }: ChartSheets) => {
  const timesOf = timesPrinted(snapshot)
  return [...names.keys()].flatMap((rowId) => {
    const once = faces.flatMap((face, at) => (rowIds[at] === rowId ? [{ face, rowId }] : []))
    return Array.from({ length: timesOf(rowId) }, () => once).flat()
  })
}

const composedChart = (snapshot: Snapshot): ChartSheets => {
  const chart = chartOf(snapshot)
  const all = chartFaces(snapshot, chart)
  // On A4 sheets it is whole until it is parted.
  const kept = tilingFor(snapshot) === null ? all.slice(snapshot.order.fromSheet - 1) : all
  if (kept.length === 0) throw sheetBeyond()
  return { ...chart, faces: kept.map(({ face }) => face), rowIds: kept.map(({ rowId }) => rowId) }
}

/** The cards of a print; those of the sheets before the one that it goes on with are left out. */
const composedCards = (snapshot: Snapshot): { cards: Cards; rowIds: string[] } => {
  const { order, making } = snapshot
  const { skipped, overprint, fromSheet, spare } = order
  const cards = composeCards({ ...making, spare }, order.language, { skipped, overprint })
  const timesOf = timesPrinted(snapshot)
  const all = [...cards.faces].flatMap((face, index) => {
    const rowId = cards.rowIds[index] ?? ''
    return Array.from({ length: timesOf(rowId) }, () => ({ face, rowId }))
  })
  const perSheet = cards.sheet.columns * cards.sheet.rows
  const isWhole = fromSheet === 1
  const before = isWhole ? 0 : (fromSheet - 1) * perSheet - (skipped % perSheet)
  const kept = all.slice(before)
  if (kept.length === 0) throw sheetBeyond()
  const hasBacks = sidesOf(snapshot) === 2
  const faces = kept.map(({ face }) => (hasBacks ? face : { ...face, back: null }))
  return {
    cards: { ...cards, faces, skipped: isWhole ? skipped : 0 },
    rowIds: kept.map(({ rowId }) => rowId),
  }
}

/** The papers of a print, as often as each is printed. */
export const repeated = function* (snapshot: Snapshot): Generator<Paper & { rowId: string | null }> {
  const { making, order } = snapshot
  const timesOf = timesPrinted(snapshot)
  for (const paper of composePapers({ ...making, spare: order.spare }, order.language)) {
    const times = timesOf(paper.rowId ?? '')
    for (let copy = 0; copy < times; copy += 1) yield paper
  }
}

/** How many times a row is printed: not at all, as often as copies are wanted; blank ones once. */
const timesPrinted = ({ chosen, order, making }: Snapshot): ((rowId: string) => number) => {
  const printed = chosen === null ? null : new Set(chosen)
  const blank = new Set(Array.from({ length: order.spare }, (_, index) => spareId(index)))
  const isBlank = (rowId: string) => hasSpare(making.template) && blank.has(rowId)
  return (rowId) => (isBlank(rowId) ? 1 : printed?.has(rowId) === false ? 0 : order.copies)
}

const firstOf = function* <T>(all: Iterable<T>, most: number): Generator<T> {
  let count = 0
  for (const each of all) {
    yield each
    count += 1
    if (count >= most) return
  }
}
