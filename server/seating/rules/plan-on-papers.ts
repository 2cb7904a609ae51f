import type { SeatingKind } from '../schema.ts'

/**
 * Of the plans of a congress, in their order, the one that papers of seats tell: `toldId`, the official one that was released
 * last; before there is any the first official one, else the first.
 */
export const planOnPapers = <Plan extends { id: string; kind: SeatingKind }>(
  plans: readonly Plan[],
  toldId: string | null,
): Plan | undefined =>
  plans.find(({ id }) => id === toldId) ?? plans.find(({ kind }) => kind === 'official') ?? plans[0]
