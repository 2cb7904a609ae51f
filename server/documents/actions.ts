import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Duty } from '../accounts/schema.ts'
import { invalid, notFound, noSeats, nothingToPrint, type FieldFault } from '../errors.ts'
import { isDate, type Language } from '../format/dates.ts'
import type { Actor, Office } from '../office.ts'
import { savePaper } from '../papers/actions.ts'
import { isNumbered, listReader } from '../papers/contents.ts'
import { lifeOf } from '../papers/life.ts'
import { findPaper, findPaperById, type SignedCopy } from '../papers/queries.ts'
import { issuerOf, takesTypedNumber } from '../papers/rules.ts'
import { gatherLive, signedCopyOf, signedMaking } from '../papers/signed.ts'
import { todayOf } from '../road/actions.ts'
import { noRoadFilter, type RoadFilter } from '../road/rules/filter.ts'
import { templateOfRoad, templatesOf } from '../templates/source.ts'
import { composePapers, isEmptyChart, rowsOf, templateValues, type Making } from './compose.ts'
import { gatherCongress, type CongressFacts } from './facts.ts'
import { fallbackOf, fieldsOf, type Values } from './fields.ts'
import { composeLeaderWeek, gatherLeaderWeek, type LeaderWeekWish } from './kinds/leader-week.ts'
import { releasedFor } from './kinds/programme-changes.ts'
import { composeResultsTable } from './kinds/results-table.ts'
import {
  composeRoadSummary,
  gatherRoadSummary,
  type RoadSummaryWish,
  type SummarySignature,
} from './kinds/road-summary.ts'
import { composeRoadPlan } from './kinds/road-plan.ts'
import { composeRoadTable, gatherRoadTable } from './kinds/road-table.ts'
import { drawParts, drawPdf, firstOnOnePage } from './pdf/draw.ts'
import { sheetsOf, usualSheet } from './page-forms.ts'
import { drawPageOf, editionOf, markOf, printFaultsOf, largeParts, pagesOf, type Edition } from './pages.ts'
import type { Painter } from './pictures.ts'
import { orFaulty, readKinds } from './readable-kinds.ts'
import { sampleRows } from './samples.ts'
import {
  paperGroups,
  type PaperFill,
  type PaperList,
  type PaperPages,
  type PaperState,
  type SheetName,
  type TemplateField,
} from './schema.ts'
import { hasTables, isCards, listPaperKinds, type Template } from './templates.ts'
import { sheetChoice } from './tiles.ts'
import { writeWord } from './word/write-word.ts'
import { writeWorkbookOf } from './workbook.ts'

/** All papers of a congress, with what the secretary may fill in and what is printed otherwise. */
export const listPaperStates = async (read: Reader, congressId: string, today: string): Promise<PaperList> => {
  const facts = await gatherCongress(read, congressId)
  const papers: PaperState[] = []
  const { templates, faulty } = await readKinds(await templatesOf(read, facts))
  const listOf = listReader(read, facts)
  for (const template of templates) {
    // A register of papers reads the templates of all others.
    const state = await orFaulty(template.kind, () => paperState(read, facts, { template, listOf, today }))
    if ('fault' in state) faulty.push(state.fault)
    else papers.push(state.made)
  }
  for (const { kind } of faulty) {
    const frozen = await frozenState(read, facts, kind, today)
    if (frozen) papers.push(frozen)
  }
  return { papers: papers.sort((a, b) => paperGroups.indexOf(a.group) - paperGroups.indexOf(b.group)), faulty }
}

/** A signed paper as it was signed: it needs no template, though that of its kind is at fault. */
const frozenState = async (
  read: Reader,
  facts: CongressFacts,
  kind: string,
  today: string,
): Promise<PaperState | null> => {
  const signed = await signedMaking(read, await findPaper(read, facts.congress.id, kind))
  if (!signed) return null
  const { template, rows } = signed
  return paperState(read, signed.facts, { template, listOf: () => Promise.resolve([...rows]), today })
}

/** Keeps what was filled in for a paper; empty fields print their fallback. */
export const fillPaper = async (
  office: Office,
  actor: Actor,
  congressId: string,
  kind: string,
  { fields, version }: PaperFill,
): Promise<{ actId: string; result: PaperState }> => {
  if (!(await listPaperKinds()).includes(kind)) throw notFound()
  const { read } = office.db
  const facts = await gatherCongress(read, congressId)
  const template = await (await templatesOf(read, facts))(kind)
  const faults = faultsOf(template, fields)
  if (faults.length > 0) throw invalid(faults)
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  const { actId } = await savePaper(office, actor, congressId, kind, { fields: filled, version: version ?? 0 })
  const how = { template, listOf: listReader(read, facts), today: todayOf(office, null) }
  return { actId, result: await paperState(read, facts, how) }
}

/** What a print of a congress's paper may ask for. */
export interface PrintWish {
  congressId: string
  kind: string
  language: Language
  /** With the sample list of the template instead of the congress's own: to look at it. */
  isSample: boolean
  /** Of a paper that is printed in several sizes; left out = as its template says. */
  sheet?: SheetName
  /** One that was replaced or withdrawn before the last one of its kind; left out = the last one. */
  paperId?: string
}

/** What a congress's paper is made from: as it was signed, else as the data stand; refused where the kind has no such edition. */
export const gatherMaking = async (
  office: Office,
  {
    congressId,
    kind,
    language,
    sheet,
    paperId,
    isSample = false,
  }: Omit<PrintWish, 'isSample'> & { isSample?: boolean },
): Promise<Making> => {
  const { read } = office.db
  if (!(await listPaperKinds()).includes(kind)) throw notFound()
  const signed = await signedMaking(read, await wantedPaper(read, { congressId, kind, paperId }))
  // What a former one would be now is no paper of anybody.
  if (paperId !== undefined && !signed) throw notFound()
  const making = signed ?? (await gatherLive(office, congressId, kind))
  const { template } = making
  if (!template.languages.includes(language)) throw notFound()
  if (sheet !== undefined && !sheetsOf(template).includes(sheet))
    throw invalid([{ field: 'sheet', rule: 'not-a-choice' }])
  return isSample && !signed && template.list !== undefined ? sampleOf(making) : making
}

/** Made-up rows are of no plan. */
const sampleOf = ({ seats: _seats, ...making }: Making): Making => ({
  ...{ ...making, rows: sampleRows(making.template.columns), isSample: true },
})

const wantedPaper = async (
  read: Reader,
  { congressId, kind, paperId }: Pick<PrintWish, 'congressId' | 'kind'> & { paperId: string | undefined },
): Promise<Row<'papers'> | undefined> => {
  if (paperId === undefined) return findPaper(read, congressId, kind)
  const paper = await findPaperById(read, paperId)
  return paper?.congressId === congressId && paper.kind === kind ? paper : undefined
}

/** The time that a file of a paper bears. */
const madeAt = ({ signedAt }: Making, office: Office): Date =>
  signedAt === undefined ? office.now() : new Date(signedAt)

/** A paper of a congress as PDF, with its title for the name of the file. */
export const printPaper = async (office: Office, wish: PrintWish): Promise<{ title: string; pdf: Buffer }> => {
  const making = await gatherMaking(office, wish)
  const { template } = making
  if (isEmptyChart(making)) throw noSeats()
  const edition = editionFor(wish)
  const parts = largeParts(making, edition)
  const [first] = parts
  // A paper for each row has nothing to print while the list is empty.
  if (!first || (template.each === 'row' && rowsOf(making).length === 0)) throw nothingToPrint()
  return {
    title: first.title,
    pdf: (
      await drawParts(parts, madeAt(making, office), {
        tiledFrom: edition.sheet?.isTiled === true ? 1 : null,
        mark: markOf(making, edition),
      })
    ).pdf,
  }
}

const editionFor = ({ language, sheet }: PrintWish): Edition => ({
  language,
  sheet: sheet === undefined ? null : sheetChoice(sheet),
})

/** How the paper is turned page by page. */
export const findPages = async (office: Office, wish: PrintWish): Promise<PaperPages> => {
  const making = await gatherMaking(office, wish)
  if (making.template.each === 'row' && rowsOf(making).length === 0) throw nothingToPrint()
  if (isEmptyChart(making)) throw noSeats()
  const edition = editionFor(wish)
  const faults = await printFaultsOf(making, edition)
  return { edition: editionOf(making, edition), ...(await pagesOf(making, edition)), faults }
}

/** A page of it as a picture, this wide in pixels; `stamp` names what the picture shows. */
export const paintPage = async (
  office: Office,
  painter: Painter,
  wish: PrintWish,
  { page, width }: { page: number; width: number },
): Promise<{ stamp: string; picture: () => Promise<Buffer> }> => {
  const making = await gatherMaking(office, wish)
  const edition = editionFor(wish)
  const stamp = `${editionOf(making, edition)}-${String(page)}-${String(width)}`
  const draw = () => drawPageOf(making, edition, page, office.now())
  const picture = async () => {
    const painted = await painter.pictureOf(stamp, width, draw)
    if (!painted) throw notFound()
    return painted
  }
  return { stamp, picture }
}

/** The same paper for Word; cards and charts have none. */
export const writePaper = async (office: Office, wish: PrintWish): Promise<{ name: string; bytes: Buffer }> => {
  const making = await gatherMaking(office, wish)
  if (isCards(making.template)) throw notFound()
  const papers = [...composePapers(making, wish.language)]
  const [first] = papers
  if (!first) throw nothingToPrint()
  const mark = markOf(making, editionFor(wish))
  return { name: first.title, bytes: await writeWord(papers, madeAt(making, office), { mark }) }
}

/** The tables of a paper over its list as a workbook. */
export const writePaperLists = async (office: Office, wish: PrintWish): Promise<{ name: string; bytes: Buffer }> => {
  const making = await gatherMaking(office, wish)
  if (!hasTables(making.template)) throw notFound()
  return writeWorkbookOf(making, wish.language)
}

/** The congresses of a road that the filter keeps, as the account may see them, as PDF. */
export const printRoadTable = async (
  office: Office,
  duties: readonly Duty[],
  { cycleId, filter, language }: { cycleId: string; filter: RoadFilter; language: Language },
): Promise<{ title: string; pdf: Buffer }> => {
  const template = await templateOfRoad(office.db.read, cycleId, 'road-table')
  const wish = { cycleId, filter, duties, now: office.now(), timeZone: office.settings.timeZone }
  const paper = composeRoadTable(await gatherRoadTable(office.db.read, wish), template, language)
  return { title: paper.title, pdf: await drawPdf(paper, office.now()) }
}

/** The plan and schedule of a road, as the account may see it, for signature: as PDF, or for Word to be worded further. */
export const printRoadPlan = async (
  office: Office,
  duties: readonly Duty[],
  { cycleId, isWord }: { cycleId: string; isWord: boolean },
): Promise<{ title: string; bytes: Buffer }> => {
  const template = await templateOfRoad(office.db.read, cycleId, 'road-plan')
  const wish = { cycleId, filter: noRoadFilter, duties, now: office.now(), timeZone: office.settings.timeZone }
  const paper = composeRoadPlan(await gatherRoadTable(office.db.read, wish), template)
  const bytes = isWord ? await writeWord([paper], office.now()) : await drawPdf(paper, office.now())
  return { title: paper.title, bytes }
}

/** Where a road stands, as the account may see it, on one page of PDF. */
export const printRoadSummary = async (
  office: Office,
  {
    language,
    signature,
    ...wish
  }: Omit<RoadSummaryWish, 'today'> & { language: Language; signature: SummarySignature },
): Promise<{ title: string; pdf: Buffer }> => {
  const template = await templateOfRoad(office.db.read, wish.cycleId, 'road-summary')
  const today = (standsOn: string | null) => todayOf(office, standsOn)
  const facts = await gatherRoadSummary(office.db.read, { ...wish, today })
  const paper = await firstOnOnePage(composeRoadSummary(facts, template, { language, signature }))
  return { title: paper.title, pdf: await drawPdf(paper, office.now()) }
}

/** What the congresses of a road brought, added up as the account may see it, as PDF. */
export const printResultsTable = async (
  office: Office,
  { language, ...wish }: Omit<RoadSummaryWish, 'today'> & { language: Language },
): Promise<{ title: string; pdf: Buffer }> => {
  const template = await templateOfRoad(office.db.read, wish.cycleId, 'results-table')
  const today = (standsOn: string | null) => todayOf(office, standsOn)
  const facts = await gatherRoadSummary(office.db.read, { ...wish, today })
  const paper = composeResultsTable(facts, template, language)
  return { title: paper.title, pdf: await drawPdf(paper, office.now()) }
}

/** The week of a leader, as the account may see it, as PDF. */
export const printLeaderWeek = async (
  office: Office,
  { language, ...wish }: Omit<LeaderWeekWish, 'today'> & { language: Language },
): Promise<{ title: string; pdf: Buffer }> => {
  const template = await templateOfRoad(office.db.read, wish.cycleId, 'leader-week')
  const today = (standsOn: string | null) => todayOf(office, standsOn)
  const paper = composeLeaderWeek(await gatherLeaderWeek(office.db.read, { ...wish, today }), template, language)
  return { title: paper.title, pdf: await drawPdf(paper, office.now()) }
}

const paperState = async (
  read: Reader,
  facts: CongressFacts,
  { template, listOf, today }: { template: Template; listOf: ReturnType<typeof listReader>; today: string },
): Promise<PaperState> => {
  const values = templateValues(template, facts)
  const allRows = await listOf(template)
  const rows = rowsOf({ template, rows: allRows, facts })
  const paper = await findPaper(read, facts.congress.id, template.kind)
  const copy = await signedCopyOf(read, paper)
  const released = await releasedFor(read, template, facts.congress.id)
  const now = () => ({ template, facts, filled: paper?.fields ?? {}, rows: allRows, today, ...released })
  const symbolOf = (each: Row<'papers'> | undefined) =>
    fieldsOf(template, each?.fields ?? {}, values, 'vi')['symbol'] ?? ''
  return {
    ...stateOf(template, values, paper, copy),
    life: isNumbered(template) ? await lifeOf(read, paper, { symbolOf, issuer: issuerOf(template), now, today }) : null,
    group: template.group ?? 'package',
    languages: [...template.languages],
    list: template.list ?? null,
    rowCount: copy ? copy.rowCount : template.list === undefined ? null : rows.length,
    isEachRow: template.each !== undefined && template.each !== 'paper',
    isCards: isCards(template),
    hasBack: template.look?.back !== undefined,
    hasTables: hasTables(template),
    sheets: [...sheetsOf(template)],
    sheet: sheetsOf(template).length === 0 ? null : usualSheet(template),
  }
}

const stateOf = (
  template: Template,
  values: Values,
  paper: Row<'papers'> | undefined,
  copy: SignedCopy | undefined,
) => {
  const filled = copy?.printed ?? paper?.fields ?? {}
  const valueOf = (field: TemplateField) => filled[field.name] || null
  const usualOf = (field: TemplateField) => (copy ? '' : fallbackOf(field, values, filled))
  // Once it is to be signed, number and day are what the clerk enters after it.
  const isTyped = !paper || takesTypedNumber(paper)
  const fields = template.fields.filter(({ name }) => isTyped || !ofClerk.has(name))
  return {
    kind: template.kind,
    titles: template.titles,
    fields: fields.map((field) => ({
      name: field.name,
      labels: field.labels,
      helps: field.helps,
      kind: field.kind,
      fallback: usualOf(field),
      value: valueOf(field),
    })),
    version: paper?.version ?? null,
    blanks: fields
      .filter((field) => field.isBlankable === true && (valueOf(field) ?? usualOf(field)) === '')
      .map(({ name }) => name),
  }
}

const ofClerk: ReadonlySet<string> = new Set(['number', 'day'])

/** Longest text of one line: more would not leave room for the rest of a page. */
const longestLine = 300

const faultsOf = (template: Template, fields: Readonly<Record<string, string>>): FieldFault[] =>
  Object.entries(fields).flatMap(([name, value]) => {
    const field = template.fields.find((each) => each.name === name)
    const rule = field === undefined ? 'unknown-key' : faultOf(field.kind, value)
    return rule === null ? [] : [{ field: `fields.${name}`, rule }]
  })

const faultOf = (kind: TemplateField['kind'], value: string): string | null => {
  if (value === '' || kind === 'text') return null
  if (kind === 'date') return isDate(value) ? null : 'not-a-date'
  if (value.includes('\n')) return 'wrong-form'
  return value.length > longestLine ? 'too-long' : null
}
