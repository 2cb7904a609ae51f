import { judgeOf, prepare, type Prepared } from './evidence.ts'
import { countsOf } from './letters.ts'
import type { Comparable, DuplicatePair, Evidence } from '../schema.ts'
import type { PreparedText } from './texts.ts'

/** From so many powers of two on a pair is shown, and is called likely. */
const [leastShown, leastLikely] = [-1, 6]
/** People compared in one step. */
const peopleAtOnce = 200

export const findDuplicates = (people: readonly Comparable[]): DuplicatePair[] => {
  const steps = searchDuplicates(people)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Step by step, so that whoever asks may let others in between. */
export function* searchDuplicates(people: readonly Comparable[]): Generator<undefined, DuplicatePair[], undefined> {
  const prepared: Prepared[] = []
  for (const [at, person] of people.entries()) {
    prepared.push(prepare(person))
    if (at % peopleAtOnce === 0) yield
  }
  const { weighed, judge } = judgeOf(prepared)
  const blocks = blocksOf(prepared)
  yield
  const pairs: DuplicatePair[] = []
  const met = new Int32Array(weighed.length).fill(-1)
  for (const [at, one] of weighed.entries()) {
    for (const block of blocks[at] ?? []) {
      for (const index of block) {
        const other = weighed[index]
        if (!other || index <= at || met[index] === at) continue
        met[index] = at
        // In one order, so that it is all the same how they stand in the list.
        const [first, second] = one.person.id < other.person.id ? [one, other] : [other, one]
        const found = judge(first, second, leastShown)
        if (found) pushPair(pairs, first.person.id, second.person.id, found)
      }
    }
    if (at % peopleAtOnce === 0) yield
  }
  return pairs.sort((a, b) => b.score - a.score || (a.firstId < b.firstId ? -1 : 1))
}

const pushPair = (pairs: DuplicatePair[], firstId: string, secondId: string, { bits, reasons }: Evidence): void => {
  const isAgainst = reasons.some((reason) => againstNamesakes.has(reason))
  const isNamesake = reasons.includes('same-birth-year') && reasons.includes('same-name') && !isAgainst
  if (bits < leastShown && !isNamesake) return
  pairs.push({ firstId, secondId, score: Math.round(bits * 10) / 10, isLikely: bits >= leastLikely, reasons })
}

/** Whoever has the same name and year is shown however frequent both are, unless something speaks against it. */
const againstNamesakes: ReadonlySet<string> = new Set(['other-sex', 'other-phone', 'other-workplace'])

/** Larger groups than these say too little of those in them: what two of them have in common stands in smaller ones too. */
const most: Readonly<Record<string, number>> = {
  ...{ name: 600, joined: 600, date: 100, phone: 60 },
  ...{ rest: 30, year: 25, letter: 40, place: 60, word: 15 },
}

/** Of each person, the groups of those that it is compared with: all that have something telling in common. */
const blocksOf = (people: readonly Prepared[]): (readonly number[])[][] => {
  const blocks = new Map<string, number[]>()
  const keysOf: string[][] = []
  const rarest = rarestWordsOf(people)
  for (const [at, person] of people.entries()) {
    const keys = [...new Set(keysOfPerson(person, rarest))]
    keysOf.push(keys)
    for (const key of keys) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  }
  return keysOf.map((keys) =>
    keys.flatMap((key) => {
      const block = blocks.get(key) ?? []
      return block.length < 2 || block.length > (most[key.slice(0, key.indexOf(' '))] ?? 0) ? [] : [block]
    }),
  )
}

/** Each begins with what it is a group of. */
const keysOfPerson = (
  { person, name, phones, workplaces }: Prepared,
  rarest: (text: PreparedText) => readonly string[],
) => {
  const parts = name.map(({ plain }) => plain).sort()
  const year = person.birthYear === null ? null : String(person.birthYear)
  const whole = parts.join(' ')
  const keys = [`name ${whole}`, `joined ${name.map(({ plain }) => plain).join('')}`, `rest ${whole}`]
  for (const phone of phones) keys.push(`phone ${phone}`)
  if (person.birthDate !== null) keys.push(`date ${person.birthDate}`)
  if (year !== null) keys.push(`year ${year} ${whole}`)
  // One part wrong, missing or misspelt: the others are left.
  for (const [at, part] of parts.entries()) {
    const rest = parts.filter((_part, index) => index !== at).join(' ')
    keys.push(`rest ${rest}`)
    if (year !== null) {
      keys.push(`year ${year} ${part}`, `year ${year} ${rest}`)
      // Of many «Nguyễn Thị …» of a year, those whose given names begin or end alike.
      keys.push(`letter ${year} ${rest} ${part.slice(0, 1)}-`, `letter ${year} ${rest} -${part.slice(-1)}`)
    }
    for (const workplace of workplaces) {
      keys.push(`place ${workplace.text} ${part}`)
      for (const word of rarest(workplace)) keys.push(`word ${word} ${part}`)
    }
  }
  return keys
}

const rareWords = 3

/** The most telling words of a text. */
const rarestWordsOf = (people: readonly Prepared[]): ((text: PreparedText) => readonly string[]) => {
  const counts = countsOf(people.flatMap(({ workplaces }) => workplaces.flatMap(({ words }) => words)))
  const rare = new Map<string, string[]>()
  return ({ text, words }) => {
    let found = rare.get(text)
    if (!found) {
      const shared = words.filter((word) => (counts.get(word) ?? 0) > 1)
      found = shared.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, rareWords)
      rare.set(text, found)
    }
    return found
  }
}
