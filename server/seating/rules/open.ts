import type { IndexedHall } from '../../halls/rules/indexed.ts'

/** Whether a hall has the seat, and somebody may be given it. */
export const isOpen = (hall: IndexedHall, seatId: string): boolean => {
  const at = hall.placeOf.get(seatId)
  return at !== undefined && hall.seats[at]?.use !== 'blocked'
}
