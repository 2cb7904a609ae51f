import type {
  Account,
  AccountChange,
  HandOver,
  LinkMade,
  LinkToPassOn,
  NewGrant,
  NewInvitation,
  NewShare,
  Share,
} from '../../server/accounts/schema.ts'
import { getJson, write } from './request.ts'

export const listAccounts = (signal?: AbortSignal) => getJson<Account[]>('/api/accounts', signal ? { signal } : {})
export const invite = (body: NewInvitation) => write<LinkMade>('POST', '/api/invitations', { body })
export const changeAccount = (id: string, body: AccountChange) => write('PUT', `/api/accounts/${id}`, { body })
/** A link for a new password, or for the invitation where nobody took it. */
export const offerLink = (id: string) => write<LinkMade>('POST', `/api/accounts/${id}/new-password`)
export const withdrawInvitation = (id: string) => write('DELETE', `/api/accounts/${id}/invitation`)
export const grantRole = (id: string, body: NewGrant) =>
  write<LinkToPassOn>('POST', `/api/accounts/${id}/grants`, { body })
export const withdrawRole = (grantId: string) => write('DELETE', `/api/grants/${grantId}`)
export const handOver = (grantId: string, body: HandOver) =>
  write<LinkToPassOn>('POST', `/api/grants/${grantId}/hand-over`, { body })

export const listShares = (signal?: AbortSignal) => getJson<Share[]>('/api/shares', signal ? { signal } : {})
export const shareUnit = (body: NewShare) => write('POST', '/api/shares', { body })
export const endShare = (id: string) => write('DELETE', `/api/shares/${id}`)
