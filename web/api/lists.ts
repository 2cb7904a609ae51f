import type {
  CongressList,
  CongressLists,
  ListImported,
  ListPreview,
  ListRowChanges,
  ListRowOrder,
  ListRowsGone,
  ListRowShown,
} from '../../server/lists/schema.ts'
import { delegatesPath } from './exchange.ts'
import { ApiError, getJson, write } from './request.ts'

/** A list of a congress. */
export interface ListPlace {
  congressId: string
  list: string
}

/** Tables that rows of lists are read from. */
export const tablesOfLists = ['listRows', 'people', 'delegates', 'delegations', 'quotas']

export const listLists = (congressId: string) => getJson<CongressLists>(`/api/congresses/${congressId}/lists`)
export const findList = ({ congressId, list }: ListPlace) =>
  getJson<CongressList>(`/api/congresses/${congressId}/lists/${list}`)
export const addListRow = ({ congressId, list }: ListPlace, values: Record<string, string>) =>
  write<ListRowShown>('POST', `/api/congresses/${congressId}/lists/${list}/rows`, { body: { values } }).catch(
    nameFields,
  )
export const changeListRows = ({ congressId, list }: ListPlace, body: ListRowChanges) =>
  write<{ rows: ListRowShown[] }>('PUT', `/api/congresses/${congressId}/lists/${list}/rows`, { body }).catch(nameFields)
export const removeListRows = ({ congressId, list }: ListPlace, body: ListRowsGone) =>
  write('POST', `/api/congresses/${congressId}/lists/${list}/rows/remove`, { body })
export const orderListRows = ({ congressId, list }: ListPlace, body: ListRowOrder) =>
  write<CongressList>('PUT', `/api/congresses/${congressId}/lists/${list}/order`, { body })

/** A table that is brought, and how it is to be taken. */
export interface BroughtTable {
  file: File
  /** What its columns are; null = by its headings. */
  columns: readonly (string | null)[] | null
  isWhole: boolean
}

const takingOf = ({ columns, isWhole }: BroughtTable) => ({
  columns: columns?.map((name) => name ?? '').join(','),
  others: isWhole ? 'go' : 'stay',
})

export const previewListImport = ({ congressId, list }: ListPlace, table: BroughtTable) =>
  write<ListPreview>('POST', `/api/congresses/${congressId}/lists/${list}/preview`, {
    file: table.file,
    query: takingOf(table),
  })
export const importList = ({ congressId, list }: ListPlace, table: BroughtTable, digest: string) =>
  write<ListImported>('POST', `/api/congresses/${congressId}/lists/${list}/import`, {
    file: table.file,
    query: { ...takingOf(table), digest },
  })

/** Address of the list as a workbook; that of delegates is the form of their own import. */
export const listExportPath = ({ congressId, list }: ListPlace): string =>
  list === 'delegates' ? delegatesPath(congressId) : `/api/congresses/${congressId}/lists/${list}/export.xlsx`

/** The server names what it refuses `values.name`; the pages know it as `name`. */
const nameFields = (error: unknown): never => {
  if (!(error instanceof ApiError) || error.faults.length === 0) throw error
  const faults = error.faults.map(({ field, rule }) => ({ field: field.replace(/^.*\bvalues\./, ''), rule }))
  throw new ApiError(error.status, error.code, faults)
}
