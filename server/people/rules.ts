import { foldForSearch } from '../format/search.ts'
import type { Sex } from './schema.ts'

/** What is kept of somebody of whom only the name is known. */
export const knownByName = (name: string) => ({
  name,
  folded: foldForSearch(name),
  address: '',
  sex: null as Sex | null,
  birthYear: null as number | null,
  phone: '',
})
