import type {
  Arrangement,
  ItemChange,
  ItemOrder,
  NewItem,
  NewRemark,
  NewSession,
  NewSpeaker,
  Programme,
  ProgrammeCopy,
  ProgrammeItem,
  ProgrammeSession,
  ProgrammeTemplate,
  ProgrammeView,
  Remark,
  RemarkAnswer,
  SessionChange,
  Speaker,
  SpeakerChange,
} from '../../server/programme/schema.ts'
import { getJson, write } from './request.ts'

export const findProgramme = (congressId: string) => getJson<ProgrammeView>(`/api/congresses/${congressId}/programme`)
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
/** Sessions of another congress, added in one act. */
export const copyProgramme = (congressId: string, body: ProgrammeCopy) =>
  write<Programme>('POST', `/api/congresses/${congressId}/programme-copy`, { body })
/** Into the tray: not placed yet. */
export const createTrayItem = (congressId: string, body: NewItem) =>
  write<ProgrammeItem>('POST', `/api/congresses/${congressId}/tray-items`, { body })
/** Puts sessions and items where they were dragged to, all or none. */
export const arrange = (congressId: string, body: Arrangement) =>
  write<Programme>('PUT', `/api/congresses/${congressId}/arrangement`, { body })
export const createSpeaker = (congressId: string, body: NewSpeaker) =>
  write<Speaker>('POST', `/api/congresses/${congressId}/speakers`, { body })
export const changeSpeaker = (id: string, body: SpeakerChange) => write<Speaker>('PUT', `/api/speakers/${id}`, { body })
export const deleteSpeaker = (id: string, version: number) =>
  write('DELETE', `/api/speakers/${id}`, { query: { version } })
export const listRemarks = (congressId: string) => getJson<Remark[]>(`/api/congresses/${congressId}/remarks`)
export const createRemark = (congressId: string, body: NewRemark) =>
  write<Remark>('POST', `/api/congresses/${congressId}/remarks`, { body })
export const answerRemark = (id: string, body: RemarkAnswer) => write<Remark>('PUT', `/api/remarks/${id}`, { body })
export const withdrawRemark = (id: string, version: number) =>
  write('DELETE', `/api/remarks/${id}`, { query: { version } })
