import type {
  AwardBatch,
  Cue,
  Interchange,
  ItemKind,
  SessionKind,
  SpeakerState,
} from '../../server/programme/schema.ts'
import type { ReleaseKind, ReleasedProgramme } from '../../server/releases/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Sessions of a congress, their items and who speaks. */
export const programmeTables = (kit: Kit, congresses: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const sessions = kit.table(
    'sessions',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      position: kit.integer('position').notNull(),
      kind: kit.choice<SessionKind>('kind').notNull(),
      title: kit.text('title').notNull(),
      date: kit.text('date'),
      startsAt: kit.text('starts_at').notNull(),
      /** When it must be over; null = when its items are. */
      fixedEnd: kit.text('fixed_end'),
      room: kit.text('room').notNull(),
      /** It is held elsewhere than in the congress's venue: `room` names the place, '' = not known yet. */
      isOutside: kit.boolean('is_outside').notNull().default(false),
      /** Minutes on the way between a place outside and the venue; null = not known. */
      travelMinutes: kit.integer('travel_minutes'),
      attendance: kit.integer('attendance'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('sessions_congress').on(table.congressId)],
  )
  const items = kit.table(
    'items',
    {
      id: kit.text('id').primaryKey(),
      /** null = not placed yet: it lies in the tray of `trayCongressId`. */
      sessionId: kit.text('session_id').references(() => sessions.id),
      trayCongressId: kit.text('tray_congress_id').references(() => congresses.id),
      position: kit.integer('position').notNull(),
      kind: kit.choice<ItemKind>('kind').notNull().default('item'),
      title: kit.text('title').notNull(),
      durationMinutes: kit.integer('duration_minutes').notNull(),
      fixedStart: kit.text('fixed_start'),
      presenter: kit.text('presenter').notNull(),
      speakerIds: kit.json<string[]>('speaker_ids').notNull().default([]),
      note: kit.text('note').notNull(),
      presidiumWords: kit.text('presidium_words').notNull().default(''),
      announcerWords: kit.text('announcer_words').notNull().default(''),
      batches: kit.json<AwardBatch[]>('batches').notNull().default([]),
      cues: kit.json<Cue[]>('cues').notNull().default([]),
      /** Clock times that were tapped on the day. */
      startedAt: kit.text('started_at'),
      endedAt: kit.text('ended_at'),
      /** What a schedule file said of it that the product only hands on. */
      interchange: kit.json<Interchange>('interchange'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('items_session').on(table.sessionId), kit.index('items_tray').on(table.trayCongressId)],
  )
  const speakers = kit.table(
    'speakers',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      name: kit.text('name').notNull(),
      post: kit.text('post').notNull(),
      state: kit.choice<SpeakerState>('state').notNull(),
      /** The day on which he withdrew. */
      withdrawnOn: kit.text('withdrawn_on'),
      note: kit.text('note').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('speakers_congress').on(table.congressId)],
  )
  const remarks = kit.table(
    'remarks',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      /** The session or the item that it is about; both null = the programme as a whole. */
      sessionId: kit.text('session_id'),
      itemId: kit.text('item_id'),
      text: kit.text('text').notNull(),
      accountId: kit.text('account_id').notNull(),
      accountName: kit.text('account_name').notNull(),
      at: kit.text('at').notNull(),
      /** Who settled it and what was answered; null = open. */
      settledBy: kit.text('settled_by'),
      answer: kit.text('answer').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('remarks_congress').on(table.congressId)],
  )
  const releases = kit.table(
    'releases',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      number: kit.integer('number').notNull(),
      kind: kit.choice<ReleaseKind>('kind').notNull(),
      name: kit.text('name').notNull(),
      note: kit.text('note').notNull(),
      /** Its date as it is printed. */
      day: kit.text('day').notNull(),
      at: kit.text('at').notNull(),
      accountName: kit.text('account_name').notNull(),
      content: kit.json<ReleasedProgramme>('content').notNull(),
      /** Sessions and items that are not as they were in the release before it. */
      changeCount: kit.integer('change_count').notNull().default(0),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('releases_number').on(table.congressId, table.number)],
  )
  /** Who was told of a release's changes, and when. */
  const tellings = kit.table(
    'tellings',
    {
      id: kit.text('id').primaryKey(),
      releaseId: kit
        .text('release_id')
        .notNull()
        .references(() => releases.id),
      /** The person or office as the release lists it. */
      who: kit.text('who').notNull(),
      accountName: kit.text('account_name').notNull(),
      at: kit.text('at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('tellings_who').on(table.releaseId, table.who)],
  )
  /** The address under which the public reads the newest release of a congress. */
  const publications = kit.table(
    'publications',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      code: kit.text('code').notNull(),
      at: kit.text('at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.uniqueIndex('publications_congress').on(table.congressId),
      kit.uniqueIndex('publications_code').on(table.code),
    ],
  )
  return { sessions, items, speakers, remarks, releases, tellings, publications }
}
