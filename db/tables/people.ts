import type { LeaderRank, PhotoType, Sex } from '../../server/people/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** People, the posts of the upper level that attend congresses, and who holds them from–to. */
export const peopleTables = (kit: Kit, units: Keyed) => {
  const unitId = () =>
    kit
      .text('unit_id')
      .notNull()
      .references(() => units.id)
  const people = kit.table(
    'people',
    {
      id: kit.text('id').primaryKey(),
      unitId: unitId(),
      name: kit.text('name').notNull(),
      folded: kit.text('folded').notNull(),
      /** Form of address, or rank: «Đồng chí», «Hòa thượng», «Đại tá». */
      address: kit.text('address').notNull().default(''),
      sex: kit.choice<Sex>('sex'),
      birthYear: kit.integer('birth_year'),
      phone: kit.text('phone').notNull().default(''),
      email: kit.text('email').notNull().default(''),
      /** Name as it is printed and announced, with rank or religious name; '' = the form of address and the name. */
      printedName: kit.text('printed_name').notNull().default(''),
      /** Only where the whole date is needed; its year stands in `birthYear` as well. */
      birthDate: kit.text('birth_date'),
      /** Titles and honours: «Anh hùng Lao động», «Nhà giáo Ưu tú». */
      titles: kit.json<string[]>('titles').notNull().default([]),
      education: kit.text('education').notNull().default(''),
      /** Field of work: «Kinh tế», «Văn hóa - xã hội». */
      field: kit.text('field').notNull().default(''),
      /** Works, studies or fights directly; null = not said. */
      isDirectWorker: kit.boolean('is_direct_worker'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('people_unit').on(table.unitId), kit.index('people_folded').on(table.folded)],
  )
  const posts = kit.table(
    'posts',
    {
      id: kit.text('id').primaryKey(),
      unitId: unitId(),
      name: kit.text('name').notNull(),
      phone: kit.text('phone').notNull(),
      rank: kit.choice<LeaderRank>('rank'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('posts_unit').on(table.unitId)],
  )
  const postHolders = kit.table(
    'post_holders',
    {
      id: kit.text('id').primaryKey(),
      postId: kit
        .text('post_id')
        .notNull()
        .references(() => posts.id),
      personId: kit
        .text('person_id')
        .notNull()
        .references(() => people.id),
      from: kit.text('from_day'),
      to: kit.text('to_day'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('post_holders_post').on(table.postId)],
  )
  /** What Law 91/2025/QH15 calls sensitive, apart from the rest: read and written by those alone who are permitted. */
  const sensitiveData = kit.table(
    'sensitive_data',
    {
      id: kit.text('id').primaryKey(),
      personId: kit
        .text('person_id')
        .notNull()
        .references(() => people.id),
      ethnicity: kit.text('ethnicity').notNull(),
      religion: kit.text('religion').notNull(),
      isPartyMember: kit.boolean('is_party_member'),
      health: kit.text('health').notNull(),
      diet: kit.text('diet').notNull(),
      /** When the person agreed that health and diet are kept; null = entered by an office. */
      consentAt: kit.text('consent_at'),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('sensitive_data_person').on(table.personId)],
  )
  /** A picture of the person; its bytes lie in the data folder under their hash. */
  const photos = kit.table(
    'photos',
    {
      id: kit.text('id').primaryKey(),
      personId: kit
        .text('person_id')
        .notNull()
        .references(() => people.id),
      type: kit.choice<PhotoType>('type').notNull(),
      sha256: kit.text('sha256').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('photos_person').on(table.personId)],
  )
  /** Pairs that look like one person and are two. Whom it is about may go and come back: the pair waits. */
  const distinctPeople = kit.table(
    'distinct_people',
    {
      id: kit.text('id').primaryKey(),
      firstId: kit.text('first_id').notNull(),
      secondId: kit.text('second_id').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('distinct_people_pair').on(table.firstId, table.secondId)],
  )
  return { people, posts, postHolders, sensitiveData, photos, distinctPeople }
}
