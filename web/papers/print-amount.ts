import { formatNumber } from '../../server/format/numbers.ts'
import type { PackagePlan, PrintPlan } from '../../server/prints/schema.ts'
import { language, words } from '../words/words.ts'

/** How much a print will be, before anything is made. */
export const printAmount = ({ documents, pages, sheets, isEstimate, perSheet, left }: PrintPlan): string => {
  const { prints } = words()
  const about = (text: string) => (isEstimate ? prints.about(text) : text)
  const parts = [
    prints.documents(count(documents)),
    ...(perSheet === null ? [about(prints.pages(count(pages)))] : [prints.sheets(count(sheets))]),
    ...(perSheet !== null && left > 0 ? [prints.left(left)] : []),
  ]
  return parts.join(', ')
}

/** The same of all papers of a package together. */
export const packageAmount = ({ papers }: PackagePlan): string => {
  const { prints } = words()
  const all = prints.pages(count(papers.reduce((sum, { pages }) => sum + pages, 0)))
  const pages = papers.some(({ isEstimate }) => isEstimate) ? prints.about(all) : all
  return `${prints.papersOf(papers.length)}, ${pages}`
}

const count = (number: number): string => formatNumber(number, language())
