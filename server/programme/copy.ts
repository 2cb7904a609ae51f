import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { addDays, daysBetween } from '../format/dates.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findProgramme } from './queries.ts'
import type { Programme, ProgrammeCopy } from './schema.ts'

/** Most sessions of a congress. */
const maxSessions = 500

/**
 * Adds sessions of another congress's programme, or of its own, to a congress: all of them in one act. Days keep their
 * distance; who speaks is another's business unless he is wanted too. What was tapped on that day is not copied.
 */
export const copyProgramme = (
  office: Office,
  actor: Actor,
  congressId: string,
  { fromCongressId, sessionIds, firstDay, withSpeakers }: ProgrammeCopy,
): Promise<Done<Programme>> =>
  act(office, actor, { action: 'programme-copied', subject: '', unitId: null, congressId }, async (rows) => {
    const [congress, from] = [await findCongress(rows.tx, congressId), await findCongress(rows.tx, fromCongressId)]
    if (!congress || !from) throw notFound()
    rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId, congressId })
    const source = await findProgramme(rows.tx, fromCongressId)
    const known = new Set(source.sessions.map(({ id }) => id))
    if (sessionIds?.some((id) => !known.has(id)) === true) throw invalid([{ field: 'sessionIds', rule: 'not-known' }])
    const chosen = source.sessions.filter(({ id }) => sessionIds === null || sessionIds.includes(id))
    const { sessions: standing } = await findProgramme(rows.tx, congressId)
    if (standing.length + chosen.length > maxSessions) {
      throw refused('too-many-sessions', 'The programme is full.', { limit: maxSessions })
    }
    const later = daysLater(chosen, { firstDay, from: from.dateFrom, to: congress.dateFrom })
    const speakers = withSpeakers ? await copySpeakers(rows, congressId, source, chosen) : new Map<string, string>()
    for (const [index, { items, id: _id, version: _version, date, ...session }] of chosen.entries()) {
      const id = newId()
      const place = { id, congressId, position: standing.length + index }
      await rows.create('sessions', { ...session, ...place, date: date === null ? null : addDays(date, later) })
      await rows.createMany(
        'items',
        items.map(({ version: _seen, ...item }) => ({
          ...item,
          ...{ id: newId(), sessionId: id, trayCongressId: null, interchange: null, startedAt: null, endedAt: null },
          speakerIds: item.speakerIds.flatMap((speakerId) => speakers.get(speakerId) ?? []),
        })),
      )
    }
    return findProgramme(rows.tx, congressId)
  })

type Session = Programme['sessions'][number]

/** From the first day of what is copied to the one that was asked for; else as the two congresses lie. */
const daysLater = (
  sessions: readonly Session[],
  { firstDay, from, to }: { firstDay: string | null; from: string | null; to: string | null },
): number => {
  const [first] = sessions.flatMap(({ date }) => date ?? []).sort()
  if (firstDay !== null && first !== undefined) return daysBetween(first, firstDay)
  return from === null || to === null ? 0 : daysBetween(from, to)
}

/** Speakers of the items, each once; who is there under the same name and post already is the same. */
const copySpeakers = async (
  rows: ActRows,
  congressId: string,
  source: Programme,
  sessions: readonly Session[],
): Promise<Map<string, string>> => {
  const needed = new Set(sessions.flatMap(({ items }) => items.flatMap(({ speakerIds }) => speakerIds)))
  const { speakers: standing } = await findProgramme(rows.tx, congressId)
  const copies = new Map<string, string>()
  for (const speaker of source.speakers.filter(({ id }) => needed.has(id))) {
    const same = standing.find(({ name, post }) => name === speaker.name && post === speaker.post)
    const { name, post, note } = speaker
    // He agreed to come to another congress.
    const asked: Omit<Row<'speakers'>, 'version'> = {
      ...{ id: newId(), congressId, name, post, note },
      ...{ state: 'not-asked', withdrawnOn: null },
    }
    copies.set(speaker.id, same?.id ?? (await rows.create('speakers', asked)).id)
  }
  return copies
}
