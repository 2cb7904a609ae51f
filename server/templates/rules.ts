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

/** A line of one text or of both. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Texts with more lines than this are told as removed and added whole: comparing them would take too long. */
const mostLines = 2500

/**
 * What became of a text, line by line: the longest lines that both have in common stay, the others were removed or
 * added (removed ones first).
 */
export const compareLines = (before: string, after: string): DiffLine[] => {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const line = (kind: DiffLine['kind']) => (text: string) => ({ kind, text })
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  return [
    ...old.slice(0, start).map(line('same')),
    ...compareMiddles(oldMiddle, newMiddle),
    ...old.slice(old.length - end).map(line('same')),
  ]
}

const compareMiddles = (old: readonly string[], now: readonly string[]): DiffLine[] => {
  const whole = () => [
    ...old.map((text): DiffLine => ({ kind: 'removed', text })),
    ...now.map((text): DiffLine => ({ kind: 'added', text })),
  ]
  if (old.length === 0 || now.length === 0 || Math.max(old.length, now.length) > mostLines) return whole()
  // lengths[i][j]: lines in common of what follows line i of the old and line j of the new text.
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: DiffLine[] = []
  for (let [i, j] = [0, 0]; i < old.length || j < now.length;) {
    if (i < old.length && old[i] === now[j]) {
      lines.push({ kind: 'same', text: old[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: old[i] ?? '' })
      i += 1
    } else {
      lines.push({ kind: 'added', text: now[j] ?? '' })
      j += 1
    }
  }
  return lines
}
