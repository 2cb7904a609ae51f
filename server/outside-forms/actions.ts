import { readFile } from 'node:fs/promises'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { readList } from '../documents/templates.ts'
import { fileMissing, invalid, notFound } from '../errors.ts'
import { keepFile, type SentFile } from '../files/actions.ts'
import { listFilesOf } from '../files/queries.ts'
import { keepBytes, pathOfBytes } from '../files/store.ts'
import { formatShortDate } from '../format/dates.ts'
import { cutTo } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import { fillForm, findPlaces } from './fill-form.ts'
import { checkParts, openPackage } from './package.ts'
import { findOutsideFill, findOutsideForm, listFillsOf, listOutsideForms, saveFill } from './queries.ts'
import type {
  CongressForms,
  FormFilled,
  FormMarks,
  FormType,
  OutsideFill,
  OutsideForm,
  OutsideFormChange,
  OutsideFormShown,
} from './schema.ts'
import { showForm } from './show.ts'
import { changedRows, fieldsOfForm, gatherValues, hashesOf, listsOfForms } from './sources.ts'
import { suggestMarks } from './suggest.ts'

type FormRow = Row<'outsideForms'>

const noMarks: FormMarks = { texts: [], repeat: null }

const toldForm = async (
  read: Reader,
  duties: readonly Duty[],
  { id, unitId, name, type, list, version }: FormRow,
): Promise<OutsideForm> => {
  const isOwn = mayAt([...duties], 'secretariat', await lineOfUnit(read, unitId))
  return { id, unitId, unitName: (await findUnit(read, unitId))?.name ?? '-', name, type, list, isOwn, version }
}

const neededForm = async (read: Reader, id: string): Promise<FormRow> => {
  const form = await findOutsideForm(read, id)
  if (!form) throw notFound()
  return form
}

export const showOutsideForm = async (
  office: Office,
  duties: readonly Duty[],
  id: string,
): Promise<OutsideFormShown> => {
  const { read } = office.db
  const form = await neededForm(read, id)
  const files = await listFilesOf(read, 'outside-form', id)
  const { name, bytes } = await editionOf(office, form, form.fileId)
  const fields = await fieldsOfForm(form.list)
  const marks = form.marks[form.fileId] ?? noMarks
  const { places, repeat, prepared, faults } = await findPlaces({ name, bytes, marks, fields })
  const parts = await showForm(bytes, name)
  return {
    ...(await toldForm(read, duties, form)),
    fileId: form.fileId,
    editions: files
      .map(({ id: fileId, name: fileName, createdAt: at, accountName, size }) => {
        return { fileId, name: fileName, at, accountName, size }
      })
      .reverse(),
    lists: await Promise.all(
      (await listsOfForms()).map(async (list) => ({ list, titles: (await readList(list)).titles })),
    ),
    fields,
    marks,
    parts,
    repeat,
    preparedCount: prepared,
    placeCount: places.length,
    faults: faults.slice(0, mostFaults),
    suggestion: places.length === 0 ? suggestMarks(parts, fields) : null,
  }
}

const mostFaults = 100

/** An edition of a form as it was sent. */
const editionOf = async (office: Office, { id }: FormRow, fileId: string): Promise<SentFile> => {
  const file = (await listFilesOf(office.db.read, 'outside-form', id)).find((each) => each.id === fileId)
  if (!file) throw notFound()
  return { name: file.name, bytes: await bytesOf(office, file.sha256) }
}

const bytesOf = async ({ settings: { dataFolder } }: Office, sha256: string): Promise<Buffer> => {
  try {
    return await readFile(pathOfBytes(dataFolder, sha256))
  } catch {
    throw fileMissing()
  }
}

export const openEdition = async (office: Office, id: string, fileId: string): Promise<SentFile> =>
  editionOf(office, await neededForm(office.db.read, id), fileId)

/** What is known of a form before its file is looked at. */
export interface NewForm {
  unitId: string
  /** Left out = what the file is called. */
  name: string
  list: string | null
}

export const addForm = async (
  office: Office,
  actor: Actor,
  { unitId, name, list }: NewForm,
  sent: SentFile,
): Promise<Done<{ id: string }>> => {
  await requireList(list)
  const { type, file } = await checked(office, sent)
  const called = cutTo(name.trim() || file.name.replace(/\.[^.]+$/u, ''), 200)
  return act(office, actor, { action: 'outside-form-added', subject: called, unitId }, async (rows) => {
    if (!(await findUnit(rows.tx, unitId))) throw notFound()
    const [id, fileId] = [newId(), newId()]
    await rows.create('outsideForms', { id, unitId, name: called, type, list, fileId, marks: {} })
    await addEdition(office, actor, rows, { id, unitId, fileId, file })
    return { id }
  })
}

/** Refused before anything is kept: what cannot be read will not be filled either. */
const checked = async (office: Office, sent: SentFile) => {
  const form = await openPackage(sent.bytes, sent.name)
  await checkParts(form)
  return { type: form.type, file: await keepFile(office, sent) }
}

const requireList = async (list: string | null): Promise<void> => {
  const isKnown = list === null || (await listsOfForms()).includes(list)
  if (!isKnown) throw invalid([{ field: 'list', rule: 'not-a-choice' }])
}

interface NewEdition {
  id: string
  unitId: string
  fileId: string
  file: Awaited<ReturnType<typeof keepFile>>
}

const addEdition = async (
  office: Office,
  actor: Actor,
  rows: ActRows,
  { id, unitId, fileId, file }: NewEdition,
): Promise<void> => {
  const owner = { unitId, congressId: null, ownerKind: 'outside-form' as const, ownerId: id }
  const createdAt = office.now().toISOString()
  await rows.create('files', { id: fileId, ...owner, ...file, createdAt, accountName: actor.name })
}

/** A newer edition takes the form's place with the marks of the one before, for a person to look over; that one stays. */
export const replaceForm = async (
  office: Office,
  actor: Actor,
  id: string,
  version: number,
  sent: SentFile,
): Promise<Done<{ id: string }>> => {
  const { type, file } = await checked(office, sent)
  return actOn(office, actor, id, 'outside-form-replaced', async (rows, form) => {
    requireType(form, type)
    const fileId = newId()
    const marks = { ...form.marks, [fileId]: form.marks[form.fileId] ?? noMarks }
    await rows.change('outsideForms', id, version, { fileId, marks })
    await addEdition(office, actor, rows, { id, unitId: form.unitId, fileId, file })
    return { id }
  })
}

const requireType = (form: FormRow, type: FormType): void => {
  if (form.type !== type) throw invalid([{ field: 'file', rule: 'wrong-form' }])
}

const actOn = <T>(
  office: Office,
  actor: Actor,
  id: string,
  action: string,
  work: (rows: ActRows, form: FormRow) => Promise<T>,
): Promise<Done<T>> =>
  act(office, actor, { action, subject: '', unitId: null }, async (rows) => {
    const form = await neededForm(rows.tx, id)
    rows.say({ subject: form.name, unitId: form.unitId })
    return work(rows, form)
  })

/** Keeps name, list, marks and which edition is filled. */
export const changeForm = async (
  office: Office,
  actor: Actor,
  id: string,
  { version, fileId, marks, ...values }: OutsideFormChange,
): Promise<Done<{ id: string }>> => {
  await requireList(values.list)
  return actOn(office, actor, id, 'outside-form-changed', async (rows, form) => {
    const files = await listFilesOf(rows.tx, 'outside-form', id)
    if (!files.some((file) => file.id === fileId)) throw notFound()
    const kept = marks ?? form.marks[fileId] ?? noMarks
    const places = [...kept.texts, ...(kept.repeat ? [{ ...kept.repeat, isRow: true }] : [])]
    const isWrong = places.some((place) => !fits(form.type, place.at, 'isRow' in place))
    if (isWrong) throw invalid([{ field: 'marks', rule: 'wrong-form' }])
    rows.say({ subject: values.name })
    await rows.change('outsideForms', id, version, { ...values, fileId, marks: { ...form.marks, [fileId]: kept } })
    return { id }
  })
}

/** A cell of a sheet has letters; rows and paragraphs have none. */
const fits = (type: FormType, at: string, isRow: boolean): boolean =>
  /^[A-Z]/u.test(at) === (type === 'xlsx' && !isRow) && (/^[A-Z]*/u.exec(at)?.[0] ?? '').padStart(3, ' ') <= 'XFD'

/** Deletes a form with its editions; what was filled stays with the congresses. */
export const deleteForm = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  actOn(office, actor, id, 'outside-form-deleted', async (rows) => {
    for (const file of await listFilesOf(rows.tx, 'outside-form', id)) await rows.remove('files', file.id, file.version)
    await rows.remove('outsideForms', id, version)
  })

/** The forms of a congress's unit and of those above it, with how each was filled last. */
export const listCongressForms = async (
  office: Office,
  duties: readonly Duty[],
  congressId: string,
): Promise<CongressForms> => {
  const { read } = office.db
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const line = new Set(await lineOfUnit(read, congress.unitId))
  const rows = (await listOutsideForms(read)).filter(({ unitId }) => line.has(unitId))
  const last = new Map((await listFillsOf(read, congressId)).reverse().map((fill) => [fill.formId, fill]))
  const fills: OutsideFill[] = []
  for (const { id, list } of rows) {
    const fill = last.get(id)
    if (!fill) continue
    const now = hashesOf(await gatherValues(read, { congressId, list, today: todayOf(office, null) }))
    fills.push(toldFill(fill, changedRows(fill.rows, now)))
  }
  return { forms: await Promise.all(rows.map((form) => toldForm(read, duties, form))), fills }
}

const toldFill = ({ id, formId, at, accountName, rows }: Row<'outsideFills'>, changed: number): OutsideFill => ({
  id,
  formId,
  at,
  accountName,
  rowCount: Object.keys(rows).length,
  changed,
})

/** Fills a form for a congress and keeps what came of it, to be fetched and looked up later. */
export const fillForCongress = async (
  office: Office,
  actor: Actor,
  congressId: string,
  formId: string,
): Promise<FormFilled> => {
  const { read } = office.db
  const [congress, form] = [await findCongress(read, congressId), await findOutsideForm(read, formId)]
  // Forms are handed down, never up or across.
  if (!congress || !form || !(await lineOfUnit(read, congress.unitId)).includes(form.unitId)) throw notFound()
  const today = todayOf(office, null)
  const gathered = await gatherValues(read, { congressId, list: form.list, today })
  const edition = await editionOf(office, form, form.fileId)
  const fields = await fieldsOfForm(form.list)
  const marks = form.marks[form.fileId] ?? noMarks
  const { bytes, notes } = await fillForm({ ...edition, marks, fields }, gathered.values)
  const fill: Row<'outsideFills'> = {
    id: newId(),
    formId,
    congressId,
    name: `${form.name} - ${congress.title} - ${formatShortDate(today, 'vi').replaceAll('/', '-')}`,
    type: form.type,
    at: office.now().toISOString(),
    accountName: actor.name,
    rows: hashesOf(gathered),
    sha256: await keepBytes(office.settings.dataFolder, bytes),
  }
  const { unitId, cycleId } = congress
  const subject = `${form.name} – ${congress.title}`
  await act(office, actor, { action: 'outside-form-filled', subject, unitId, cycleId, congressId }, ({ tx }) =>
    saveFill(tx, fill),
  )
  return { fill: toldFill(fill, 0), notes }
}

export const openFill = async (
  office: Office,
  id: string,
): Promise<{ name: string; type: FormType; bytes: Buffer }> => {
  const fill = await findOutsideFill(office.db.read, id)
  if (!fill) throw notFound()
  return { name: fill.name, type: fill.type, bytes: await bytesOf(office, fill.sha256) }
}
