import type { Paper } from '../blocks.ts'
import * as form from '../official-form.ts'
import { toBaseline } from '../pdf/pen.ts'
import { escaped, w } from './markup.ts'
import { inkProperties, inLines, paragraph, paragraphProperties, twips, type TextArea } from './paragraphs.ts'
import { markRun } from './marks.ts'
import type { WordFile } from './word-file.ts'

interface SectionPlace {
  paper: Paper
  /** The first of its paper. */
  isFirst: boolean
  /** There is no other section: its pages are those of the file. */
  isAlone: boolean
  /** What stands across every page; empty = nothing. */
  mark: string
}

/** Page, margins and page numbers, which begin anew; the number stands in the top margin, the address at the foot of the first page. */
export const sectionOf = (file: WordFile, area: TextArea, { paper, isFirst, isAlone, mark }: SectionPlace): string => {
  const { page, pageNumbers, address = '' } = paper
  const length = (millimetres: number) => Math.round(millimetres * form.pointsPerMillimetre * 20)
  const reference = (kind: 'header' | 'footer', type: string, id: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
  // A mark hangs on the line of the number: Word repeats with the header what does.
  const marked = mark === '' ? '' : markRun(area, page, mark)
  const noNumber = w('p', {}, paragraphProperties(area, {}), marked)
  const numbers = file.addHeader(
    pageNumbers === 'none' ? noNumber : pageNumberMarkup(area, pageNumbers, { isAlone, marked }),
  )
  const onFirst = pageNumbers === 'official' ? file.addHeader(noNumber) : numbers
  const empty = file.addFooter(paragraph(area, ''))
  const foot = isFirst && address !== '' ? file.addFooter(addressMarkup(area, address)) : empty
  return w(
    'sectPr',
    {},
    reference('header', 'default', numbers),
    reference('header', 'first', onFirst),
    reference('footer', 'default', empty),
    reference('footer', 'first', foot),
    w('type', { val: 'nextPage' }),
    w('pgSz', {
      w: length(page.width),
      h: length(page.height),
      orient: page.width > page.height ? 'landscape' : undefined,
    }),
    w('pgMar', {
      top: length(page.top),
      right: length(page.right),
      bottom: length(page.bottom),
      left: length(page.left),
      header: twips(area, numberTop),
      footer: twips(area, footDistance),
      gutter: 0,
    }),
    w('pgNumType', { start: 1 }),
    w('titlePg'),
  )
}

const numberInk = { face: 'regular', size: form.pageNumber.size } as const
/** Points from the edge of the page: where the line of the number begins, and where the address ends. */
const numberTop = form.pageNumber.baseline * form.pointsPerMillimetre - toBaseline(form.pageNumber.size)
const footDistance = 28

const pageNumberMarkup = (
  area: TextArea,
  pageNumbers: Exclude<Paper['pageNumbers'], 'none'>,
  { isAlone, marked }: { isAlone: boolean; marked: string },
): string => {
  const how = { ink: numberInk, alignment: 'centre' } as const
  const written = pageNumbers === 'official' ? String(pageMark) : pageNumbers(pageMark, pagesMark)
  const parts = written.split(new RegExp(`(${String(pageMark)}|${String(pagesMark)})`)).filter((part) => part !== '')
  // Not every program counts the pages of a section.
  const fields: Readonly<Record<string, string>> = {
    [pageMark]: 'PAGE',
    [pagesMark]: isAlone ? 'NUMPAGES' : 'SECTIONPAGES',
  }
  const properties = inkProperties(area, numberInk)
  const runs = parts.map((part) => {
    const instr = fields[part]
    const shown = instr === undefined ? part : '1'
    const run = w('r', {}, properties, `<w:t xml:space="preserve">${escaped(shown)}</w:t>`)
    return instr === undefined ? run : w('fldSimple', { instr }, run)
  })
  return w('p', {}, paragraphProperties(area, how), marked, ...runs)
}

/** Stand for the numbers while the words around them are asked for: no such words hold them. */
const pageMark = 70_001
const pagesMark = 70_002

const addressMarkup = (area: TextArea, address: string): string => {
  const ink = { face: 'regular', size: form.address.size } as const
  return paragraph(area, inLines(area, address, ink, area.width), {
    ink,
    alignment: 'centre',
    border: 'top',
    borderSpace: form.address.gapPoints,
  })
}
