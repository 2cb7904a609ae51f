import type {
  FormOrder,
  FormsIssued,
  IssuedForm,
  ListFormOrder,
  OwnForm,
  Refusal,
  ReturnChoice,
  ReturnDone,
  ReturnPreview,
} from '../../server/forms/schema.ts'
import { getJson, write } from './request.ts'
import type { ListPlace } from './unit-lists.ts'

export const listForms = (cycleId: string) => getJson<IssuedForm[]>(`/api/cycles/${cycleId}/forms`)
export const issueForms = (cycleId: string, body: FormOrder) =>
  write<FormsIssued>('POST', `/api/cycles/${cycleId}/forms`, { body })

/** Forms on which units tell whom they send to a congress. */
export const issueListForms = (congressId: string, body: ListFormOrder) =>
  write<FormsIssued>('POST', `/api/congresses/${congressId}/list-forms`, { body })
/** The form that a unit fills in itself. */
export const issueOwnForm = ({ congressId, unitId }: ListPlace) =>
  write<OwnForm>('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/form`)

/** Reads a heap of returned files, zips among them. */
export const startReturn = (
  { cycleId, congressId }: { cycleId: string; congressId: string | undefined },
  files: readonly File[],
  signal: AbortSignal,
) => write<ReturnPreview>('POST', `/api/cycles/${cycleId}/returns`, { files, signal, query: { congressId } })
export const findReturn = (id: string) => getJson<ReturnPreview>(`/api/returns/${id}`)
export const changeReturn = (id: string, body: ReturnChoice) =>
  write<ReturnPreview>('PUT', `/api/returns/${id}`, { body })
export const confirmReturn = (id: string, digest: string) =>
  write<ReturnDone>('POST', `/api/returns/${id}/confirm`, { body: { digest } })
export const cancelReturn = (id: string) => write('DELETE', `/api/returns/${id}`)

/** Returned files that were not taken and are still to be asked about. */
export const listRefusals = (cycleId: string) => getJson<Refusal[]>(`/api/cycles/${cycleId}/refusals`)
export const dismissRefusal = (id: string, version: number) =>
  write('DELETE', `/api/refusals/${id}`, { query: { version } })

/** Address of one form as a workbook. */
export const formPath = (id: string): string => `/api/forms/${id}.xlsx`
/** Address of all that were issued together. */
export const batchPath = (batchId: string): string => `/api/form-batches/${batchId}.zip`
/** Address of the list of those that did not answer. */
export const remindersPath = (cycleId: string): string => `/api/cycles/${cycleId}/form-reminders.xlsx`
