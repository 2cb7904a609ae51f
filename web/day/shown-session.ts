import { todayIn } from '../../server/format/dates.ts'
import type { Programme } from '../../server/programme/schema.ts'

type Session = Programme['sessions'][number]

/** The session that a screen opens with: the one asked for, that of today, else the first official one. */
export const shownSession = (sessions: readonly Session[], asked: string): Session | undefined => {
  const today = todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date())
  return (
    sessions.find(({ id }) => id === asked) ??
    sessions.find(({ date, items }) => date === today && items.some(({ endedAt }) => endedAt === null)) ??
    sessions.find(({ kind }) => kind === 'official') ??
    sessions[0]
  )
}
