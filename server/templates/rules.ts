/** Where a copy of a template is kept. */
export interface Placed {
  unitId: string
  /** Only for congresses of this level; null = of all. */
  levelId: string | null
}

/**
 * The copy that a paper takes: at the congress's own unit the one for its level, else the one for all levels; where
 * that unit has neither, the same at the unit above it, and so on upwards. null = the template that ships.
 * `line` is the congress's unit and those above it, nearest first.
 */
export const nearestCopy = <C extends Placed>(
  copies: readonly C[],
  { line, levelId }: { line: readonly string[]; levelId: string | null },
): C | null => {
  for (const unitId of line) {
    const here = copies.filter((copy) => copy.unitId === unitId)
    const ofLevel = levelId === null ? undefined : here.find((copy) => copy.levelId === levelId)
    const nearest = ofLevel ?? here.find((copy) => copy.levelId === null)
    if (nearest) return nearest
  }
  return null
}

/** One copy for each unit, level and kind. */
export const placeOf = ({ unitId, levelId }: Placed, kind: string): string => `${unitId} ${levelId ?? '-'} ${kind}`
