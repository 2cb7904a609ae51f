import { problemOf } from '../../server/seating/rules/problem-of.ts'
import { bestSeatFor } from '../../server/seating/rules/why.ts'
import type { SeatState } from './seat-state.ts'

/** People for whom a seat is proposed at once: each is worked out by itself, and a hall that nobody sits in is planned. */
const mostProposed = 5

/** The best free seat, by its place in the hall, of the first who wait while others sit. */
export const bestSeats = ({ board, hall, phaseId, unseated, occupancy }: SeatState): ReadonlyMap<string, number> => {
  const best = new Map<string, number>()
  if (unseated.length === 0 || occupancy.seatOf.size === 0) return best
  const problem = problemOf(board, hall, phaseId)
  const seatOf = new Map(problem.standing.map(({ personId, seatId }) => [personId, seatId]))
  for (const { id } of unseated.slice(0, mostProposed)) {
    const at = hall.placeOf.get(bestSeatFor(problem, seatOf, id)?.seatId ?? '')
    if (at !== undefined) best.set(id, at)
  }
  return best
}
