import type {
  ImportChoice,
  ImportDone,
  ImportPreview,
  ImportRowsChoice,
  RowFilter,
  UnitKind,
} from '../../server/exchange/schema.ts'
import { getJson, write } from './request.ts'
import type { ListPlace } from './unit-lists.ts'

interface ImportPlace {
  cycleId: string | undefined
  unitId: string | undefined
}

/** Which rows of a dry run are looked at. */
export interface Look {
  show: RowFilter | undefined
  page: string
}

export const startImport = (kind: UnitKind, file: File, { cycleId, unitId }: ImportPlace) =>
  write<ImportPreview>('POST', `/api/imports/${kind}`, { file, query: { cycleId, unitId } })
export const startDelegateImport = (congressId: string, file: File) =>
  write<ImportPreview>('POST', `/api/congresses/${congressId}/delegates-import`, { file })
/** `digest` = of the dry run that is looked at: its other pages come at once. */
export const findImport = (id: string, { show, page }: Look, digest?: string) =>
  getJson<ImportPreview>(`/api/imports/${id}`, { query: { show, page, digest } })
export const changeImport = (id: string, body: ImportChoice) =>
  write<ImportPreview>('PUT', `/api/imports/${id}`, { body })
export const changeImportRows = (id: string, body: ImportRowsChoice, { show, page }: Look) =>
  write<ImportPreview>('PUT', `/api/imports/${id}/rows`, { body, query: { show, page } })
export const confirmImport = (id: string, digest: string) =>
  write<ImportDone>('POST', `/api/imports/${id}/confirm`, { body: { digest } })
/** Delegates are written by the secretariat of their congress. */
export const confirmDelegateImport = (congressId: string, id: string, digest: string) =>
  write<ImportDone>('POST', `/api/congresses/${congressId}/delegates-import/confirm`, { body: { id, digest } })
export const startUnitListImport = ({ congressId, unitId }: ListPlace, file: File) =>
  write<ImportPreview>('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates-import`, { file })
export const confirmUnitListImport = ({ congressId, unitId }: ListPlace, id: string, digest: string) =>
  write<ImportDone>('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates-import/confirm`, {
    body: { id, digest },
  })
export const cancelImport = (id: string) => write('DELETE', `/api/imports/${id}`)

/** Address of the same workbook with a column that says what is wrong. */
export const importErrorsPath = (id: string): string => `/api/imports/${id}/errors.xlsx`

/** Address of the empty form. */
export const importFormPath = (kind: UnitKind, cycleId: string | undefined): string =>
  `/api/import-forms/${kind}.xlsx${cycleId === undefined ? '' : `?cycleId=${cycleId}`}`

/** Address of the list of a congress, which the import reads back, and of the same form with nobody in it. */
export const delegatesPath = (congressId: string): string => `/api/congresses/${congressId}/delegates.xlsx`
export const delegateFormPath = (congressId: string): string => `${delegatesPath(congressId)}?form=empty`
/** The same of the list that a unit sends. */
export const unitListPath = ({ congressId, unitId }: ListPlace): string =>
  `/api/congresses/${congressId}/unit-lists/${unitId}/delegates.xlsx`
export const unitListFormPath = (place: ListPlace): string => `${unitListPath(place)}?form=empty`
