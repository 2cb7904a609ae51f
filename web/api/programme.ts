import type {
  ItemChange,
  ItemOrder,
  NewItem,
  NewSession,
  Programme,
  ProgrammeItem,
  ProgrammeSession,
  ProgrammeTemplate,
  SessionChange,
} from '../../server/programme/schema.ts'
import { getJson, write } from './request.ts'

export const findProgramme = (congressId: string) => getJson<Programme>(`/api/congresses/${congressId}/programme`)
export const listProgrammeTemplates = () => getJson<ProgrammeTemplate[]>('/api/programme-templates')
export const startFromTemplate = (congressId: string, templateId: string) =>
  write<Programme>('POST', `/api/congresses/${congressId}/programme-from-template`, { body: { templateId } })
export const createSession = (congressId: string, body: NewSession) =>
  write<ProgrammeSession>('POST', `/api/congresses/${congressId}/sessions`, { body })
export const changeSession = (id: string, body: SessionChange) =>
  write<ProgrammeSession>('PUT', `/api/sessions/${id}`, { body })
export const deleteSession = (id: string, version: number) =>
  write('DELETE', `/api/sessions/${id}`, { query: { version } })
export const createItem = (sessionId: string, body: NewItem) =>
  write<ProgrammeItem>('POST', `/api/sessions/${sessionId}/items`, { body })
export const changeItem = (id: string, body: ItemChange) => write<ProgrammeItem>('PUT', `/api/items/${id}`, { body })
export const deleteItem = (id: string, version: number) => write('DELETE', `/api/items/${id}`, { query: { version } })
export const orderItems = (sessionId: string, body: ItemOrder) =>
  write<Programme>('PUT', `/api/sessions/${sessionId}/order`, { body })
