import { foldForSearch } from '../format/search.ts'
import type { Sex } from './schema.ts'

/** What is kept of somebody of whom only the name is known. */
export const knownByName = (name: string) => ({
  ...restOfPerson(),
  name,
  folded: foldForSearch(name),
  address: '',
  sex: null as Sex | null,
  birthYear: null as number | null,
  phone: '',
})

/** What the list of people who attend has no column for, of somebody of whom it is not known. */
export const restOfPerson = () => ({
  email: '',
  printedName: '',
  birthDate: null as string | null,
  titles: [] as string[],
  education: '',
  field: '',
  isDirectWorker: null as boolean | null,
})

/** Of whom nothing sensitive is known. */
export const nothingSensitive = () => ({
  ethnicity: '',
  religion: '',
  isPartyMember: null as boolean | null,
  health: '',
  diet: '',
  consentAt: null as string | null,
})
