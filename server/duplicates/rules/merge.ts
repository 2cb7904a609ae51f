import type { MergedField } from '../schema.ts'
import { mergedFields } from '../schema.ts'

/** What is kept of a person. */
export interface PersonValues {
  name: string
  address: string
  printedName: string
  sex: 'male' | 'female' | null
  birthYear: number | null
  birthDate: string | null
  phone: string
  email: string
  titles: string[]
  education: string
  field: string
  isDirectWorker: boolean | null
}

const isEmpty = (value: unknown): boolean => value === null || value === ''

/** Of two, the one that stands: what was chosen, and of what only one says anything, that. */
export const mergedValues = (kept: PersonValues, gone: PersonValues, taken: ReadonlySet<MergedField>): PersonValues => {
  const chosen = mergedFields.map((name) => {
    const isOther = isEmpty(kept[name]) || (taken.has(name) && !isEmpty(gone[name]))
    return [name, isOther ? gone[name] : kept[name]]
  })
  const values = { ...kept, ...(Object.fromEntries(chosen) as Partial<PersonValues>) }
  const dates = taken.has('birthYear') ? [gone.birthDate, kept.birthDate] : [kept.birthDate, gone.birthDate]
  return {
    ...values,
    birthDate: dates.find((date) => date?.slice(0, 4) === String(values.birthYear)) ?? null,
    titles: [...new Set([...kept.titles, ...gone.titles])],
  }
}

/** The fields of which each of two says something else. */
export const differingFields = (one: PersonValues, other: PersonValues): MergedField[] =>
  mergedFields.filter((name) => !isEmpty(one[name]) && !isEmpty(other[name]) && one[name] !== other[name])

/** What fills the gaps of one row from another. */
export const gapsFilled = <Values extends object>(kept: Values, gone: Values): Partial<Values> =>
  Object.fromEntries(
    Object.entries(gone).filter(([name, value]) => isEmpty(kept[name as keyof Values]) && !isEmpty(value)),
  ) as Partial<Values>
