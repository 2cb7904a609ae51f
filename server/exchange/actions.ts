import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCycle } from '../cycles/queries.ts'
import { importChanged, importColumnsMissing, invalid, notFound, nothingToImport } from '../errors.ts'
import { cleanText, cutTo } from '../format/search.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit, lineOfUnit, subtreeOfUnits } from '../units/queries.ts'
import { columnsOf, guessContent, guessUnder, type Content } from './content.ts'
import { foldHeading } from './field-names.ts'
import { dryRun, type DryRun } from './preview.ts'
import * as queries from './queries.ts'
import { readWorkbook } from './reading/read-workbook.ts'
import { importFields, type ImportChoice, type ImportDone, type ImportKind, type ImportPreview } from './schema.ts'

export interface Upload {
  kind: ImportKind
  unitId: string | null
  cycleId: string | null
  fileName: string
  bytes: Uint8Array
}

/** Dry runs live so long; then whoever comes back uploads the file again. */
const daysKept = 2

/** Reads a file and shows what importing it would do; nothing is changed. */
export const startImport = async (office: Office, accountId: string, upload: Upload): Promise<ImportPreview> => {
  const { kind, unitId, cycleId, fileName, bytes } = upload
  await checkPlace(office.db.read, upload)
  const workbook = await readWorkbook(bytes)
  const content = guessContent(workbook, kind, await queries.rememberedNames(office.db.read, kind))
  const now = office.now()
  const row: Row<'imports'> = {
    id: newId(),
    kind,
    accountId,
    unitId,
    cycleId,
    fileName: cutTo(cleanText(fileName), 200),
    content,
    createdAt: now.toISOString(),
  }
  await office.db.write(async (tx) => {
    await queries.removeImportsBefore(tx, new Date(now.getTime() - daysKept * 86_400_000).toISOString())
    await queries.saveImport(tx, row)
  })
  return (await dryRun(office, office.db.read, row)).preview
}

/** Congresses are imported into a cycle whose road the unit is on. */
const checkPlace = async (read: Reader, { kind, unitId, cycleId }: Upload): Promise<void> => {
  if (unitId !== null && !(await findUnit(read, unitId))) throw notFound()
  if (kind !== 'congresses') return
  if (cycleId === null) throw invalid([{ field: 'cycleId', rule: 'required' }])
  const cycle = await findCycle(read, cycleId)
  if (!cycle) throw notFound()
  if (unitId === null || (await lineOfUnit(read, unitId)).includes(cycle.unitId)) return
  if (!(await subtreeOfUnits(read, [unitId])).has(cycle.unitId)) throw notFound()
}

export const showImport = async (office: Office, id: string): Promise<DryRun> =>
  dryRun(office, office.db.read, await requireImport(office.db.read, id))

const requireImport = async (read: Reader, id: string): Promise<Row<'imports'>> => {
  const row = await queries.findImport(read, id)
  if (!row) throw notFound()
  return row
}

/** Takes another sheet, header row or meaning of the columns. */
export const chooseColumns = async (office: Office, id: string, choice: ImportChoice): Promise<ImportPreview> => {
  const row = await requireImport(office.db.read, id)
  const kind = row.kind as ImportKind
  const before = row.content as Content
  const fields: readonly string[] = importFields[kind]
  if (!before.workbook.sheets.some(({ name }) => name === choice.sheet)) {
    throw invalid([{ field: 'sheet', rule: 'not-a-choice' }])
  }
  if (!choice.columns.every((field) => field === null || fields.includes(field))) {
    throw invalid([{ field: 'columns', rule: 'not-a-choice' }])
  }
  const chosen: Content = { ...before, ...choice, restored: choice.restored ?? [], isChosen: true }
  const remembered = await queries.rememberedNames(office.db.read, kind)
  const content =
    choice.columns.length > 0 ? chosen : guessUnder(chosen, kind, remembered, choice.sheet !== before.sheet)
  await office.db.write((tx) => queries.changeContent(tx, id, content))
  return (await dryRun(office, office.db.read, { ...row, content })).preview
}

/** Imports exactly what was shown, in one act; rows with errors are left out. */
export const confirmImport = (office: Office, actor: Actor, id: string, digest: string): Promise<Done<ImportDone>> =>
  act(office, actor, { action: '', subject: '', unitId: null }, async (rows) => {
    const row = await requireImport(rows.tx, id)
    const { preview, content, plan, missing } = await dryRun(office, rows.tx, row)
    const { totals } = preview
    if (missing.length > 0) throw importColumnsMissing(missing)
    if (preview.digest !== digest) throw importChanged()
    if (totals.new + totals.changed === 0) throw nothingToImport()
    await plan.write(rows, actor)
    await remember(rows.tx, preview, content)
    await queries.removeImport(rows.tx, id)
    const { fileName: subject, unitId, cycleId } = row
    rows.say({ action: `${row.kind}-imported`, subject, unitId, cycleId })
    return { created: totals.new, changed: totals.changed, same: totals.same, skipped: totals.error }
  })

/** The next file with these headings is understood at once. */
const remember = async (tx: Writer, { kind }: ImportPreview, content: Content): Promise<void> => {
  for (const { heading, field } of columnsOf(content, kind, new Map())) {
    const folded = cutTo(foldHeading(heading), 200)
    if (field !== null && folded !== '') await queries.rememberName(tx, { id: newId(), kind, folded, field })
  }
}

export const cancelImport = (office: Office, id: string): Promise<void> =>
  office.db.write((tx) => queries.removeImport(tx, id))
