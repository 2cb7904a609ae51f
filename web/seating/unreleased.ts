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
