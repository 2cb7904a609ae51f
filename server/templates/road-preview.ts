import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import type { Block, Paper } from '../documents/blocks.ts'
import { fieldsOf } from '../documents/fields.ts'
import { composeLeaderWeek, gatherLeaderWeek } from '../documents/kinds/leader-week.ts'
import { closingOf, letterheadOf, ownNumberAndDay } from '../documents/kinds/official.ts'
import { composeResultsTable } from '../documents/kinds/results-table.ts'
import { composeRoadPlan } from '../documents/kinds/road-plan.ts'
import { composeRoadSummary, gatherRoadSummary } from '../documents/kinds/road-summary.ts'
import { composeRoadTable, gatherRoadTable } from '../documents/kinds/road-table.ts'
import { landscape, portrait } from '../documents/official-form.ts'
import { countPages, drawParts, firstOnOnePage } from '../documents/pdf/draw.ts'
import type { DrawnPage } from '../documents/pages.ts'
import { longestUnit } from '../documents/samples.ts'
import { putIn, type Template } from '../documents/templates.ts'
import { composeWording } from '../documents/wording.ts'
import { ApiError } from '../errors.ts'
import { mondayOf, type Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { noRoadFilter } from '../road/rules/filter.ts'
import type { PreviewOfTemplate, TemplateLooked } from './schema.ts'

/** A paper that can be turned page by page. */
export interface Looked {
  data: TemplateLooked['data']
  pages: number
  /** Another word once the page says something else. */
  nameOf: (page: number) => string
  draw: (page: number) => Promise<DrawnPage | null>
}

/** A paper of a whole road as it would print: that of a congress as a unit sees it, else with what its template samples. */
export const lookAtRoadKind = async (
  office: Office,
  template: Template,
  { language, data, congressId, unitId }: PreviewOfTemplate & { unitId: string },
): Promise<Looked> => {
  const isReal = data === 'real' && congressId !== null
  const real = isReal ? await composeReal(office, template, { language, congressId, unitId }) : null
  const paper = real ?? samplePaper(template, language, { isLongest: data === 'longest' })
  const hash = (page: number) =>
    createHash('sha256')
      .update(JSON.stringify([template.kind, language, page, paper]))
      .digest('base64url')
      .slice(0, 22)
  return {
    data: real || data === 'longest' ? data : 'sample',
    pages: await countPages([paper]),
    nameOf: hash,
    draw: async (page) => {
      const { pdf, pages } = await drawParts([paper], office.now(), { fromPage: page, toPage: page })
      return pages === 0 ? null : { pdf, index: 0 }
    },
  }
}

interface RealWish {
  language: Language
  congressId: string
  unitId: string
}

/** Null where there is nothing of the kind: no leader who attends, or none whom the unit sees. */
const composeReal = async (
  office: Office,
  template: Template,
  { language, congressId, unitId }: RealWish,
): Promise<Paper | null> => {
  const { read } = office.db
  const congress = await findCongress(read, congressId)
  if (!congress) return null
  const duties: Duty[] = [{ role: 'viewer', unitId }]
  const { cycleId } = congress
  const today = (standsOn: string | null) => todayOf(office, standsOn)
  const road = () =>
    gatherRoadTable(read, {
      cycleId,
      filter: noRoadFilter,
      duties,
      now: office.now(),
      timeZone: office.settings.timeZone,
    })
  const sums = () => gatherRoadSummary(read, { cycleId, duties, today })
  switch (template.kind) {
    case 'road-table':
      return composeRoadTable(await road(), template, language)
    case 'road-plan':
      return composeRoadPlan(await road(), template)
    case 'results-table':
      return composeResultsTable(await sums(), template, language)
    case 'road-summary':
      return firstOnOnePage(composeRoadSummary(await sums(), template, { language }))
    default:
      return weekOf(read, template, { language, cycleId, duties, today, congress })
  }
}

interface WeekWish {
  language: Language
  cycleId: string
  duties: Duty[]
  today: (standsOn: string | null) => string
  congress: { postIds: readonly string[]; dateFrom: string | null }
}

const weekOf = async (
  read: Reader,
  template: Template,
  { language, congress: { postIds, dateFrom }, ...wish }: WeekWish,
): Promise<Paper | null> => {
  const [postId] = postIds
  if (postId === undefined || dateFrom === null) return null
  try {
    const facts = await gatherLeaderWeek(read, { ...wish, postId, monday: mondayOf(dateFrom) })
    return composeLeaderWeek(facts, template, language)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found') return null
    throw error
  }
}

/** Names in the samples of templates. */
const usualNames = /(?:tỉnh Nam Định|huyện (?:Hải Hậu|Trực Ninh)|Xã Hải Anh)/gu

/** The wording with the samples of its placeholders; where the program puts in a table, the sample says which. */
const samplePaper = (template: Template, language: Language, { isLongest }: { isLongest: boolean }): Paper => {
  const entries = Object.entries(template.placeholders)
  const own = Object.fromEntries(
    entries.map(([name, { sample }]) => [name, isLongest ? sample.replaceAll(usualNames, longestUnit) : sample]),
  )
  const fields = fieldsOf(template, {}, { vi: own, en: own }, language)
  const edition = { year: '2020', language }
  const remark = (text: string): Block => ({ kind: 'remark', text, isCentred: true, isKeptWithNext: false })
  const isOfficial = Object.hasOwn(own, 'letterhead')
  const slots = Object.fromEntries(
    entries.flatMap(([name, { sample, isBlock }]) => (isBlock === true ? [[name, [remark(sample)]] as const] : [])),
  )
  if (isOfficial)
    Object.assign(slots, { letterhead: [letterheadOf(fields, edition)], closing: [closingOf(fields, language)] })
  const values = { ...own, ...fields, ...(isOfficial ? ownNumberAndDay(fields, edition) : {}) }
  return {
    title: template.titles[language],
    language,
    page: isOfficial ? portrait : landscape,
    pageNumbers: isOfficial ? 'official' : 'none',
    blocks: composeWording(template.wording[language], (text) => putIn(text, values), slots),
  }
}
