import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Revision, ToldEvent } from './rules/revisions.ts'

export const saveFeed = async (tx: Writer, feed: Row<'feeds'>): Promise<void> => {
  await tx.insert(tx.tables.feeds).values(feed)
}

export const findFeed = async (read: Reader, id: string): Promise<Row<'feeds'> | undefined> => {
  const { feeds } = read.tables
  return (await read.select().from(feeds).where(eq(feeds.id, id)))[0]
}

export const findFeedByToken = async (read: Reader, tokenHash: string): Promise<Row<'feeds'> | undefined> => {
  const { feeds } = read.tables
  return (await read.select().from(feeds).where(eq(feeds.tokenHash, tokenHash)))[0]
}

/** All feeds with the name of whoever made them, the first made first. */
export const listFeeds = async (read: Reader): Promise<(Row<'feeds'> & { accountName: string })[]> => {
  const { feeds, accounts } = read.tables
  const rows = await read
    .select({ feed: feeds, accountName: accounts.name })
    .from(feeds)
    .innerJoin(accounts, eq(accounts.id, feeds.accountId))
    .orderBy(asc(feeds.id))
  return rows.map(({ feed, accountName }) => ({ ...feed, accountName }))
}

export const deleteFeed = async (tx: Writer, id: string): Promise<void> => {
  const { feeds, feedEvents } = tx.tables
  await tx.delete(feedEvents).where(eq(feedEvents.feedId, id))
  await tx.delete(feeds).where(eq(feeds.id, id))
}

/** What the feed last told. */
export const listTold = async (read: Reader, feedId: string): Promise<ToldEvent[]> => {
  const { uid, sequence, changedAt, content, goneAt } = read.tables.feedEvents
  return read
    .select({ uid, sequence, changedAt, content, goneAt })
    .from(read.tables.feedEvents)
    .where(eq(read.tables.feedEvents.feedId, feedId))
}

const rowsPerStatement = 200
const keyOf = (feedId: string, uid: string): string => `${feedId} ${uid}`

export const saveTold = async (
  tx: Writer,
  feedId: string,
  { changed, expired }: Pick<Revision, 'changed' | 'expired'>,
): Promise<void> => {
  const { feedEvents } = tx.tables
  for (let start = 0; start < changed.length; start += rowsPerStatement) {
    const rows = changed
      .slice(start, start + rowsPerStatement)
      .map((told) => ({ id: keyOf(feedId, told.uid), feedId, ...told }))
    await tx
      .insert(feedEvents)
      .values(rows)
      .onConflictDoUpdate({
        target: feedEvents.id,
        set: {
          sequence: sql`excluded.sequence`,
          changedAt: sql`excluded.changed_at`,
          content: sql`excluded.content`,
          goneAt: sql`excluded.gone_at`,
        },
      })
  }
  for (let start = 0; start < expired.length; start += rowsPerStatement) {
    const ids = expired.slice(start, start + rowsPerStatement).map((uid) => keyOf(feedId, uid))
    await tx.delete(feedEvents).where(inArray(feedEvents.id, ids))
  }
}

export const markFetched = async (tx: Writer, id: string, fetchedAt: string): Promise<void> => {
  const { feeds } = tx.tables
  await tx.update(feeds).set({ fetchedAt }).where(eq(feeds.id, id))
}
