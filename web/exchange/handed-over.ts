import { navigate } from '../router.ts'

/** A table that was pasted or dropped on another page, for the import that this one opens. */
let file: File | null = null

/** Opens the import of delegates into the list at this address, with a table that is there already. */
export const openListImport = (listPath: string, table: File | null): Promise<boolean> => {
  file = table
  return navigate(`${listPath}/import`)
}

/** What was handed over, once. */
export const takeHandedOver = (): File | null => {
  const taken = file
  file = null
  return taken
}
