import type { LanguageChange, Link, LinkAnswer, PasswordChange, Session, SignIn } from '../../server/accounts/schema.ts'
import { getJson, write } from './request.ts'

/** Who is signed in, with their roles; nobody is no error. */
export const findSession = () => getJson<Session>('/api/session')
export const signIn = (body: SignIn) => write('POST', '/api/session', { body })
export const signOut = () => write('DELETE', '/api/session')
export const changePassword = (body: PasswordChange) => write('PUT', '/api/session/password', { body })
export const changeLanguage = (body: LanguageChange) => write('PUT', '/api/session/language', { body })

/** What a one-time link offers; `link-not-valid` when it was used or has run out. */
export const openLink = (token: string) => getJson<Link>(`/api/links/${encodeURIComponent(token)}`)
export const takeLink = (token: string, body: LinkAnswer) =>
  write('POST', `/api/links/${encodeURIComponent(token)}`, { body })
