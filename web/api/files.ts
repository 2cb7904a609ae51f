import type { AttachedFile, FileOwner } from '../../server/files/schema.ts'
import { getJson, write } from './request.ts'

export const listFiles = (congressId: string, owner: FileOwner) =>
  getJson<AttachedFile[]>(`/api/congresses/${congressId}/files`, { query: { owner } })
export const addFile = (congressId: string, owner: FileOwner, file: File, signal: AbortSignal) =>
  write<AttachedFile[]>('POST', `/api/congresses/${congressId}/files`, { query: { owner }, file, signal })
export const removeFile = (id: string, version: number) => write('DELETE', `/api/files/${id}`, { query: { version } })
export const fileAddress = (id: string) => `/api/files/${id}`
export const thumbnailAddress = (id: string) => `/api/files/${id}/thumbnail`
