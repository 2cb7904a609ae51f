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
