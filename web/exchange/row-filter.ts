import { rowFilters, type RowFilter } from '../../server/exchange/schema.ts'

/** The state of rows that an address asks for; none = all. */
export const filterOf = (text: string): RowFilter | undefined => rowFilters.find((each) => each === text)
