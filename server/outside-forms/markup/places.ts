import type { FormFault, FormField, FormMarks, FormRow } from '../schema.ts'

/** A text of a form with what was found in it. */
export interface FormPlace {
  part: string
  /** Cell, or number of the paragraph. */
  at: string
  /** The row of a table that it stands in; null = in none. */
  row: string | null
  names: string[]
}

/** What was found in a form: where placeholders stand, which row is repeated, and what is not right. */
export interface FoundPlaces {
  places: FormPlace[]
  repeat: FormRow | null
  /** Empty rows below it that the form has for more of the list. */
  prepared: number
  faults: FormFault[]
}

/** Which row is repeated: the one that was marked, else the one in which fields of the list stand. */
export const findRepeat = (
  places: readonly FormPlace[],
  fields: readonly FormField[],
  { repeat: marked }: Pick<FormMarks, 'repeat'>,
): Pick<FoundPlaces, 'repeat' | 'faults'> => {
  const ofRow = new Set(fields.filter(({ isOfRow }) => isOfRow).map(({ name }) => name))
  const listed = places.filter(({ names }) => names.some((name) => ofRow.has(name)))
  const first = listed.find(({ row }) => row !== null)
  const repeat = marked ?? (first?.row == null ? null : { part: first.part, at: first.row })
  const faults = listed
    .filter(({ part, row }) => part !== repeat?.part || row !== repeat.at)
    .map(({ part, at, row, names }): FormFault => {
      const kind = row === null || marked !== null ? 'outside-row' : 'second-row'
      return { kind, part, at, text: names.map((name) => `{{${name}}}`).join(' ') }
    })
  const isEmpty = marked !== null && !places.some(({ part, row }) => part === marked.part && row === marked.at)
  const empty: FormFault[] = isEmpty ? [{ kind: 'empty-row', part: marked.part, at: marked.at, text: '' }] : []
  return { repeat, faults: [...faults, ...empty] }
}

/** What a form leaves to be written on by hand: nothing, or dots and lines. */
export const isBlank = (text: string): boolean => /^[.…_\s]*$/u.test(text)

/** The number that a form gives to a row beforehand. */
export const isRowNumber = (text: string): boolean => /^\s*\d{1,4}[.)]?\s*$/u.test(text)
