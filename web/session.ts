import { mayEverywhere as mayAll, maySomewhere } from '../server/accounts/rules.ts'
import type { Role, Session } from '../server/accounts/schema.ts'
import { findSession } from './api/session.ts'
import { createStore } from './store.ts'

const nobody: Session = { account: null, grants: [], hasAdministrator: true, needsFirstRun: false }

/** Who is signed in: `session.get().account`; `session.use(this)` draws again when it changes. */
export const session = createStore<Session>(nobody)

/** Asks the server again: after signing in, a new role, the first cycle. */
export const refreshSession = async (): Promise<Session> => {
  const found = await findSession()
  session.set(found)
  return found
}

/** The session has ended: nobody is signed in any more. */
export const forgetSession = (): void => session.set({ ...nobody, hasAdministrator: session.get().hasAdministrator })

/** Whether the account has the role (or a stronger one) at any unit: what shows buttons; the server decides. */
export const may = (role: Role): boolean => maySomewhere(session.get().grants, role)

/** Whether the account has the role for the whole installation. */
export const mayEverywhere = (role: Role): boolean => mayAll(session.get().grants, role)
