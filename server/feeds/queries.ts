import { asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

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
  const { feeds } = tx.tables
  await tx.delete(feeds).where(eq(feeds.id, id))
}

export const markFetched = async (tx: Writer, id: string, fetchedAt: string): Promise<void> => {
  const { feeds } = tx.tables
  await tx.update(feeds).set({ fetchedAt }).where(eq(feeds.id, id))
}
