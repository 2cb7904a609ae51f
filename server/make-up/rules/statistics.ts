import type { Delegate } from '../../delegates/schema.ts'
import { foldForSearch } from '../../format/search.ts'
import { isDirectWorker, isEthnicMinority } from '../../quotas/rules/tally.ts'
import type { Base, Cell, DelegationNumbers, MakeUp, Numbers, Part } from '../schema.ts'
import { ageOn, bandOf, bandsOf, extremeOf } from './ages.ts'
import { placeOfTitle, titleNamed } from './titles.ts'

type OfDelegate = Pick<
  Delegate,
  | 'standing'
  | 'class'
  | 'presence'
  | 'groups'
  | 'delegation'
  | 'post'
  | 'sex'
  | 'birthYear'
  | 'birthDate'
  | 'titles'
  | 'education'
  | 'field'
  | 'isDirectWorker'
>

/** What of somebody the report is counted from; of sensitive data nothing is known where it is not asked for. */
export interface Counted extends OfDelegate {
  /** Of the delegation. */
  colour: string
  ethnicity: string | null
  religion: string | null
  isPartyMember: boolean | null
}

/** By what is counted. */
export interface Counting {
  /** Ages are those of this day. */
  day: string
  bounds: readonly number[]
  base: Base
  /** Names of the delegations, in their order. */
  delegations: readonly string[]
}

type Statistics = Omit<
  MakeUp,
  'congressId' | 'title' | 'level' | 'hasOtherBands' | 'hiddenBelow' | 'sensitiveBelow' | 'unapproved'
>

/** Whoever prepares, reports or serves a congress is no delegate of it. */
const isDelegate = ({ class: kind }: Counted): boolean => kind === null || kind === 'official' || kind === 'guest'

/** Number, composition and make-up of those who are on the list: alternates and who withdrew are not called. */
export const countMakeUp = (everybody: readonly Counted[], counting: Counting): Statistics => {
  const delegates = everybody.filter(isDelegate)
  const called = delegates.filter(({ standing }) => standing === 'listed')
  const { base, people } = peopleOf(called, counting.base)
  const ages = people.flatMap((person) => ageOn(counting.day, person) ?? [])
  return {
    day: counting.day,
    numbers: numbersOf(delegates, called),
    base,
    of: people.length,
    parts: partsOf(people, counting),
    oldest: extremeOf(ages, 'oldest'),
    youngest: extremeOf(ages, 'youngest'),
    byYear: people.filter((person) => person.birthDate === null && ageOn(counting.day, person) !== null).length,
    delegations: byDelegation(called, counting.delegations),
    gaps: gapsOf(called, people),
  }
}

/** A list on which nobody is an official delegate, or nobody was looked for, tells of all whom it calls. */
const peopleOf = (called: readonly Counted[], wanted: Base): { base: Base; people: readonly Counted[] } => {
  const chosen = called.filter(
    ({ class: kind, presence }) =>
      wanted === 'called' || (wanted === 'official' ? kind === wanted : presence === wanted),
  )
  return chosen.length === 0 ? { base: 'called', people: called } : { base: wanted, people: chosen }
}

const numbersOf = (delegates: readonly Counted[], called: readonly Counted[]): Numbers => {
  const having = <Name extends 'class' | 'presence'>(name: Name, value: Counted[Name]) =>
    called.filter((each) => each[name] === value).length
  const standing = (value: Counted['standing']) => delegates.filter((each) => each.standing === value).length
  return {
    called: called.length,
    official: having('class', 'official'),
    guests: having('class', 'guest'),
    unclassed: having('class', null),
    present: having('presence', 'present'),
    excused: having('presence', 'excused'),
    absent: having('presence', 'absent'),
    unlooked: having('presence', null),
    delegations: new Set(called.flatMap((each) => (each.class !== 'guest' && each.delegation) || [])).size,
    alternates: standing('alternate'),
    withdrawn: standing('withdrawn'),
  }
}

/** Nothing is hidden where it is counted. */
type Counts = { [Name in keyof DelegationNumbers]: NonNullable<DelegationNumbers[Name]> }

const byDelegation = (called: readonly Counted[], order: readonly string[]): DelegationNumbers[] => {
  const found = new Map<string, Counts>()
  for (const { delegation: name, colour, class: kind, presence } of called) {
    const one = found.get(name) ?? { name, colour, called: 0, official: 0, guests: 0, present: 0 }
    found.set(name, one)
    one.called += 1
    if (kind === 'official') one.official += 1
    if (kind === 'guest') one.guests += 1
    if (presence === 'present') one.present += 1
  }
  return [...order, ''].flatMap((name) => found.get(name) ?? [])
}

/** What the make-up divides by is missed of those alone of whom it is told. */
const gapsOf = (called: readonly Counted[], people: readonly Counted[]): MakeUp['gaps'] => {
  const isAnybodyPresent = called.some(({ presence }) => presence !== null)
  const counts = {
    class: called.filter((each) => each.class === null),
    delegation: called.filter(({ delegation }) => delegation === ''),
    sex: people.filter(({ sex }) => sex === null),
    birthYear: people.filter(({ birthYear }) => birthYear === null),
    groups: people.filter(({ groups }) => groups.length === 0),
    presence: isAnybodyPresent ? called.filter(({ presence }) => presence === null) : [],
  }
  return (Object.keys(counts) as (keyof typeof counts)[]).flatMap((name) =>
    counts[name].length === 0 ? [] : [{ name, count: counts[name].length }],
  )
}

/** A part of which nothing is known is left out. */
const partsOf = (people: readonly Counted[], { day, bounds }: Counting): Part[] => {
  const bands = bandsOf(bounds)
  const ageOf = (person: Counted) => ageOn(day, person)
  const parts: Part[] = [
    groupsPart(people),
    closedPart('sex', ['female', 'male'], people, ({ sex }) => sex),
    closedPart('age', bands, people, (person) => {
      const age = ageOf(person)
      return age === null ? null : bandOf(age, bounds)
    }),
    typedPart('field', people, ({ field }) => field),
    typedPart('education', people, ({ education }) => education),
    titlesPart(people),
    othersPart(people, ageOf),
    closedPart('ethnicity', ['minority', 'majority'], people, ({ ethnicity }) =>
      ethnicity ? (isEthnicMinority(ethnicity) ? 'minority' : 'majority') : null,
    ),
    closedPart('religion', ['religious', 'none'], people, ({ religion }) =>
      religion ? (hasNoReligion(religion) ? 'none' : 'religious') : null,
    ),
    closedPart('party', ['member', 'other'], people, ({ isPartyMember }) =>
      isPartyMember === null ? null : isPartyMember ? 'member' : 'other',
    ),
  ]
  return parts.filter(({ cells }) => cells.some(({ key, count }) => key !== '' && count !== 0))
}

/** Each is in one of the cells; whose value is not known is in the last. */
const closedPart = (
  name: Part['name'],
  keys: readonly string[],
  people: readonly Counted[],
  keyOf: (person: Counted) => string | null,
): Part => {
  const counts = countKeys(people.map((person) => keyOf(person) ?? ''))
  return {
    name,
    isWhole: true,
    cells: withUnknown(
      keys.map((key) => ({ key, count: counts.get(key) ?? 0 })),
      counts,
    ),
  }
}

/** The most frequent first; what is typed alike but for case, marks and blanks is one. */
const typedPart = (name: Part['name'], people: readonly Counted[], textOf: (person: Counted) => string): Part => {
  const counts = countKeys(alike(people.map(textOf)))
  return { name, isWhole: true, cells: withUnknown(mostFrequentFirst(counts), counts) }
}

/** Groups overlap: the first one of each makes up the whole, beside it stand all who have the group at any place. */
const groupsPart = (people: readonly Counted[]): Part => {
  const spelled = spelling(people.flatMap(({ groups }) => groups))
  const first = countKeys(people.map(({ groups }) => spelled(groups[0] ?? '')))
  const any = countKeys(people.flatMap(({ groups }) => [...new Set(groups.map(spelled))]))
  const cells = [...any].map(([key, tagged]) => ({ key, count: first.get(key) ?? 0, tagged }))
  const ordered = cells.toSorted((one, other) => other.count - one.count || other.tagged - one.tagged)
  const unknown = first.get('') ?? 0
  return {
    name: 'groups',
    isWhole: true,
    cells: [...ordered, ...(unknown === 0 ? [] : [{ key: '', count: unknown, tagged: unknown }])],
  }
}

/** Somebody may have several titles: each is counted, and each person once for it. */
const titlesPart = (people: readonly Counted[]): Part => {
  const named = people.map(({ titles }) => titles.map(titleNamed))
  const spelled = spelling(named.flat())
  const counts = countKeys(named.flatMap((titles) => [...new Set(titles.map(spelled))]))
  const cells = mostFrequentFirst(counts).toSorted((one, other) => placeOfTitle(one.key) - placeOfTitle(other.key))
  return { name: 'titles', isWhole: false, cells }
}

/** Who works directly, and children and pupils: neither makes up the whole. */
const othersPart = (people: readonly Counted[], ageOf: (person: Counted) => number | null): Part => {
  const cells = [
    { key: 'workers', count: people.filter(isDirectWorker).length },
    { key: 'children', count: people.filter((person) => isChild(ageOf(person)) || isPupil(person)).length },
  ]
  return { name: 'others', isWhole: false, cells: cells.filter(({ count }) => count > 0) }
}

/** Law 102/2016/QH13, Article 1: a child is under 16. */
const isChild = (age: number | null): boolean => age !== null && age < 16

const isPupil = ({ post, groups }: Counted): boolean =>
  [post, ...groups].some((text) => /^hoc sinh\b/u.test(foldForSearch(text)))

const hasNoReligion = (religion: string): boolean => /^(khong|none|no)\b/u.test(foldForSearch(religion))

const withUnknown = (cells: Cell[], counts: ReadonlyMap<string, number>): Cell[] => {
  const unknown = counts.get('') ?? 0
  return unknown === 0 ? cells : [...cells, { key: '', count: unknown }]
}

const mostFrequentFirst = (counts: ReadonlyMap<string, number>): Cell[] =>
  [...counts]
    .filter(([key]) => key !== '')
    .map(([key, count]) => ({ key, count }))
    .toSorted((one, other) => other.count - one.count)

const countKeys = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const alike = (texts: readonly string[]): string[] => texts.map(spelling(texts))

/** Finds for each text the most frequent way in which it is written. */
const spelling = (texts: readonly string[]): ((text: string) => string) => {
  const written = countKeys(texts.map((text) => text.trim()))
  const best = new Map<string, string>()
  for (const text of written.keys()) {
    const folded = foldForSearch(text)
    const standing = best.get(folded)
    if (standing === undefined || (written.get(text) ?? 0) > (written.get(standing) ?? 0)) best.set(folded, text)
  }
  return (text) => best.get(foldForSearch(text)) ?? text.trim()
}
