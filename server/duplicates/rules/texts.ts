import { foldForSearch } from '../../format/search.ts'
import { countsOf, createWordBook, onceForEach } from './letters.ts'

/** A workplace or post as it is compared. */
export interface PreparedText {
  text: string
  words: readonly string[]
}

/** Takes texts apart, each once. */
export const textReader = (): ((texts: readonly string[]) => PreparedText[]) => {
  const fold = onceForEach(foldForSearch)
  const read = onceForEach((text): PreparedText => {
    return { text, words: [...new Set(text.split(/[^\p{L}\p{N}]+/u).filter(Boolean))] }
  })
  return (texts) => [...new Set(texts.map(fold))].map(read).filter(({ words }) => words.length > 0)
}

/** How alike two are at best, 0–1 (null = one says nothing), and what it is worth, in powers of two, that they are. */
export interface TextLikeness {
  like: number | null
  worth: number
}

/** Shorter words are not misspelt into each other: a letter makes another of them. */
const shortWord = 3

export interface WeighedText {
  text: string
  worth: number
  ids: readonly number[]
  lengths: readonly number[]
  weights: readonly number[]
}

const leastLike = 0.75
/** As if so many more said something else: in a short list nothing is telling. */
const others = 20

/** Judges texts of these people, place by place; `most` = what they are worth at the most. */
export const textJudge = (people: readonly (readonly PreparedText[])[], most: number) => {
  const book = createWordBook(leastLike)
  const size = people.filter((texts) => texts.length > 0).length + others
  const whole = countsOf(people.flatMap((texts) => texts.map(({ text }) => text)))
  const words = countsOf(people.flatMap((texts) => [...new Set(texts.flatMap((each) => each.words))]))
  const rarity = (count: number | undefined) => Math.min(most, Math.log2(size / ((count ?? 0) + 1)))
  const weighed = new Map<PreparedText, WeighedText>()
  const weighOne = (each: PreparedText): WeighedText => {
    const known = weighed.get(each)
    if (known) return known
    const fresh = {
      text: each.text,
      worth: rarity(whole.get(each.text)),
      ids: each.words.map(book.idOf),
      lengths: each.words.map(({ length }) => length),
      weights: each.words.map((word) => rarity(words.get(word))),
    }
    weighed.set(each, fresh)
    return fresh
  }
  const weigh = (texts: readonly PreparedText[]): WeighedText[] => texts.map(weighOne)
  const compare = (ones: readonly WeighedText[], others: readonly WeighedText[]): TextLikeness => {
    let best: TextLikeness = { like: null, worth: 0 }
    for (const one of ones) {
      for (const other of others) {
        const found = compareTexts(one, other, most, book.like)
        if (best.like === null || (found.like ?? 0) > best.like) best = found
      }
    }
    return best
  }
  return { weigh, compare }
}

const compareTexts = (
  one: WeighedText,
  other: WeighedText,
  most: number,
  like: (one: number, other: number) => number,
): TextLikeness => {
  if (one.text === other.text) return { like: 1, worth: one.worth }
  let [shared, all, first, second] = [0, 0, 0, 0]
  const used = new Uint8Array(other.ids.length)
  for (let at = 0; at < one.ids.length; at += 1) {
    const id = one.ids[at] ?? 0
    const weight = one.weights[at] ?? 0
    all += weight
    let partner = other.ids.indexOf(id)
    if ((one.lengths[at] ?? 0) > shortWord) {
      for (let to = 0; partner < 0 && to < other.ids.length; to += 1) {
        const mayBe = used[to] === 0 && (other.lengths[to] ?? 0) >= shortWord
        if (mayBe && like(id, other.ids[to] ?? 0) >= leastLike) partner = to
      }
    }
    if (partner < 0 || used[partner] === 1) continue
    used[partner] = 1
    shared += weight
    if (weight > first) [first, second] = [weight, first]
    else if (weight > second) second = weight
  }
  for (let at = 0; at < other.weights.length; at += 1) if (used[at] === 0) all += other.weights[at] ?? 0
  // Words of one place come together: two of them say most.
  return { like: all === 0 ? 0 : Math.min(0.99, shared / all), worth: Math.min(most, first + second / 2) }
}
