import { indexHall } from '../../server/halls/rules/indexed.ts'
import type { CalledSeats } from '../../server/seating/rules/compare.ts'
import type { SeatingOverview } from '../../server/seating/schema.ts'
import { findSeatingBoard, findSeatingHall, findSeatRelease } from '../api/seating.ts'
import { translated, words } from '../words/words.ts'
import { labelOf, stateOf, type SeatState } from './seat-state.ts'

/** A plan as it is being made (`release` = null), or one of its releases. */
export interface Side {
  /** What it is called by in an address. */
  key: string
  planId: string
  release: number | null
  /** «Chính thức, bản 2». */
  name: string
}

/** Where everybody sits on one side, from the opening on. */
export interface ComparedSide extends Side {
  seats: CalledSeats
  /** To reckon how good it is; null = a release of a hall that was drawn otherwise. */
  state: SeatState | null
}

/** All that can be compared: each plan, then its releases, the newest first. */
export const sidesOf = ({ plans }: SeatingOverview): Side[] => {
  const { compare: text } = words().seating
  return plans.flatMap(({ id: planId, name, releasedNumber }) => [
    { key: planId, planId, release: null, name: text.draft(translated(name)) },
    ...Array.from({ length: releasedNumber }, (_nothing, place) => {
      const release = releasedNumber - place
      return { key: `${planId}.${String(release)}`, planId, release, name: text.released(translated(name), release) }
    }),
  ])
}

/** Fetches who sits where on a side; `seats` = what the page has already, of the plan that it shows. */
export const fetchSide = async (congressId: string, side: Side, known: SeatState): Promise<ComparedSide> => {
  const { planId, release } = side
  const draft = known.board.plan.id === planId ? known : await fetchDraft(congressId, planId)
  const { board, hall } = draft
  if (release === null) {
    const opening = draft.phaseId === '' ? draft : stateOf(board, hall, '')
    const seats = new Map([...opening.occupancy.seatOf.keys()].map((id) => [id, labelOf(opening, id)] as const))
    return { ...side, seats, state: opening }
  }
  const { places } = await findSeatRelease(congressId, planId, release)
  const told = places.filter(({ phaseId }) => phaseId === '')
  const isOfHall = told.every(({ seatId, seat }) => hall.seats[hall.placeOf.get(seatId) ?? -1]?.label === seat)
  const standing = told.map(({ delegateId, seatId }) => ({
    ...{ id: delegateId, delegateId, phaseId: '' as const, seatId, formerSeat: '', isLocked: false },
  }))
  return {
    ...side,
    seats: new Map(told.map(({ delegateId, seat }) => [delegateId, seat])),
    state: isOfHall ? stateOf({ ...board, places: standing }, hall, '') : null,
  }
}

const fetchDraft = async (congressId: string, planId: string): Promise<SeatState> => {
  const [board, { drawing }] = await Promise.all([
    findSeatingBoard(congressId, planId),
    findSeatingHall(congressId, planId),
  ])
  return stateOf(board, indexHall(drawing), '')
}
