import { createHash, type Hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { rowsOf, type Making } from '../documents/compose.ts'
import { nameOfRow, partsByRow, type RowParts } from '../documents/rows-parts.ts'
import type { Language } from '../format/dates.ts'

/** What would be printed of a row: a hash of it, and how the row is called. */
export interface Printable {
  rowId: string
  name: string
  hash: string
  /** Of its front alone; the same where it has no back. */
  frontHash: string
}

/** Whether it lies printed as it stands, on both sides or on its front alone. */
export const liesPrinted = ({ hash, frontHash }: Printable, printed: string | undefined): boolean =>
  printed === hash || printed === frontHash

/** Others are served after so many. */
const atOnce = 200

/**
 * The papers or cards of a kind as they would be printed now; a paper of no row has the id ''. Each is composed once:
 * `look` is shown it on the way.
 */
export const printablesOf = async (
  making: Making,
  language: Language,
  look?: (printable: Printable, row: RowParts) => void,
): Promise<Printable[]> => {
  const names = new Map(rowsOf(making).map((row) => [row.id, nameOfRow(row)]))
  const write = jsonWriter()
  const printables: Printable[] = []
  for (const row of partsByRow(withoutStanding(making), language)) {
    const hash = createHash('sha256')
    for (const part of row.parts) hash.update(write(part))
    const front = row.back.length === 0 ? null : wordOf(hash.copy())
    for (const part of row.back) hash.update(write(part))
    const whole = wordOf(hash)
    const { rowId } = row
    const printable = { rowId, name: row.name ?? names.get(rowId) ?? '', hash: whole, frontHash: front ?? whole }
    printables.push(printable)
    look?.(printable, row)
    if (printables.length % atOnce === 0) await setImmediate()
  }
  return printables
}

/** Which release a paper of seats is of changes nothing that it tells. */
const withoutStanding = (making: Making): Making =>
  making.seats ? { ...making, seats: { ...making.seats, standing: null } } : making

const wordOf = (hash: Hash): string => hash.digest('base64url').slice(0, 22)

/** Parts that many papers share are written once. */
const jsonWriter = () => {
  const written = new WeakMap<object, string>()
  return (part: object): string => {
    const known = written.get(part)
    if (known !== undefined) return known
    const text = JSON.stringify(part)
    written.set(part, text)
    return text
  }
}
