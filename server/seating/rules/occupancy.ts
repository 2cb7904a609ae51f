/** A place as occupancy sees it. */
interface Place {
  delegateId: string
  /** '' = from the opening on. */
  phaseId: string
  seatId: string | null
}

/** Two people on one seat within a phase. */
export interface TakenTwice {
  phaseId: string
  seatId: string
  delegateIds: [string, string]
}

/**
 * Who sits where in a phase, by person: in the place that the phase gives, else where they sit from the opening on. Whom
 * a phase puts nowhere sits nowhere in it.
 */
export const seatsIn = (places: readonly Place[], phaseId: string): Map<string, string> => {
  const seats = new Map<string, string>()
  for (const place of places) {
    if (place.phaseId === '' && place.seatId !== null) seats.set(place.delegateId, place.seatId)
  }
  if (phaseId === '') return seats
  for (const place of places) {
    if (place.phaseId !== phaseId) continue
    if (place.seatId === null) seats.delete(place.delegateId)
    else seats.set(place.delegateId, place.seatId)
  }
  return seats
}

/** The first seat that two people would have within a phase; null = none. Those who are not on the list take no seat. */
export const takenTwice = (
  places: readonly Place[],
  phaseIds: readonly string[],
  isListed: (delegateId: string) => boolean,
): TakenTwice | null => {
  for (const phaseId of phaseIds) {
    const whose = new Map<string, string>()
    for (const [delegateId, seatId] of seatsIn(places, phaseId)) {
      if (!isListed(delegateId)) continue
      const other = whose.get(seatId)
      if (other !== undefined) return { phaseId, seatId, delegateIds: [other, delegateId] }
      whose.set(seatId, delegateId)
    }
  }
  return null
}

/** A seat that is given to several people, each with the first phase in which they have it. */
export interface SharedSeat {
  seatId: string
  people: { delegateId: string; phaseId: string }[]
}

/** Seats on which one person follows another in the phases of a plan, in the order in which they are met. */
export const sharedSeats = (places: readonly Place[], phaseIds: readonly string[]): SharedSeat[] => {
  const whose = new Map<string, SharedSeat['people']>()
  for (const phaseId of phaseIds) {
    for (const [delegateId, seatId] of seatsIn(places, phaseId)) {
      const people = whose.get(seatId) ?? []
      whose.set(seatId, people)
      if (people.every((each) => each.delegateId !== delegateId)) people.push({ delegateId, phaseId })
    }
  }
  return [...whose].flatMap(([seatId, people]) => (people.length > 1 ? [{ seatId, people }] : []))
}
