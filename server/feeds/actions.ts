import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { hashToken, newToken } from '../accounts/passwords.ts'
import { findDuties } from '../accounts/queries.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { listCycles } from '../cycles/queries.ts'
import { englishTwins, writerIn } from '../english/twins.ts'
import { notFound } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import { listChangeTimes } from '../history/queries.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { findWholeRoad } from '../road/queries.ts'
import { visibleRoad } from '../road/rules.ts'
import { lineOfUnit } from '../units/queries.ts'
import { listProgrammeTimes } from '../programme/queries.ts'
import { eventsOfRoad, inOrderOfTime, type FeedPlan } from './compose.ts'
import { findTarget, type FeedTarget } from './keeper.ts'
import {
  deleteFeed,
  findFeed,
  findFeedByToken,
  listFeeds,
  listTold,
  markFetched,
  saveFeed,
  saveTold,
} from './queries.ts'
import { writeCalendar, type CalendarEvent } from './rules/icalendar.ts'
import { revise } from './rules/revisions.ts'
import type { Feed, NewFeed } from './schema.ts'
import { feedWords } from './words.ts'

type Maker = Actor & { id: string }

/** Makes a calendar; its token is told now and never again. */
export const createFeed = (
  office: Office,
  actor: Maker,
  feed: NewFeed,
): Promise<Done<{ feed: Feed; token: string }>> => {
  const about = { action: 'feed-created', subject: feed.name, unitId: null }
  return act(office, actor, about, async ({ tx, say }) => {
    const target = await findTarget(tx, feed.kind, feed.targetId)
    if (!target) throw notFound()
    say({ unitId: target.unitId, cycleId: target.cycleId })
    const token = newToken()
    const row: Row<'feeds'> = {
      id: newId(),
      tokenHash: hashToken(token),
      ...feed,
      unitId: target.unitId,
      accountId: actor.id,
      createdAt: office.now().toISOString(),
      fetchedAt: null,
    }
    await saveFeed(tx, row)
    return { feed: { ...row, accountName: actor.name, isOpen: true }, token }
  })
}

/** The link answers nothing from now on; nobody can bring it back. */
export const revokeFeed = (office: Office, actor: Actor, id: string): Promise<Done<void>> =>
  act(office, actor, { action: 'feed-revoked', subject: '', unitId: null }, async ({ tx, say }) => {
    const feed = await findFeed(tx, id)
    if (!feed) throw notFound()
    say({ subject: feed.name, unitId: feed.unitId })
    await deleteFeed(tx, id)
  })

/** The feeds of these units (null = of all), with whether they still answer. */
export const listFeedsOf = async (read: Reader, unitIds: ReadonlySet<string> | null): Promise<Feed[]> => {
  const feeds = (await listFeeds(read)).filter(({ unitId }) => unitIds?.has(unitId) ?? true)
  return Promise.all(feeds.map(async (feed) => ({ ...feed, isOpen: (await openFeed(read, feed)) !== null })))
}

export interface OpenFeed {
  feed: Row<'feeds'>
  target: FeedTarget
  /** What its maker may do by now. */
  duties: Duty[]
}

/** The feed behind a token. Null alike for a wrong one, a revoked one and one whose maker lost the role. */
export const findOpenFeed = async (office: Office, token: string): Promise<OpenFeed | null> => {
  const feed = await findFeedByToken(office.db.read, hashToken(token))
  return feed ? openFeed(office.db.read, feed) : null
}

const openFeed = async (read: Reader, feed: Row<'feeds'>): Promise<OpenFeed | null> => {
  const target = await findTarget(read, feed.kind, feed.targetId)
  const duties = target && (await findDuties(read, feed.accountId))
  if (!target || !duties) return null
  const line = await lineOfUnit(read, target.unitId)
  return mayAt(duties, 'secretariat', line) ? { feed, target, duties } : null
}

/** The calendar as text/calendar. */
export const writeFeed = async (office: Office, open: OpenFeed, origin: string): Promise<string> => {
  const { feed, target } = open
  const { kind, language } = feed
  const twins = await englishTwins()
  const targetName = (language === 'en' && target.nameEnglish) || writerIn(language, twins)(target.name)
  const name = `${feedWords[language].calendars[kind]}: ${targetName}`
  const events = await tellEvents(office, feed, await eventsOfFeed(office, open, { origin, twins }))
  return writeCalendar({ name, timeZone: office.settings.timeZone }, events.sort(inOrderOfTime))
}

const eventsOfFeed = async (
  office: Office,
  { feed: { kind, targetId, language }, target, duties }: OpenFeed,
  { origin, twins }: Pick<FeedPlan, 'origin' | 'twins'>,
): Promise<CalendarEvent[]> => {
  const { read } = office.db
  const { timeZone } = office.settings
  const changeTimes = await listChangeTimes(read)
  const cycleIds = target.cycleId === null ? (await listCycles(read)).map(({ id }) => id) : [target.cycleId]
  const roads = await Promise.all(
    cycleIds.map(async (id) => {
      const whole = await findWholeRoad(read, id)
      const road = whole && visibleRoad(whole, duties, todayOf(office, whole.cycle.standsOn))
      if (!road) return []
      const programmes = await listProgrammeTimes(read, id)
      return eventsOfRoad(road, { kind, targetId, language, timeZone, origin, changeTimes, twins, programmes })
    }),
  )
  // A leave is of no cycle and would come with each.
  return [...new Map(roads.flat().map((event) => [event.uid, event])).values()]
}

/** The events as they are told now; what is told otherwise than last time is kept for the next. */
const tellEvents = async (
  office: Office,
  { id, language }: OpenFeed['feed'],
  events: readonly CalendarEvent[],
): Promise<CalendarEvent[]> => {
  const how = { now: office.now().toISOString(), goneText: feedWords[language].gone }
  const revision = revise(events, await listTold(office.db.read, id), how)
  // Two who ask at once tell the same; where one saw less, the other's next telling differs and counts on.
  if (revision.changed.length + revision.expired.length > 0) await office.db.write((tx) => saveTold(tx, id, revision))
  return revision.events
}

/** Telephones ask every few minutes: when one last did is kept to the quarter of an hour. */
const keptMilliseconds = 15 * 60 * 1000

export const noteFetched = async (office: Office, { id, fetchedAt }: Row<'feeds'>): Promise<void> => {
  const now = office.now()
  if (fetchedAt !== null && now.getTime() - Date.parse(fetchedAt) < keptMilliseconds) return
  await office.db.write((tx) => markFetched(tx, id, now.toISOString()))
}
