import { seatLabel } from '../../documents/rules/seats.ts'
import type { HallDrawing } from '../schema.ts'

/** «A12», «A1-12»; a seat whose number is no number is called by row and number as they are. */
export const shortLabel = (row: string, number: string): string => {
  const figure = Number(number)
  if (/^[1-9]\d{0,3}$/u.test(number)) return seatLabel({ section: '', row, number: figure })
  return [row, number].filter(Boolean).join('-')
}

/**
 * What each seat is called by, by its id. A seat is row and number; the block is told where two blocks of a level have
 * the same, and the level from the second on.
 */
export const labelsOf = ({ levels }: HallDrawing): Map<string, string> => {
  const seated = levels.filter(({ blocks }) => blocks.some(({ rows }) => rows.some(({ seats }) => seats.length > 0)))
  const labels = new Map<string, string>()
  for (const level of seated) {
    const blocksOf = new Map<string, Set<string>>()
    for (const { id, rows } of level.blocks) {
      for (const { name, seats } of rows) {
        for (const { number } of seats) {
          const label = shortLabel(name, number)
          blocksOf.set(label, (blocksOf.get(label) ?? new Set()).add(id))
        }
      }
    }
    const told = new Set([...blocksOf.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]))
    const levelName = level === seated[0] ? '' : level.name
    for (const { id, name: blockName, rows } of level.blocks) {
      const parts = [levelName, told.has(id) ? blockName : ''].filter(Boolean)
      for (const { name, seats } of rows) {
        for (const seat of seats) labels.set(seat.id, [...parts, shortLabel(name, seat.number)].join(', '))
      }
    }
  }
  return labels
}
