import type { Language } from '../format/dates.ts'

/** What a row of people may tell that is no column of their list: the sessions, roles and group that were assigned. */
export const assignedNames = ['comesTo', 'roles', 'discussionGroup'] as const

/** What they tell; `preparatoryAt` is '' for whoever comes to no such session, or is told it among all of them. */
type AssignedName = (typeof assignedNames)[number] | 'preparatoryAt'

/** By edition and row. */
export type AssignedValues = Partial<Record<Language, Readonly<Record<string, Partial<Record<AssignedName, string>>>>>>
