import type { DelegateClass } from '../../server/delegates/schema.ts'
import type { Balance, GroupRole, GroupRuleKind } from '../../server/groups/rules/choices.ts'
import type { Keyed, Kit } from '../columns.ts'

/**
 * Discussion groups of a congress and who is in them. Members and rules name delegates without referring to them:
 * whoever is taken off the list and put back by an undo is in the same group.
 */
export const groupTables = (kit: Kit, congresses: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const groupPlans = kit.table(
    'group_plans',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      /** Off, nobody sees that there could be groups. */
      isOn: kit.boolean('is_on').notNull(),
      /** Who of the listed is in a group. */
      classes: kit.json<DelegateClass[]>('classes').notNull(),
      /** By what the groups are to be even. */
      balances: kit.json<Balance[]>('balances').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('group_plans_congress').on(table.congressId)],
  )
  const discussionGroups = kit.table(
    'discussion_groups',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      position: kit.integer('position').notNull(),
      name: kit.text('name').notNull(),
      /** Where it meets; '' = not said. */
      place: kit.text('place').notNull(),
      /** How many it has at least and at most. */
      least: kit.integer('least').notNull(),
      most: kit.integer('most').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('discussion_groups_congress').on(table.congressId)],
  )
  const groupMembers = kit.table(
    'group_members',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => discussionGroups.id),
      delegateId: kit.text('delegate_id').notNull(),
      /** null = a member like any other. */
      role: kit.choice<GroupRole>('role'),
      /** Stays when the others are put into groups anew. */
      isHeld: kit.boolean('is_held').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [
      kit.index('group_members_congress').on(table.congressId),
      kit.index('group_members_group').on(table.groupId),
      kit.uniqueIndex('group_members_delegate').on(table.delegateId),
    ],
  )
  const groupRules = kit.table(
    'group_rules',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      kind: kit.choice<GroupRuleKind>('kind').notNull(),
      delegateIds: kit.json<string[]>('delegate_ids').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('group_rules_congress').on(table.congressId)],
  )
  return { groupPlans, discussionGroups, groupMembers, groupRules }
}
