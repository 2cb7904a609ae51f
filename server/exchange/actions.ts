import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCycle } from '../cycles/queries.ts'
import {
  importChanged,
  importColumnsMissing,
  importOfOtherCongress,
  invalid,
  notFound,
  nothingToImport,
} from '../errors.ts'
import { cleanText, cutTo } from '../format/search.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { requirePlace } from '../unit-lists/actions.ts'
import { refuseClosed } from '../unit-lists/closed.ts'
import { findUnit, lineOfUnit, subtreeOfUnits } from '../units/queries.ts'
import { askedOf, fieldsToImport } from './asked-fields.ts'
import {
  columnsOf,
  contentOf,
  guessContent,
  guessUnder,
  withRowsChoice,
  type Content,
  type DelegatesInto,
} from './content.ts'
import type { NamedFile } from './exports.ts'
import { writeFaults } from './faults-workbook.ts'
import { foldHeading, namesOfKind } from './field-names.ts'
import { requireCongress } from './import-delegates.ts'
import { keepRun, keptRun, stampOf } from './kept-runs.ts'
import { dryRun, previewOf, type Look } from './preview.ts'
import * as queries from './queries.ts'
import { readWorkbook } from './reading/read-workbook.ts'
import type { ImportChoice, ImportDone, ImportKind, ImportPreview, ImportRowsChoice } from './schema.ts'

export interface Upload {
  kind: ImportKind
  unitId: string | null
  cycleId: string | null
  /** The congress that delegates are imported into. */
  congressId: string | null
  /** The unit into whose own list for that congress they are; null = into the congress. */
  sendingUnitId: string | null
  fileName: string
  bytes: Uint8Array
}

/** Whose dry run it is: what is said of other congresses is what this account may see. */
type Viewer = Actor & { id: string; duties: readonly Duty[] }

/** Dry runs live so long; then whoever comes back uploads the file again. */
const daysKept = 2

/** Reads a file and shows what importing it would do; nothing is changed. */
export const startImport = async (office: Office, account: Viewer, upload: Upload): Promise<ImportPreview> => {
  const { kind, cycleId, fileName, bytes } = upload
  const unitId = await placeOf(office.db.read, upload)
  const workbook = await readWorkbook(bytes)
  const remembered = await queries.rememberedNames(office.db.read, kind, unitId)
  const fields = await fieldsFor(office.db.read, kind, upload, account)
  const now = office.now()
  const row: Row<'imports'> = {
    id: newId(),
    kind,
    accountId: account.id,
    unitId,
    cycleId,
    fileName: cutTo(cleanText(fileName), 200),
    content: guessContent(workbook, kind, namesOfKind(kind, remembered, fields), upload),
    createdAt: now.toISOString(),
  }
  await office.db.write(async (tx) => {
    await queries.removeImportsBefore(tx, new Date(now.getTime() - daysKept * 86_400_000).toISOString())
    await queries.saveImport(tx, row)
  })
  return show(office, row, account)
}

/** What this account may import there now. */
const fieldsFor = async (
  read: Reader,
  kind: ImportKind,
  { congressId, sendingUnitId }: DelegatesInto,
  { duties }: Viewer,
): Promise<readonly string[]> => {
  if (congressId === null) return fieldsToImport(kind, null)
  const list = { congressId, unitId: sendingUnitId }
  return fieldsToImport(kind, { unitId: sendingUnitId, asked: await askedOf(read, list, duties) })
}

/** The unit that the import stands at; of delegates, that of their congress, of a unit's list its own. */
const placeOf = async (read: Reader, upload: Upload): Promise<string | null> => {
  const { congressId, sendingUnitId } = upload
  if (sendingUnitId !== null) {
    await refuseClosed(read, { congressId, unitId: sendingUnitId })
    return sendingUnitId
  }
  if (upload.kind === 'delegates') return (await requireCongress(read, upload.congressId)).unitId
  await checkPlace(read, upload)
  return upload.unitId
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

/** Works the dry run out and keeps it, so that its other pages cost nothing. */
const show = async (office: Office, row: Row<'imports'>, { duties }: Viewer, look: Look = {}) => {
  const stamp = await stampOf(office)
  const run = await dryRun(office, office.db.read, row, duties)
  keepRun(office, run, stamp)
  return previewOf(run, look)
}

/** A page of a dry run: of the one that is looked at (`digest`), as long as nothing was done meanwhile. */
export const showImport = async (
  office: Office,
  id: string,
  account: Viewer,
  { digest = '', ...look }: Look & { digest?: string } = {},
): Promise<ImportPreview> => {
  const kept = await keptRun(office, id, digest)
  return kept ? previewOf(kept, look) : show(office, await requireImport(office.db.read, id), account, look)
}

export const faultsOfImport = async (office: Office, id: string, { duties }: Viewer): Promise<NamedFile> =>
  writeFaults(await dryRun(office, office.db.read, await requireImport(office.db.read, id), duties))

const requireImport = async (read: Reader, id: string): Promise<Row<'imports'>> => {
  const row = await queries.findImport(read, id)
  if (!row) throw notFound()
  return row
}

/** Takes another sheet, header row or meaning of the columns. */
export const chooseColumns = async (
  office: Office,
  id: string,
  account: Viewer,
  choice: ImportChoice,
): Promise<ImportPreview> => {
  const row = await requireImport(office.db.read, id)
  const kind = row.kind as ImportKind
  const before = contentOf(row.content)
  const fields = await fieldsFor(office.db.read, kind, before, account)
  if (!before.workbook.sheets.some(({ name }) => name === choice.sheet)) {
    throw invalid([{ field: 'sheet', rule: 'not-a-choice' }])
  }
  if (!choice.columns.every((field) => field === null || fields.includes(field))) {
    throw invalid([{ field: 'columns', rule: 'not-a-choice' }])
  }
  const { restored = [], nameOrder = before.nameOrder, ...places } = choice
  const chosen: Content = { ...before, ...places, restored, nameOrder, isChosen: true }
  const remembered = await queries.rememberedNames(office.db.read, kind, row.unitId)
  const content =
    choice.columns.length > 0
      ? chosen
      : guessUnder(chosen, namesOfKind(kind, remembered, fields), choice.sheet !== before.sheet)
  await office.db.write((tx) => queries.changeContent(tx, id, content))
  return show(office, { ...row, content }, account)
}

/** Takes what a person says of single rows: cells that are mended, and who is meant. */
export const chooseRows = async (
  office: Office,
  id: string,
  account: Viewer,
  { look, ...choice }: ImportRowsChoice & { look: Look },
): Promise<ImportPreview> => {
  const row = await requireImport(office.db.read, id)
  const before = contentOf(row.content)
  const fields = await fieldsFor(office.db.read, row.kind as ImportKind, before, account)
  if (!(choice.mended ?? []).every(({ field }) => fields.includes(field))) {
    throw invalid([{ field: 'mended', rule: 'not-a-choice' }])
  }
  const content = withRowsChoice(before, choice)
  await office.db.write((tx) => queries.changeContent(tx, id, content))
  return show(office, { ...row, content }, account, look)
}

/**
 * Imports exactly what was shown, in one act; rows with errors are left out. Lists of a congress are written by its
 * secretariat, that of a unit by the unit's, the road by who organizes it: each is confirmed by a route of its own.
 */
export const confirmImport = (
  office: Office,
  actor: Viewer,
  { id, digest, ...into }: { id: string; digest: string } & DelegatesInto,
): Promise<Done<ImportDone>> =>
  act(office, actor, { action: '', subject: '', unitId: null }, async (rows) => {
    const row = await requireImport(rows.tx, id)
    const { congressId, sendingUnitId } = contentOf(row.content)
    const isHere = congressId === into.congressId && sendingUnitId === into.sendingUnitId
    if (row.accountId !== actor.id || !isHere) throw notFound()
    const { summary, content, plan, missing } = await dryRun(office, rows.tx, row, actor.duties)
    const { totals } = summary
    if (missing.length > 0) throw importColumnsMissing(missing)
    if (summary.digest !== digest) throw importChanged()
    if (summary.isOtherCongress) throw importOfOtherCongress()
    if (totals.new + totals.changed === 0) throw nothingToImport()
    await plan.write(rows, actor)
    await remember(rows.tx, row, content)
    await queries.removeImport(rows.tx, id)
    const { fileName: subject, unitId, cycleId } = row
    rows.say({ action: `${row.kind}-imported`, subject, unitId, cycleId, congressId })
    if (congressId !== null && sendingUnitId !== null) {
      rows.say({ action: 'unit-list-imported' })
      await requirePlace(rows, { congressId, unitId: sendingUnitId })
    }
    const { new: created, changed, same, error, choose = 0, skipped = 0 } = totals
    return { created, changed, same, skipped: error + choose + skipped }
  })

/** The next file with these headings is understood at once. */
const remember = async (tx: Writer, { kind: name, unitId }: Row<'imports'>, content: Content): Promise<void> => {
  const kind = name as ImportKind
  for (const { heading, field } of columnsOf(content, kind, new Map())) {
    const folded = cutTo(foldHeading(heading), 200)
    if (field !== null && folded !== '')
      await queries.rememberName(tx, { kind, unitId }, { id: newId(), folded, field })
  }
}

export const cancelImport = (office: Office, id: string): Promise<void> =>
  office.db.write((tx) => queries.removeImport(tx, id))
