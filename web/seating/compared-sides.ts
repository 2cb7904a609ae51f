import { indexHall } from '../../server/halls/rules/indexed.ts'
import type { CalledSeats } from '../../server/seating/rules/compare.ts'
import { seatsIn } from '../../server/seating/rules/occupancy.ts'
import type { SeatingOverview, SeatingPhase } from '../../server/seating/schema.ts'
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

/** Where everybody sits on one side, in the phase that is compared. */
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

/**
 * Fetches who sits where on a side in a phase; `known` = what the page has already, of the plan that it shows. A plan that
 * has no such phase, neither the same nor one that is called so, is told from the opening on.
 */
export const fetchSide = async (
  congressId: string,
  side: Side,
  { known, phase }: { known: SeatState; phase: SeatingPhase },
): Promise<ComparedSide> => {
  const { planId, release } = side
  const draft = known.board.plan.id === planId ? known : await fetchDraft(congressId, planId)
  const { board, hall } = draft
  const phaseId = phaseLike(board.plan.phases, phase)
  if (release === null) {
    const state = draft.phaseId === phaseId ? draft : stateOf(board, hall, phaseId)
    const seats = new Map([...state.occupancy.seatOf.keys()].map((id) => [id, labelOf(state, id)] as const))
    return { ...side, seats, state }
  }
  const { places } = await findSeatRelease(congressId, planId, release)
  const labels = new Map(places.map(({ seatId, seat }) => [seatId, seat]))
  const told = [...seatsIn(places, phaseId)]
  const isOfHall = told.every(([, seatId]) => hall.seats[hall.placeOf.get(seatId) ?? -1]?.label === labels.get(seatId))
  const standing = told.map(([delegateId, seatId]) => ({
    ...{ id: delegateId, delegateId, phaseId, seatId, formerSeat: '', isLocked: false },
  }))
  return {
    ...side,
    seats: new Map(told.map(([delegateId, seatId]) => [delegateId, labels.get(seatId) ?? ''])),
    state: isOfHall ? stateOf({ ...board, places: standing }, hall, phaseId) : null,
  }
}

/** The phase itself, else the one that is called so, else that from the opening on. */
const phaseLike = (phases: readonly SeatingPhase[], { id, name }: SeatingPhase): SeatingPhase['id'] =>
  (phases.find((each) => each.id === id) ?? phases.find((each) => name !== '' && each.name === name))?.id ?? ''

/** The phase that a plan is looked at in. */
export const phaseOf = ({ board, phaseId }: SeatState): SeatingPhase =>
  board.plan.phases.find(({ id }) => id === phaseId) ?? { id: '', name: '' }

const fetchDraft = async (congressId: string, planId: string): Promise<SeatState> => {
  const [board, { drawing }] = await Promise.all([
    findSeatingBoard(congressId, planId),
    findSeatingHall(congressId, planId),
  ])
  return stateOf(board, indexHall(drawing), '')
}
