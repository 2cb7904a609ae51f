import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { listCycles } from '../cycles/queries.ts'
import { delegateFields } from '../exchange/delegate-fields.ts'
import { addFault, draftOf, type Draft, type Understanding } from '../exchange/draft.ts'
import type { Plan } from '../exchange/import-units.ts'
import type { ImportCell } from '../exchange/schema.ts'
import type { DateSpan } from '../exchange/values.ts'
import type { ActRows } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { momentOf } from '../road/actions.ts'
import type { FormField } from './form-field.ts'
import { formKinds, type FormAnswer, type FormRoad, type FormTarget, type JudgedAnswer } from './form.ts'
import { openForms } from './forms-of-cycle.ts'
import { isKnownOtherwise } from './rules.ts'
import { listForms } from './queries.ts'
import type { HeapFile } from './read-heap.ts'
import { isToldApart, placedCells } from './placed-cells.ts'
import type { PlacedCell, ReadRow } from './read-table.ts'
import { settleRefusals } from './refusals.ts'
import { byFileName, isNear, recognise, targetKey, type Recognised, type Recogniser } from './recognise.ts'
import {
  formKindIds,
  type FileDetails,
  type FileNote,
  type FormKindId,
  type ReturnedFile,
  type ReturnPreview,
} from './schema.ts'

type MendedCells = NonNullable<Understanding['mended']>

/** What is kept of a heap while it waits: each file as read, and what was chosen (null = as proposed). */
export interface ReturnContent {
  files: HeapFile[]
  passedOver: number
  chosen: number[] | null
  /** What was written here instead of what a file says: by its place in the heap, its row and field. */
  mended?: Readonly<Record<string, MendedCells>>
  /** Whom a person said that rows mean: by the place of their file in the heap and their row. */
  decided?: Readonly<Record<string, FormAnswer['decided']>>
  /** The congress whose lists alone are read; null = every form of the cycle. */
  congressId: string | null
}

export interface HeapDryRun {
  preview: ReturnPreview
  /** Writes what is chosen; the answers of one kind after those of the other. */
  write: (rows: ActRows, actor: Actor) => Promise<void>
  /** Units that the chosen files touch. */
  unitIds: string[]
}

/** A file with whose it is and what it says. */
interface Work {
  index: number
  file: HeapFile
  found: Recognised
  kind: FormKindId | null
  answer: FormAnswer | null
  mended: MendedCells
  group: string | null
  judged: JudgedAnswer | null
}

/** Works out what importing a heap would do now. The same facts give the same digest. */
export const heapDryRun = async (office: Office, read: Reader, row: Row<'returns'>): Promise<HeapDryRun> => {
  const content = row.content as ReturnContent
  const all = await recogniserOf(office, read, row)
  const works = content.files.map((file, index) => workOf(all, file, index, content))
  const wanted =
    content.chosen === null ? proposed(works) : works.filter(({ index }) => content.chosen?.includes(index))
  const plans = await planRounds(all, wanted, works)
  const chosen = wanted.filter(({ judged }) => judged !== null && judged.shown.state !== 'error')
  const files = works.map((work) => shownFile(all, work, { works, chosen }))
  const answered = new Set(chosen.map(({ group }) => group))
  const preview: Omit<ReturnPreview, 'digest'> = {
    id: row.id,
    files,
    passedOver: content.passedOver,
    unanswered: unansweredIn(all, answered, content.congressId),
  }
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  return {
    preview: { ...preview, digest },
    unitIds: chosen.flatMap(({ found }) => found.target?.unitId ?? []),
    write: async (rows, actor) => {
      await writePlans(office, rows, { actor, row, plans, chosen })
      await markAnswered(rows, momentOf(office, all.road.facts.cycle.standsOn), chosen)
      const answers = chosen.flatMap(({ kind, found: { target } }) => (kind && target ? [{ kind, ...target }] : []))
      await settleRefusals(rows, row.cycleId, answers)
    },
  }
}

const rootIdsOf = ({ unitIds }: Row<'returns'>): string[] | null =>
  unitIds.includes(null) ? null : unitIds.filter((id) => id !== null)

const recogniserOf = async (office: Office, read: Reader, row: Row<'returns'>): Promise<Recogniser> => {
  const rootIds = rootIdsOf(row)
  const forms = await openForms(office, read, row.cycleId, rootIds)
  const issued = new Map<string, Row<'forms'>[]>()
  for (const form of await listForms(read, row.cycleId)) {
    const key = targetKey(form.kind, form)
    const kept = issued.get(key)
    if (kept) kept.push(form)
    else issued.set(key, [form])
  }
  const cycles = (await listCycles(read)).filter(({ unitId }) => isNear(forms.road.facts.units, rootIds, unitId))
  return { ...forms, issued, cycleNames: new Map(cycles.map(({ id, name }) => [id, name])) }
}

const workOf = (all: Recogniser, file: HeapFile, index: number, content: ReturnContent): Work => {
  const mended = content.mended?.[index] ?? {}
  const none = () => ({
    verdict: file.verdict,
    details: {},
    unitId: byFileName(all, file.name),
    target: null,
    newest: null,
    issued: null,
  })
  const { form } = file
  const found = form ? ofCongress(all, form.kind, recognise(all, form), content.congressId) : none()
  const kind = form?.kind ?? null
  const fields = (kind && all.open.get(kind)?.fields) ?? []
  const { target, issued } = found
  const spans = target ? spansOf(all.road.facts, target) : []
  const lines = kind !== null && formKinds[kind].isTable ? [] : fields
  const draft = form && target ? draftOfForm(form.answers, lines, { row: index + 1, spans, mended }) : null
  if (draft && issued) leaveOutUnchanged(draft, lines, issued.prefilled)
  const answer =
    draft && target
      ? {
          ...{ target, draft, fileName: file.name, prefilled: issued?.prefilled ?? {} },
          decided: content.decided?.[index] ?? {},
          rows: (form?.rows ?? []).flatMap((row) => draftOfRow(row, fields, mended) ?? []),
        }
      : null
  const group = kind && target ? targetKey(kind, target) : null
  return { index, file, found, kind, answer, mended, group, judged: null }
}

/** On the page of a congress the list for another one is not taken: its own page tells more of it. */
const ofCongress = (all: Recogniser, kind: FormKindId, found: Recognised, congressId: string | null): Recognised => {
  const other = found.target?.congressId
  if (congressId === null || kind !== 'delegates' || other === undefined || other === congressId) return found
  const title = all.road.facts.congresses.find(({ id }) => id === other)?.title ?? ''
  return { ...found, verdict: 'other-congress', details: { title }, target: null, newest: null, issued: null }
}

/** A row of a table; what Excel made of its figures is put back at once, as in any form. */
const draftOfRow = ({ row, cells }: ReadRow, fields: readonly FormField[], mended: MendedCells): Draft | null => {
  const names = Object.keys(cells)
  const kinds = {
    ...delegateFields,
    ...Object.fromEntries(fields.flatMap(({ name, kind }) => (kind ? [[name, kind] as const] : []))),
  }
  const by = { kinds, widths: new Map(), isRestored: () => true, mended }
  return draftOf({ row, cells: names.map((name) => cells[name]?.cell ?? null) }, names, by)
}

type Answers = NonNullable<HeapFile['form']>['answers']

/** Where a day without a year lies: in the window of the congress, else in the cycle. */
const spansOf = ({ cycle, congresses, levels, units }: FormRoad['facts'], target: FormTarget): DateSpan[] => {
  const levelId = congresses.find(({ id }) => id === target.congressId)?.levelId
  const level = levels.find(({ id }) => id === levelId)
  const unit = units.find(({ id }) => id === target.unitId)
  const from = unit?.windowFrom ?? level?.windowFrom
  const to = unit?.windowTo ?? level?.windowTo
  return [...(from && to ? [{ from, to }] : []), { from: cycle.startsOn, to: cycle.endsOn }]
}

const draftOfForm = (
  answers: Answers,
  fields: readonly FormField[],
  { row, spans, mended }: { row: number; spans: readonly DateSpan[]; mended: MendedCells },
): Draft => {
  const names = fields.map(({ name }) => name)
  const kinds = Object.fromEntries(fields.flatMap(({ name, kind }) => (kind ? [[name, kind] as const] : [])))
  const cells = names.map((name) => answers[name]?.cell ?? null)
  // The one number of a form is restored at once: it stands before whoever takes the form, with what was in the file.
  const by = { kinds, widths: new Map(), isRestored: () => true, spans, mended }
  const draft = draftOf({ row, cells }, names, by) ?? { row, cells: new Map(), values: new Map(), faults: new Map() }
  for (const { name, isRequired } of fields) if (isRequired && !draft.cells.has(name)) addFault(draft, name, 'required')
  return draft
}

/**
 * What comes back as it was sent says nothing: the unit has not touched it, and what was changed here meanwhile stays.
 */
const leaveOutUnchanged = (draft: Draft, fields: readonly FormField[], prefilled: Row<'forms'>['prefilled']) => {
  const saidOf = ({ name, kind }: FormField) => {
    const value = draft.values.get(name)
    return value !== undefined && kind ? kind.show(value) : (draft.cells.get(name)?.text ?? '')
  }
  for (const group of new Set(fields.map((field) => field.group))) {
    const members = fields.filter((field) => field.group === group)
    const isUnchanged = members.every(
      (field) => !draft.faults.has(field.name) && saidOf(field) === (prefilled[field.name] ?? ''),
    )
    if (!isUnchanged) continue
    for (const { name } of members) {
      draft.values.delete(name)
      draft.cells.delete(name)
    }
  }
}

/** Of files that answer the same form the newest: by its issue, then by when it was saved, then as it came. */
const proposed = (works: readonly Work[]): Work[] => {
  const best = new Map<string, Work>()
  for (const work of works) {
    if (work.group === null || work.found.verdict !== 'fine') continue
    const kept = best.get(work.group)
    if (!kept || isNewer(work, kept)) best.set(work.group, work)
  }
  return [...best.values()]
}

const isNewer = (one: Work, other: Work): boolean => {
  const byIssue = (one.found.issued?.issue ?? 0) - (other.found.issued?.issue ?? 0)
  if (byIssue !== 0) return byIssue > 0
  return (one.file.form?.savedAt ?? '') >= (other.file.form?.savedAt ?? '')
}

/**
 * Judges what is chosen together, as it would be imported, and then what is left in rounds that hold each form once.
 * The answer holds the plans of what is chosen, by kind.
 */
const planRounds = async (
  all: Recogniser,
  wanted: readonly Work[],
  works: readonly Work[],
): Promise<Map<FormKindId, Plan>> => {
  const plans = await planOnce(all, wanted)
  let left = works.filter((work) => work.answer !== null && !wanted.includes(work))
  while (left.length > 0) {
    const round = left.filter(({ group }, at) => left.findIndex((work) => work.group === group) === at)
    await planOnce(all, round)
    left = left.filter((work) => !round.includes(work))
  }
  return plans
}

const planOnce = async (all: Recogniser, works: readonly Work[]): Promise<Map<FormKindId, Plan>> => {
  const plans = new Map<FormKindId, Plan>()
  for (const kind of formKindIds) {
    const ofKind = works.filter((work) => work.kind === kind && work.answer !== null)
    if (ofKind.length === 0) continue
    const plan = await all.open.get(kind)?.plan(ofKind.flatMap(({ answer }) => answer ?? []))
    if (!plan) continue
    plans.set(kind, plan)
    for (const work of ofKind) work.judged = plan.judged.find(({ draft }) => draft === work.answer?.draft) ?? null
  }
  return plans
}

interface Whole {
  works: readonly Work[]
  chosen: readonly Work[]
}

const shownFile = (all: Recogniser, work: Work, { works, chosen }: Whole): ReturnedFile => {
  const { index, file, found, kind, group, judged } = work
  const { names } = all.road.scope
  const form = file.form
  const fields = (kind && all.open.get(kind)?.fields) ?? []
  const headings = new Map(fields.map(({ name, heading }) => [name, heading]))
  const unit = all.road.facts.units.find(({ id }) => id === found.unitId)
  const placed = (row: number, cells: readonly ImportCell[], read: Readonly<Record<string, PlacedCell>>) =>
    placedCells(cells, { row, headings, read, mended: work.mended[row] ?? {} })
  const rows = (judged?.rows ?? [])
    .filter(({ state, question }) => state !== 'same' || question)
    .map(({ row, state, cells, question }) => {
      const read = form?.rows.find((each) => each.row === row)?.cells ?? {}
      const name = work.mended[row]?.['name'] ?? read['name']?.cell?.text ?? ''
      return { row, state, name, cells: placed(row, cells, read), ...(question ? { question } : {}) }
    })
  return {
    index,
    name: file.name,
    kind,
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? form?.unitText ?? '',
    upperName: unit?.parentId ? names.label(unit.parentId) : '',
    contactName: unit?.contactName ?? '',
    contactPhone: unit?.contactPhone ?? '',
    congressId: found.target?.congressId ?? null,
    verdict: found.verdict,
    details: found.details,
    notes: notesOf(work, works),
    savedAt: form?.savedAt ?? null,
    state: judged?.shown.state ?? null,
    cells: [
      ...(judged && rows.length === 0 ? placed(judged.draft.row, judged.shown.cells, form?.answers ?? {}) : []),
      ...rows.flatMap((row) => row.cells.filter(isToldApart)),
    ],
    rows,
    group,
    mayChoose: judged !== null && judged.shown.state !== 'error',
    isChosen: chosen.includes(work),
  }
}

const notesOf = ({ file, found, group, judged }: Work, works: readonly Work[]): ReturnedFile['notes'] => {
  const notes: { code: FileNote; details: FileDetails }[] = []
  if (file.form?.hasMacros) notes.push({ code: 'macros-ignored', details: {} })
  const alike = group === null ? 0 : works.filter((work) => work.group === group).length
  if (alike > 1) notes.push({ code: 'answered-twice', details: { count: alike } })
  const excess = judged?.excess ?? 0
  if (excess > 0) notes.push({ code: 'over-quota', details: { count: excess } })
  const at = found.newest?.answeredAt
  if (at) notes.push({ code: 'answered-before', details: { at } })
  const missing = found.target ? (file.form?.missing ?? []) : []
  if (missing.length > 0) notes.push({ code: 'labels-missing', details: { fields: missing.join(' ') } })
  return notes
}

/** Forms of the reader's units that nobody answered yet, nor does now; null where they got none. */
const unansweredIn = (
  { issued, road, open }: Recogniser,
  answered: ReadonlySet<string | null>,
  congressId: string | null,
): number | null => {
  const congresses = new Map(road.facts.congresses.map((congress) => [congress.id, congress]))
  const mine = [...issued].flatMap(([key, forms]) => {
    const newest = forms.at(-1)
    const congress = newest && congresses.get(newest.congressId)
    const isAsked = congressId === null || (newest?.kind === 'delegates' && newest.congressId === congressId)
    const isMine = newest !== undefined && isAsked && road.scope.names.label(newest.unitId) !== ''
    return isMine && congress ? [{ key, newest, congress }] : []
  })
  if (mine.length === 0) return null
  return mine.filter(
    ({ key, newest, congress }) =>
      newest.answeredAt === null &&
      !answered.has(key) &&
      !isKnownOtherwise(newest, congress, open.get(newest.kind)?.upward?.isSent(newest)),
  ).length
}

interface Writing {
  actor: Actor
  row: Row<'returns'>
  plans: ReadonlyMap<FormKindId, Plan>
  chosen: readonly Work[]
}

/** What one kind wrote, another finds changed: from the second on the answers are planned anew on what stands then. */
const writePlans = async (office: Office, rows: ActRows, { actor, row, plans, chosen }: Writing): Promise<void> => {
  for (const [at, [kind, plan]] of [...plans].entries()) {
    if (at === 0) {
      await plan.write(rows, actor)
      continue
    }
    const all = await recogniserOf(office, rows.tx, row)
    const again = chosen
      .filter((work) => work.kind === kind)
      .map(({ file, index }) => workOf(all, file, index, row.content as ReturnContent))
    await (await planOnce(all, again)).get(kind)?.write(rows, actor)
  }
}

const markAnswered = async (rows: ActRows, answeredAt: string, chosen: readonly Work[]): Promise<void> => {
  for (const { found } of chosen) {
    if (found.newest) await rows.change('forms', found.newest.id, found.newest.version, { answeredAt })
  }
}
