import { createHash } from 'node:crypto'
import type { Language } from '../format/dates.ts'
import type { Paper } from './blocks.ts'
import { composeCards, composeChart, composePapers, rowsOf, type Making } from './compose.ts'
import { countPages, drawParts } from './pdf/draw.ts'
import { pageOf } from './page-forms.ts'
import type { PaperPages } from './schema.ts'

/** Papers of one kind that are looked at page by page; nobody turns more, and a province invites thousands. */
const mostLookedAt = 300

/** What a paper is made from, in one short word that any change of it would change. */
export const editionOf = ({ facts, ...making }: Making, language: Language): string => {
  const { twins, ...plain } = facts
  const text = JSON.stringify([language, making, plain, [...twins]])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** How many pages a paper has, and how large they are; nothing is drawn for it. */
export const pagesOf = async (making: Making, language: Language): Promise<Omit<PaperPages, 'edition'>> => {
  const { look, isChart, each } = making.template
  const { width, height } = look?.page ?? pageOf(making.template)
  if (isChart === true) return { pages: 1, width, height, onlyFirst: null }
  if (look) {
    const { faces } = composeCards(making, language)
    const sheets = Math.ceil([...faces].length / (look.columns * look.rows))
    return { pages: sheets * (look.back ? 2 : 1), width, height, onlyFirst: null }
  }
  const pages = await countPages(lookedAt(making, language))
  const isCut = each === 'row' && rowsOf(making).length > mostLookedAt
  return { pages, width, height, onlyFirst: isCut ? mostLookedAt : null }
}

/** A page of a paper, from 1, alone in a PDF of its own; null = the paper ends before it. */
export const drawPageOf = async (
  making: Making,
  language: Language,
  number: number,
  madeAt: Date,
): Promise<{ pdf: Buffer; index: number } | null> => {
  const { look, isChart } = making.template
  if (isChart === true) {
    const { pdf } = await drawParts([composeChart(making, language)], madeAt)
    return number === 1 ? { pdf, index: 0 } : null
  }
  if (look) {
    const sides = look.back ? 2 : 1
    const perSheet = look.columns * look.rows
    const sheet = Math.ceil(number / sides) - 1
    const cards = composeCards(making, language)
    const faces = [...cards.faces].slice(sheet * perSheet, (sheet + 1) * perSheet)
    if (faces.length === 0) return null
    return { pdf: (await drawParts([{ ...cards, faces }], madeAt)).pdf, index: (number - 1) % sides }
  }
  let isDrawn = false
  const upTo = function* () {
    for (const paper of lookedAt(making, language)) {
      yield paper
      if (isDrawn) return
    }
  }
  const { pdf, pages } = await drawParts(upTo(), madeAt, {
    fromPage: number,
    toPage: number,
    drawn: () => (isDrawn = true),
  })
  return pages === 0 ? null : { pdf, index: 0 }
}

const lookedAt = function* (making: Making, language: Language): Generator<Paper> {
  let count = 0
  for (const paper of composePapers(making, language)) {
    if (count >= mostLookedAt) return
    yield paper
    count += 1
  }
}
