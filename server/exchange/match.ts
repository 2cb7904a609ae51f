import { foldForSearch } from '../format/search.ts'
import { addFault, hasError, type Draft } from './draft.ts'
import { plainName } from './unit-names.ts'

/** Keeps which row has taken a record or the place of a new one: the second is told of the first. */
export const createTakers = () => {
  const takers = new Map<string, Draft>()
  return {
    isTaken: (key: string): boolean => takers.has(key),
    takerOf: (key: string): Draft | undefined => takers.get(key),
    take: (draft: Draft, key: string, field: string): void => {
      const taker = takers.get(key)
      // A row that is not imported takes nothing from the one that says it right.
      if (taker && !hasError(taker)) addFault(draft, field, 'twice-in-file', { row: taker.row })
      else takers.set(key, draft)
    },
  }
}
export type Takers = ReturnType<typeof createTakers>

export interface Near<T> {
  /** Records of about this name where the row's would stand. */
  records: readonly T[]
  nameOf: (record: T) => string
  isFitting: (record: T) => boolean
  /** Names as they stand in the file. */
  writtenNames: ReadonlySet<string>
  takers: Takers
}

/** Among more of one name nobody tells them apart, and looking would take minutes. */
export const mostAlike = 50

/**
 * The record that a row means by its name, and what is to be said of it. «Yên Đông» means «Yên Đồng» only where the
 * file does not hold that one too. Of twins it is the one of which the row says nothing new, so that an export of
 * twins finds both again.
 */
export const matchName = <T extends { id: string }>(
  draft: Draft,
  field: string,
  name: string,
  { records, nameOf, isFitting, writtenNames, takers }: Near<T>,
): T | null => {
  if (records.length > mostAlike) {
    addFault(draft, field, 'several-fit', { count: records.length })
    return null
  }
  const alike = records.filter((record) => foldForSearch(nameOf(record)) === foldForSearch(name))
  const free = alike.filter(isFitting)
  const written = free.filter((record) => plainName(nameOf(record)) === plainName(name))
  const fitting = written.length > 0 ? written : free.filter((record) => !writtenNames.has(plainName(nameOf(record))))
  const isTwin = (record: T) => !takers.isTaken(record.id) && saysNothingNew(draft, record)
  const found = fitting.length > 1 ? fitting.find(isTwin) : fitting[0]
  if (found) {
    if (written.length === 0) addFault(draft, field, 'name-differs', { name: nameOf(found) })
    return found
  }
  if (fitting.length > 1) addFault(draft, field, 'several-fit', { count: fitting.length })
  else if (alike[0]) addFault(draft, field, 'likely-duplicate', { name: nameOf(alike[0]) })
  return null
}

const saysNothingNew = (draft: Draft, record: object) =>
  [...draft.values].every(([field, value]) => !(field in record) || record[field as keyof typeof record] === value)
