import type { Reader } from '../../db/open.ts'
import { rowsOf, type Making } from '../documents/compose.ts'
import type { ListRow } from '../documents/list-rows.ts'
import { gatherCongress, type CongressFacts } from '../documents/facts.ts'
import { logoFor } from '../documents/logo.ts'
import { drawPageOf, editionOf, pagesOf } from '../documents/pages.ts'
import type { Painter } from '../documents/pictures.ts'
import type { TemplateFault } from '../documents/rules/template-faults.ts'
import { releasedFor } from '../documents/kinds/programme-changes.ts'
import { codeSlot } from '../documents/kinds/programme-code.ts'
import { longestRows, sampleFacts, samplePair, sampleRows } from '../documents/samples.ts'
import { inspectTemplate, listRoadKinds, type Template } from '../documents/templates.ts'
import { ApiError } from '../errors.ts'
import type { Office } from '../office.ts'
import { rowsFor } from '../papers/contents.ts'
import { findPaper } from '../papers/queries.ts'
import { fieldsToPrint } from '../papers/rules.ts'
import { todayOf } from '../road/actions.ts'
import { inspected, type TemplatePlace } from './actions.ts'
import { lookAtRoadKind, type Looked } from './road-preview.ts'
import type { PreviewOfTemplate, TemplateLooked } from './schema.ts'
import { filesOver } from './source.ts'
import { requireCongressBelow } from './view.ts'

/** Papers or cards that a preview is made from: a few pages show how all will look. */
const mostRows = 60
/** Pages that can be turned. */
const mostPages = 40

/**
 * Texts as they would print, unknown placeholders in red, with all their faults; no picture where they are no template.
 * Nothing is kept.
 */
export const previewTemplate = async (
  office: Office,
  painter: Painter,
  place: TemplatePlace,
  wish: PreviewOfTemplate,
): Promise<TemplateLooked> => {
  const { read } = office.db
  const { texts, language, page } = wish
  if (wish.congressId !== null) await requireCongressBelow(read, place.unitId, wish.congressId)
  const { faults } = await inspected(place.kind, texts)
  const { template } = await inspectTemplate(place.kind, filesOver(place.kind, texts), { isMarking: true })
  const shown = { faults: faults.slice(0, mostFaults), pages: 0, page: 1, picture: null, data: wish.data }
  if (!template?.languages.includes(language)) return shown
  const look = (await listRoadKinds()).includes(place.kind) ? lookAtRoadKind : lookAtPaper
  try {
    const { data, pages, nameOf, draw } = await look(office, template, { ...wish, unitId: place.unitId })
    const turned = Math.min(page, Math.max(1, Math.min(pages, mostPages)))
    const picture = await painter.pictureOf(nameOf(turned), widthOfPage, () => draw(turned))
    return {
      ...shown,
      data,
      pages: Math.min(pages, mostPages),
      page: turned,
      picture: picture?.toString('base64') ?? null,
    }
  } catch (error) {
    // A word that the program asks for, which the template does not have.
    if (!(error instanceof ApiError) || error.code !== 'template-fault') throw error
    return { ...shown, faults: [...shown.faults, error.details as TemplateFault] }
  }
}

/** A paper of a congress. */
const lookAtPaper = async (
  office: Office,
  template: Template,
  wish: PreviewOfTemplate & { unitId: string },
): Promise<Looked> => {
  const { data, ...making } = await gather(office.db.read, template, { ...wish, today: todayOf(office, null) })
  const edition = { language: wish.language, sheet: null }
  const { pages } = await pagesOf(making, edition)
  return {
    data,
    pages,
    nameOf: (page) => `${editionOf(making, edition)}-${String(page)}`,
    draw: (page) => drawPageOf(making, edition, page, office.now()),
  }
}

const mostFaults = 200
/** In pixels: an A4 page that is read on any screen. */
const widthOfPage = 1000

/** With a congress's own data, a sample, or the longest that may come; without rows of its own, a list is sampled. */
const gather = async (
  read: Reader,
  template: Template,
  { congressId, data, today, unitId }: PreviewOfTemplate & { today: string; unitId: string },
): Promise<Making & Pick<TemplateLooked, 'data'>> => {
  const isReal = data === 'real' && congressId !== null
  const facts = isReal ? await gatherCongress(read, congressId) : await sampleFacts({ isLongest: data === 'longest' })
  const filled = isReal ? fieldsToPrint(await findPaper(read, congressId, template.kind)) : {}
  const own = isReal ? await ownRows(read, facts, template) : []
  const rows =
    own.length > 0
      ? own
      : data === 'longest'
        ? longestRows(template.columns, template.where)
        : sampleRows(template.columns)
  const isOwn = isReal && (own.length > 0 || template.columns.length === 0)
  const logo = await logoFor(read, template, isReal ? facts.congress.unitId : unitId)
  const released = isReal ? await releasedFor(read, template, congressId) : { released: samplePair(facts) }
  const publicAddress = template.placeholders[codeSlot]?.sample
  const address = publicAddress === undefined ? {} : { publicAddress }
  const shown = isOwn || data === 'longest' ? data : 'sample'
  return {
    template,
    facts,
    filled,
    rows,
    today,
    ...logo,
    ...released,
    ...address,
    isSample: shown === 'sample',
    data: shown,
  }
}

/** Of a paper or card for each row a few; what all rows together say is told by all of them. */
const ownRows = async (read: Reader, facts: CongressFacts, template: Template): Promise<ListRow[]> => {
  const rows = rowsOf({ template, rows: await rowsFor(read, facts, template), facts })
  return template.each === 'row' || template.look ? rows.slice(0, mostRows) : rows
}
