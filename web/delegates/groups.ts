import type { Delegate } from '../../server/delegates/schema.ts'
import { translated, words } from '../words/words.ts'

/** By what the people of a congress are looked at. */
export const groupings = [
  'delegation',
  'class',
  'groups',
  'workplace',
  'sex',
  'field',
  'standing',
  'answer',
  'presence',
  'missing',
] as const
export type Grouping = (typeof groupings)[number]

export interface PeopleGroup {
  /** Goes into the address; '' = what is not said. */
  key: string
  word: string
  count: number
}

/** What a report or a paper would find missing. */
export const missingOf = (delegate: Delegate): (keyof ReturnType<typeof words>['delegates']['missing'])[] => {
  const { sex, birthYear, class: kind, delegation, post, workplace, phone } = delegate
  const missing = [
    ...(sex === null ? (['sex'] as const) : []),
    ...(birthYear === null ? (['birthYear'] as const) : []),
    ...(kind === null ? (['class'] as const) : []),
    ...(delegation === '' ? (['delegation'] as const) : []),
    ...(post === '' && workplace === '' ? (['post'] as const) : []),
    ...(phone === '' ? (['phone'] as const) : []),
  ]
  return missing.length === 0 ? ['nothing'] : missing
}

/** The keys under which somebody is found: of structure groups and of what is missing several. */
export const keysOf = (delegate: Delegate, by: Grouping): readonly string[] => {
  if (by === 'missing') return missingOf(delegate)
  if (by === 'groups') return delegate.groups.length === 0 ? [''] : delegate.groups
  return [delegate[by] ?? '']
}

/** Who is found under each key, closed lists in their order, others by name, what is not said last. */
export const groupsOf = (
  delegates: readonly Delegate[],
  by: Grouping,
  order: readonly string[],
  compare: (one: string, other: string) => number,
): PeopleGroup[] => {
  const counts = new Map<string, number>()
  for (const delegate of delegates) {
    for (const key of keysOf(delegate, by)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const known = by === 'delegation' ? order : Object.keys(wordsOf(by) ?? {})
  const place = (key: string) => (key === '' ? Infinity : known.includes(key) ? known.indexOf(key) : known.length)
  return [...counts]
    .sort(([one], [other]) => place(one) - place(other) || compare(one, other))
    .map(([key, count]) => ({ key, word: wordOf(key, by), count }))
}

const wordsOf = (by: Grouping): Readonly<Record<string, string>> | null => {
  const { classes, sexes, standings, answers, presences, missing } = words().delegates
  const closed: Partial<Record<Grouping, Readonly<Record<string, string>>>> = {
    ...{ class: classes, sex: sexes, standing: standings, answer: answers, presence: presences, missing },
  }
  return closed[by] ?? null
}

const wordOf = (key: string, by: Grouping): string =>
  key === '' ? words().delegates.unsaid : (wordsOf(by)?.[key] ?? translated(key))
