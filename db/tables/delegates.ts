import type { Answer, DelegateClass, Presence, Standing } from '../../server/delegates/schema.ts'
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
      /** Unit that sends it; null = a block, or guests. */
      sendingUnitId: kit.text('sending_unit_id'),
      number: kit.text('number').notNull().default(''),
      /** `#rrggbb`, on badges and in the hall; '' = none. */
      colour: kit.text('colour').notNull().default(''),
      /** Head and deputy, of its delegates. */
      headId: kit.text('head_id'),
      deputyId: kit.text('deputy_id'),
      liaison: kit.text('liaison').notNull().default(''),
      liaisonPhone: kit.text('liaison_phone').notNull().default(''),
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
      /** Unit whose list it is from; null = entered by the congress itself. */
      sendingUnitId: kit.text('sending_unit_id'),
      standing: kit.choice<Standing>('standing').notNull().default('listed'),
      position: kit.integer('position').notNull(),
      class: kit.choice<DelegateClass>('class'),
      /** Structure groups, the primary one first. */
      groups: kit.json<string[]>('structure_groups').notNull(),
      /** Post and unit as they are printed at this congress: what was held keeps the post of its day. */
      post: kit.text('post').notNull(),
      workplace: kit.text('workplace').notNull(),
      /** Post and unit in the words of papers and announcer; '' = post, then unit. */
      printedPost: kit.text('printed_post').notNull().default(''),
      number: kit.text('number').notNull(),
      seat: kit.text('seat').notNull(),
      door: kit.text('door').notNull(),
      introduced: kit.text('introduced').notNull(),
      representative: kit.text('representative').notNull(),
      link: kit.text('link').notNull(),
      note: kit.text('note').notNull(),
      /** On the day; null = nobody looked yet. */
      presence: kit.choice<Presence>('presence'),
      absenceReason: kit.text('absence_reason').notNull().default(''),
      /** What the delegate says by the personal link. */
      answer: kit.choice<Answer>('answer'),
      answerReason: kit.text('answer_reason').notNull().default(''),
      answeredAt: kit.text('answered_at'),
      /** The liaison who answered in the delegate's place; '' = the delegate. */
      answeredBy: kit.text('answered_by').notNull().default(''),
      /** The delegate in whose place this one came. */
      replacesId: kit.text('replaces_id'),
      /** The delegate of a lower congress whom the upper one chose. */
      chosenFromId: kit.text('chosen_from_id'),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('delegates_congress').on(table.congressId),
      kit.index('delegates_person').on(table.personId),
      kit.index('delegates_delegation').on(table.delegationId),
      kit.index('delegates_chosen_from').on(table.chosenFromId),
    ],
  )
  return { delegations, delegates }
}
