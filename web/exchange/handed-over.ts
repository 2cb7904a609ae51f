import { navigate } from '../router.ts'

/** A table that was pasted or dropped on another page, for the import that this one opens. */
let file: File | null = null

/** Opens the import of delegates into a congress, with a table that is there already. */
export const openDelegateImport = (congressId: string, table: File | null): Promise<boolean> => {
  file = table
  return navigate(`/congresses/${congressId}/delegates/import`)
}

/** What was handed over, once. */
export const takeHandedOver = (): File | null => {
  const taken = file
  file = null
  return taken
}
