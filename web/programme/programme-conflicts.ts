import { applyAcceptances, type AcceptedConflict } from '../../server/conflicts/rules.ts'
import type { Acceptance } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { indexProgramme, type ProgrammeConflict, type ProgrammeFacts } from '../../server/programme/rules/conflicts.ts'
import { openPlace } from '../../server/programme/rules/places.ts'
import { heldTime } from '../../server/programme/rules.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { clockWords } from '../parts/clock.ts'
import { language, translated, words } from '../words/words.ts'

/** What a programme is held against, as far as the browser knows it. */
export const factsOf = (
  { venue, speakers, assigned }: ProgrammeView,
  congress: Congress,
  rulesOff: readonly string[],
): ProgrammeFacts => {
  const { dateFrom, dateTo, expectedDelegates, expectedGuests } = congress
  return {
    ...{ dateFrom, dateTo, speakers, rulesOff, assigned },
    rooms: venue?.rooms ?? [],
    hallCapacity: venue?.capacity ?? null,
    expected: expectedDelegates === null ? null : expectedDelegates + (expectedGuests ?? 0),
    bookings: venue?.bookings ?? null,
  }
}

/** Everything that is wrong with a programme, in its order: what is open, and what somebody accepted as it stands. */
export const judgeProgramme = (
  programme: ProgrammeView,
  congress: Congress,
  { rulesOff, acceptances }: { rulesOff: readonly string[]; acceptances: readonly Acceptance[] },
): { open: ProgrammeConflict[]; accepted: AcceptedConflict<ProgrammeConflict>[] } =>
  applyAcceptances(
    indexProgramme(programme, factsOf(programme, congress, rulesOff)).all(),
    acceptances.filter(({ congressId }) => congressId === congress.id),
  )

/** The item or session that a conflict is about, by its title. */
export const placeOf = (
  { sessionId, itemId }: { sessionId: string | null; itemId: string | null },
  { sessions }: ProgrammeView,
): string => {
  const session = sessions.find(({ id }) => id === sessionId)
  return translated(session?.items.find(({ id }) => id === itemId)?.title ?? session?.title ?? '')
}

/** What is wrong, in a sentence that stands beside the item or session that it is about. */
export const wordConflict = (conflict: ProgrammeConflict, programme: ProgrammeView): string => {
  const { doubts, conflicts } = words().programme
  const { rule } = conflict
  const amount = conflict.amount ?? 0
  const limit = conflict.limit ?? 0
  const name = programme.speakers.find(({ id }) => id === conflict.speakerId)?.name ?? ''
  const { otherSessionId, otherItemId } = conflict
  const other = placeOf({ sessionId: otherSessionId, itemId: otherItemId }, programme)
  const session = programme.sessions.find(({ id }) => id === conflict.sessionId)
  switch (rule) {
    case 'sessions-overlap':
      return doubts[rule](amount, other)
    case 'overrun':
    case 'gap':
      return doubts[rule](amount)
    case 'past-midnight':
    case 'empty-session':
    case 'other-day':
    case 'gift':
      return doubts[rule]
    case 'speaker-twice':
      return conflicts[rule](name, other, amount)
    case 'no-time-to-walk':
      return conflicts[rule](name, other, limit, amount)
    case 'place-open':
      return session ? conflicts[rule](openPlace(session, language())) : ''
    case 'speaker-withdrawn':
      return conflicts[rule](name)
    case 'room-too-small':
    case 'batches-need-more':
      return conflicts[rule](limit, amount)
    case 'after-held-end':
      return conflicts[rule](amount, clockWords(heldTime(session?.fixedEnd ?? '00:00', session?.startsAt ?? '00:00')))
    case 'delegates-twice':
      return conflicts[rule](amount, conflict.who ?? '', other, limit)
    case 'delegate-withdrawn':
      return conflicts[rule](conflict.who ?? '', translated(conflict.role ?? ''))
    case 'role-open':
      return conflicts[rule](translated(conflict.role ?? ''), amount)
    default:
      return conflicts[rule]
  }
}
