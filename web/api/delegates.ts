import type {
  Delegate,
  DelegateChanges,
  DelegateList,
  DelegatesChanged,
  DelegatesGone,
  Delegation,
  DelegationChange,
  NewDelegate,
  NewDelegation,
  OtherPart,
  Photo,
  Replacement,
  SensitiveChange,
  SensitiveData,
} from '../../server/delegates/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that delegates are read from. */
export const tablesOfDelegates = ['people', 'delegates', 'delegations', 'levels']

export const listDelegates = (congressId: string) => getJson<DelegateList>(`/api/congresses/${congressId}/delegates`)
export const createDelegate = (congressId: string, body: NewDelegate) =>
  write<Delegate>('POST', `/api/congresses/${congressId}/delegates`, { body })
export const changeDelegates = (congressId: string, body: DelegateChanges) =>
  write<DelegatesChanged>('PUT', `/api/congresses/${congressId}/delegates`, { body })
export const removeDelegates = (congressId: string, body: DelegatesGone) =>
  write('POST', `/api/congresses/${congressId}/delegates/remove`, { body })
export const replaceDelegate = (id: string, body: Replacement) =>
  write<Delegate>('POST', `/api/delegates/${id}/replace`, { body })
export const listOtherParts = (id: string) => getJson<OtherPart[]>(`/api/delegates/${id}/other-parts`)
/** What is sensitive comes to those alone who may know it. */
export const findSensitive = (id: string) => getJson<SensitiveData>(`/api/delegates/${id}/sensitive`)
export const changeSensitive = (id: string, body: SensitiveChange) =>
  write<SensitiveData>('PUT', `/api/delegates/${id}/sensitive`, { body })
export const findPhoto = (id: string) => getJson<Photo>(`/api/delegates/${id}/photo`)
/** Another stamp is another picture. */
export const photoPath = (id: string, stamp: string) => `/api/delegates/${id}/photo/picture?stamp=${stamp}`
export const savePhoto = (id: string, file: File, version: number) =>
  write<Photo>('POST', `/api/delegates/${id}/photo`, { file, query: { version } })
export const removePhoto = (id: string, version: number) =>
  write('DELETE', `/api/delegates/${id}/photo`, { query: { version } })
export const createDelegation = (congressId: string, body: NewDelegation) =>
  write<Delegation>('POST', `/api/congresses/${congressId}/delegations`, { body })
export const changeDelegation = (id: string, body: DelegationChange) =>
  write<Delegation>('PUT', `/api/delegations/${id}`, { body })
export const removeDelegation = (id: string, version: number) =>
  write('DELETE', `/api/delegations/${id}`, { query: { version } })
