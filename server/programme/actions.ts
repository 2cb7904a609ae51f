import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { listProgrammeTemplates } from '../documents/programme-templates.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { addDays } from '../format/dates.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import {
  findCongressIdOfItem,
  findItem,
  findProgramme,
  findSession,
  findSpeaker,
  listItems,
  listSessions,
  listTray,
  type ItemRow,
} from './queries.ts'
import { openedSessionId } from './rules/arrange.ts'
import { bareItem, bareSession, startingSessions } from './rules.ts'
import type {
  Arrangement,
  ItemChange,
  ItemOrder,
  NewItem,
  NewSession,
  NewSpeaker,
  OpenedSession,
  Programme,
  ProgrammeItem,
  ProgrammeSession,
  ProgrammeStart,
  SessionChange,
  Speaker,
  SpeakerChange,
} from './schema.ts'

const maxItems = 2000

export const createSession = (
  office: Office,
  actor: Actor,
  congressId: string,
  session: NewSession,
): Promise<Done<ProgrammeSession>> =>
  act(office, actor, about('session-created', congressId), async (rows) => {
    await requireCongress(rows, congressId)
    const position = (await listSessions(rows.tx, congressId)).length
    return rows.create('sessions', { ...bareSession, id: newId(), congressId, position, ...session })
  })

export const changeSession = (
  office: Office,
  actor: Actor,
  id: string,
  change: SessionChange,
): Promise<Done<ProgrammeSession>> => {
  const { version, ...session } = change
  return act(office, actor, about('session-changed'), async (rows) => {
    await requireSession(rows, id)
    return rows.change('sessions', id, version, session)
  })
}

/** Deletes a session with its items. */
export const deleteSession = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('session-deleted'), async (rows) => {
    await requireSession(rows, id)
    for (const item of await listItems(rows.tx, [id])) await rows.remove('items', item.id, item.version)
    await rows.remove('sessions', id, version)
  })

/** Puts an item at a place in its session (null = at the end); those after it move down. */
export const createItem = (
  office: Office,
  actor: Actor,
  sessionId: string,
  item: NewItem,
): Promise<Done<ProgrammeItem>> =>
  act(office, actor, about('item-created'), async (rows) => {
    const { congressId } = await requireSession(rows, sessionId)
    return addItem(rows, congressId, { sessionId, trayCongressId: null }, item)
  })

/** Puts an item into the tray of a congress: it is written down before anybody knows when it comes. */
export const createTrayItem = (
  office: Office,
  actor: Actor,
  congressId: string,
  item: NewItem,
): Promise<Done<ProgrammeItem>> =>
  act(office, actor, about('item-created', congressId), async (rows) => {
    await requireCongress(rows, congressId)
    return addItem(rows, congressId, { sessionId: null, trayCongressId: congressId }, item)
  })

type Place = Pick<Row<'items'>, 'sessionId' | 'trayCongressId'>

const addItem = async (
  rows: ActRows,
  congressId: string,
  place: Place,
  { position, ...values }: NewItem,
): Promise<Row<'items'>> => {
  const standing = await standingAt(rows, place)
  if (standing.length >= maxItems) throw refused('too-many-items', 'The session is full.', { limit: maxItems })
  await requireSpeakers(rows, congressId, values.speakerIds ?? [])
  const at = Math.min(position ?? standing.length, standing.length)
  const id = newId()
  const created = await rows.create('items', {
    ...bareItem(),
    interchange: null,
    id,
    ...place,
    position: at,
    ...values,
  })
  await renumber(rows, [...standing.slice(0, at), created, ...standing.slice(at)])
  return created
}

export const changeItem = (
  office: Office,
  actor: Actor,
  id: string,
  change: ItemChange,
): Promise<Done<ProgrammeItem>> => {
  const { version, ...item } = change
  return act(office, actor, about('item-changed'), async (rows) => {
    const { congressId } = await requireItem(rows, id)
    await requireSpeakers(rows, congressId, item.speakerIds ?? [])
    return rows.change('items', id, version, item)
  })
}

export const deleteItem = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('item-deleted'), async (rows) => {
    const { item } = await requireItem(rows, id)
    await rows.remove('items', id, version)
    await renumber(rows, await standingAt(rows, item))
  })

/**
 * Gives a session's items another order, taking in items of the congress's other sessions that the list names. Refused
 * as stale when the session's items are not those that the browser saw.
 */
export const orderItems = (
  office: Office,
  actor: Actor,
  sessionId: string,
  order: ItemOrder,
): Promise<Done<Programme>> =>
  act(office, actor, about('items-ordered'), async (rows) => {
    const session = await requireSession(rows, sessionId)
    const programme = await findProgramme(rows.tx, session.congressId)
    const all = new Map(programme.sessions.flatMap(({ items }) => items).map((item) => [item.id, item]))
    const own = programme.sessions.find(({ id }) => id === sessionId)?.items ?? []
    const wanted = order.itemIds.flatMap((id) => all.get(id) ?? [])
    const isComplete = wanted.length === order.itemIds.length && own.every(({ id }) => order.itemIds.includes(id))
    if (!isComplete) throw stale(programme)
    const left = new Set(wanted.flatMap((item) => (item.sessionId === sessionId ? [] : (item.sessionId ?? []))))
    for (const [position, item] of wanted.entries()) {
      if (item.position === position && item.sessionId === sessionId) continue
      await rows.change('items', item.id, item.version, { sessionId, position })
    }
    for (const id of left) await renumber(rows, await listItems(rows.tx, [id]))
    return findProgramme(rows.tx, session.congressId)
  })

/**
 * Puts sessions and items of one congress where they were dragged to: all of them, or none where one was changed since
 * it was seen (409). Items that are not named close the gaps in the order in which they stood.
 */
export const arrange = (
  office: Office,
  actor: Actor,
  congressId: string,
  { sessions, items: wanted, opened }: Arrangement,
): Promise<Done<Programme>> =>
  act(office, actor, about('programme-arranged', congressId), async (rows) => {
    await requireCongress(rows, congressId)
    const programme = await findProgramme(rows.tx, congressId)
    const known = new Set(programme.sessions.map(({ id }) => id))
    const all = new Map(
      [...programme.sessions.flatMap((session) => session.items), ...programme.tray].map((each) => [each.id, each]),
    )
    if (sessions.some(({ id }) => !known.has(id)) || wanted.some(({ id }) => !all.has(id))) throw stale(programme)
    const openedId = opened && (await openSession(rows, congressId, opened, programme.sessions.length))
    if (openedId !== undefined) known.add(openedId)
    const items = wanted.map((item) =>
      item.sessionId === openedSessionId ? { ...item, sessionId: openedId ?? item.sessionId } : item,
    )
    if (items.some(({ sessionId }) => sessionId !== null && !known.has(sessionId))) throw stale(programme)
    for (const { id, version, ...values } of sessions) await rows.change('sessions', id, version, values)
    const touched = new Set<string | null>()
    for (const { id, version, ...values } of items) {
      touched.add(all.get(id)?.sessionId ?? null).add(values.sessionId)
      const trayCongressId = values.sessionId === null ? congressId : null
      await rows.change('items', id, version, { ...values, trayCongressId })
    }
    for (const sessionId of touched) {
      const trayCongressId = sessionId === null ? congressId : null
      const standing = await standingAt(rows, { sessionId, trayCongressId })
      if (standing.length > maxItems) throw refused('too-many-items', 'The session is full.', { limit: maxItems })
      await renumber(rows, standing)
    }
    return findProgramme(rows.tx, congressId)
  })

const openSession = async (
  rows: ActRows,
  congressId: string,
  opened: OpenedSession,
  position: number,
): Promise<string> =>
  (await rows.create('sessions', { ...bareSession, ...opened, id: newId(), congressId, position })).id

/** Makes a congress's programme from a template. Refused where it has sessions already, unless they are to be added to. */
export const startFromTemplate = async (
  office: Office,
  actor: Actor,
  congressId: string,
  { templateId, language, isAdded }: ProgrammeStart,
): Promise<Done<Programme>> => {
  const template = (await listProgrammeTemplates()).find(({ id }) => id === templateId)
  return act(office, actor, about('programme-started', congressId), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    if (!template) throw invalid([{ field: 'templateId', rule: 'not-known' }])
    const standing = (await listSessions(rows.tx, congressId)).length
    if (standing > 0 && isAdded !== true) throw refused('programme-not-empty', 'The programme has sessions already.')
    const sessions = startingSessions(template, congress, language ?? 'vi')
    for (const [index, { items, dayOffset, ...session }] of sessions.entries()) {
      const date = congress.dateFrom === null ? null : addDays(congress.dateFrom, dayOffset)
      const id = newId()
      const place = { id, congressId, position: standing + index, date, room: '' }
      await rows.create('sessions', { ...bareSession, ...session, ...place })
      const unplaced = { trayCongressId: null, interchange: null }
      await rows.createMany(
        'items',
        items.map((item, position) => ({ ...bareItem(), ...unplaced, id: newId(), sessionId: id, position, ...item })),
      )
    }
    return findProgramme(rows.tx, congressId)
  })
}

export const createSpeaker = (
  office: Office,
  actor: Actor,
  congressId: string,
  speaker: NewSpeaker,
): Promise<Done<Speaker>> =>
  act(office, actor, about('speaker-created', congressId), async (rows) => {
    await requireCongress(rows, congressId)
    return rows.create('speakers', { id: newId(), congressId, ...speaker })
  })

export const changeSpeaker = (
  office: Office,
  actor: Actor,
  id: string,
  { version, ...speaker }: SpeakerChange,
): Promise<Done<Speaker>> =>
  act(office, actor, about('speaker-changed'), async (rows) => {
    await requireSpeaker(rows, id)
    return rows.change('speakers', id, version, speaker)
  })

/** Deletes a speaker, also from the items that name him. */
export const deleteSpeaker = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('speaker-deleted'), async (rows) => {
    const { congressId } = await requireSpeaker(rows, id)
    const { sessions, tray } = await findProgramme(rows.tx, congressId)
    for (const item of [...sessions.flatMap((session) => session.items), ...tray]) {
      if (!item.speakerIds.includes(id)) continue
      const speakerIds = item.speakerIds.filter((each) => each !== id)
      await rows.change('items', item.id, item.version, { speakerIds })
    }
    await rows.remove('speakers', id, version)
  })

export const about = (action: string, congressId: string | null = null) => ({
  action,
  subject: '',
  unitId: null,
  congressId,
})

/** The items that lie together: of a session, or of a tray. */
const standingAt = async (rows: ActRows, { sessionId, trayCongressId }: Place): Promise<ItemRow[]> =>
  sessionId === null ? listTray(rows.tx, trayCongressId ?? '') : listItems(rows.tx, [sessionId])

const renumber = async (rows: ActRows, items: ItemRow[]): Promise<void> => {
  for (const [position, item] of items.entries()) {
    if (item.position !== position) await rows.change('items', item.id, item.version, { position })
  }
}

const requireCongress = async (rows: ActRows, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId, congressId: id })
  return congress
}

export const requireSession = async (rows: ActRows, id: string): Promise<Row<'sessions'>> => {
  const session = await findSession(rows.tx, id)
  if (!session) throw notFound()
  await requireCongress(rows, session.congressId)
  return session
}

export const requireItem = async (rows: ActRows, id: string): Promise<{ item: Row<'items'>; congressId: string }> => {
  const item = await findItem(rows.tx, id)
  const congressId = item && (await findCongressIdOfItem(rows.tx, item))
  if (!item || congressId === undefined) throw notFound()
  await requireCongress(rows, congressId)
  return { item, congressId }
}

const requireSpeaker = async (rows: ActRows, id: string): Promise<Row<'speakers'>> => {
  const speaker = await findSpeaker(rows.tx, id)
  if (!speaker) throw notFound()
  await requireCongress(rows, speaker.congressId)
  return speaker
}

/** Speakers are those of the item's own congress. */
const requireSpeakers = async (rows: ActRows, congressId: string, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    if ((await findSpeaker(rows.tx, id))?.congressId !== congressId) {
      throw invalid([{ field: 'speakerIds', rule: 'not-known' }])
    }
  }
}
