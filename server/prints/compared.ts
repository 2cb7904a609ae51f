import type { Row } from '../../db/rows.ts'
import type { Making } from '../documents/compose.ts'
import type { Language } from '../format/dates.ts'
import { isNumbered } from '../papers/contents.ts'
import { liesPrinted, printablesOf, type Printable } from './hashes.ts'
import type { PrintRow } from './schema.ts'

export type Marked = Row<'printMarks'>['rows']

/** Day and symbol that stood on a paper when it was printed without a number. */
export type Unnumbered = [day: string, symbol: string]

/** What tells later whether a paper got no more than its number since; undefined = it has one, or never gets one. */
export const unnumberedOf = ({ template, filled }: Making): Unnumbered | undefined =>
  isNumbered(template) && !filled['number'] ? [filled['day'] ?? '', filled['symbol'] ?? ''] : undefined

/** How each paper or card of a kind stands to what lies printed of it. */
export const stateFinder = async (
  making: Making,
  language: Language,
  marked: Marked,
): Promise<(printable: Printable) => PrintRow['state']> => {
  const before = await printablesWithoutNumber(making, language, marked)
  return (printable) => {
    const { rowId } = printable
    const [printed, , unnumbered] = marked[rowId] ?? []
    if (printed === undefined) return 'new'
    if (liesPrinted(printable, printed)) return 'same'
    const blank = unnumbered && before.get(keyOf(unnumbered))?.get(rowId)
    return blank && liesPrinted(blank, printed) ? 'numbered' : 'changed'
  }
}

/** What a paper that has its number now would be without it, for each way in which it lies printed so. */
const printablesWithoutNumber = async (
  making: Making,
  language: Language,
  marked: Marked,
): Promise<Map<string, Map<string, Printable>>> => {
  const found = new Map<string, Map<string, Printable>>()
  if (!making.filled['number']) return found
  const ways = new Map(Object.values(marked).flatMap(([, , way]) => (way ? [[keyOf(way), way] as const] : [])))
  for (const [key, [day, symbol]] of ways) {
    const filled = { ...making.filled, number: '', day, symbol }
    const printables = await printablesOf({ ...making, filled }, language)
    found.set(key, new Map(printables.map((printable) => [printable.rowId, printable])))
  }
  return found
}

const keyOf = (unnumbered: Unnumbered): string => JSON.stringify(unnumbered)
