import type { Extreme } from '../schema.ts'

/** Ages at which a band ends and the next one begins; the first is open below, the last one above. */
export const usualBounds = [30, 40, 50, 60, 70] as const

/** Beyond it a year of birth is a slip. */
export const oldestThereIs = 120

/** More bands nobody reads. */
export const mostBounds = 12

export const isAscending = (bounds: readonly number[]): boolean =>
  bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0))

/** Bounds as they are typed: «40, 71»; null = not at least one age from 1 to 120, each above the one before. */
export const readBounds = (typed: string): number[] | null => {
  const parts = typed.split(/[\s,;]+/u).filter(Boolean)
  const bounds = parts.map(Number)
  const isAge = (bound: number) => Number.isInteger(bound) && bound >= 1 && bound <= oldestThereIs
  return parts.length > 0 && parts.length <= mostBounds && bounds.every(isAge) && isAscending(bounds) ? bounds : null
}

interface Birth {
  birthYear: number | null
  birthDate: string | null
}

/**
 * Age on a day. Of whom the year alone is known it is the age that is reached in that year, as offices count; null = it is
 * not known, or nobody is as old, or born by then.
 */
export const ageOn = (day: string, { birthYear, birthDate }: Birth): number | null => {
  if (birthYear === null) return null
  const reached = Number(day.slice(0, 4)) - birthYear
  const age = birthDate !== null && birthDate.slice(5) > day.slice(5) ? reached - 1 : reached
  return age < 0 || age > oldestThereIs ? null : age
}

/** `-29`, `30-39`, `70-`: the band that an age is in. */
export const bandOf = (age: number, bounds: readonly number[]): string => {
  const at = bounds.findIndex((bound) => age < bound)
  const from = at === -1 ? bounds.at(-1) : bounds[at - 1]
  const below = at === -1 ? undefined : bounds[at]
  return `${String(from ?? '')}-${below === undefined ? '' : String(below - 1)}`
}

/** All bands, the youngest first. */
export const bandsOf = (bounds: readonly number[]): string[] =>
  [...bounds.map((bound) => bound - 1), (bounds.at(-1) ?? 0) + 1].map((age) => bandOf(age, bounds))

/** From–to of a band; null = open. */
export const readBand = (band: string): { from: number | null; to: number | null } => {
  const [from = '', to = ''] = band.split('-')
  return { from: from === '' ? null : Number(from), to: to === '' ? null : Number(to) }
}

/** The greatest or least age and how many have it. */
export const extremeOf = (ages: readonly number[], which: 'oldest' | 'youngest'): Extreme | null => {
  let found: Extreme | null = null
  for (const age of ages) {
    if (found === null || (which === 'oldest' ? age > found.age : age < found.age)) found = { age, count: 1 }
    else if (age === found.age) found = { age, count: found.count + 1 }
  }
  return found
}
