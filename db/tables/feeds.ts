import type { FeedKind } from '../../server/feeds/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Calendars that telephones subscribe to by a secret link; the link itself is kept as a hash only. */
export const feedTables = (kit: Kit, accounts: Keyed) => {
  const feeds = kit.table(
    'feeds',
    {
      id: kit.text('id').primaryKey(),
      /** SHA-256 of the token in the link. */
      tokenHash: kit.text('token_hash').notNull(),
      kind: kit.choice<FeedKind>('kind').notNull(),
      /** The unit, level, venue or post whose congresses it holds. */
      targetId: kit.text('target_id').notNull(),
      /** The unit that keeps it: who loses the role there loses the feed. */
      unitId: kit.text('unit_id').notNull(),
      name: kit.text('name').notNull(),
      language: kit.choice<'vi' | 'en'>('language').notNull(),
      /** It shows no more than this account may see. */
      accountId: kit
        .text('account_id')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.text('created_at').notNull(),
      fetchedAt: kit.text('fetched_at'),
    },
    (table) => [kit.uniqueIndex('feeds_token').on(table.tokenHash), kit.index('feeds_unit').on(table.unitId)],
  )
  /** What each feed last told of each event, so that a change, or its end, is told with a higher sequence. */
  const feedEvents = kit.table(
    'feed_events',
    {
      /** The feed and the event. */
      id: kit.text('id').primaryKey(),
      feedId: kit
        .text('feed_id')
        .notNull()
        .references(() => feeds.id),
      uid: kit.text('uid').notNull(),
      sequence: kit.integer('sequence').notNull(),
      changedAt: kit.text('changed_at').notNull(),
      content: kit.text('content').notNull(),
      goneAt: kit.text('gone_at'),
    },
    (table) => [kit.index('feed_events_feed').on(table.feedId)],
  )
  return { feeds, feedEvents }
}
