/** Chance that repeats itself: the same seed gives the same road on every machine. */
export interface Chance {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  /** One of the list; the list must not be empty. */
  oneOf<T>(list: readonly T[]): T
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/** Mulberry32: small, even enough for an example, the same everywhere. */
const numbersFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

export const createChance = (seed: number): Chance => {
  const next = numbersFrom(seed)
  const below = (limit: number) => next() % limit
  return {
    below,
    oneOf: (list) => {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new RangeError('nothing to choose from')
      return chosen
    },
    shuffled: <T>(list: readonly T[]) => {
      const mixed = [...list]
      for (let end = mixed.length - 1; end > 0; end -= 1) {
        const at = below(end + 1)
        const [a, b] = [mixed[end], mixed[at]]
        if (a !== undefined && b !== undefined) [mixed[end], mixed[at]] = [b, a]
      }
      return mixed
    },
  }
}

/** The road's records are dated from the day of its first plan (Kế hoạch 19/KH-HĐTĐKT), a millisecond each. */
const firstInstant = Date.UTC(2019, 4, 24)

/** Ids in the shape of UUID v7 that sort in the order in which they are given out. */
export const createIds = (seed: number): (() => string) => {
  const next = numbersFrom(seed ^ 0x5eed)
  let given = 0
  return () => {
    const time = (firstInstant + given).toString(16).padStart(12, '0')
    given += 1
    const bits = [next(), next(), next()].map((number) => number.toString(16).padStart(8, '0')).join('')
    const variant = '89ab'[next() % 4] ?? '8'
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(3, 6)}-${bits.slice(6, 18)}`
  }
}
