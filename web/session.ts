import { mayEverywhere as mayAll, maySomewhere } from '../server/accounts/rules.ts'
import type { Role, Session } from '../server/accounts/schema.ts'
import { findSession, signOut } from './api/session.ts'
import { createStore } from './store.ts'

const nobody: Session = { account: null, grants: [], hasAdministrator: true, needsFirstRun: false }

/** Who is signed in: `session.get().account`; `session.use(this)` draws again when it changes. */
export const session = createStore<Session>(nobody)

const keptKey = 'tien-toi.signed-in'

/** Whether somebody was signed in in this browser and did not sign out: the session has ended by itself. */
export const hasEnded = (): boolean => localStorage.getItem(keptKey) !== null

/** Asks the server again: after signing in, a new role, the first cycle. */
export const refreshSession = async (): Promise<Session> => {
  const found = await findSession()
  if (found.account) localStorage.setItem(keptKey, 'yes')
  session.set(found)
  return found
}

/** The session has ended: nobody is signed in any more. */
export const forgetSession = (): void => session.set({ ...nobody, hasAdministrator: session.get().hasAdministrator })

/** Signs out; without the server the browser forgets who was signed in all the same. */
export const leaveSession = async (): Promise<void> => {
  await signOut().catch(() => undefined)
  localStorage.removeItem(keptKey)
  forgetSession()
}

/** Whether the account has the role (or a stronger one) at any unit: what shows buttons; the server decides. */
export const may = (role: Role): boolean => maySomewhere(session.get().grants, role)

/** Whether the account may know sensitive data at any unit: what asks for them; the server decides. */
export const maySeeSensitive = (): boolean => session.get().grants.some((grant) => grant.maySeeSensitive)

/** Whether the account has the role for the whole installation. */
export const mayEverywhere = (role: Role): boolean => mayAll(session.get().grants, role)
