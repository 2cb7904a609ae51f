import type { Reader } from '../../db/open.ts'
import { englishTwins, writerIn } from '../english/twins.ts'
import { formatDayMonth, type Language } from '../format/dates.ts'
import { listSessions } from '../programme/queries.ts'
import { showAssignments } from './board.ts'
import { listAssignable } from './queries.ts'
import { readAssignments } from './rules.ts'
import type { Role } from './schema.ts'

/**
 * What a slip says besides, by the delegate: where he or she comes and what as. Where nobody said who comes to which
 * session, none is named but the preparatory one, for those who usually come to it: a role that is given to one changes
 * no other slip.
 */
export const slipLines = async (
  read: Reader,
  congressId: string,
  language: Language,
): Promise<Map<string, { comesTo: string; roles: string; preparatoryAt?: '' }>> => {
  const board = await showAssignments(read, congressId)
  const isSaid = [...board.rules, ...board.exceptions].some(({ role }) => role === '')
  const { comesTo, rolesOf } = readAssignments(board)
  const write = writerIn(language, await englishTwins())
  const sessions = (await listSessions(read, congressId)).map(({ id, kind, title, date, startsAt }) => {
    const when = [startsAt, date === null ? '' : formatDayMonth(date, language)]
    return { id, kind, comes: comesTo({ id, kind }), told: [...when, write(title)].filter(Boolean).join(' ') }
  })
  const word = ({ name, expectation }: Role) => [write(name), write(expectation)].filter(Boolean).join(': ')
  return new Map(
    (await listAssignable(read, congressId)).map((delegate) => {
      const roles = ['', ...sessions.map(({ id }) => id)].flatMap((sessionId) => rolesOf(delegate, sessionId))
      const told = sessions.flatMap(({ comes, told }) => (isSaid && comes(delegate) ? [told] : []))
      const isPreparing = !isSaid && sessions.some(({ kind, comes }) => kind === 'preparatory' && comes(delegate))
      const lines = { comesTo: told.join('; '), roles: [...new Set(roles.map(word))].join(' ') }
      return [delegate.id, { ...lines, ...(isPreparing ? {} : { preparatoryAt: '' as const }) }]
    }),
  )
}
