import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import type { ListFile } from '../documents/schema.ts'
import { listNames, readList } from '../documents/templates.ts'
import { importChanged, invalid, notFound, nothingToImport, refused, stale } from '../errors.ts'
import { readWorkbook } from '../exchange/reading/read-workbook.ts'
import { writeTable } from '../exchange/writing/write-workbook.ts'
import { cleanText, cutTo } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { planImport, previewOf, type ListPlan, type Taking } from './plan.ts'
import { countRows, findRows, findRowsById, peopleList, type KeptRow, type ListPlace } from './queries.ts'
import { arrange, changedValues, nameOfRow } from './rules.ts'
import {
  mostRows,
  type CongressList,
  type CongressLists,
  type ListImported,
  type ListPreview,
  type ListRowChanges,
  type ListRowOrder,
  type ListRowShown,
  type ListRowsGone,
} from './schema.ts'
import { storeOf } from './store.ts'
import { readTable } from './table.ts'

/** The lists that an office fills in, with how many rows a congress has in each. */
export const listLists = async (read: Reader, congressId: string): Promise<CongressLists> => {
  const counts = await countRows(read, congressId)
  const names = await listNames()
  const lists = await Promise.all(
    names.map(async (list) => ({ list, titles: (await readList(list)).titles, rowCount: counts.get(list) ?? 0 })),
  )
  return { lists }
}

export const showList = async (read: Reader, { congressId, list }: ListPlace): Promise<CongressList> => {
  const { titles, columns } = await requireList(list)
  return {
    list,
    titles,
    columns: columns.map(({ name, labels, isRequired, choices, choicesEnglish }) => ({
      name,
      labels,
      isRequired: isRequired === true,
      choices: choices ?? [],
      choicesEnglish: choicesEnglish ?? [],
    })),
    rows: (await findRows(read, congressId, list)).map(shown),
  }
}

const shown = ({ id, values, version }: KeptRow): ListRowShown => ({ id, values, version })

/** People who attend are imported and exported with their own workbook (`server/exchange`). */
const requireBrought = async (list: string): Promise<ListFile> => {
  if (list === peopleList) throw notFound()
  return requireList(list)
}

const requireList = async (list: string): Promise<ListFile> => {
  if (!(await listNames()).includes(list)) throw notFound()
  return readList(list)
}

/** Adds a row at the end. */
export const addRow = async (
  office: Office,
  actor: Actor,
  place: ListPlace,
  given: Readonly<Record<string, string>>,
): Promise<Done<ListRowShown>> => {
  const file = await requireList(place.list)
  const { values, faults } = changedValues(file.columns, {}, given)
  if (faults.length > 0) throw invalid(faults)
  return act(office, actor, about('list-row-added'), async (rows) => {
    await sayAbout(rows, place, file, [values])
    const standing = await findRows(rows.tx, place.congressId, place.list)
    if (standing.length >= mostRows) throw listFull()
    const position = arrange([...standing.map((row) => row.position), null]).at(-1) ?? 0
    const [row] = await storeOf(place.list).create(rows, place, [{ position, values }])
    if (!row) throw notFound()
    await storeOf(place.list).settle?.(rows, place)
    return shown(row)
  })
}

const listFull = () => refused('list-full', 'The list has as many rows as it may have.', { limit: mostRows })

/** Changes rows in one act; nothing is changed when one of them cannot be or was changed meanwhile. */
export const changeRows = async (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { rows: changes }: ListRowChanges,
): Promise<Done<{ rows: ListRowShown[] }>> => {
  const file = await requireList(place.list)
  return act(office, actor, about('list-rows-changed'), async (rows) => {
    const standing = await rowsById(rows, place, changes)
    const changed: ListRowShown[] = []
    for (const { id, version, values: given } of changes) {
      const { values, faults } = changedValues(file.columns, standing.get(id)?.values ?? {}, given)
      if (faults.length > 0) throw invalid(faults)
      changed.push(shown(await storeOf(place.list).change(rows, place, { id, version }, { values })))
    }
    await sayAbout(
      rows,
      place,
      file,
      changed.map(({ values }) => values),
    )
    await storeOf(place.list).settle?.(rows, place)
    return { rows: changed }
  })
}

export const removeRows = async (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { rows: gone }: ListRowsGone,
): Promise<Done<void>> => {
  const file = await requireList(place.list)
  return act(office, actor, about('list-rows-removed'), async (rows) => {
    const standing = await rowsById(rows, place, gone)
    for (const row of gone) await storeOf(place.list).remove(rows, place, row)
    await storeOf(place.list).settle?.(rows, place)
    await sayAbout(
      rows,
      place,
      file,
      [...standing.values()].map(({ values }) => values),
    )
  })
}

/** The rows that are named; stale when one is gone, or was never in this list. */
const rowsById = async (
  { tx }: ActRows,
  place: ListPlace,
  named: readonly { id: string }[],
): Promise<Map<string, KeptRow>> => {
  const ids = named.map(({ id }) => id)
  const found = new Map((await findRowsById(tx, { ...place, ids })).map((row) => [row.id, row]))
  if (ids.some((id) => !found.has(id))) throw stale(null)
  return found
}

/** Puts rows before another one, or at the end. */
export const orderRows = async (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { ids, beforeId }: ListRowOrder,
): Promise<Done<CongressList>> => {
  const file = await requireList(place.list)
  return act(office, actor, about('list-rows-ordered'), async (rows) => {
    await sayAbout(rows, place, file, [])
    const standing = await findRows(rows.tx, place.congressId, place.list)
    const byId = new Map(standing.map((row) => [row.id, row]))
    const isMoved = new Set(ids)
    const moved = ids.map((id) => byId.get(id))
    const others = standing.filter(({ id }) => !isMoved.has(id))
    const at = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId)
    if (moved.includes(undefined) || at < 0) throw stale(null)
    const wanted = [...others.slice(0, at), ...moved.flatMap((row) => row ?? []), ...others.slice(at)]
    const places = arrange(wanted.map((row) => (isMoved.has(row.id) ? null : row.position)))
    for (const [index, row] of wanted.entries()) {
      const position = places[index] ?? row.position
      if (position !== row.position) await storeOf(place.list).change(rows, place, row, { position })
    }
    return showList(rows.tx, place)
  })
}

/** A table that is brought for a list, and how it is to be taken. */
export interface Brought {
  fileName: string
  bytes: Uint8Array
  /** What its columns are; null = by its headings. */
  columns: (string | null)[] | null
  /** The list becomes what the table says: rows that it does not have go. */
  isWhole: boolean
}

/** Shows what bringing a table would do; nothing is changed. */
export const previewImport = async (office: Office, place: ListPlace, brought: Brought): Promise<ListPreview> => {
  const file = await requireBrought(place.list)
  const table = await tableOf(file, brought)
  const plan = await planOf(office.db.read, place, file, { table, ...brought })
  return previewOf(file, table, plan, cutTo(cleanText(brought.fileName), 200))
}

/** Takes a table over exactly as it was shown, in one act; rows with faults are left out. */
export const importTable = async (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { digest, ...brought }: Brought & { digest: string },
): Promise<Done<ListImported>> => {
  const file = await requireBrought(place.list)
  const table = await tableOf(file, brought)
  return act(office, actor, about('list-imported'), async (rows) => {
    await sayAbout(rows, place, file, [])
    const plan = await planOf(rows.tx, place, file, { table, ...brought })
    if (plan.digest !== digest) throw importChanged()
    await write(rows, place, plan, brought.isWhole)
    await storeOf(place.list).settle?.(rows, place)
    if (rows.changes.length === 0) throw nothingToImport()
    const { totals, removed } = plan
    const { new: created, changed, same, error: skipped } = totals
    return { created, changed, same, removed: removed.length, skipped }
  })
}

const tableOf = async (file: ListFile, { bytes, columns }: Brought) => {
  const fields = new Set(file.columns.map(({ name }) => name))
  const chosen = columns?.filter((column) => column !== null) ?? []
  if (chosen.some((column) => !fields.has(column)) || new Set(chosen).size < chosen.length) {
    throw invalid([{ field: 'columns', rule: 'not-a-choice' }])
  }
  return readTable(await readWorkbook(bytes), file, columns)
}

const planOf = async (
  read: Reader,
  { congressId, list }: ListPlace,
  file: ListFile,
  { table, ...taking }: Taking & { table: ReturnType<typeof readTable> },
): Promise<ListPlan> => {
  const standing = await findRows(read, congressId, list)
  const plan = planImport(file, standing, table, taking)
  if (Math.max(table.rows.length, standing.length - plan.removed.length + plan.totals.new) > mostRows) throw listFull()
  return plan
}

/** Rows that stay keep their order, or take that of the table where the list becomes what the table says. */
const write = async (rows: ActRows, place: ListPlace, plan: ListPlan, isWhole: boolean): Promise<void> => {
  const { congressId, list } = place
  const store = storeOf(list)
  const standing = await findRows(rows.tx, congressId, list)
  for (const row of plan.removed) await store.remove(rows, place, row)
  const taken = plan.rows.filter((row) => row.shown.state !== 'error' || row.standing !== null)
  const added = taken.filter((row) => row.standing === null)
  const order = isWhole ? taken.map((row) => row.standing) : [...standing, ...added.map(() => null)]
  const positions = arrange(order.map((row) => row?.position ?? null))
  const positionOf = new Map(order.map((row, at) => [row?.id, positions[at] ?? 0]))
  const free = positions.filter((_position, at) => order[at] === null)
  await store.create(
    rows,
    place,
    added.map(({ values }, at) => ({ position: free[at] ?? 0, values })),
  )
  const changed = new Map(
    taken.flatMap((row) => (row.standing && row.shown.state === 'changed' ? [[row.standing.id, row.values]] : [])),
  )
  for (const row of order) {
    if (row === null) continue
    const position = positionOf.get(row.id) ?? row.position
    const values = changed.get(row.id)
    if (values) await store.change(rows, place, row, { position, values })
    else if (position !== row.position) await store.change(rows, place, row, { position })
  }
}

/** The list as a workbook, which the import reads back as it stands. */
export const exportList = async (read: Reader, place: ListPlace): Promise<{ name: string; bytes: Buffer }> => {
  const { titles, columns } = await requireBrought(place.list)
  const rows = await findRows(read, place.congressId, place.list)
  const congress = await findCongress(read, place.congressId)
  const bytes = await writeTable({
    name: titles.vi,
    above: [],
    headings: columns.map(({ labels }) => labels.vi),
    rows: rows.map(({ values }) => columns.map(({ name }) => values[name] ?? null)),
    choices: new Map(columns.map(({ choices }, at) => [at, choices ?? []])),
  })
  return { name: `${titles.vi} - ${congress?.title ?? ''}`, bytes }
}

const about = (action: string) => ({ action, subject: '', unitId: null })

/** Names the list and, of a single row, whom it is about, else the congress. */
const sayAbout = async (
  rows: ActRows,
  { congressId }: ListPlace,
  { titles, columns }: ListFile,
  named: readonly Readonly<Record<string, string>>[],
): Promise<void> => {
  const congress = await findCongress(rows.tx, congressId)
  if (!congress) throw notFound()
  const [first, ...others] = named
  const whom = first && others.length === 0 ? nameOfRow(columns, first) : congress.title
  const { unitId, cycleId } = congress
  rows.say({ subject: `${titles.vi} – ${whom}`, unitId, cycleId, congressId })
}
