import { mostBlocks, mostFixtures, mostRows, mostSeats, type HallDrawing } from './schema.ts'

/** Why a drawing cannot be kept: said by its code, with the figures of the sentence. */
export interface DrawingFault {
  code: 'hall-without-seats' | 'hall-too-large' | 'hall-id-twice'
  message: string
  details: Record<string, string | number>
}

/** Seats that a plan may give to somebody: all but the blocked ones. */
export const countSeats = ({ levels }: HallDrawing): number => {
  let count = 0
  for (const { blocks } of levels) {
    for (const { rows } of blocks) {
      for (const { seats } of rows) for (const { use } of seats) if (use !== 'blocked') count += 1
    }
  }
  return count
}

/** What makes a drawing impossible: no seat at all, more than any hall has, a part named twice. null = it may be kept. */
export const faultIn = ({ levels }: HallDrawing): DrawingFault | null => {
  const ids = new Set<string>()
  let twice: string | null = null
  const name = (id: string) => {
    if (ids.has(id)) twice ??= id
    ids.add(id)
  }
  const counts = { seats: 0, rows: 0, blocks: 0, fixtures: 0 }
  for (const level of levels) {
    name(level.id)
    counts.fixtures += level.fixtures.length
    for (const { id } of level.fixtures) name(id)
    for (const block of level.blocks) {
      counts.blocks += 1
      name(block.id)
      for (const row of block.rows) {
        counts.rows += 1
        name(row.id)
        counts.seats += row.seats.length
        for (const { id } of row.seats) name(id)
      }
    }
  }
  if (counts.seats === 0) return { code: 'hall-without-seats', message: 'The hall has no seat.', details: {} }
  const isTooLarge =
    counts.seats > mostSeats || counts.rows > mostRows || counts.blocks > mostBlocks || counts.fixtures > mostFixtures
  if (isTooLarge) {
    const details = { seats: counts.seats, limit: mostSeats }
    return { code: 'hall-too-large', message: 'The hall has more parts than a hall may have.', details }
  }
  return twice === null
    ? null
    : { code: 'hall-id-twice', message: 'Two parts of the hall have the same id.', details: { id: twice } }
}
