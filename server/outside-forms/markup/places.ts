import type { FormFault, FormField, FormMarks, FormRow } from '../schema.ts'

/** A text of a form with what was found in it. */
export interface FormPlace {
  part: string
  /** Cell, or number of the paragraph. */
  at: string
  /** The row of a table that it stands in; null = in none. */
  row: string | null
  names: string[]
  /** The same as the form writes them. */
  said: string[]
}

/** What was found in a form: where placeholders stand, which row is repeated, and what is not right. */
export interface FoundPlaces {
  places: FormPlace[]
  repeat: FormRow | null
  /** Empty rows below it that the form has for more of the list. */
  prepared: number
  faults: FormFault[]
}

/** Which row is repeated: the one that was marked, else the one in which most fields of the list stand. */
export const findRepeat = (
  places: readonly FormPlace[],
  fields: readonly FormField[],
  { repeat: marked }: Pick<FormMarks, 'repeat'>,
): Pick<FoundPlaces, 'repeat' | 'faults'> => {
  const ofRow = new Set(fields.filter(({ isOfRow }) => isOfRow).map(({ name }) => name))
  const listed = places.filter(({ names }) => names.some((name) => ofRow.has(name)))
  const repeat = marked ?? fullestRow(listed)
  const faults = listed
    .filter(({ part, row }) => part !== repeat?.part || row !== repeat.at)
    .map(({ part, at, row, said }): FormFault => {
      const kind = row === null || marked !== null ? 'outside-row' : 'second-row'
      return { kind, part, at, text: said.join(' ') }
    })
  const isEmpty = marked !== null && !places.some(({ part, row }) => part === marked.part && row === marked.at)
  const empty: FormFault[] = isEmpty ? [{ kind: 'empty-row', part: marked.part, at: marked.at, text: '' }] : []
  return { repeat, faults: [...faults, ...empty] }
}

/** One field that strayed into the head of a form makes no row of its list of that. */
const fullestRow = (listed: readonly FormPlace[]): FormRow | null => {
  const rows = new Map<string, { part: string; at: string; count: number }>()
  for (const { part, row, names } of listed) {
    if (row === null) continue
    const key = `${part}\n${row}`
    rows.set(key, { part, at: row, count: (rows.get(key)?.count ?? 0) + names.length })
  }
  const [fullest] = [...rows.values()].toSorted((one, other) => other.count - one.count)
  return fullest ? { part: fullest.part, at: fullest.at } : null
}

/** What a form leaves to be written on by hand: nothing, or dots and lines. */
export const isBlank = (text: string): boolean => /^[.…_\s]*$/u.test(text)

/** The number that a form gives to a row beforehand. */
export const isRowNumber = (text: string): boolean => /^\s*\d{1,4}[.)]?\s*$/u.test(text)
