/** How often something may happen within a time, by whom it is done. */
export interface Allowance {
  most: number
  milliseconds: number
}

/** Who is remembered at the same time: what is older than all of these begins anew. */
const maxKept = 10_000

/** Counts by key; true once more happened within the time than may. */
export const counter = ({ most, milliseconds }: Allowance) => {
  const kept = new Map<string, { since: number; count: number }>()
  return (key: string, now: number): boolean => {
    const known = kept.get(key)
    if (known && now - known.since < milliseconds) {
      known.count += 1
      return known.count > most
    }
    if (kept.size >= maxKept) kept.clear()
    kept.set(key, { since: now, count: 1 })
    return false
  }
}
