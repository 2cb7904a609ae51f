import type { LeaderRank, Sex } from '../../server/people/schema.ts'
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
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('people_unit').on(table.unitId)],
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
  return { people, posts, postHolders }
}
