/** One line of the table: what was measured, beside a peer or a limit in the same run. */
export interface BenchRow {
  job: string
  ours: string
  /** A peer with its version, or the limit; `–` where there is none. */
  peer: string
  ratio: string
  goal: string
  isMet: boolean
}

export type Bench = () => Promise<BenchRow[]>

/** Seed of everything that a bench invents. */
export const benchSeed = 2020

export const medianOf = (numbers: number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
