import { foldForSearch } from '../../format/search.ts'
import { personKey } from '../../programme/rules/presenters.ts'
import { countsOf, createWordBook, onceForEach } from './letters.ts'
import type { DuplicateReason } from '../schema.ts'

/** A part of a name: as search folds it, and with its marks, wherever in the syllable the tone was put. */
export interface NamePart {
  plain: string
  marked: string
}

/** Gives the parts of a name without the form of address: «Đ/c Nguyễn Văn Hoà» → nguyen, van, hoa. */
export const nameReader = (): ((name: string) => NamePart[]) => {
  const read = onceForEach((word): NamePart => ({ plain: foldForSearch(word), marked: withToneLast(word) }))
  return (name) => {
    const bare = personKey(name).split(wordBreaks).filter(Boolean)
    const written = name.normalize('NFC').split(wordBreaks).filter(Boolean)
    const tail = written.slice(-bare.length)
    return bare.map((plain, at) => {
      const part = read(tail[at] ?? '')
      return part.plain === plain ? part : { plain, marked: plain }
    })
  }
}

const wordBreaks = /[^\p{L}\p{M}\p{N}'’]+/u
/** Huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** «Hòa» and «Hoà» are one spelling: the tone goes behind the letters. */
const withToneLast = (word: string): string => {
  const apart = word.normalize('NFD').toLowerCase()
  return apart.replaceAll(tones, '') + (apart.match(tones) ?? []).sort().join('')
}

/** Families in a hundred Vietnamese (Lê Trung Hoa, Họ và tên người Việt Nam, 2005), and the middle words of most names. */
const knownShares: ReadonlyMap<string, number> = new Map([
  ...(
    [
      ['nguyen', 38.4],
      ['tran', 11],
      ['le', 9.5],
      ['pham', 7.1],
      ['hoang', 5.1],
      ['huynh', 5.1],
      ['phan', 4.5],
      ['vu', 3.9],
      ['vo', 3.9],
      ['dang', 2.1],
      ['bui', 2],
      ['do', 1.4],
      ['ho', 1.3],
      ['ngo', 1.3],
      ['duong', 1],
      ['ly', 0.5],
      ['thi', 40],
      ['van', 25],
    ] as const
  ).map(([word, share]) => [word, share / 100] as const),
])
/** Any other word of a name. */
const usualShare = 0.01
/** So many people stand behind the known shares: a short list does not make a frequent name rare. */
const weightOfKnown = 300

/** How telling it is that two people share a word of their names, in powers of two: «Nguyễn» says little. */
const rarityOfParts = (people: readonly (readonly NamePart[])[]): ((plain: string) => number) => {
  const counts = countsOf(people.flatMap((parts) => [...new Set(parts.map(({ plain }) => plain))]))
  return onceForEach((plain) => {
    const known = (knownShares.get(plain) ?? usualShare) * weightOfKnown
    return -Math.log2(((counts.get(plain) ?? 0) + known) / (people.length + weightOfKnown))
  })
}

/** A name as it is compared. */
export interface PreparedName {
  ids: readonly number[]
  marked: readonly string[]
  lengths: readonly number[]
  rarities: readonly number[]
  /** What it is worth at the most that another is called so. */
  worth: number
  hasMarks: boolean
  joined: string
}

const leastLike = 0.6
/** One letter makes «Lan» of «Loan» and «Lam»: others more often than misspelt ones. */
const shortSyllable = 4
const against = {
  typo: 3,
  shortTypo: 6,
  joined: 2,
  otherMarks: 3.5,
  missingMarks: 0.5,
  otherOrder: 1.5,
  missing: 2,
  other: 6,
}

/** Judges names of these people: how rare each word is, is known of all of them. */
export const nameJudge = (people: readonly (readonly NamePart[])[]) => {
  const rarity = rarityOfParts(people)
  const book = createWordBook(leastLike)
  const weigh = (parts: readonly NamePart[]): PreparedName => {
    const rarities = parts.map(({ plain }) => rarity(plain))
    return {
      ids: parts.map(({ plain }) => book.idOf(plain)),
      marked: parts.map(({ marked }) => marked),
      lengths: parts.map(({ plain }) => plain.length),
      rarities,
      worth: rarities.reduce((sum, each) => sum + each, 0),
      hasMarks: parts.some(({ plain, marked }) => plain !== marked),
      joined: parts.map(({ plain }) => plain).join(''),
    }
  }
  return { weigh, compare: comparer(book.like) }
}

/** What two names say about whether they are one person's: powers of two, and what was seen as bits of `seen`. */
export interface NameEvidence {
  bits: number
  seen: number
}

/** Kept as bits: of nearly all pairs nobody asks for the words. */
const seen = { misspelt: 1, otherOrder: 2, otherMarks: 4, withoutMarks: 8, other: 16, partMissing: 32 }
const reasonOfBit: readonly (readonly [number, DuplicateReason])[] = [
  [seen.misspelt, 'name-misspelt'],
  [seen.otherOrder, 'name-other-order'],
  [seen.otherMarks, 'name-other-marks'],
  [seen.withoutMarks, 'name-without-marks'],
  [seen.other, 'other-name'],
  [seen.partMissing, 'name-part-missing'],
]
export const sameName = 0
/** One of the names is not known. */
const noName: NameEvidence = { bits: 0, seen: 64 }

export const reasonsOfName = (bits: number): DuplicateReason[] =>
  bits === sameName ? ['same-name'] : reasonOfBit.flatMap(([bit, reason]) => ((bits & bit) > 0 ? [reason] : []))

const comparer = (like: (one: number, other: number) => number) => {
  const compare = (one: PreparedName, other: PreparedName): NameEvidence => {
    if (one.ids.length === 0 || other.ids.length === 0) return noName
    if (one.joined === other.joined && one.ids.length !== other.ids.length) {
      return { bits: Math.max(one.worth, other.worth) - against.joined, seen: seen.misspelt }
    }
    const partners = matchParts(one, other, like)
    let [bits, found, matched, last] = [0, 0, 0, -1]
    for (let from = 0; from < partners.length; from += 1) {
      const to = partners[from] ?? -1
      if (to < 0) continue
      matched += 1
      if (to < last) found |= seen.otherOrder
      last = to
      if (one.ids[from] !== other.ids[to]) {
        bits += likeWord(one, other, from, to)
        found |= seen.misspelt
        continue
      }
      bits += one.rarities[from] ?? 0
      if (one.marked[from] === other.marked[to]) continue
      const areMarksOther = one.hasMarks && other.hasMarks
      found |= areMarksOther ? seen.otherMarks : seen.withoutMarks
      bits -= areMarksOther ? against.otherMarks : against.missingMarks
    }
    if ((found & seen.otherOrder) > 0) bits -= against.otherOrder
    const fewer = Math.min(one.ids.length, other.ids.length) - matched
    const more = Math.max(one.ids.length, other.ids.length) - matched
    if (matched === 0 || fewer > 0) found |= seen.other
    else if (more > 0) found |= seen.partMissing
    return { bits: bits - fewer * against.other - (more - fewer) * against.missing, seen: found }
  }

  const likeWord = (one: PreparedName, other: PreparedName, from: number, to: number): number => {
    const isShort = Math.max(one.lengths[from] ?? 0, other.lengths[to] ?? 0) <= shortSyllable
    const worth =
      Math.max(one.rarities[from] ?? 0, other.rarities[to] ?? 0) * like(one.ids[from] ?? 0, other.ids[to] ?? 0)
    return Math.max(-against.other, worth - (isShort ? against.shortTypo : against.typo))
  }
  return compare
}

/** For each part of one name, which of the other it stands for (−1 = none): equal ones first, then those that are alike. */
const matchParts = (one: PreparedName, other: PreparedName, like: (one: number, other: number) => number): number[] => {
  const partners = one.ids.map((id, from) => sameIn(one, other, from, id))
  for (let from = 1; from < partners.length; from += 1) {
    const to = partners[from] ?? -1
    // A word that stands twice in one name is not twice in the other.
    if (to >= 0 && partners.indexOf(to) < from) partners[from] = -1
  }
  for (let from = 0; from < partners.length; from += 1) {
    if ((partners[from] ?? 0) >= 0) continue
    let best = leastLike
    for (let to = 0; to < other.ids.length; to += 1) {
      if (partners.includes(to)) continue
      const alike = like(one.ids[from] ?? 0, other.ids[to] ?? 0)
      if (alike < best) continue
      best = alike
      partners[from] = to
    }
  }
  return partners
}

const sameIn = (one: PreparedName, other: PreparedName, from: number, id: number): number => {
  const first = other.ids.indexOf(id)
  if (first < 0 || one.marked[from] === other.marked[first]) return first
  for (let to = first + 1; to < other.ids.length; to += 1) {
    if (other.ids[to] === id && one.marked[from] === other.marked[to]) return to
  }
  return first
}
