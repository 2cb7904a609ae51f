import { writerIn } from '../english/twins.ts'
import type { Language } from '../format/dates.ts'
import { formatNumber, formatShare } from '../format/numbers.ts'
import type { AssignedValues } from './assigned-values.ts'
import type { Block, Paper } from './blocks.ts'
import { faceComposer } from './card-faces.ts'
import type { Cards } from './cards.ts'
import { congressValues, type CongressFacts } from './facts.ts'
import { fieldsOf, type Values } from './fields.ts'
import { changeBlocks, changesSlot, releasedValues, type ReleasedPair } from './kinds/programme-changes.ts'
import { codeSlot, publicCodeBlocks } from './kinds/programme-code.ts'
import { closingOf, letterheadOf, ownNumberAndDay, recipientsOf, signaturesOf } from './kinds/official.ts'
import { runSheetBlocks, scriptBlocks, sessionBlocks } from './kinds/programme.ts'
import { hasAnyValue, hasValues, valuesOfRow, type ListRow } from './list-rows.ts'
import { tableOf } from './list-tables.ts'
import type { Logo } from './logo.ts'
import { officialWords } from './official-form.ts'
import { pageNumbersOf, pageOf } from './page-forms.ts'
import { namesIn, rowsIn } from './row-english.ts'
import { deciderAbove } from './rules/authority.ts'
import { fileTitle, holdTogether } from './rules/names.ts'
import { composeBlockSheets } from './seat-blocks.ts'
import { composeSeatChart } from './seat-chart.ts'
import { composeDelegationSheets } from './seat-delegations.ts'
import { hallIn } from './seat-english.ts'
import type { ChartMaking, ChartSheets } from './seat-parts.ts'
import { planSeats } from './seat-places.ts'
import { seatsValues, standingSentence, type SeatsTold } from './seats-told.ts'
import { putIn, rowNames, wordOf, type Template } from './templates.ts'
import { placeholdersIn, wordingComposer } from './wording.ts'

/** What a paper of a congress is made from. */
export interface Making {
  template: Template
  facts: CongressFacts
  /** What the secretary filled in. */
  filled: Readonly<Record<string, string>>
  /** Of the template's list, in their order. */
  rows: readonly ListRow[]
  today: string
  /** Of a paper as it was signed: its prints bear this time, so that each is the same byte for byte. */
  signedAt?: string
  /** Of a card with a place for one, where a unit keeps one. */
  logo?: Logo
  /** Of a kind that tells what changed from one release of the programme to the next; left out = nothing was released. */
  released?: ReleasedPair
  /** Of a kind that leads to the public page: its address; left out = it is not open. */
  publicAddress?: string
  /** So many blank ones follow those of the rows; names are written into them by hand. */
  spare?: number
  /** What its people were assigned; left out = its wording tells nothing of it. */
  assigned?: AssignedValues
  /** Of papers of seats, where the congress has a plan of them: which state of it they tell. */
  seats?: SeatsTold
  /** Its rows are no real ones: every page says so. */
  isSample?: boolean
}

/** Rows that the template prints, in the order of the list. */
export const rowsOf = (making: Pick<Making, 'template' | 'rows' | 'facts'>): ListRow[] =>
  chosenRows(making).filter(({ values }) => aboveIssuer(making, values) === null)

const chosenRows = ({ template: { where = {}, except = {} }, rows }: Pick<Making, 'template' | 'rows'>): ListRow[] =>
  rows.filter(({ values }) => hasValues(values, where) && !hasAnyValue(values, except))

/** Who decides an honour that the authority which issues the paper may not give; null = it may, or the paper is none of honours. */
const aboveIssuer = (
  { template: { uses = [] }, facts }: Pick<Making, 'template' | 'facts'>,
  { honour = '' }: ListRow['values'],
): string | null => (uses.includes('authority') && honour !== '' ? deciderAbove(honour, facts.units) : null)

/** Honours that are left out because others decide them, each with whom. */
export const honoursOfOthers = (making: Making): { honour: string; by: string }[] => {
  const all = chosenRows(making).flatMap(({ values }) => {
    const by = aboveIssuer(making, values)
    return by === null ? [] : [{ honour: values['honour'] ?? '', by }]
  })
  return [...new Map(all.map((each) => [each.honour, each])).values()]
}

/** The rows for which there is a paper or a card of its own, each with its place, then the blank ones. */
const numberedRows = (rows: readonly ListRow[], spare = 0): { row: ListRow; ordinal: string }[] => [
  ...rows.map((row, index) => ({ row, ordinal: String(index + 1) })),
  ...Array.from({ length: spare }, (_, index) => ({
    row: { id: spareId(index), values: {} as ListRow['values'] },
    ordinal: '',
  })),
]

/** What a blank paper or card has in the place of the id of its row. */
export const spareId = (index: number): string => `spare-${String(index + 1)}`

/** The papers of a kind: one, or one for each row. All share what does not vary. */
export const composePapers = function* (
  making: Making,
  language: Language,
): Generator<Paper & { rowId: string | null }> {
  const { template } = making
  const rows = rowsOf(making)
  const { shared, fields } = sharedValues(making, rows, language)
  const year = yearOf(making)
  const put = (text: string) => putIn(text, shared)
  const paper = {
    title: titleOf(template, fields, language),
    language,
    page: pageOf(template),
    pageNumbers: pageNumbersOf(template, language),
    address: fields['address'] ?? '',
    ...(template.scale === undefined ? {} : { scale: template.scale }),
    ...(template.leastScale === undefined ? {} : { leastScale: template.leastScale }),
  }
  const isEach = template.each === 'row'
  const listed = isEach ? [] : namesIn(language, rows, making.facts.twins)
  const tables = Object.fromEntries(
    Object.entries(template.tables ?? {}).map(([slot, spec]) => [
      slot,
      isEach ? [] : [tableOf(spec, listed, { language, shared, columns: template.columns })],
    ]),
  )
  const slots: Record<string, Block[]> = {
    letterhead: [letterheadOf(fields, { year, language })],
    addressees: addresseesOf(fields['addressees'] ?? '', language),
    closing: [closingOf(fields, language)],
    recipientList: [recipientsOf(fields, language)],
    signatures: [signaturesOf(fields, (name) => template.words[language][name] ?? '')],
    ...programmeSlots(making, { year, language }),
    ...tables,
  }
  const compose = wordingComposer(template.wording[language], namesOfRows(template), { putIn: put, slots })
  if (!isEach) {
    yield { ...paper, blocks: compose(put, {}), rowId: null }
    return
  }
  for (const { row, ordinal } of numberedRows(
    rowsIn(language, rows, { ...template, twins: making.facts.twins }),
    making.spare,
  )) {
    const own = valuesOfRow(row, { ordinal, ...making.assigned?.[language]?.[row.id] })
    const code = codeOf(row.values['link'] ?? '', template.words[language]['codeCaption'] ?? '')
    yield { ...paper, blocks: compose((text) => putIn(text, own, shared), { code }), rowId: row.id }
  }
}

/** The year that stands on a paper whose day is still blank. */
const yearOf = ({ facts: { congress }, today }: Making): string =>
  (congress.dateFrom ?? congress.weekOf ?? today).slice(0, 4)

/** The name of a paper: its kind and what it is about. */
export const titleOf = (
  { titles }: Template,
  { title = '' }: Readonly<Record<string, string>>,
  language: Language,
): string => fileTitle(titles[language], title)

/** What all rows of a paper know. */
export const sharedValues = (
  making: Making,
  rows: readonly ListRow[],
  language: Language,
): Record<'shared' | 'fields', Record<string, string>> => {
  const { values, fields } = valuesOf(making, language)
  const counts = countsOf(making.template, rows, language)
  const title = holdTogether(fields['title'] ?? '')
  const own = ownNumberAndDay(fields, { year: yearOf(making), language })
  return {
    fields,
    shared: {
      ...values,
      ...counts,
      ...figuresOf(making.template, rows),
      ...releasedValues(making.released, language),
      ...seatsValues(making, rows, language),
      ...fields,
      ...own,
      title,
      rowCount: String(rows.length),
    },
  }
}

/** The cards of a kind, one for each row; elements that do not vary are shared by all. */
export const composeCards = (
  making: Making,
  language: Language,
  { skipped = 0, overprint = null }: Partial<Pick<Cards, 'skipped' | 'overprint'>> = {},
): Cards & { rowIds: string[] } => {
  const { template } = making
  const { look } = template
  if (!look) throw new Error(`${template.kind} is no card`)
  const { values, fields } = valuesOf(making, language)
  const rows = rowsOf(making)
  const shared = { ...values, ...fields, rowCount: String(rows.length) }
  const how = { shared, names: namesOfRows(template), language, logo: making.logo }
  const front = faceComposer(look.front, how)
  const back = look.back ? faceComposer(look.back, how) : null
  const { page, card, columns, rows: rowCount, gap, hasCropMarks } = look
  // Cards without a list are all alike: one of them.
  const isAlike = template.columns.length === 0
  const listed = isAlike ? [{ id: '', values: {} }] : rowsIn(language, rows, { ...template, twins: making.facts.twins })
  const made = numberedRows(listed, isAlike ? 0 : making.spare)
  const faces = made.map(({ row, ordinal }, at) => {
    const own = valuesOfRow(row, { ordinal, ...making.assigned?.[language]?.[row.id] })
    // Colours go by what is on the list, in whichever language it is told.
    const listed = rows[at]?.values ?? {}
    return { front: front(own, listed), back: back ? back(own, listed) : null }
  })
  return {
    title: template.titles[language],
    language,
    sheet: { page, card, columns, rows: rowCount, gap, hasCropMarks },
    faces,
    skipped,
    overprint,
    rowIds: made.map(({ row }) => row.id),
  }
}

/** What a paper of the kind knows of its congress. */
export const templateValues = ({ symbol: kindSymbol = '' }: Pick<Template, 'symbol'>, facts: CongressFacts): Values => {
  const { vi, en } = congressValues(facts)
  return { vi: { ...vi, kindSymbol }, en: { ...en, kindSymbol } }
}

/** The chart or the sheets of seats of a kind that has them; in its own size, and without marks, unless told. */
export const composeChart = (
  making: Making,
  language: Language,
  { page, ...marks }: Partial<Pick<ChartMaking, 'page' | 'marked' | 'lost'>> = {},
): ChartSheets => {
  const { each = 'row' } = making.template
  const compose =
    each === 'block' ? composeBlockSheets : each === 'delegation' ? composeDelegationSheets : composeSeatChart
  const hall = hallIn(language, planSeats(rowsOf(making)))
  return compose(hall, { ...chartMaking(making, language, page), ...marks })
}

/** How the chart of a kind that is one is drawn. */
export const chartMaking = (
  making: Making,
  language: Language,
  page: ChartMaking['page'] = pageOf(making.template),
): ChartMaking => {
  const { template, facts } = making
  const { values, fields } = valuesOf(making, language)
  return {
    ...{ page, language, title: template.titles[language], subtitle: values['congress'] ?? '' },
    stage: fields['stage'] ?? '',
    word: (name) => wordOf(template, language, name),
    nameOf: writerIn(language, facts.twins),
    isFromStage: template.isFromStage === true,
    standing: making.seats?.standing ? standingSentence(making.seats.standing, language) : '',
  }
}

/** A chart of which no seat can be drawn: nothing that is worth a sheet of paper. */
export const isEmptyChart = (making: Making): boolean =>
  making.template.isChart === true &&
  planSeats(rowsOf(making)).seats.every(({ name }) => making.template.each === 'delegation' && name === '')

/** All parts of a paper, in the order in which they are drawn. */
export const composeParts = (making: Making, language: Language): Iterable<Paper | Cards> => {
  if (making.template.isChart === true) return [composeChart(making, language)]
  if (making.template.look) return [composeCards(making, language)]
  // Each is composed when it is its turn to be drawn: thousands of letters are never held at once.
  return { [Symbol.iterator]: () => composePapers(making, language) }
}

/** The values and fields of an edition. */
const valuesOf = ({ template, facts, filled }: Making, language: Language) => {
  const values = templateValues(template, facts)
  return { values: values[language], fields: fieldsOf(template, filled, values, language, facts.twins) }
}

const namesOfRows = ({ columns }: Template): ReadonlySet<string> =>
  new Set([...columns.map(({ name }) => name), ...rowNames.filter((name) => name !== 'rowCount')])

/** The ways in which a programme is told, those that the wording asks for. */
const programmeSlots = (
  { template, facts, released, publicAddress }: Making,
  how: { year: string; language: Language },
): Record<string, Block[]> => {
  const tell = { sessions: sessionBlocks, runSheet: runSheetBlocks, script: scriptBlocks }
  const { twins } = facts
  return Object.fromEntries([
    ...Object.entries(tell).flatMap(([slot, blocksOf]) =>
      usesSlot(template, slot, how.language) ? [[slot, blocksOf(template, facts, how)]] : [],
    ),
    ...(usesSlot(template, changesSlot, how.language)
      ? [[changesSlot, changeBlocks(template, released, { language: how.language, twins })]]
      : []),
    ...(usesSlot(template, codeSlot, how.language)
      ? [[codeSlot, publicCodeBlocks(template, publicAddress, how.language)]]
      : []),
  ]) as Record<string, Block[]>
}

/** How many rows have the values that the template counts, and their share of all. */
const countsOf = ({ counts = {} }: Template, rows: readonly ListRow[], language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([name, wanted]) => {
      const count = rows.filter(({ values }) => hasValues(values, wanted)).length
      return [
        [name, formatNumber(count, language)],
        [`${name}Share`, formatShare(count, rows.length, language)],
      ]
    }),
  )

/** Numbers that the list tells, and their shares; empty where it does not. */
const figuresOf = ({ figures = {} }: Template, rows: readonly ListRow[]): Record<string, string> => {
  const byKey = new Map(rows.map(({ values }) => [values['key'], values]))
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, key]) => {
      const { count = '', share = '' } = byKey.get(key) ?? {}
      return [
        [name, count],
        [`${name}Share`, share],
      ]
    }),
  )
}

const usesSlot = ({ wording }: Template, slot: string, language: Language): boolean =>
  wording[language].some(({ style, text }) => style === 'slot' && placeholdersIn(text)[0] === slot)

/** Side of a code on a letter, in millimetres. */
const codeSide = 20

const codeOf = (value: string, caption: string): Block[] =>
  value === '' ? [] : [{ kind: 'code', value, caption, side: codeSide }]

const addresseesOf = (text: string, language: Language): Block[] => {
  const names = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–]\s*/u, '').replace(/[\s;.]+$/u, ''))
    .filter((line) => line !== '')
  return names.length === 0 ? [] : [{ kind: 'addressees', word: officialWords[language].addressees, names }]
}
