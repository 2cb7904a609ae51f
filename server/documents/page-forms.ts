import type { Language } from '../format/dates.ts'
import type { PageForm, Paper } from './blocks.ts'
import { landscape, portrait } from './official-form.ts'
import { sheetNames, type PageName, type SheetName } from './schema.ts'
import type { Template } from './templates.ts'
import type { SheetChoice } from './tiles.ts'

/** The paper that a template is printed on, with its margins. */
export const pageOf = ({ page = 'a4' }: Template): PageForm => pages[page]

/** Sizes among which who prints it may choose; what is A4 or smaller has its own alone. */
export const sheetsOf = ({ isChart, each, page = 'a4' }: Template): readonly SheetName[] => {
  // Sheets of a part of the hall are as many as it takes.
  if (isChart === true) return each === undefined ? sheetNames : ['a4', 'a3']
  return page.startsWith('a3') ? ['a3', 'a3-tiles'] : []
}

/** The size that a template has of itself. */
export const usualSheet = ({ page = 'a4' }: Template): SheetName =>
  sheetNames.find((name) => name === page.split('-')[0]) ?? 'a4'

/** The page of a chart in another size than its own. */
export const pageOfSize = (template: Template, size: SheetChoice['size']): { width: number; height: number } => {
  const [short, long] = sides[size]
  const { width, height } = pageOf(template)
  return width > height ? { width: long, height: short } : { width: short, height: long }
}

const sides: Readonly<Record<SheetChoice['size'], [number, number]>> = {
  a4: [210, 297],
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
}

/** How its pages are numbered. */
export const pageNumbersOf = ({ pageNumbers = 'official' }: Template, language: Language): Paper['pageNumbers'] => {
  if (pageNumbers !== 'of') return pageNumbers
  return (page, all) => `${language === 'vi' ? 'Trang' : 'Page'} ${String(page)}/${String(all)}`
}

const pages: Readonly<Record<PageName, PageForm>> = {
  a4: portrait,
  'a4-landscape': landscape,
  a5: { width: 148, height: 210, top: 12, bottom: 12, left: 16, right: 12 },
  'a5-landscape': { width: 210, height: 148, top: 12, bottom: 12, left: 16, right: 12 },
  a3: { width: 297, height: 420, top: 24, bottom: 24, left: 32, right: 24 },
  'a3-landscape': { width: 420, height: 297, top: 24, bottom: 24, left: 32, right: 24 },
}
