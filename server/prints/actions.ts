import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { gatherMaking } from '../documents/actions.ts'
import { rowsOf, type Making } from '../documents/compose.ts'
import { orFaulty, readKinds } from '../documents/readable-kinds.ts'
import { paperGroups, type FaultyKind } from '../documents/schema.ts'
import { listPaperKinds, type Template } from '../documents/templates.ts'
import { ApiError, invalid, notFound, nothingChanged, nothingToPrint, refused, stale } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import { calledPaperNow } from '../papers/called.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { makingsOf } from '../papers/signed.ts'
import { stateFinder, unnumberedOf, type Marked } from './compared.ts'
import type { Desk } from './desk.ts'
import { printablesOf } from './hashes.ts'
import { openSheetsOf } from './open-sheets.ts'
import { drawPrint } from './parts.ts'
import { markId, prepare, type Prepared } from './prepare.ts'
import {
  findMark,
  findPrint,
  findPrinterList,
  listCardPrints,
  listMarks,
  listPrints,
  saveMark,
  savePrint,
  type PrintLine,
} from './queries.ts'
import type {
  LeftOut,
  PackageOrder,
  PackagePlan,
  Print,
  PrintChanges,
  PrintHistory,
  PrintJob,
  PrintOrder,
  PrintPlan,
  PrintRows,
  Printers,
} from './schema.ts'
import { packSnapshot, unpackSnapshot } from './snapshot.ts'

/** Prints shown in the history. */
const mostShown = 100

export const planPrint = async (office: Office, congressId: string, order: PrintOrder): Promise<PrintPlan> =>
  (await preparePrint(office, congressId, order)).plan

/** Draws a print while its maker waits, then records it with all that it was made from. */
export const startPrint = async (
  office: Office,
  desk: Desk,
  actor: Actor,
  congressId: string,
  order: PrintOrder,
): Promise<PrintJob> => {
  refuseSecond(desk, actor, congressId)
  const prepared = await preparePrint(office, congressId, order)
  refuseSecond(desk, actor, congressId)
  return desk.start(actor, congressId, prepared.plan.pages, async (told) => {
    const [print] = await drawAndRecord(office, desk, actor, { congressId, packageId: null, all: [prepared], told })
    return { print: print ?? null, packageId: null }
  })
}

/** How much all papers of a congress are that have something on them, and what of them cannot be printed. */
export const planPackage = async (office: Office, congressId: string, wanted: PackageOrder): Promise<PackagePlan> => {
  const papers: PackagePlan['papers'] = []
  const leftOut: LeftOut[] = []
  // Of each paper only its plan is kept.
  for await (const prepared of papersOfPackage(office, congressId, wanted)) {
    if (!('snapshot' in prepared)) {
      leftOut.push(prepared)
      continue
    }
    const { making, order } = prepared.snapshot
    const { documents, pages, isEstimate, faults } = prepared.plan
    const { kind, titles } = making.template
    papers.push({ kind, titles, language: order.language, documents, pages, isEstimate, faults })
  }
  return { papers, leftOut }
}

/** Prints all papers of a congress that have something on them, one after another. */
export const startPackage = async (
  office: Office,
  desk: Desk,
  actor: Actor,
  congressId: string,
  wanted: PackageOrder,
): Promise<PrintJob> => {
  refuseSecond(desk, actor, congressId)
  const all: Prepared[] = []
  const leftOut: LeftOut[] = []
  for await (const prepared of papersOfPackage(office, congressId, wanted)) {
    if ('snapshot' in prepared) all.push(prepared)
    else leftOut.push(prepared)
  }
  const [first] = all
  if (!first) throw (wanted.which ?? 'all') === 'all' ? nothingToPrint() : nothingChanged()
  first.snapshot.leftOut = leftOut
  refuseSecond(desk, actor, congressId)
  const packageId = newId()
  const pages = all.reduce((sum, { plan }) => sum + plan.pages, 0)
  return desk.start(actor, congressId, pages, async (told) => {
    await drawAndRecord(office, desk, actor, { congressId, packageId, all, told })
    return { print: null, packageId }
  })
}

/** The papers of a package, made ready one after the other, and what it has to do without. */
const papersOfPackage = async function* (
  office: Office,
  congressId: string,
  { language, which = 'all', kinds }: PackageOrder,
): AsyncGenerator<Prepared | LeftOut> {
  const { templateOf, makingOf } = await makingsOf(office, congressId)
  const { templates, faulty } = await readKinds(templateOf)
  const printed = new Set((await listMarks(office.db.read, congressId)).map(({ id }) => id))
  // One that was signed before its template came to be at fault is printed as it was signed.
  for (const { kind } of [...inOrder(templates), ...faulty]) {
    if (kinds?.includes(kind) === false) continue
    const read = await orFaulty(kind, async () => {
      const making = await makingOf(kind)
      const { titles, languages, list } = making.template
      const inOne = languages.includes(language) ? [language] : languages.slice(0, 1)
      // Only what lies printed can have changed since, in whichever language.
      const wanted = which === 'all' ? inOne : languages.filter((each) => printed.has(markId(congressId, kind, each)))
      const without = (why: LeftOut['why']): LeftOut => ({ kind, titles, why, at: null })
      // A list without rows says nothing, and a paper for each of them is not there.
      if (list !== undefined && rowsOf(making).length === 0) return wanted.map(() => without('empty'))
      const made: (Prepared | LeftOut)[] = []
      for (const each of wanted) {
        const order = { ...plainOrder, which, kind, language: each }
        const ready = await prepare(office, congressId, order, making).catch((error: unknown) => {
          const code = error instanceof ApiError ? error.code : ''
          if (code === 'nothing-changed') return null
          if (code === 'no-seats') return without('empty')
          if (code === 'print-too-large') return without('too-large')
          throw error
        })
        if (ready) made.push(ready)
      }
      return made
    })
    yield* 'fault' in read ? [leftOutAs(read.fault)] : read.made
  }
}

const leftOutAs = ({ kind, titles, file, line }: FaultyKind): LeftOut => ({
  kind,
  titles,
  why: 'faulty',
  at: { file, line },
})

const plainOrder = {
  rowIds: [] as string[],
  copies: 1,
  spare: 0,
  skipped: 0,
  fromSheet: 1,
  overprint: null,
} as const

/** The cover first, then the kinds as the page lists them. */
const inOrder = (templates: readonly Template[]): Template[] => {
  const place = ({ group = 'package' }: Template) => (group === 'package' ? -1 : paperGroups.indexOf(group))
  return templates.toSorted((a, b) => place(a) - place(b))
}

const refuseSecond = (desk: Desk, actor: Actor, congressId: string): void => {
  if (desk.isBusy(actor, congressId)) throw refused('print-running', 'Another print of this congress is being drawn.')
}

const preparePrint = async (office: Office, congressId: string, order: PrintOrder): Promise<Prepared> =>
  prepare(office, congressId, order, await gatherMaking(office, { congressId, ...order }))

interface Run {
  congressId: string
  packageId: string | null
  all: readonly Prepared[]
  told: (pages: number) => void
}

const drawAndRecord = async (office: Office, desk: Desk, actor: Actor, run: Run): Promise<Print[]> => {
  const { congressId, packageId, all, told } = run
  const congress = await findCongress(office.db.read, congressId)
  if (!congress) throw notFound()
  const rows: Row<'prints'>[] = []
  let before = 0
  for (const [index, { snapshot, plan, at }] of all.entries()) {
    const { pdf, pages } = await drawPrint(snapshot, (count) => {
      told(before + count)
    })
    before += pages
    const { kind, language, ...wish } = snapshot.order
    const row: Row<'prints'> = {
      id: newId(),
      congressId,
      packageId,
      position: index + 1,
      kind,
      titles: snapshot.making.template.titles,
      language,
      at,
      accountName: actor.name,
      wish,
      documents: plan.documents,
      pages,
      sheets: plan.perSheet === null ? pages : plan.sheets,
      perSheet: plan.perSheet,
      left: plan.perSheet === null ? null : plan.left,
      cuts: plan.faults,
      snapshot: await packSnapshot(snapshot),
    }
    rows.push(row)
    desk.keep(row.id, pdf)
  }
  told(before)
  const [first] = rows
  const called =
    packageId === null && first ? await calledPaperNow(office.db.read, congressId, first.kind) : calledKinds(rows)
  const subject = `${called} - ${congress.title}`
  const { unitId, cycleId } = congress
  const action = packageId === null ? 'paper-printed' : 'package-printed'
  await act(office, actor, { action, subject, unitId, cycleId, congressId }, async ({ tx }) => {
    for (const row of rows) await savePrint(tx, row)
    for (const prepared of all) await markPrinted(tx, congressId, prepared)
  })
  return rows.map(shownPrint)
}

/** Kinds of a package that the history names. */
const mostNamed = 4

/** «Chương trình; Kế hoạch; Giấy mời +9»: which kinds a package has. */
const calledKinds = (rows: readonly Row<'prints'>[]): string => {
  const titles = [...new Set(rows.map(({ titles }) => titles.vi))]
  const named = titles.slice(0, mostNamed).join('; ')
  return titles.length > mostNamed ? `${named} +${String(titles.length - mostNamed)}` : named
}

/** What lies printed now; rows that are gone leave with the next print of the rest. */
const markPrinted = async (
  tx: Writer,
  congressId: string,
  { snapshot, printables, printed, at }: Prepared,
): Promise<void> => {
  const { kind, language, which, sides } = snapshot.order
  const id = markId(congressId, kind, language)
  const before = (await findMark(tx, id))?.rows ?? {}
  const present = new Set(printables.map(({ rowId }) => rowId))
  const kept = Object.entries(before).filter(([rowId]) => which === 'rows' || present.has(rowId))
  const unnumbered = unnumberedOf(snapshot.making)
  const rows: Marked = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(
      printed.map(({ rowId, hash, frontHash, name }) => {
        const printedHash = sides === 'front' ? frontHash : hash
        return [rowId, unnumbered ? [printedHash, name, unnumbered] : [printedHash, name]]
      }),
    ),
  }
  await saveMark(tx, { id, congressId, kind, language, printedAt: at, rows })
}

const shownPrint = ({ congressId: _congress, position: _position, wish, ...print }: PrintLine): Print => {
  const { id, packageId, kind, titles, language, at, accountName, documents, pages, sheets } = print
  const { perSheet, left, cuts } = print
  const { which, copies, spare, skipped } = wish
  return {
    id,
    packageId,
    kind,
    titles,
    language,
    at,
    accountName,
    which,
    copies,
    spare,
    documents,
    pages,
    sheets,
    perSheet,
    place: skipped + 1,
    left,
    cuts,
  }
}

/** Who printed what, and what differs from it by now. */
export const listHistory = async (office: Office, congressId: string): Promise<PrintHistory> => {
  const { read } = office.db
  const prints = (await listPrints(read, congressId, mostShown)).map(shownPrint)
  const { makingOf } = await makingsOf(office, congressId)
  const kinds = new Set(await listPaperKinds())
  const changes: PrintChanges[] = []
  for (const mark of await listMarks(read, congressId)) {
    const { kind, language, printedAt } = mark
    if (!kinds.has(kind)) continue
    const compared = await orFaulty(kind, async () => {
      const making = await makingOf(kind)
      return making.template.languages.includes(language) ? comparedRows(making, language, mark.rows) : null
    })
    const found = 'made' in compared ? compared.made : null
    if (!found) continue
    const { rows, removed } = found
    const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length
    changes.push({
      kind,
      language,
      printedAt,
      changed: count('changed'),
      numbered: count('numbered'),
      added: count('new'),
      removed: removed.slice(0, mostRemoved),
    })
  }
  return { prints, changes, openSheets: openSheetsOf(await listCardPrints(read, congressId)) }
}

/** Names of removed rows that are told. */
const mostRemoved = 50

/** The rows of a kind with whether they lie printed as they stand. */
export const listPrintRows = async (
  office: Office,
  congressId: string,
  kind: string,
  language: Language,
): Promise<PrintRows> => {
  const making = await gatherMaking(office, { congressId, kind, language })
  const mark = await findMark(office.db.read, markId(congressId, kind, language))
  return comparedRows(making, language, mark?.rows ?? {})
}

const comparedRows = async (making: Making, language: Language, marked: Marked): Promise<PrintRows> => {
  const printables = await printablesOf(making, language)
  const stateOf = await stateFinder(making, language, marked)
  const present = new Set(printables.map(({ rowId }) => rowId))
  return {
    rows: printables.map((printable) => ({ id: printable.rowId, name: printable.name, state: stateOf(printable) })),
    removed: Object.entries(marked).flatMap(([rowId, [, name]]) => (present.has(rowId) ? [] : [name])),
  }
}

/** A print as PDF, from what was kept of it. */
export const fetchPrint = async (office: Office, desk: Desk, id: string): Promise<{ title: string; pdf: Buffer }> => {
  const print = await neededPrint(office.db.read, id)
  const pdf = desk.kept(id) ?? (await drawPrint(await unpackSnapshot(print.snapshot))).pdf
  desk.keep(id, pdf)
  return { title: print.titles[print.language], pdf }
}

export const neededPrint = async (read: Reader, id: string): Promise<Row<'prints'>> => {
  const print = await findPrint(read, id)
  if (!print) throw notFound()
  return print
}

/** The printers of the unit that holds the congress; version 0 = it kept none so far. */
export const printersOf = async (read: Reader, unitId: string): Promise<Printers> =>
  shownPrinters(await findPrinterList(read, unitId))

const shownPrinters = (list: Row<'printerLists'> | undefined): Printers =>
  list ? { printers: list.printers, version: list.version } : { printers: [], version: 0 }

/** Keeps the printers of a unit in the place of those that it had. */
export const changePrinters = async (
  office: Office,
  actor: Actor,
  { unitId, cycleId }: Pick<Row<'congresses'>, 'unitId' | 'cycleId'>,
  { printers, version }: Printers,
): Promise<Done<Printers>> => {
  const names = printers.map(({ name }) => name)
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (twice >= 0) throw invalid([{ field: `printers.${String(twice)}.name`, rule: 'twice' }])
  const kept = printers.toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
  const about = { action: 'printers-changed', subject: names.join(', '), unitId, cycleId }
  return act(office, actor, about, async (rows) => {
    const list = await findPrinterList(rows.tx, unitId)
    if (version !== (list?.version ?? 0)) throw stale(shownPrinters(list))
    return shownPrinters(
      list
        ? await rows.change('printerLists', list.id, version, { printers: kept })
        : await rows.create('printerLists', { id: newId(), unitId, printers: kept }),
    )
  })
}
