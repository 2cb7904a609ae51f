import type { ImportChoice, ImportDone, ImportKind, ImportPreview } from '../../server/exchange/schema.ts'
import { getJson, write } from './request.ts'

interface ImportPlace {
  cycleId: string | undefined
  unitId: string | undefined
}

export const startImport = (kind: ImportKind, file: File, { cycleId, unitId }: ImportPlace) =>
  write<ImportPreview>('POST', `/api/imports/${kind}`, { file, query: { cycleId, unitId } })
export const findImport = (id: string) => getJson<ImportPreview>(`/api/imports/${id}`)
export const changeImport = (id: string, body: ImportChoice) =>
  write<ImportPreview>('PUT', `/api/imports/${id}`, { body })
export const confirmImport = (id: string, digest: string) =>
  write<ImportDone>('POST', `/api/imports/${id}/confirm`, { body: { digest } })
export const cancelImport = (id: string) => write('DELETE', `/api/imports/${id}`)

/** Address of the same workbook with a column that says what is wrong. */
export const importErrorsPath = (id: string): string => `/api/imports/${id}/errors.xlsx`

/** Address of the empty form. */
export const importFormPath = (kind: ImportKind, cycleId: string | undefined): string =>
  `/api/import-forms/${kind}.xlsx${cycleId === undefined ? '' : `?cycleId=${cycleId}`}`
