import type { IndexedHall } from '../../halls/rules/indexed.ts'
import type { SeatingBoard } from '../schema.ts'
import { seatsIn } from './occupancy.ts'
import { usualRankOf } from './ranks.ts'
import type { SeatedPerson, SeatingProblem } from './problem.ts'

/** What of a board says who sits where. */
export type PlannedBoard = Pick<
  SeatingBoard,
  'plan' | 'places' | 'people' | 'delegations' | 'rules' | 'batches' | 'importance'
>

/** Delegations in the order in which they are to sit: those that the plan names, then the others as listed. */
export const delegationsInOrder = ({ plan, delegations }: Pick<SeatingBoard, 'plan' | 'delegations'>) => {
  const placeOf = new Map(plan.delegationOrder.map((id, place) => [id, place]))
  return delegations
    .map((each, place) => ({ each, place }))
    .sort(
      (one, other) =>
        (placeOf.get(one.each.id) ?? Infinity) - (placeOf.get(other.each.id) ?? Infinity) || one.place - other.place,
    )
    .map(({ each }) => each)
}

/**
 * What a plan of a phase is reckoned from. From the opening on everybody gets a seat of the hall; in another phase those
 * of the stage alone get one, on the stage, and all others sit where they sit.
 */
export const problemOf = (board: PlannedBoard, hall: IndexedHall, phaseId: string): SeatingProblem => {
  const isOpening = phaseId === ''
  const seats = seatsIn(board.places, phaseId)
  const locked = lockedIn(board, phaseId)
  const batchOf = new Map<string, { batch: number; honoured: number }>()
  let honoured = 0
  for (const [batch, ids] of board.batches.entries()) {
    for (const id of ids) {
      batchOf.set(id, { batch, honoured })
      honoured += 1
    }
  }
  const people = board.people
    .filter(({ isPresidium, isSecretariat }) => isOpening || isPresidium || isSecretariat)
    .map((person): SeatedPerson => {
      const { id, delegationId, isHead, needsStepFree, needsWheelchair, companionOf } = person
      return {
        ...{ id, delegationId, isHead, needsStepFree, needsWheelchair, companionOf },
        rank: person.rank ?? usualRankOf(person),
        batch: batchOf.get(id)?.batch ?? null,
        honoured: batchOf.get(id)?.honoured ?? null,
        stage: person.isPresidium ? 'presidium' : person.isSecretariat ? 'secretariat' : null,
      }
    })
  const printed = new Map(board.people.map(({ id, isPrinted, listedSeat }) => [id, isPrinted ? listedSeat : null]))
  const standing = people.flatMap(({ id }) => {
    const seatId = seats.get(id)
    const at = seatId === undefined ? undefined : hall.placeOf.get(seatId)
    const seat = at === undefined ? undefined : hall.seats[at]
    // Whoever is to come on the stage may sit in the hall until then.
    if (seatId === undefined || !seat || seat.isStage === isOpening) return []
    // Whom a hand put on a reserved seat stays there, as on a locked one.
    const isLocked = locked.has(id) || seat.use === 'reserved'
    return [{ personId: id, seatId, isLocked, isPrinted: isOpening && printed.get(id) === seat.label }]
  })
  const taken = new Set(standing.map(({ seatId }) => seatId))
  const waiting = standing.length === 0 ? 0 : people.length - standing.length
  const held = new Set(standing.flatMap(({ seatId, isLocked }) => (isLocked ? [seatId] : [])))
  // The honoured whom a phase has put on the stage.
  const planned = new Set(people.map(({ id }) => id))
  const ofOthers = new Set(isOpening ? [] : [...seats].flatMap(([id, seatId]) => (planned.has(id) ? [] : [seatId])))
  return {
    hall,
    open: openSeats(hall, { isOpening, people: people.length, waiting, held, taken }).filter(
      (at) => !ofOthers.has(hall.seats[at]?.id ?? ''),
    ),
    ...{ people, standing },
    delegations: delegationsInOrder(board).map(({ id, name }) => ({ id, name })),
    layout: board.plan.layout,
    apart: board.rules.flatMap(({ kind, delegateIds }) => (kind === 'apart' ? [delegateIds] : [])),
    together: board.rules.flatMap(({ kind, delegateIds }) => (kind === 'together' ? [delegateIds] : [])),
    importance: board.importance,
  }
}

/** Of so many seats more than people are, the rows at the back stay empty. */
const spareShare = 0.05
/** Free seats for each who comes later: with fewer, those of a delegation would fill up single ones here and there. */
const roomFor = 2

interface Opening {
  isOpening: boolean
  people: number
  /** Who has no seat yet while others have: they find room together, not only single seats between. */
  waiting: number
  /** Seats that stay whose they are, and all that somebody has. */
  held: ReadonlySet<string>
  taken: ReadonlySet<string>
}

/**
 * Seats that a plan may give: row by row from the front until there are a few more than people and room for who waits, then what somebody has
 * already, and seats for those in wheelchairs wherever they are.
 */
const openSeats = (hall: IndexedHall, { isOpening, people, waiting, held, taken }: Opening): number[] => {
  const given = hall.seats.filter(
    ({ id, use, isStage }) =>
      isStage !== isOpening && (use === 'ordinary' || use === 'wheelchair' || use === 'companion' || held.has(id)),
  )
  const counts: { seats: number; free: number }[] = []
  for (const { id, line } of given) {
    const { seats, free } = counts[line] ?? { seats: 0, free: 0 }
    counts[line] = { seats: seats + 1, free: free + Number(!taken.has(id)) }
  }
  let [last, seats, free] = [-1, 0, 0]
  while (last < counts.length && (seats < people * (1 + spareShare) || free < roomFor * waiting)) {
    last += 1
    seats += counts[last]?.seats ?? 0
    free += counts[last]?.free ?? 0
  }
  return given.flatMap(({ at, id, line, use }) => (line <= last || use !== 'ordinary' || taken.has(id) ? [at] : []))
}

/** Who is locked in a phase: in the place that the phase gives, else in that from the opening on. */
export const lockedIn = ({ places }: Pick<SeatingBoard, 'places'>, phaseId: string): Set<string> => {
  const locked = new Set<string>()
  for (const place of places) if (place.phaseId === '' && place.isLocked) locked.add(place.delegateId)
  if (phaseId === '') return locked
  for (const place of places) {
    if (place.phaseId !== phaseId) continue
    if (place.isLocked) locked.add(place.delegateId)
    else locked.delete(place.delegateId)
  }
  return locked
}
