import type { Language } from '../format/dates.ts'
import type { PageForm, Paper } from './blocks.ts'
import { landscape, portrait } from './official-form.ts'
import type { PageName } from './schema.ts'
import type { Template } from './templates.ts'

/** The paper that a template is printed on, with its margins. */
export const pageOf = ({ page = 'a4' }: Template): PageForm => pages[page]

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
