import type { Proposal } from '../../server/day/rules.ts'

/** A run-through as this browser keeps it, for all its windows: what is tried in it never reaches the plan. */
export interface RunThrough {
  /** Where its clock was set, in seconds since the session's midnight. */
  seconds: number
  /** When it was set, by the browser's own clock; null = it stands there until the first item begins. */
  since: number | null
  /** What was applied of the proposals, in their order. */
  applied: readonly Proposal[]
}

export const readRunThrough = (sessionId: string): RunThrough | null => {
  const kept = localStorage.getItem(keyOf(sessionId))
  return kept === null ? null : (JSON.parse(kept) as RunThrough)
}

export const keepRunThrough = (sessionId: string, run: RunThrough): void =>
  localStorage.setItem(keyOf(sessionId), JSON.stringify(run))

export const forgetRunThrough = (sessionId: string): void => localStorage.removeItem(keyOf(sessionId))

const keyOf = (sessionId: string) => `rehearsal:${sessionId}`
