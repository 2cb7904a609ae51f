import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Duty } from '../accounts/schema.ts'
import type { Office } from '../office.ts'
import { askedOf, fieldsToImport, type Asked } from './asked-fields.ts'
import { columnsOf, contentOf, nameOrderOf, sheetOf, unaskedFields, withFields, type Content } from './content.ts'
import { delegateFields } from './delegate-fields.ts'
import { draftOf, type Draft } from './draft.ts'
import { congressFields, unitFields, venueFields } from './fields.ts'
import { recordRows } from './headings.ts'
import { eachInTurn } from './in-turn.ts'
import { planCongressImport } from './import-congresses.ts'
import { planDelegateImport } from './import-delegates.ts'
import { planUnitListImport } from './import-unit-list.ts'
import { planUnitImport, type Plan } from './import-units.ts'
import { planVenueImport } from './import-venues.ts'
import { restoringOf, widthOfCodes } from './lost-digits.ts'
import type { ImportNote } from './rules/notes.ts'
import { pageOf, totalsOf, zeroColumns } from './rules/pages.ts'
import { listNumbers, rememberedNames } from './queries.ts'
import {
  requiredFields,
  type Details,
  type ImportKind,
  type ImportPreview,
  type ImportRow,
  type RowFilter,
} from './schema.ts'
import type { SheetRow } from './sheet.ts'
import type { FieldKind } from './values.ts'

/** What is shown of a dry run but for its rows. */
type Summary = Omit<ImportPreview, 'rows' | 'found' | 'page'>

export interface DryRun {
  summary: Summary
  rows: ImportRow[]
  content: Content
  plan: Plan
  /** Required fields that no column is chosen for: nothing can be imported. */
  missing: string[]
}

/** Which rows of a dry run are looked at; none = the first ones of all. */
export interface Look {
  show?: RowFilter
  page?: string
}

/** A page of a dry run. */
export const previewOf = ({ summary, rows }: Pick<DryRun, 'summary' | 'rows'>, look: Look = {}): ImportPreview => ({
  ...summary,
  ...pageOf(rows, look.show ?? null, Number(look.page ?? 1)),
})

/** Works out what an import would do now. The same facts give the same digest. */
export const dryRun = async (
  office: Office,
  read: Reader,
  row: Row<'imports'>,
  duties: readonly Duty[],
): Promise<DryRun> => {
  const kind = row.kind as ImportKind
  const kept = contentOf(row.content)
  const { congressId, sendingUnitId: unitId } = kept
  const asked: Asked = congressId === null ? new Set() : await askedOf(read, { congressId, unitId }, duties)
  const fields = fieldsToImport(kind, congressId === null ? null : { unitId, asked })
  const content = withFields(kept, fields)
  const remembered = await rememberedNames(read, kind, row.unitId)
  const required = requiredFieldsOf(kind, content)
  const missing = required.filter((field) => !content.columns.includes(field))
  const isMapped = missing.length === 0
  const { drafts, passedOver } = isMapped
    ? await draftsOf(content, kind, await codesOf(read, content))
    : { drafts: [], passedOver: [] }
  const plan = await planOf(office, read, { row, content, drafts, duties, asked })
  const rows = plan.judged.map(({ shown }) => shown)
  const shown = new Set(content.columns)
  const others = rows.flatMap(({ cells }) => cells.flatMap(({ field, code }) => (code === null ? [] : field)))
  const exact = rows.filter(({ question }) => question?.code === 'known-elsewhere' && question.isExact)
  const summary: Summary = {
    id: row.id,
    kind,
    fileName: row.fileName,
    sheets: content.workbook.sheets.map(({ name }) => name),
    sheet: content.sheet,
    headerRow: content.headerRow,
    columns: columnsOf(content, kind, remembered, fields),
    fields: fields.map((name) => ({ name, isRequired: required.includes(name) })),
    nameOrder: nameOrderOf(content),
    congressId: content.congressId,
    sendingUnitId: content.sendingUnitId,
    totals: totalsOf(rows),
    rowCount: rows.length,
    otherFields: [...new Set(others)].filter((field) => !shown.has(field)),
    zeros: zeroColumns(rows),
    restored: content.restored,
    exact: { count: exact.length, decision: content.decidedAll },
    isOtherCongress:
      plan.notes?.some(({ code }) => code === 'other-congress' || code === 'other-unit') === true &&
      !content.isOtherAccepted,
    notes: [
      ...(isMapped ? (plan.notes ?? []) : []),
      ...notesOf(content, missing, passedOver),
      ...notAsked(content, kind, fields),
    ],
    digest: await digestOf(content, rows),
  }
  return { summary, rows, content, plan, missing }
}

/** Of all that is shown, row after row: as one text it would be as large again as the file. */
const digestOf = async (content: Content, rows: readonly ImportRow[]): Promise<string> => {
  const { sheet, headerRow, columns, isOtherAccepted } = content
  const hash = createHash('sha256').update(JSON.stringify([sheet, headerRow, columns, isOtherAccepted]))
  await eachInTurn(rows, (row) => hash.update(JSON.stringify(row)))
  return hash.digest('hex')
}

/** A name that stands in two columns needs none of its own. */
const requiredFieldsOf = (kind: ImportKind, { columns }: Content): readonly string[] =>
  kind === 'delegates' && columns.includes('firstName') ? [] : requiredFields[kind]

const kindsOf = { units: unitFields, venues: venueFields, congresses: congressFields, delegates: delegateFields }

/** Codes that are here already: those of the file have as many figures. */
const codesOf = async (read: Reader, { congressId }: Content): Promise<string[]> =>
  congressId === null ? [] : listNumbers(read, congressId)

const draftsOf = async (
  content: Content,
  kind: ImportKind,
  codes: readonly string[],
): Promise<{ drafts: Draft[]; passedOver: number[] }> => {
  const { rows, passedOver } = recordRows(sheetOf(content), content.headerRow)
  const kinds: Readonly<Record<string, FieldKind>> = kindsOf[kind]
  const by = {
    kinds,
    widths: widthsOf(rows, content.columns, kinds, codes),
    isRestored: restoringOf(content.restored),
    nameOrder: nameOrderOf(content),
    mended: content.mended,
  }
  const drafts = await eachInTurn(rows, (row) => draftOf(row, content.columns, by))
  return { drafts: drafts.flatMap((draft) => draft ?? []), passedOver }
}

/** How many figures the codes of each column have. */
const widthsOf = (
  rows: readonly SheetRow[],
  columns: readonly (string | null)[],
  kinds: Readonly<Record<string, FieldKind>>,
  standing: readonly string[],
): Map<string, number | null> =>
  new Map(
    columns.flatMap((field, at) => {
      if (field === null || kinds[field]?.digits !== 'code') return []
      return [[field, widthOfCodes([...standing, ...rows.map(({ cells }) => cells[at]?.text ?? '')])]]
    }),
  )

interface Planning {
  row: Row<'imports'>
  content: Content
  drafts: Draft[]
  duties: readonly Duty[]
  /** What is asked of delegates. */
  asked: Asked
}

const planOf = (office: Office, read: Reader, planning: Planning): Promise<Plan> => {
  const { row, drafts } = planning
  if (row.kind === 'units') return planUnitImport(read, drafts, row.unitId)
  if (row.kind === 'venues') return planVenueImport(read, drafts, row.unitId)
  if (row.kind === 'delegates') {
    const planDelegates = planning.content.sendingUnitId === null ? planDelegateImport : planUnitListImport
    return planDelegates(office, read, planning)
  }
  return planCongressImport(office, read, drafts, row)
}

/** Columns of the file for what is not asked here, or not of this account. */
const notAsked = (content: Content, kind: ImportKind, fields: readonly string[]) => {
  const found = unaskedFields(content, kind, fields).filter((field) => field !== null)
  return [...new Set(found)].map((field) => ({ code: 'column-not-asked' as const, details: { field } }))
}

const notesOf = ({ workbook, columns }: Content, missing: string[], passedOver: readonly number[]) => {
  const notes: { code: ImportNote; details: Details }[] = []
  const counted = (code: ImportNote, count: number) => {
    if (count > 0) notes.push({ code, details: { count } })
  }
  if (columns.every((field) => field === null)) notes.push({ code: 'heading-not-found', details: {} })
  for (const field of missing) notes.push({ code: 'column-missing', details: { field } })
  const chosen = columns.filter((field) => field !== null)
  for (const field of new Set(chosen.filter((each, index) => chosen.indexOf(each) < index))) {
    notes.push({ code: 'column-twice', details: { field } })
  }
  if (workbook.encoding !== null) notes.push({ code: 'text-decoded', details: { encoding: workbook.encoding } })
  counted('formulas-taken-as-values', workbook.formulas.taken)
  counted('formulas-without-value', workbook.formulas.without)
  if (passedOver.length > 0) {
    notes.push({ code: 'rows-passed-over', details: { count: passedOver.length, rows: runsOf(passedOver) } })
  }
  counted('columns-left-out', workbook.columnsLeftOut)
  counted('hidden-sheets', workbook.hiddenSheets)
  if (missing.length === 0) notes.push({ code: 'empty-cells-keep', details: {} })
  return notes
}

/** Numbers that rise, as they are told: «7, 32–35»; of many the first ones. */
const runsOf = (numbers: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  const told = runs.slice(0, mostRuns).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return [...told, ...(runs.length > mostRuns ? ['…'] : [])].join(', ')
}

const mostRuns = 10
