/** What each person's seat is called, by person. */
export type CalledSeats = ReadonlyMap<string, string>

export interface Comparison {
  elsewhere: { id: string; from: string; to: string }[]
  /** Who has a seat in one of the two alone. */
  onlyFirst: { id: string; seat: string }[]
  onlySecond: { id: string; seat: string }[]
  /** How many sit on the same seat in both. */
  same: number
}

/** Compares where people sit in two plans, in the order of `ids`; whoever is not among them is left out. */
export const compareSeats = (ids: readonly string[], first: CalledSeats, second: CalledSeats): Comparison => {
  const comparison: Comparison = { elsewhere: [], onlyFirst: [], onlySecond: [], same: 0 }
  for (const id of ids) {
    const [from, to] = [first.get(id), second.get(id)]
    if (from !== undefined && to !== undefined) {
      if (from === to) comparison.same += 1
      else comparison.elsewhere.push({ id, from, to })
    } else if (from !== undefined) comparison.onlyFirst.push({ id, seat: from })
    else if (to !== undefined) comparison.onlySecond.push({ id, seat: to })
  }
  return comparison
}
