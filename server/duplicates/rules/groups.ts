import type { Prepared } from './evidence.ts'
import { countsOf } from './letters.ts'
import type { PreparedText } from './texts.ts'

/** What a group has in common, and how many may be in it: larger ones say too little of those in them. */
const kinds = [
  { kind: 'name', most: 600 },
  { kind: 'joined', most: 600 },
  { kind: 'date', most: 100 },
  { kind: 'phone', most: 60 },
  { kind: 'rest', most: 30 },
  { kind: 'year', most: 25 },
  { kind: 'letter', most: 40 },
  { kind: 'place', most: 60 },
  { kind: 'word', most: 15 },
] as const
type Kind = (typeof kinds)[number]['kind']

/** Keys are numbers of 32 bits whose last four tell the kind: two that meet by chance only add a comparison. */
const kindBits = 16
const numberOf = new Map<Kind, number>(kinds.map(({ kind }, at) => [kind, at]))
const mostPeople = 2 ** 20

const mixed = (one: number, other: number): number => {
  const product = Math.imul(one ^ (other + 0x9e3779b9), 0x85ebca6b)
  return Math.imul(product ^ (product >>> 13), 0xc2b2ae35)
}

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash, text.length)
}

/** Gives, for each person in turn, those after it in the list that have something telling in common with it, each once. */
export const groupsOf = (people: readonly Prepared[]): ((at: number) => number[]) => {
  const keysOfPlace = placeKeysOf(people)
  const entries: number[] = []
  for (const [at, person] of people.entries()) {
    for (const key of keysOfPerson(person, keysOfPlace)) entries.push(key * mostPeople + at)
  }
  const sorted = withoutRepeats(Float64Array.from(entries).sort())
  const groups: Int32Array[] = []
  const groupsAt: number[][] = people.map(() => [])
  for (let start = 0; start < sorted.length;) {
    const key = Math.floor((sorted[start] ?? 0) / mostPeople)
    let end = start + 1
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / mostPeople) === key) end += 1
    if (end - start > 1 && end - start <= (kinds[key % kindBits]?.most ?? 0)) {
      const members = Int32Array.from(sorted.subarray(start, end), (entry) => entry - key * mostPeople)
      for (const member of members) groupsAt[member]?.push(groups.length)
      groups.push(members)
    }
    start = end
  }
  const met = new Int32Array(people.length).fill(-1)
  return (at) => {
    const found: number[] = []
    for (const group of groupsAt[at] ?? []) {
      for (const other of groups[group] ?? []) {
        if (other <= at || met[other] === at) continue
        met[other] = at
        found.push(other)
      }
    }
    return found
  }
}

/** Sorted numbers, each once: a name of twice the same word gives a key twice. */
const withoutRepeats = (sorted: Float64Array): Float64Array => {
  let end = 0
  for (const entry of sorted) {
    if (end > 0 && sorted[end - 1] === entry) continue
    sorted[end] = entry
    end += 1
  }
  return sorted.subarray(0, end)
}

const keysOfPerson = (
  { person, name, phones, workplaces }: Prepared,
  keysOfPlace: (text: PreparedText) => PlaceKeys,
): number[] => {
  const places = workplaces.map(keysOfPlace)
  const keys: number[] = []
  const put = (kind: Kind, value: number) => {
    keys.push(((value & -kindBits) >>> 0) + (numberOf.get(kind) ?? 0))
  }
  const parts = name.map(({ plain }) => hashOf(plain))
  // Whatever their order: swapped parts make the same sum.
  const whole = parts.reduce((sum, part) => (sum + part) | 0, 0)
  put('name', whole)
  put('rest', whole)
  put('joined', hashOf(name.map(({ plain }) => plain).join('')))
  for (const phone of phones) put('phone', hashOf(phone))
  if (person.birthDate !== null) put('date', hashOf(person.birthDate))
  const year = person.birthYear
  if (year !== null) put('year', mixed(whole, year))
  // One part wrong, missing or misspelt: the others are left.
  for (const [at, part] of parts.entries()) {
    const rest = (whole - part) | 0
    put('rest', rest)
    if (year !== null) {
      const { plain } = name[at] ?? { plain: '' }
      put('year', mixed(part, year))
      put('year', mixed(rest, year))
      // Of many «Nguyễn Thị …» of a year, those whose given names begin or end alike.
      put('letter', mixed(mixed(rest, year), plain.charCodeAt(0)))
      put('letter', mixed(mixed(rest, year), -plain.charCodeAt(plain.length - 1)))
    }
    for (const { whole: place, words } of places) {
      put('place', mixed(part, place))
      for (const word of words) put('word', mixed(part, word))
    }
  }
  return keys
}

const rareWords = 3

/** A workplace as numbers: whole, and by its most telling words. */
interface PlaceKeys {
  whole: number
  words: readonly number[]
}

const placeKeysOf = (people: readonly Prepared[]): ((text: PreparedText) => PlaceKeys) => {
  const counts = countsOf(people.flatMap(({ workplaces }) => workplaces.flatMap(({ words }) => words)))
  const known = new Map<string, PlaceKeys>()
  return ({ text, words }) => {
    let found = known.get(text)
    if (!found) {
      const shared = words.filter((word) => (counts.get(word) ?? 0) > 1)
      const telling = shared.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, rareWords)
      found = { whole: hashOf(text), words: telling.map(hashOf) }
      known.set(text, found)
    }
    return found
  }
}
