import type { AssignedPeople } from '../../assignments/schema.ts'
import { dayNumber } from '../../format/dates.ts'
import { foldForSearch } from '../../format/search.ts'
import { endOfSession, minutesOf, minutesPerDay } from '../rules.ts'
import type { Programme } from '../schema.ts'
import type { Found } from './conflicts.ts'

type Session = Programme['sessions'][number]

/** What a programme has against who was assigned to it: asked for each session, however often one is dragged. */
export interface AssignedIndex {
  countOf: (sessionId: string) => number | null
  conflictsOf: (session: Session, others: readonly Session[]) => Found[]
}

const none: AssignedIndex = { countOf: () => null, conflictsOf: () => [] }

export const indexAssigned = (assigned: AssignedPeople | null, first: Session | undefined): AssignedIndex => {
  if (assigned === null) return none
  const counts = new Map(assigned.sessions.map(({ sessionId, count }) => [sessionId, count]))
  const sharedOf = new Map<string, { otherId: string; count: number; first: string }[]>()
  for (const { sessionId, otherSessionId, ...shared } of assigned.shared) {
    for (const [one, otherId] of [
      [sessionId, otherSessionId],
      [otherSessionId, sessionId],
    ] as const) {
      sharedOf.set(one, [...(sharedOf.get(one) ?? []), { otherId, ...shared }])
    }
  }
  return {
    countOf: (sessionId) => counts.get(sessionId) ?? null,
    conflictsOf: (session, others) => [
      ...meetingsOf(session, sharedOf.get(session.id) ?? [], others),
      ...withdrawnFrom(session, assigned, first),
      ...openRolesOf(session, assigned),
    ],
  }
}

/** When a session is held, in minutes since 1 January of year 0; null = it has no day. */
const spanOf = ({ date, startsAt, items }: Session): { start: number; end: number } | null => {
  if (date === null) return null
  const midnight = dayNumber(date) * minutesPerDay
  return { start: midnight + minutesOf(startsAt), end: midnight + endOfSession(startsAt, items) }
}

/** Told once for two sessions, under the later of them. */
const meetingsOf = (
  session: Session,
  shared: readonly { otherId: string; count: number; first: string }[],
  others: readonly Session[],
): Found[] => {
  const own = spanOf(session)
  if (own === null || shared.length === 0) return []
  const byId = new Map(others.map((each) => [each.id, each]))
  return shared.flatMap(({ otherId, count, first }): Found[] => {
    const other = byId.get(otherId)
    const span = other && spanOf(other)
    if (!span || !(span.start < own.start || (span.start === own.start && otherId < session.id))) return []
    const minutes = Math.min(own.end, span.end) - own.start
    if (minutes <= 0) return []
    return [
      {
        ...{ rule: 'delegates-twice', severity: 'serious', wayOut: 'assign', sessionId: session.id },
        ...{ otherSessionId: otherId, amount: count, limit: minutes, who: first },
      },
    ]
  })
}

/** Of the congress as a whole it is told at its first session. */
const withdrawnFrom = (session: Session, { withdrawn }: AssignedPeople, first: Session | undefined): Found[] =>
  withdrawn.flatMap(({ sessionId, role, roleName, name }): Found[] =>
    sessionId === session.id || (sessionId === '' && session.id === first?.id)
      ? [
          {
            ...{ rule: 'delegate-withdrawn', severity: 'doubtful', wayOut: 'assign', sessionId: session.id },
            ...{ who: name, role: roleName, about: `${role}:${name}` },
            target: role === '' ? null : { sessionId, role },
          },
        ]
      : [],
  )

/** A role without a person: where items name it, told at the first of them with how many they are, and where it is needed. */
const openRolesOf = (session: Session, { open }: AssignedPeople): Found[] => {
  const isForAll = session.kind === 'official' || session.kind === 'preparatory'
  return open.flatMap(({ role, heldIn }): Found[] => {
    if (heldIn.includes(session.id)) return []
    const name = ` ${foldForSearch(role.name)} `
    const named = session.items.filter(({ presenter }) => ` ${foldForSearch(presenter)} `.includes(name))
    const about = { rule: 'role-open', severity: 'doubtful', wayOut: 'assign', sessionId: session.id } as const
    const [first] = named
    const told = { ...about, role: role.name, about: role.key, target: { sessionId: '', role: role.key } }
    if (first) return [{ ...told, itemId: first.id, amount: named.length }]
    return role.isNeeded && isForAll ? [told] : []
  })
}
