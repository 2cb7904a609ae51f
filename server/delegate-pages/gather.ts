import type { Database, Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findRelease, listReleases } from '../releases/queries.ts'
import { toldSessions, type ToldSession } from '../releases/rules/told.ts'
import { countNamesakes, releaseReader, type LinkRecord } from '../delegate-links/queries.ts'
import {
  isSamePost,
  namesakesAmong,
  sessionsOf,
  usualComing,
  type Attendee,
  type Coming,
  type OwnSession,
} from '../delegate-links/rules.ts'

/** The programme in force as it is told. */
export interface ToldProgramme {
  id: string
  number: number
  at: string
  sessions: readonly ToldSession[]
}

/** Programmes kept ready at the same time. */
const maxKept = 20

/** Reads the programme in force of a congress; what a release holds is read once and kept. */
export const programmeReader = (db: Database) => {
  const findNewest = releaseReader(db)
  const kept = new Map<string, ToldProgramme>()
  return async (congressId: string): Promise<ToldProgramme | null> => {
    const newest = await findNewest(congressId)
    if (!newest) return null
    const key = `${newest.id} ${String(newest.version)}`
    const known = kept.get(key)
    if (known) return known
    const release = await findRelease(db.read, newest.id)
    if (!release) return null
    const { id, number, at, content } = release
    const programme = { id, number, at, sessions: toldSessions(content) }
    if (kept.size >= maxKept) kept.clear()
    kept.set(key, programme)
    return programme
  }
}

export const attendeeOf = (delegate: Row<'delegates'>, person: Row<'people'>): Attendee => ({
  name: person.name,
  ...{ post: delegate.post, workplace: delegate.workplace, class: delegate.class },
})

/**
 * The sessions of a delegate. Speakers are known by their names: one is the delegate where the posts agree, or where
 * nobody else of the congress bears the name.
 */
export const ownSessions = async (
  read: Reader,
  { delegate, person }: { delegate: Row<'delegates'>; person: Row<'people'> },
  programme: ToldProgramme | null,
  coming: Coming,
): Promise<OwnSession[]> => {
  if (!programme) return []
  const attendee = attendeeOf(delegate, person)
  const named = namesakesAmong(person.name, programme.sessions)
  const isOnlyOne =
    named.length === 1 && (await countNamesakes(read, delegate.congressId, person.folded)) === 1 ? named : []
  const own = new Set([...isOnlyOne, ...named.filter((speaker) => isSamePost(speaker, attendee))].map(({ id }) => id))
  return sessionsOf(coming, programme.sessions, ({ id }) => own.has(id))
}

/** A delegate's page can be shown: everything that it is of is there. */
export type OpenRecord = LinkRecord & {
  delegate: Row<'delegates'>
  person: Row<'people'>
  congress: Row<'congresses'>
}

/** A liaison's page can be shown. */
export type DelegationRecord = LinkRecord & { delegation: Row<'delegations'>; congress: Row<'congresses'> }

export const isOfDelegation = (record: LinkRecord): record is DelegationRecord =>
  record.link.delegationId !== null && record.delegation !== null && record.congress !== null

export const isOfDelegate = (record: LinkRecord): record is OpenRecord =>
  record.delegate !== null && record.person !== null && record.congress !== null

/** Sessions of a delegate that earlier releases had and the programme in force has not, and those that others come to by now. */
export const goneSessions = async (
  read: Reader,
  of: { delegate: Row<'delegates'>; person: Row<'people'>; sessions: readonly OwnSession[] | null },
  programme: ToldProgramme,
): Promise<ToldSession[]> => {
  const own = new Set((of.sessions ?? []).map(({ session }) => session.id))
  const usual = usualComing(attendeeOf(of.delegate, of.person))
  const earlier = (await listReleases(read, of.delegate.congressId)).filter(({ id }) => id !== programme.id)
  const left = programme.sessions.filter((session) => usual.isIn(session) && !own.has(session.id))
  const gone = new Map(left.map((session) => [session.id, session]))
  // The newest first: what stands longest in a calendar is as it was told last.
  for (const { id } of earlier) {
    const release = await findRelease(read, id)
    const sessions = release ? toldSessions(release.content) : []
    for (const { session } of sessionsOf(usual, sessions, () => false)) {
      if (!own.has(session.id) && !gone.has(session.id)) gone.set(session.id, session)
    }
  }
  return [...gone.values()]
}
