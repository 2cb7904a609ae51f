import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Office } from '../office.ts'
import { columnsOf, sheetOf, type Content } from './content.ts'
import { draftOf, type Draft } from './draft.ts'
import { congressFields, unitFields, venueFields } from './fields.ts'
import { recordRows } from './headings.ts'
import { planCongressImport } from './import-congresses.ts'
import { planUnitImport, type Plan } from './import-units.ts'
import { planVenueImport } from './import-venues.ts'
import { restoringOf, widthOfCodes } from './lost-digits.ts'
import { rememberedNames } from './queries.ts'
import {
  importFields,
  requiredFields,
  type Details,
  type ImportKind,
  type ImportNote,
  type ImportPreview,
  type ImportRow,
} from './schema.ts'
import type { SheetRow } from './sheet.ts'
import type { FieldKind } from './values.ts'

export interface DryRun {
  preview: ImportPreview
  content: Content
  plan: Plan
  /** Required fields that no column is chosen for: nothing can be imported. */
  missing: string[]
}

/** Works out what an import would do now. The same facts give the same digest. */
export const dryRun = async (office: Office, read: Reader, row: Row<'imports'>): Promise<DryRun> => {
  const content = row.content as Content
  const kind = row.kind as ImportKind
  const remembered = await rememberedNames(read, kind)
  const missing = requiredFields[kind].filter((field) => !content.columns.includes(field))
  const { drafts, passedOver } = missing.length > 0 ? { drafts: [], passedOver: 0 } : draftsOf(content, kind)
  const plan = await planOf(office, read, row, drafts)
  const rows = plan.judged.map(({ shown }) => shown)
  const preview: Omit<ImportPreview, 'digest'> = {
    id: row.id,
    kind,
    fileName: row.fileName,
    sheets: content.workbook.sheets.map(({ name }) => name),
    sheet: content.sheet,
    headerRow: content.headerRow,
    columns: columnsOf(content, kind, remembered),
    fields: importFields[kind].map((name) => ({ name, isRequired: isRequired(kind, name) })),
    totals: totalsOf(rows),
    rows,
    notes: notesOf(content, missing, passedOver),
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([content.sheet, content.headerRow, content.columns, rows]))
    .digest('hex')
  return { preview: { ...preview, digest }, content, plan, missing }
}

const isRequired = (kind: ImportKind, field: string) => (requiredFields[kind] as readonly string[]).includes(field)

const kindsOf = { units: unitFields, venues: venueFields, congresses: congressFields }

const draftsOf = (content: Content, kind: ImportKind): { drafts: Draft[]; passedOver: number } => {
  const { rows, passedOver } = recordRows(sheetOf(content), content.headerRow)
  const kinds: Readonly<Record<string, FieldKind>> = kindsOf[kind]
  const by = { kinds, widths: widthsOf(rows, content.columns, kinds), isRestored: restoringOf(content.restored) }
  return { drafts: rows.flatMap((row) => draftOf(row, content.columns, by) ?? []), passedOver }
}

/** How many figures the codes of each column have. */
const widthsOf = (
  rows: readonly SheetRow[],
  columns: readonly (string | null)[],
  kinds: Readonly<Record<string, FieldKind>>,
): Map<string, number | null> =>
  new Map(
    columns.flatMap((field, at) => {
      if (field === null || kinds[field]?.digits !== 'code') return []
      return [[field, widthOfCodes(rows.map(({ cells }) => cells[at]?.text ?? ''))]]
    }),
  )

const planOf = (office: Office, read: Reader, row: Row<'imports'>, drafts: Draft[]): Promise<Plan> => {
  if (row.kind === 'units') return planUnitImport(read, drafts, row.unitId)
  if (row.kind === 'venues') return planVenueImport(read, drafts, row.unitId)
  return planCongressImport(office, read, drafts, row)
}

const totalsOf = (rows: ImportRow[]): ImportPreview['totals'] => {
  const inState = (wanted: string) => rows.filter(({ state }) => state === wanted).length
  return {
    new: inState('new'),
    changed: inState('changed'),
    same: inState('same'),
    warning: rows.filter(({ cells }) => cells.some(({ state }) => state === 'warning')).length,
    error: inState('error'),
  }
}

const notesOf = ({ workbook, columns }: Content, missing: string[], passedOver: number) => {
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
  counted('rows-passed-over', passedOver)
  counted('columns-left-out', workbook.columnsLeftOut)
  counted('hidden-sheets', workbook.hiddenSheets)
  if (missing.length === 0) notes.push({ code: 'empty-cells-keep', details: {} })
  return notes
}
