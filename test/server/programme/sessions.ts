import { bareItem, bareSession } from '../../../server/programme/rules.ts'
import type { Programme, ProgrammeItem } from '../../../server/programme/schema.ts'

export type Session = Programme['sessions'][number]
type Length = number | (Partial<ProgrammeItem> & { minutes: number })

/** Items by their titles, which are their ids too; a session stands in a room of its own name. */
export const sessionOf = (
  id: string,
  startsAt: string,
  lengths: Record<string, Length>,
  values: Partial<Session> = {},
): Session => ({
  ...bareSession,
  ...{
    id,
    congressId: '',
    position: 0,
    kind: 'official',
    title: id,
    date: '2020-09-09',
    startsAt,
    room: id,
    version: 1,
  },
  items: Object.entries(lengths).map(([title, length], position): ProgrammeItem => {
    const { minutes, ...more } = typeof length === 'number' ? { minutes: length } : length
    return {
      ...bareItem(),
      ...{ id: title, sessionId: id, position, title, durationMinutes: minutes, fixedStart: null },
      ...{ presenter: 'Đoàn Chủ tịch', note: '', version: 1, ...more },
    }
  }),
  ...values,
})
