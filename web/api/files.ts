import type { AttachedFile, OwnerInCongress } from '../../server/files/schema.ts'
import { getJson, write } from './request.ts'

/** What files are of: the congress's result, one of its papers, or the approval of a unit's list. */
export interface FilesOf {
  congressId: string
  owner: OwnerInCongress
  paperId?: string | undefined
  /** Of an approval, the unit that sent the list. */
  unitId?: string | undefined
}

const queryOf = ({ owner, paperId }: FilesOf) => ({ owner, paper: paperId })

export const listFiles = (of: FilesOf) =>
  of.owner === 'unit-list'
    ? getJson<AttachedFile[]>(`/api/congresses/${of.congressId}/unit-lists/${of.unitId ?? ''}/files`)
    : getJson<AttachedFile[]>(`/api/congresses/${of.congressId}/files`, { query: queryOf(of) })
export const addFile = (of: FilesOf, file: File, signal = new AbortController().signal) =>
  of.owner === 'unit-list'
    ? write<AttachedFile[]>('POST', `/api/congresses/${of.congressId}/unit-lists/${of.unitId ?? ''}/files`, {
        ...{ file, signal },
      })
    : write<AttachedFile[]>('POST', `/api/congresses/${of.congressId}/files`, { query: queryOf(of), file, signal })
export const removeFile = (id: string, version: number) => write('DELETE', `/api/files/${id}`, { query: { version } })
export const fileAddress = (id: string) => `/api/files/${id}`
export const thumbnailAddress = (id: string) => `/api/files/${id}/thumbnail`
