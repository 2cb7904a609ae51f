import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { findProgramme, listTray } from '../programme/queries.ts'
import { bareItem, bareSession } from '../programme/rules.ts'
import type { Programme } from '../programme/schema.ts'
import { findRelease } from './queries.ts'
import { shownName } from './rules/names.ts'

/**
 * Makes the draft what a release of its congress told, in one act. Items that came since go into the tray, what was
 * tapped on the day stays, and so does what is known of a speaker beside his name and post.
 */
export const takeIntoDraft = (office: Office, actor: Actor, id: string): Promise<Done<Programme>> =>
  act(office, actor, { action: 'release-taken', subject: '', unitId: null }, async (rows) => {
    const release = await findRelease(rows.tx, id)
    const congress = release && (await findCongress(rows.tx, release.congressId))
    if (!release || !congress) throw notFound()
    const { unitId, cycleId, id: congressId, title } = congress
    rows.say({ subject: `${shownName(release, 'vi')} - ${title}`, unitId, cycleId, congressId })
    const draft = await findProgramme(rows.tx, congressId)
    await takeSpeakers(rows, draft, release)
    await takeSessions(rows, draft, release)
    await takeItems(rows, draft, release)
    await clearAway(rows, draft, release)
    if (rows.changes.length === 0) throw refused('nothing-to-take', 'The draft is as it was released.')
    return findProgramme(rows.tx, congressId)
  })

type Released = Pick<Row<'releases'>, 'congressId' | 'content'>

const takeSpeakers = async (rows: ActRows, { speakers }: Programme, { content }: Released): Promise<void> => {
  for (const { version: _version, ...speaker } of content.speakers) {
    const standing = speakers.find(({ id }) => id === speaker.id)
    if (!standing) await rows.create('speakers', speaker)
    else await settle(rows, 'speakers', standing, { name: speaker.name, post: speaker.post })
  }
}

const takeSessions = async (rows: ActRows, { sessions }: Programme, { content }: Released): Promise<void> => {
  for (const { items: _items, version: _version, ...session } of content.sessions) {
    const standing = sessions.find(({ id }) => id === session.id)
    if (!standing) await rows.create('sessions', { ...bareSession, ...session })
    else await settle(rows, 'sessions', standing, session)
  }
}

const takeItems = async (rows: ActRows, { sessions, tray }: Programme, { content }: Released): Promise<void> => {
  const all = new Map([...sessions.flatMap(({ items }) => items), ...tray].map((item) => [item.id, item]))
  for (const session of content.sessions) {
    for (const [
      position,
      { version: _version, startedAt: _began, endedAt: _ended, ...item },
    ] of session.items.entries()) {
      const values = { ...item, sessionId: session.id, trayCongressId: null, position }
      const standing = all.get(item.id)
      if (!standing) await rows.create('items', { ...bareItem(), interchange: null, ...values })
      else await settle(rows, 'items', standing, values)
    }
  }
}

/** Sessions that came since go; their items, like all that came since, lie in the tray behind what lies there. */
const clearAway = async (rows: ActRows, { sessions }: Programme, { congressId, content }: Released): Promise<void> => {
  const kept = new Set(content.sessions.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]))
  const later = sessions.flatMap(({ items }) => items).filter(({ id }) => !kept.has(id))
  let position = (await listTray(rows.tx, congressId)).length
  for (const { id, version } of later) {
    await rows.change('items', id, version, { sessionId: null, trayCongressId: congressId, position })
    position += 1
  }
  for (const { id, version } of sessions) if (!kept.has(id)) await rows.remove('sessions', id, version)
}

/** Changes a row only where it says something else. */
const settle = async <Name extends 'sessions' | 'items' | 'speakers'>(
  rows: ActRows,
  name: Name,
  standing: { id: string; version: number },
  values: Partial<Omit<Row<Name>, 'id' | 'version'>>,
): Promise<void> => {
  const present: Readonly<Record<string, unknown>> = { ...standing }
  const isOther = Object.entries(values).some(([key, value]) => JSON.stringify(present[key]) !== JSON.stringify(value))
  if (isOther) await rows.change(name, standing.id, standing.version, values)
}
