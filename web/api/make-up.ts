import type { Base, Comparable, MakeUp } from '../../server/make-up/schema.ts'
import { getJson } from './request.ts'

/** Tables that the make-up is counted from. */
export const tablesOfMakeUp = ['delegates', 'delegations', 'people', 'sensitiveData']

export const findMakeUp = (congressId: string, base: Base, isPublic: boolean, bandsOf: string) =>
  getJson<MakeUp>(
    `/api/congresses/${congressId}/make-up?of=${base}&bandsOf=${bandsOf}${isPublic ? '&version=public' : ''}`,
  )
export const listComparable = (congressId: string) =>
  getJson<Comparable[]>(`/api/congresses/${congressId}/make-up/comparable`)
