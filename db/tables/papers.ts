import type { NumberingWay, PaperIssuer, PaperStanding, PaperStep } from '../../server/papers/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Papers of congresses: what a secretary filled in, how far each is, under which number of which series, and its steps. */
export const paperTables = (kit: Kit, units: Keyed, congresses: Keyed) => {
  const numberSeries = kit.table(
    'number_series',
    {
      id: kit.text('id').primaryKey(),
      unitId: kit
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      /** The congress whose organizing committee it is of; null = shared by all congresses of the unit. */
      congressId: kit.text('congress_id').references(() => congresses.id),
      name: kit.text('name').notNull(),
      issuer: kit.choice<PaperIssuer>('issuer').notNull().default('committee'),
      /** Ends the symbol of its papers: BTCĐH. Empty = the symbol stays as the paper words it. */
      ending: kit.text('ending').notNull(),
      startsAt: kit.integer('starts_at').notNull(),
      restartsYearly: kit.boolean('restarts_yearly').notNull(),
      way: kit.choice<NumberingWay>('way').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('number_series_unit').on(table.unitId)],
  )
  const papers = kit.table(
    'papers',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit
        .text('congress_id')
        .notNull()
        .references(() => congresses.id),
      kind: kit.text('kind').notNull(),
      /** Counts the papers of the kind: one that was replaced or withdrawn is followed by the next. */
      edition: kit.integer('edition').notNull().default(1),
      /** The fields of the kind's template as the secretary filled them in. */
      fields: kit.json<Record<string, string>>('fields').notNull(),
      standing: kit.choice<PaperStanding>('standing').notNull().default('draft'),
      /** Which draft it is: one that comes back unsigned begins the next. */
      draft: kit.integer('draft').notNull().default(1),
      /** The post whose holder of its day signs it. */
      signerPostId: kit.text('signer_post_id'),
      /** What it said when it was signed, and the copy that keeps it. */
      signedHash: kit.text('signed_hash'),
      signedId: kit.text('signed_id'),
      seriesId: kit.text('series_id').references(() => numberSeries.id),
      /** 0 where its series never restarts. */
      seriesYear: kit.integer('series_year'),
      number: kit.integer('number'),
      /** «a» of 57a. */
      numberLetters: kit.text('number_letters'),
      day: kit.text('day'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.uniqueIndex('papers_edition').on(table.congressId, table.kind, table.edition),
      kit.uniqueIndex('papers_number').on(table.seriesId, table.seriesYear, table.number, table.numberLetters),
    ],
  )
  const paperSteps = kit.table(
    'paper_steps',
    {
      id: kit.text('id').primaryKey(),
      paperId: kit
        .text('paper_id')
        .notNull()
        .references(() => papers.id),
      step: kit.choice<PaperStep>('step').notNull(),
      /** The draft with which it was done. */
      draft: kit.integer('draft').notNull(),
      reason: kit.text('reason').notNull(),
      /** Number and day of the paper by which it was corrected, replaced or withdrawn; '' and the day of the step. */
      byNumber: kit.text('by_number').notNull().default(''),
      day: kit.text('day'),
      accountName: kit.text('account_name').notNull(),
      at: kit.text('at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('paper_steps_paper').on(table.paperId)],
  )
  /**
   * Papers as they were signed. Written once and never changed: a paper names its copy by id, so an undone signature
   * leaves the copy, and a deleted congress that comes back finds it.
   */
  const signedPapers = kit.table(
    'signed_papers',
    {
      id: kit.text('id').primaryKey(),
      congressId: kit.text('congress_id').notNull(),
      kind: kit.text('kind').notNull(),
      at: kit.text('at').notNull(),
      /** Its fields as they were printed, and how many rows its list had; null = it has no list. */
      printed: kit.json<Record<string, string>>('printed').notNull(),
      rowCount: kit.integer('row_count'),
      /** All that it was made from, packed. */
      making: kit.text('making').notNull(),
    },
    (table) => [kit.index('signed_papers_congress').on(table.congressId)],
  )
  return { numberSeries, papers, paperSteps, signedPapers }
}
