import { ZipPassThrough } from 'fflate'
import type { Row } from '../../db/rows.ts'
import { isAtLeast, mayEverywhere } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { lowestCommonUnit, subjectIn } from '../congresses/actions.ts'
import { listCalls } from '../calls/queries.ts'
import { mayOrganize, type Planner } from '../congresses/reach.ts'
import { findCycle } from '../cycles/queries.ts'
import { importChanged, invalid, notFound, nothingToImport } from '../errors.ts'
import type { NamedFile } from '../exchange/exports.ts'
import { createUnitNames, type UnitNames } from '../exchange/unit-names.ts'
import type { Written } from '../exchange/writing/looks.ts'
import { writeTable } from '../exchange/writing/write-workbook.ts'
import { formatDateInSentence, todayIn } from '../format/dates.ts'
import { cutTo } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Office } from '../office.ts'
import { momentOf, roadPart, type RoadFacts } from '../road/actions.ts'
import { listStatesOfCycle } from '../unit-lists/queries.ts'
import { isSent } from '../unit-lists/rules.ts'
import { openZip, zipTime, type ZipTime } from '../zips.ts'
import { writeCode } from './code.ts'
import { formKinds, type FormTarget } from './form.ts'
import { knownForms, openForms, seenRoad, type FormsOfCycle } from './forms-of-cycle.ts'
import * as queries from './queries.ts'
import { heapReader } from './read-heap.ts'
import { keepRefusals, listRefusals } from './refusals.ts'
import { targetKey } from './recognise.ts'
import { heapDryRun, type HeapDryRun, type ReturnContent } from './returns.ts'
import { isKnownOtherwise, isSettledBy, notTaken, targetOf } from './rules.ts'
import type { FormKindId, FormOrder, FormsIssued, IssuedForm, ReturnDone, ReturnPreview } from './schema.ts'
import { tableOf } from './table-of.ts'
import { formWriter, type FormHead } from './write-form.ts'
import { writeTableForm } from './write-table.ts'

/** Issues a form for each of the congresses, filled in with what stands now; one act, one undo. */
export const issueForms = (
  office: Office,
  actor: Planner,
  cycleId: string,
  { kind, congressIds, deadline }: FormOrder,
): Promise<Done<FormsIssued>> =>
  act(office, actor, { action: 'forms-issued', subject: '', unitId: null, cycleId }, async (rows) => {
    const forms = await openForms(office, rows.tx, cycleId, null)
    const { facts } = forms.road
    const asked = new Set(congressIds)
    const congresses = facts.congresses.filter(({ id }) => asked.has(id))
    const unitIds = new Set(congresses.map(({ unitId }) => unitId))
    if (congresses.length < asked.size || !mayOrganize(facts, actor.duties, [...unitIds])) throw notFound()
    const targets = congresses.map(({ id: congressId, unitId }) => ({ congressId, unitId }))
    const batchId = await keepForms(office, rows, forms, { kind, targets, deadline, issuedBy: actor.name })
    rows.say({ subject: subjectIn(facts, unitIds), unitId: lowestCommonUnit(facts, unitIds) })
    return { batchId, count: congresses.length }
  })

/** What is issued together. */
export interface Issuing extends Pick<Row<'forms'>, 'kind' | 'deadline' | 'issuedBy'> {
  targets: readonly FormTarget[]
}

/** Keeps a new form for each target, filled in with what stands now; answers with the id of them all. */
export const keepForms = async (
  office: Office,
  rows: ActRows,
  { road: { facts }, open }: FormsOfCycle,
  { kind, targets, deadline, issuedBy }: Issuing,
): Promise<string> => {
  const issues = newestOf(await queries.listForms(rows.tx, facts.cycle.id))
  const shared = {
    ...{ kind, deadline, issuedBy, cycleId: facts.cycle.id, batchId: newId() },
    issuedAt: momentOf(office, facts.cycle.standsOn),
  }
  const kept: Omit<Row<'forms'>, 'version'>[] = []
  for (const target of targets) {
    const issue = (issues.get(targetKey(kind, target))?.issue ?? 0) + 1
    const prefilled = (await open.get(kind)?.standing(target)) ?? {}
    kept.push({ id: newId(), ...shared, ...target, issue, prefilled, answeredAt: null })
  }
  await rows.createMany('forms', kept)
  return shared.batchId
}

/** The newest form of each kind, unit and congress, of forms oldest first. */
export const newestOf = (forms: readonly Row<'forms'>[]): Map<string, Row<'forms'>> =>
  new Map(forms.map((form) => [targetKey(form.kind, form), form]))

/** One form as it was issued. */
export const writeOneForm = async (office: Office, id: string): Promise<NamedFile> => {
  const form = await queries.findForm(office.db.read, id)
  if (!form) throw notFound()
  const forms = await openForms(office, office.db.read, form.cycleId, null)
  const names = createUnitNames(forms.road.facts.units)
  const write = await writerOf(forms, form.kind, names)
  return { name: nameOf(form, names), bytes: Buffer.from(await write(form)) }
}

export interface FormZip {
  name: string
  pieces: AsyncIterable<Uint8Array>
}

/** All forms that were issued together, in folders of the units above, written while they are sent. */
export const zipBatch = async (office: Office, batchId: string): Promise<FormZip> => {
  const issued = await queries.listFormsOfBatch(office.db.read, batchId)
  const [first] = issued
  if (!first) throw notFound()
  const forms = await openForms(office, office.db.read, first.cycleId, null)
  const names = createUnitNames(forms.road.facts.units)
  const write = await writerOf(forms, first.kind, names)
  const { timeZone } = office.settings
  const day = todayIn(timeZone, new Date(first.issuedAt))
  return {
    name: `${formKinds[first.kind].shortTitle} ${day}`,
    pieces: zipOf(placed(issued, forms.road.facts, names), write, zipTime(new Date(first.issuedAt), timeZone)),
  }
}

type Writer = (form: Row<'forms'>) => Uint8Array | Promise<Uint8Array>

const writerOf = async (forms: FormsOfCycle, kind: FormKindId, names: UnitNames): Promise<Writer> => {
  const { facts } = forms.road
  const open = forms.open.get(kind)
  if (!open) throw notFound()
  const titles = new Map(facts.congresses.map(({ id, title }) => [id, title]))
  const headOf = (form: Row<'forms'>): FormHead => ({
    cycleName: facts.cycle.name,
    unitName: names.label(form.unitId),
    congressTitle: titles.get(form.congressId) ?? '',
    deadline: form.deadline === null ? '' : `Xin gửi lại trước hết ${formatDateInSentence(form.deadline, 'vi')}`,
    code: writeCode(form),
  })
  if (formKinds[kind].isTable) return async (form) => writeTableForm(await tableOf(open, form, headOf(form)))
  const write = await formWriter(formKinds[kind], open.fields)
  return async (form) => write({ ...headOf(form), prefilled: form.prefilled, choices: await open.choices(form) })
}

const fileName = (text: string) => cutTo(text.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' '), 100).trim()
const nameOf = ({ kind, unitId }: Row<'forms'>, names: UnitNames) =>
  fileName(`${formKinds[kind].shortTitle} - ${names.label(unitId)}`)

/** Each form with its path in the zip: folders like the tree of units, no name twice. */
const placed = (issued: readonly Row<'forms'>[], { units }: RoadFacts, names: UnitNames): [string, Row<'forms'>][] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const taken = new Set<string>()
  return issued.map((form) => {
    const upper = byId.get(byId.get(form.unitId)?.parentId ?? '')
    const path = `${upper ? `${fileName(upper.name)}/` : ''}${nameOf(form, names)}`
    let free = path
    for (let number = 2; taken.has(free); number += 1) free = `${path} (${String(number)})`
    taken.add(free)
    return [`${free}.xlsx`, form]
  })
}

async function* zipOf(
  files: readonly [string, Row<'forms'>][],
  write: Writer,
  time: ZipTime,
): AsyncGenerator<Uint8Array> {
  const zip = openZip(time)
  for (const [path, form] of files) {
    zip.add(new ZipPassThrough(path)).push(await write(form), true)
    yield* zip.take()
    // Others are served between the workbooks.
    await new Promise(setImmediate)
  }
  zip.end()
  yield* zip.take()
}

/** The newest forms of the units that the account sees, those without an answer first. */
export const listIssuedForms = async (
  office: Office,
  duties: readonly Duty[],
  cycleId: string,
): Promise<IssuedForm[]> => {
  const { read } = office.db
  const { facts, mine } = await seenRoad(read, duties, cycleId)
  const units = new Map(facts.units.map((unit) => [unit.id, unit]))
  const congresses = new Map(facts.congresses.map((congress) => [congress.id, congress]))
  const newest = [...newestOf(await queries.listForms(read, cycleId)).values()]
  const lastCall = lastCallOf(await listCalls(read))
  const states = await listStatesOfCycle(read, cycleId)
  const sent = new Set(states.filter(({ state }) => isSent(state)).map(targetOf))
  return newest.flatMap((form): IssuedForm[] => {
    const [unit, congress] = [units.get(form.unitId), congresses.get(form.congressId)]
    if (!unit || !congress || mine?.has(unit.id) === false) return []
    const { prefilled: _prefilled, issuedBy: _issuedBy, cycleId: _cycleId, version: _version, ...shown } = form
    const upper = unit.parentId !== null && mine?.has(unit.parentId) !== false ? units.get(unit.parentId) : undefined
    const { contactName, contactPhone } = unit
    const place = { unitName: unit.name, upperName: upper?.name ?? '', levelId: congress.levelId }
    return [
      {
        ...shown,
        ...place,
        contactName,
        contactPhone,
        isKnownOtherwise: isKnownOtherwise(form, congress, form.kind === 'delegates' && sent.has(targetOf(form))),
        call: lastCall(form),
      },
    ]
  })
}

/** Finds the last call about a form, of calls newest first: with its unit since it was sent, about no other congress. */
const lastCallOf = (calls: readonly Row<'calls'>[]) => {
  const byUnit = new Map<string, Row<'calls'>[]>()
  for (const call of calls) {
    const kept = byUnit.get(call.unitId)
    if (kept) kept.push(call)
    else byUnit.set(call.unitId, [call])
  }
  return ({ unitId, congressId, issuedAt }: Row<'forms'>): IssuedForm['call'] => {
    const isAbout = (call: Row<'calls'>) => (call.congressId ?? congressId) === congressId && call.at >= issuedAt
    const found = byUnit.get(unitId)?.find(isAbout)
    return found ? { at: found.at, callBackOn: found.callBackOn } : null
  }
}

/** Who is to be reminded, as a workbook for whoever telephones. */
export const writeReminders = async (office: Office, duties: readonly Duty[], cycleId: string): Promise<NamedFile> => {
  const forms = (await listIssuedForms(office, duties, cycleId)).filter(
    (form) => form.answeredAt === null && !form.isKnownOtherwise,
  )
  const refusals = await listRefusals(office.db.read, duties, cycleId)
  const faultOf = (form: IssuedForm) => {
    const names = refusals.flatMap((refusal) => (isSettledBy(refusal, form) ? [refusal.fileName] : []))
    return names.length === 0 ? null : `Đã gửi về tệp có lỗi: ${names.join(', ')}`
  }
  const dayOf = (instant: string) => ({ date: todayIn(office.settings.timeZone, new Date(instant)) })
  const rows = forms.map((form): Written[] => [
    form.unitName,
    form.upperName,
    formKinds[form.kind].shortTitle,
    dayOf(form.issuedAt),
    form.deadline === null ? null : { date: form.deadline },
    form.contactName,
    form.contactPhone,
    faultOf(form),
  ])
  const headings = ['Đơn vị', 'Cấp trên', 'Phiếu', 'Gửi ngày', 'Hạn trả lời', 'Người liên hệ', 'Điện thoại', 'Ghi chú']
  const name = 'Đơn vị chưa trả lời phiếu'
  return { name, bytes: await writeTable({ name: 'Chưa trả lời', above: [], headings, rows, choices: new Map() }) }
}

/** Heaps wait so long; then whoever comes back sends them again. */
const daysKept = 2

export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** Reads a heap of returned files and shows what importing it would do; nothing is changed. */
export const startReturn = async (
  office: Office,
  account: { id: string; duties: readonly Duty[] },
  { cycleId, congressId }: { cycleId: string; congressId: string | null },
  sent: AsyncIterable<SentFile>,
): Promise<ReturnPreview> => {
  const { read } = office.db
  if (!(await findCycle(read, cycleId))) throw notFound()
  const unitIds = rootsOf(account.duties)
  const roots = unitIds.includes(null) ? null : unitIds.filter((id) => id !== null)
  const reader = heapReader(knownForms(await openForms(office, read, cycleId, roots)))
  for await (const { name, bytes } of sent) await reader.take(name, bytes)
  const { files, passedOver } = reader.heap
  if (files.length === 0) throw invalid([{ field: 'file', rule: 'required' }])
  const content: ReturnContent = { files, passedOver, chosen: null, congressId }
  const now = office.now()
  const row = { id: newId(), accountId: account.id, cycleId, unitIds, content, createdAt: now.toISOString() }
  await office.db.write(async (tx) => {
    await queries.removeReturnsBefore(tx, new Date(now.getTime() - daysKept * 86_400_000).toISOString())
    await queries.saveReturn(tx, row)
  })
  return (await heapDryRun(office, read, row)).preview
}

/** Units at which the duties let somebody organize; null = everywhere. */
const rootsOf = (duties: readonly Duty[]): (string | null)[] =>
  mayEverywhere(duties, 'organizer')
    ? [null]
    : duties.flatMap(({ unitId, role }) => (unitId !== null && isAtLeast(role, 'organizer') ? [unitId] : []))

export const showReturn = async (office: Office, id: string): Promise<ReturnPreview> =>
  (await heapDryRun(office, office.db.read, await requireReturn(office, id))).preview

export const requireReturn = async (office: Office, id: string, read = office.db.read): Promise<Row<'returns'>> => {
  const row = await queries.findReturn(read, id)
  if (!row) throw notFound()
  return row
}

/** Imports exactly what was shown, in one act, and keeps what could not be taken for whoever telephones. */
export const confirmReturn = (office: Office, actor: Planner, id: string, digest: string): Promise<Done<ReturnDone>> =>
  act(office, actor, { action: 'forms-read', subject: '', unitId: null }, async (rows) => {
    const row = await requireReturn(office, id, rows.tx)
    const { preview, write, unitIds }: HeapDryRun = await heapDryRun(office, rows.tx, row)
    if (preview.digest !== digest) throw importChanged()
    const chosen = preview.files.filter(({ isChosen }) => isChosen)
    const refused = notTaken(preview.files)
    if (chosen.length + refused.length === 0) throw nothingToImport()
    await write(rows, actor)
    const facts = await roadPart(rows.tx, row.cycleId)
    const keeping = {
      cycleId: row.cycleId,
      ownUnitId: row.unitIds[0] ?? facts.cycle.unitId,
      accountName: actor.name,
      at: momentOf(office, facts.cycle.standsOn),
    }
    const asked = await keepRefusals(rows, refused, keeping)
    await queries.removeReturn(rows.tx, id)
    const unitId = lowestCommonUnit(facts, new Set([...unitIds, ...asked]))
    rows.say({ subject: subjectIn(facts, new Set(unitIds)), unitId, cycleId: row.cycleId })
    const changed = chosen.filter(({ state }) => state === 'changed').length
    return { changed, same: chosen.length - changed, refused: refused.length }
  })

export const cancelReturn = (office: Office, id: string): Promise<void> =>
  office.db.write((tx) => queries.removeReturn(tx, id))
