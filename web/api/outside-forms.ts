import type {
  CongressForms,
  FormFilled,
  OutsideFormChange,
  OutsideFormShown,
} from '../../server/outside-forms/schema.ts'
import { getJson, write } from './request.ts'

interface WithId {
  id: string
}

export const findOutsideForm = (id: string) => getJson<OutsideFormShown>(`/api/outside-forms/${id}`)
export const addOutsideForm = (file: File, query: { unitId: string }) =>
  write<WithId>('POST', '/api/outside-forms', { file, query })
export const changeOutsideForm = (id: string, body: OutsideFormChange) =>
  write<WithId>('PUT', `/api/outside-forms/${id}`, { body })
export const replaceOutsideForm = (id: string, version: number, file: File) =>
  write<WithId>('POST', `/api/outside-forms/${id}/editions`, { file, query: { version } })
export const deleteOutsideForm = (id: string, version: number) =>
  write('DELETE', `/api/outside-forms/${id}`, { query: { version } })
export const editionAddress = (id: string, fileId: string) => `/api/outside-forms/${id}/editions/${fileId}`
export const listCongressForms = (congressId: string) =>
  getJson<CongressForms>(`/api/congresses/${congressId}/outside-forms`)
export const fillOutsideForm = (congressId: string, formId: string) =>
  write<FormFilled>('POST', `/api/congresses/${congressId}/outside-forms/${formId}/fill`)
export const fillAddress = (id: string) => `/api/outside-fills/${id}/file`
