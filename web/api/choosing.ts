import type { ChainStep, ChoosableList, Choice, Chosen } from '../../server/choosing/schema.ts'
import { getJson, write } from './request.ts'

export const listChoosable = (congressId: string) => getJson<ChoosableList>(`/api/congresses/${congressId}/choosable`)
export const chooseDelegates = (congressId: string, body: Choice) =>
  write<Chosen>('POST', `/api/congresses/${congressId}/chosen`, { body })
export const listChain = (delegateId: string) => getJson<ChainStep[]>(`/api/delegates/${delegateId}/chain`)
