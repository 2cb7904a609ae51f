import type { PaperState } from '../../server/documents/schema.ts'
import { ApiError } from '../api/request.ts'

/** The server names what it refuses `fields.number`; the form knows it as `number`. */
export const nameFields = (error: unknown): never => {
  if (!(error instanceof ApiError) || error.faults.length === 0) throw error
  const faults = error.faults.map(({ field, rule }) => ({ field: field.replace(/^fields\./, ''), rule }))
  throw new ApiError(error.status, error.code, faults)
}

/** The papers themselves: a list that the program keeps. */
export const derivedList = 'papers'

/** Its list is empty: it is shown with a sample one, unless it was signed so. */
export const isSample = ({ rowCount, life }: PaperState): boolean => rowCount === 0 && life?.isKept !== true

/** What is written in the fields of a paper. */
export const valuesOf = (paper: PaperState | undefined): Record<string, string> =>
  Object.fromEntries((paper?.fields ?? []).map(({ name, value }) => [name, value ?? '']))
