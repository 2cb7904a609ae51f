import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { listProgrammeTemplates } from '../documents/programme-templates.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { addDays } from '../format/dates.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findItem, findProgramme, findSession, listItems, listSessions } from './queries.ts'
import type {
  ItemChange,
  ItemOrder,
  NewItem,
  NewSession,
  Programme,
  ProgrammeItem,
  ProgrammeSession,
  ProgrammeStart,
  SessionChange,
} from './schema.ts'
import { startingSessions } from './rules.ts'

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
    return rows.create('sessions', { id: newId(), congressId, position, ...session })
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
    await requireSession(rows, sessionId)
    const standing = await listItems(rows.tx, [sessionId])
    if (standing.length >= maxItems) throw refused('too-many-items', 'The session is full.', { limit: maxItems })
    const { position, ...values } = item
    const place = Math.min(position ?? standing.length, standing.length)
    const created = await rows.create('items', { id: newId(), sessionId, position: place, ...values })
    await renumber(rows, [...standing.slice(0, place), created, ...standing.slice(place)])
    return created
  })

export const changeItem = (
  office: Office,
  actor: Actor,
  id: string,
  change: ItemChange,
): Promise<Done<ProgrammeItem>> => {
  const { version, ...item } = change
  return act(office, actor, about('item-changed'), async (rows) => {
    await requireItem(rows, id)
    return rows.change('items', id, version, item)
  })
}

export const deleteItem = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('item-deleted'), async (rows) => {
    const item = await requireItem(rows, id)
    await rows.remove('items', id, version)
    await renumber(rows, await listItems(rows.tx, [item.sessionId]))
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
    const left = new Set(wanted.filter((item) => item.sessionId !== sessionId).map((item) => item.sessionId))
    for (const [position, item] of wanted.entries()) {
      if (item.position === position && item.sessionId === sessionId) continue
      await rows.change('items', item.id, item.version, { sessionId, position })
    }
    for (const id of left) await renumber(rows, await listItems(rows.tx, [id]))
    return findProgramme(rows.tx, session.congressId)
  })

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
      await rows.create('sessions', { id, congressId, position: standing + index, ...session, date, room: '' })
      await rows.createMany(
        'items',
        items.map((item, position) => ({ id: newId(), sessionId: id, position, ...item })),
      )
    }
    return findProgramme(rows.tx, congressId)
  })
}

const about = (action: string, congressId: string | null = null) => ({ action, subject: '', unitId: null, congressId })

const renumber = async (rows: ActRows, items: Row<'items'>[]): Promise<void> => {
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

const requireSession = async (rows: ActRows, id: string): Promise<Row<'sessions'>> => {
  const session = await findSession(rows.tx, id)
  if (!session) throw notFound()
  await requireCongress(rows, session.congressId)
  return session
}

const requireItem = async (rows: ActRows, id: string): Promise<Row<'items'>> => {
  const item = await findItem(rows.tx, id)
  if (!item) throw notFound()
  await requireSession(rows, item.sessionId)
  return item
}
