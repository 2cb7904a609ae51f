import type { Importance, SoftRule } from './problem.ts'

/** How important each wish is where no administrator said otherwise. */
export const usualImportance: Readonly<Record<SoftRule, Importance>> = {
  rank: 3,
  together: 3,
  aisles: 1,
  order: 1,
  honoured: 2,
  heads: 2,
  'step-free': 3,
  orphans: 1,
  moves: 2,
}
