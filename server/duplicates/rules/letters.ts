/**
 * How alike two words are, 0–1: a wrong, missing, additional or swapped letter is one difference (Damerau and
 * Levenshtein, adjacent letters only).
 */
export const likeness = (one: string, other: string): number => {
  const longer = Math.max(one.length, other.length)
  if (one === other) return 1
  if (longer === 0 || Math.abs(one.length - other.length) > longer / 2) return 0
  return 1 - differences(one, other) / longer
}

export const differences = (one: string, other: string): number => {
  const width = other.length + 1
  // Three rows of the table, kept between calls: words are short, and there are millions of them.
  if (rows[0].length < width) for (let at = 0; at < rows.length; at += 1) rows[at] = new Uint16Array(width)
  let [beforeLast, last, now] = rows
  for (let column = 0; column < width; column += 1) last[column] = column
  for (let row = 1; row <= one.length; row += 1) {
    now[0] = row
    const letter = one.charCodeAt(row - 1)
    for (let column = 1; column < width; column += 1) {
      const isSame = letter === other.charCodeAt(column - 1)
      let least = (last[column - 1] ?? 0) + (isSame ? 0 : 1)
      if ((last[column] ?? 0) < least) least = (last[column] ?? 0) + 1
      if ((now[column - 1] ?? 0) < least) least = (now[column - 1] ?? 0) + 1
      const isSwapped =
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(column - 1)
      if (isSwapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1)
      now[column] = least
    }
    ;[beforeLast, last, now] = [last, now, beforeLast]
  }
  return last[other.length] ?? 0
}

const rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)]

/** Whether there is exactly one difference between them, without counting more. */
export const isOneApart = (one: string, other: string): boolean => {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  const more = longer.length - shorter.length
  if (more > 1 || one === other) return false
  let from = 0
  while (from < shorter.length && shorter.charCodeAt(from) === longer.charCodeAt(from)) from += 1
  let rest = 0
  const isSameFromEnd = (back: number) =>
    shorter.charCodeAt(shorter.length - back) === longer.charCodeAt(longer.length - back)
  while (rest < shorter.length - from && isSameFromEnd(rest + 1)) rest += 1
  const left = shorter.length - from - rest
  if (more === 1) return left === 0
  return left === 1 || (left === 2 && one[from] === other[from + 1] && one[from + 1] === other[from])
}

/** Words as numbers, with how alike any two of them are: the same two are asked for again and again. */
export interface WordBook {
  idOf(word: string): number
  /** 0 where they are less alike than the book looks for. */
  like(one: number, other: number): number
}

/** `least` = less alike are not alike at all. */
export const createWordBook = (least: number): WordBook => {
  const ids = new Map<string, number>()
  const words: string[] = []
  const letters: number[] = []
  const known = new Map<number, number>()
  /** A wrong letter is one that is in one word alone, and one in the other: most pairs of words have far more. */
  const mayBeAlike = (one: number, other: number): boolean => {
    const longer = Math.max(words[one]?.length ?? 0, words[other]?.length ?? 0)
    return bitsIn((letters[one] ?? 0) ^ (letters[other] ?? 0)) <= 2 * (1 - least) * longer
  }
  return {
    idOf: (word) => {
      const found = ids.get(word)
      if (found !== undefined) return found
      ids.set(word, words.length)
      letters.push(lettersOf(word))
      return words.push(word) - 1
    },
    like: (one, other) => {
      if (!mayBeAlike(one, other)) return 0
      const key = one < other ? one * mostWords + other : other * mostWords + one
      let found = known.get(key)
      if (found === undefined) {
        found = likeness(words[one] ?? '', words[other] ?? '')
        known.set(key, found)
      }
      return found >= least ? found : 0
    },
  }
}

/** Which letters a word has, a bit each: letters that share one only make words look more alike. */
const lettersOf = (word: string): number => {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

const bitsIn = (bits: number): number => {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const mostWords = 2 ** 26

/** The same for the same text, made once: of thousands of people many have a word, a workplace or a post in common. */
export const onceForEach = <T>(make: (text: string) => T): ((text: string) => T) => {
  const made = new Map<string, T>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}

/** How often each thing is said: what few say tells more. */
export const countsOf = <T>(values: Iterable<T>): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
