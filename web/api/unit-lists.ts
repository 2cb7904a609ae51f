import type {
  Delegate,
  DelegatesGone,
  Photo,
  Replacement,
  SensitiveChange,
  SensitiveData,
} from '../../server/delegates/schema.ts'
import type {
  ApprovalPaper,
  CorrectionRequest,
  HandingOver,
  ListToSend,
  MemberChanges,
  NewMember,
  ReturnRemark,
  Submission,
  UnitList,
  UnitListBoard,
} from '../../server/unit-lists/schema.ts'
import { tablesOfDelegates } from './delegates.ts'
import { getJson, write } from './request.ts'

/** Tables that lists of units are read from. */
export const tablesOfUnitLists = ['delegateLists', 'quotas', 'forms', 'files', ...tablesOfDelegates]

/** A congress and the unit that sends it a list. */
export interface ListPlace {
  congressId: string
  unitId: string
}

export const listListsToSend = () => getJson<ListToSend[]>('/api/unit-lists')
export const listUnitLists = (congressId: string) => getJson<UnitListBoard>(`/api/congresses/${congressId}/unit-lists`)
export const findUnitList = ({ congressId, unitId }: ListPlace) =>
  getJson<UnitList>(`/api/congresses/${congressId}/unit-lists/${unitId}`)
export const addMember = ({ congressId, unitId }: ListPlace, body: NewMember) =>
  write<Delegate>('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates`, { body })
export const changeMembers = ({ congressId, unitId }: ListPlace, body: MemberChanges) =>
  write<{ delegates: Delegate[] }>('PUT', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates`, { body })
export const removeMembers = ({ congressId, unitId }: ListPlace, body: DelegatesGone) =>
  write('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates/remove`, { body })
export const replaceMember = ({ congressId, unitId }: ListPlace, id: string, body: Replacement) =>
  write<Delegate>('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/replace`, { body })
export const findSensitiveOfMember = ({ congressId, unitId }: ListPlace, id: string) =>
  getJson<SensitiveData>(`/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/sensitive`)
export const changeSensitiveOfMember = ({ congressId, unitId }: ListPlace, id: string, body: SensitiveChange) =>
  write<SensitiveData>('PUT', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/sensitive`, { body })
export const findPhotoOfMember = ({ congressId, unitId }: ListPlace, id: string) =>
  getJson<Photo>(`/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/photo`)
export const photoPathOfMember = ({ congressId, unitId }: ListPlace, id: string, stamp: string) =>
  `/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/photo/picture?stamp=${stamp}`
export const savePhotoOfMember = ({ congressId, unitId }: ListPlace, id: string, file: File, version: number) =>
  write<Photo>('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/photo`, {
    file,
    query: { version },
  })
export const removePhotoOfMember = ({ congressId, unitId }: ListPlace, id: string, version: number) =>
  write('DELETE', `/api/congresses/${congressId}/unit-lists/${unitId}/delegates/${id}/photo`, { query: { version } })
export const submitList = ({ congressId, unitId }: ListPlace, body: Submission) =>
  write('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/submit`, { body })
export const requestCorrection = ({ congressId, unitId }: ListPlace, body: CorrectionRequest) =>
  write('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/correction-request`, { body })
export const approveList = ({ congressId, unitId }: ListPlace, body: ApprovalPaper) =>
  write('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/approve`, { body })
export const returnList = ({ congressId, unitId }: ListPlace, body: ReturnRemark) =>
  write('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/return`, { body })
export const handOverList = ({ congressId, unitId }: ListPlace, body: HandingOver) =>
  write('POST', `/api/congresses/${congressId}/unit-lists/${unitId}/hand-over`, { body })
export const numberApproval = ({ congressId, unitId }: ListPlace, body: ApprovalPaper) =>
  write('PUT', `/api/congresses/${congressId}/unit-lists/${unitId}/paper`, { body })
