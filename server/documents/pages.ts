import { createHash } from 'node:crypto'
import type { Language } from '../format/dates.ts'
import type { Paper } from './blocks.ts'
import type { Cards } from './cards.ts'
import { composeCards, composeChart, composePapers, composeParts, rowsOf, type Making } from './compose.ts'
import { countPages, drawParts } from './pdf/draw.ts'
import { pageOf, pageOfSize } from './page-forms.ts'
import { faultsOn } from './faults.ts'
import { sampleMarks } from './official-form.ts'
import type { ChartSheets } from './seat-parts.ts'
import type { PaperFault, PaperPages } from './schema.ts'
import { countTiles, tilingOf, type SheetChoice } from './tiles.ts'

/** Papers of one kind that are looked at page by page; nobody turns more, and a province invites thousands. */
const mostLookedAt = 300

/** How a paper is looked at: in which language, and on which sheets where it is large; null = as its template says. */
export interface Edition {
  language: Language
  sheet: SheetChoice | null
}

/** What a paper is made from, in one short word that any change of it would change. */
export const editionOf = ({ facts, ...making }: Making, { language, sheet }: Edition): string => {
  const { twins, ...plain } = facts
  const text = JSON.stringify([language, sheet, making, plain, [...twins]])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** How many pages a paper has, and how large they are; nothing is drawn for it. */
export const pagesOf = async (making: Making, edition: Edition): Promise<Omit<PaperPages, 'edition' | 'faults'>> => {
  const { language, sheet } = edition
  const { look, isChart, each } = making.template
  const page = look?.page ?? (sheet ? pageOfSize(making.template, sheet.size) : pageOf(making.template))
  const { width, height } = page
  if (look) {
    const { faces } = composeCards(making, language)
    const sheets = Math.ceil([...faces].length / (look.columns * look.rows))
    return { pages: sheets * (look.back ? 2 : 1), width, height, onlyFirst: null }
  }
  const pages =
    isChart === true ? largeChart(making, language, sheet).faces.length : await countPages(lookedAt(making, language))
  if (sheet?.isTiled === true) {
    const tiling = tilingOf(page)
    return { pages: countTiles(tiling, pages), width: tiling.width, height: tiling.height, onlyFirst: null }
  }
  const isCut = each === 'row' && rowsOf(making).length > mostLookedAt
  return { pages, width, height, onlyFirst: isCut ? mostLookedAt : null }
}

/** What of a paper cannot be printed as it is written, of as many as are looked at. */
export const printFaultsOf = (making: Making, { language, sheet }: Edition): Promise<PaperFault[]> =>
  faultsOn(making, language, {
    most: mostLookedAt,
    page: sheet ? pageOfSize(making.template, sheet.size) : undefined,
  })

const largeChart = (making: Making, language: Language, sheet: SheetChoice | null): ChartSheets =>
  composeChart(making, language, sheet ? { page: pageOfSize(making.template, sheet.size) } : {})

/** A page of a paper, from 1, in a PDF of few pages with its place there; null = the paper ends before it. */
export const drawPageOf = async (
  making: Making,
  edition: Edition,
  number: number,
  madeAt: Date,
): Promise<DrawnPage | null> => {
  const { look, isChart } = making.template
  const { sheet } = edition
  const mark = markOf(making, edition)
  if (look) return drawCardSheet(making, edition, number, madeAt)
  if (isChart === true || sheet?.isTiled === true) {
    const parts = largeParts(making, edition)
    const { pdf, pages } = await drawParts(parts, madeAt, { tiledFrom: sheet?.isTiled === true ? 1 : null, mark })
    return number <= pages ? { pdf, index: number - 1 } : null
  }
  const papers = lookedAt(making, edition.language)
  const { pdf, pages } = await drawParts(papers, madeAt, { fromPage: number, toPage: number, mark })
  return pages === 0 ? null : { pdf, index: 0 }
}

/** What stands across every page of a paper with sample rows; empty on real ones. */
export const markOf = ({ isSample = false }: Making, { language }: Edition): string =>
  isSample ? sampleMarks[language] : ''

export interface DrawnPage {
  pdf: Buffer
  index: number
}

/** All parts of a paper in the size that is chosen. */
export const largeParts = (making: Making, { language, sheet }: Edition): Iterable<Paper | Cards> =>
  making.template.isChart === true ? [largeChart(making, language, sheet)] : composeParts(making, language)

const drawCardSheet = async (
  making: Making,
  edition: Edition,
  number: number,
  madeAt: Date,
): Promise<DrawnPage | null> => {
  const cards = composeCards(making, edition.language)
  const faces = [...cards.faces]
  const sides = making.template.look?.back ? 2 : 1
  const perSheet = cards.sheet.columns * cards.sheet.rows
  const before = (Math.ceil(number / sides) - 1) * perSheet
  const shown = faces.slice(before, before + perSheet)
  if (shown.length === 0) return null
  const { pdf } = await drawParts([{ ...cards, faces: shown }], madeAt, { mark: markOf(making, edition) })
  return { pdf, index: (number - 1) % sides }
}

const lookedAt = function* (making: Making, language: Language): Generator<Paper> {
  let count = 0
  for (const paper of composePapers(making, language)) {
    if (count >= mostLookedAt) return
    yield paper
    count += 1
  }
}
