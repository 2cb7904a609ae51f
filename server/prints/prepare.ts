import { isEmptyChart, type Making } from '../documents/compose.ts'
import { faultFinder, faultsOn } from '../documents/faults.ts'
import { sheetsOf } from '../documents/page-forms.ts'
import { invalid, noSeats, nothingChanged, nothingToPrint, refused } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { changedSeats } from './changed-seats.ts'
import { stateFinder, type Marked } from './compared.ts'
import { printablesOf, type Printable } from './hashes.ts'
import { chartPageOf, hasSpare, planOf, sheetBeyond } from './parts.ts'
import { findMark } from './queries.ts'
import { mostDocuments, type PrintOrder, type PrintPlan } from './schema.ts'
import type { Snapshot } from './snapshot.ts'

/** A print that is ready to be drawn. */
export interface Prepared {
  snapshot: Snapshot
  at: string
  plan: PrintPlan
  /** All of the kind as they are now, and those of them that are printed. */
  printables: readonly Printable[]
  printed: readonly Printable[]
}

/** Reckons a print, and looks over what of it cannot be printed as it is written: each paper or card is composed once for it. */
export const prepare = async (
  office: Office,
  congressId: string,
  order: Omit<PrintOrder, 'rowIds'> & { rowIds: readonly string[] },
  making: Making,
): Promise<Prepared> => {
  const { kind, language, copies } = order
  const { template } = making
  const hasBack = template.look?.back !== undefined
  if (order.sides === 'both' && !hasBack) throw invalid([{ field: 'sides', rule: 'not-a-choice' }])
  if (order.overprint !== null && !template.look) throw invalid([{ field: 'overprint', rule: 'not-a-choice' }])
  if (order.sheet !== undefined && !sheetsOf(template).includes(order.sheet)) {
    throw invalid([{ field: 'sheet', rule: 'not-a-choice' }])
  }
  if (isEmptyChart(making)) throw noSeats()
  const spare = hasSpare(template) ? order.spare : 0
  const mark = await findMark(office.db.read, markId(congressId, kind, language))
  const sides = order.sides ?? 'front'
  const isChosen = await choiceOf(order, making, mark?.rows ?? {})
  const finder = await faultFinder(making, language, { isOverprint: order.overprint !== null })
  const printables = await printablesOf(making, language, (printable, row) => {
    if (isChosen(printable)) finder.look(sides === 'both' ? row : { ...row, back: [] })
  })
  const printed = printables.filter(isChosen)
  if (printed.length * copies + spare > mostDocuments) {
    throw refused('print-too-large', 'More papers than may be printed at once.', { limit: mostDocuments })
  }
  if (printed.length + spare === 0) {
    const isCompared = order.which === 'changed' || order.which === 'numbered'
    throw isCompared && printables.length > 0 ? nothingChanged() : nothingToPrint()
  }
  const at = office.now().toISOString()
  const snapshot: Snapshot = {
    making,
    order: { ...order, rowIds: [], spare, ...(hasBack ? { sides } : {}) },
    chosen: printed.length === printables.length ? null : printed.map(({ rowId }) => rowId),
    madeAt: making.signedAt ?? at,
    ...(template.isChart === true && order.which === 'changed'
      ? await changedSeats(office.db.read, congressId, { kind, language, making, printed })
      : {}),
  }
  const amount = await planOf(snapshot, printed.length)
  const { perSheet } = amount
  if (perSheet !== null && order.skipped >= perSheet) {
    throw refused('place-beyond', 'A sheet has fewer places than that.', { limit: perSheet })
  }
  if (amount.sheets === 0) throw sheetBeyond()
  // A chart in another size than its own has other letters.
  const page = template.isChart === true ? chartPageOf(snapshot) : undefined
  const faults = page ? await faultsOn(making, language, { page }) : finder.found()
  return { snapshot, at, plan: { ...amount, faults }, printables, printed }
}

/** Which of a kind are printed. */
const choiceOf = async (
  { which, rowIds, language }: Pick<PrintOrder, 'which' | 'language'> & { rowIds: readonly string[] },
  making: Making,
  marked: Marked,
): Promise<(printable: Printable) => boolean> => {
  if (which === 'all') return () => true
  if (which === 'rows') {
    const wanted = new Set(rowIds)
    return ({ rowId }) => wanted.has(rowId)
  }
  const stateOf = await stateFinder(making, language, marked)
  return (printable) => {
    const state = stateOf(printable)
    return which === 'numbered' ? state === 'numbered' : state === 'new' || state === 'changed'
  }
}

export const markId = (congressId: string, kind: string, language: Language) => `${congressId} ${kind} ${language}`
