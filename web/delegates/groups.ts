import type { Delegate, Standing } from '../../server/delegates/schema.ts'
import type { RowMark, RowMarks } from '../lists/row-mark.ts'
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
  /** Those on the list, as quotas count them. */
  count: number
  /** Who else is there; '' = nobody. */
  unlisted: string
}

/** How many are on the list, and apart from them who withdrew and who stands by. */
export type StandingCount = Readonly<Record<Standing, number>>

export const standingCountOf = (delegates: readonly Pick<Delegate, 'standing'>[]): StandingCount => {
  const count = { listed: 0, alternate: 0, withdrawn: 0 }
  for (const { standing } of delegates) count[standing] += 1
  return count
}

/** «2 đã rút · 1 dự khuyết», as far as there are any; '' = all are on the list. */
export const unlistedWords = ({ withdrawn, alternate }: StandingCount): string => {
  const { countedAs } = words().delegates
  return [
    ...(withdrawn > 0 ? [countedAs.withdrawn(withdrawn)] : []),
    ...(alternate > 0 ? [countedAs.alternate(alternate)] : []),
  ].join(' · ')
}

/** «12 trong 40 người · 2 đã rút»: those on the list, of how many, and apart who else was found. */
export const foundWords = (found: readonly Delegate[], all: readonly Delegate[]): string => {
  const [ofFound, ofAll] = [standingCountOf(found), standingCountOf(all)]
  return [words().delegates.shown(ofFound.listed, ofAll.listed), unlistedWords(ofFound)].filter(Boolean).join(' · ')
}

/** Looked at by standing everybody counts: the group says already who they are. */
export const countedOf = (people: readonly Delegate[], by: Grouping): Pick<PeopleGroup, 'count' | 'unlisted'> => {
  const count = standingCountOf(people)
  return by === 'standing'
    ? { count: people.length, unlisted: '' }
    : { count: count.listed, unlisted: unlistedWords(count) }
}

/** What is said beside the names of those who are not on the list. */
export const marksOf = (
  delegates: readonly Pick<Delegate, 'id' | 'standing'>[],
  remarkedIds: readonly string[] = [],
): RowMarks => {
  const { marks } = words().delegates
  const remarked = new Set(remarkedIds)
  return new Map(
    delegates.flatMap(({ id, standing }): [string, RowMark][] => {
      if (standing !== 'listed') return [[id, { word: marks[standing], look: 'quiet' }]]
      return remarked.has(id) ? [[id, { word: marks.remarked, look: 'amber' }]] : []
    }),
  )
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
  const found = new Map<string, Delegate[]>()
  for (const delegate of delegates) {
    for (const key of keysOf(delegate, by)) {
      const people = found.get(key)
      if (people) people.push(delegate)
      else found.set(key, [delegate])
    }
  }
  const known = by === 'delegation' ? order : Object.keys(wordsOf(by) ?? {})
  const place = (key: string) => (key === '' ? Infinity : known.includes(key) ? known.indexOf(key) : known.length)
  return [...found]
    .sort(([one], [other]) => place(one) - place(other) || compare(one, other))
    .map(([key, people]) => ({ key, word: wordOf(key, by), ...countedOf(people, by) }))
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
