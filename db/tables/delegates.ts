import type { DelegateClass } from '../../server/delegates/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Delegations of a congress, and who attends it: each person's part in it. */
export const delegateTables = (kit: Kit, congresses: Keyed, people: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const delegations = kit.table(
    'delegations',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      position: kit.integer('position').notNull(),
      name: kit.text('name').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('delegations_congress').on(table.congressId)],
  )
  const delegates = kit.table(
    'delegates',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      personId: kit
        .text('person_id')
        .notNull()
        .references(() => people.id),
      delegationId: kit.text('delegation_id').references(() => delegations.id),
      position: kit.integer('position').notNull(),
      class: kit.choice<DelegateClass>('class'),
      /** Structure groups, the primary one first. */
      groups: kit.json<string[]>('structure_groups').notNull(),
      /** Post and unit as they are printed at this congress: what was held keeps the post of its day. */
      post: kit.text('post').notNull(),
      workplace: kit.text('workplace').notNull(),
      number: kit.text('number').notNull(),
      seat: kit.text('seat').notNull(),
      door: kit.text('door').notNull(),
      introduced: kit.text('introduced').notNull(),
      representative: kit.text('representative').notNull(),
      link: kit.text('link').notNull(),
      note: kit.text('note').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('delegates_congress').on(table.congressId),
      kit.index('delegates_person').on(table.personId),
      kit.index('delegates_delegation').on(table.delegationId),
    ],
  )
  return { delegations, delegates }
}
