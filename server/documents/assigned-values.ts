import type { Language } from '../format/dates.ts'

/** What a row of people may tell that is no column of their list: the sessions, roles and group that were assigned. */
export const assignedNames = ['comesTo', 'roles', 'discussionGroup'] as const

/** By edition and row. */
export type AssignedValues = Partial<
  Record<Language, Readonly<Record<string, Partial<Record<(typeof assignedNames)[number], string>>>>>
>
