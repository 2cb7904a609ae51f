import { labelOf, type SeatState } from './seat-state.ts'

/** Who sits elsewhere than the last release says, and who sat there and sits nowhere now; `seats` from the opening on. */
export const unreleasedOf = (
  seats: SeatState,
): { moved: string[]; gone: string[]; before: ReadonlyMap<string, string> } => {
  const { board, occupancy } = seats
  const before = new Map(
    board.released.flatMap(({ delegateId, phaseId, seat }) => (phaseId === '' ? [[delegateId, seat] as const] : [])),
  )
  return {
    moved: [...occupancy.seatOf.keys()].filter((id) => before.get(id) !== labelOf(seats, id)),
    gone: [...before.keys()].filter((id) => !occupancy.seatOf.has(id)),
    before,
  }
}

/** Whether a release would tell anything else than the last one, in any phase. */
export const hasUnreleased = ({ board, hall, people }: SeatState): boolean => {
  const keyOf = (delegateId: string, phaseId: string, seat: string) => JSON.stringify([delegateId, phaseId, seat])
  const told = new Set(board.released.map(({ delegateId, phaseId, seat }) => keyOf(delegateId, phaseId, seat)))
  const now = board.places.flatMap(({ delegateId, phaseId, seatId }) => {
    const seat = hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]
    return seat && people.has(delegateId) ? [keyOf(delegateId, phaseId, seat.label)] : []
  })
  return now.length !== told.size || now.some((key) => !told.has(key))
}
