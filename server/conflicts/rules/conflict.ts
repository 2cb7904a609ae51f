import type { Conflict, ConflictRule, Severity } from '../schema.ts'
import type { PlacedCongress } from './facts.ts'

type Details = Partial<Omit<Conflict, 'key' | 'rule' | 'severity' | 'congressId' | 'fingerprint'>> & {
  /** What the key names besides the rule. */
  about: string
  /** The facts to which an acceptance is bound. */
  facts: readonly (string | number | null)[]
}

export const conflictOf = (
  rule: ConflictRule,
  severity: Severity,
  { id }: Pick<PlacedCongress, 'id'>,
  details: Details,
): Conflict => ({
  key: `${rule}:${details.about}`,
  rule,
  severity,
  congressId: id,
  otherCongressIds: details.otherCongressIds ?? [],
  venueId: details.venueId ?? null,
  postId: details.postId ?? null,
  calendarDayId: details.calendarDayId ?? null,
  bookingId: details.bookingId ?? null,
  date: details.date ?? null,
  halfDay: details.halfDay ?? null,
  amount: details.amount ?? null,
  limit: details.limit ?? null,
  limitDate: details.limitDate ?? null,
  fingerprint: fingerprintOf(details.facts),
})

const ranks: Readonly<Record<Severity, number>> = { impossible: 0, serious: 1, doubtful: 2 }

/** The order of every list of conflicts: severity, date (without one last), key. */
export const compareConflicts = (a: Conflict, b: Conflict): number => {
  if (a.severity !== b.severity) return ranks[a.severity] - ranks[b.severity]
  if (a.date !== b.date) return a.date === null ? 1 : b.date === null || a.date < b.date ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** The heavier of two severities; null = none. */
export const heavier = (a: Severity | null, b: Severity | null): Severity | null =>
  a === null ? b : b === null || ranks[a] <= ranks[b] ? a : b

/** Whether the congress takes part in the conflict, be it as the one it is listed under or as another. */
export const takesPart = (conflict: Conflict, congressId: string): boolean =>
  conflict.congressId === congressId || conflict.otherCongressIds.includes(congressId)

const readableLength = 300

/** Readable while short; what is longer (many congresses in one hall) ends in a hash, so that it fits its column. */
const fingerprintOf = (facts: readonly (string | number | null)[]): string => {
  const text = facts.join('|') || '-'
  return text.length <= readableLength ? text : `${text.slice(0, readableLength)}#${hashOf(text)}`
}

/** FNV-1a, twice with different bases: 64 bits are plenty to notice a change. */
const hashOf = (text: string): string => {
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  for (let at = 0; at < text.length; at += 1) {
    first = Math.imul(first ^ text.charCodeAt(at), 0x01000193)
    second = Math.imul(second ^ text.charCodeAt(at), 0x01000193)
  }
  return (first >>> 0).toString(16).padStart(8, '0') + (second >>> 0).toString(16).padStart(8, '0')
}
