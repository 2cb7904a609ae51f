/** A seat as it is told: what it and its door are called; '' = none. */
export interface ToldSeat {
  seat: string
  door: string
}

/** What a plan says of the seats in the list. */
export interface PlanTold {
  /** Of everybody who has a seat, by delegate. */
  seats: ReadonlyMap<string, ToldSeat>
  /** Whether a seat is the hall's, by what it is called. */
  isInHall: (seat: string) => boolean
}

/**
 * What the list is to tell of somebody: the plan's seat, or of those without one nothing that is a seat of the hall. What
 * was typed and names no seat of the hall («bàn 3») stays.
 */
export const seatToList = (id: string, listed: ToldSeat, { seats, isInHall }: PlanTold): ToldSeat => {
  const told = seats.get(id)
  if (told) return { seat: told.seat, door: told.door }
  return listed.seat !== '' && isInHall(listed.seat) ? { seat: '', door: '' } : listed
}

/** Those of whom the list tells something else than the plan. */
export const listedElsewhere = <T extends ToldSeat & { id: string }>(
  people: readonly T[],
  plan: PlanTold,
): { person: T; told: ToldSeat }[] =>
  people.flatMap((person) => {
    const told = seatToList(person.id, person, plan)
    return told.seat === person.seat && told.door === person.door ? [] : [{ person, told }]
  })

/** Seats that the list gives to more than one, with who they are. */
export const listedTwice = <T extends { seat: string }>(people: readonly T[]): { seat: string; people: T[] }[] => {
  const bySeat = new Map<string, T[]>()
  for (const person of people) {
    const seat = person.seat.trim()
    if (seat !== '') bySeat.set(seat, [...(bySeat.get(seat) ?? []), person])
  }
  return [...bySeat].flatMap(([seat, sitting]) => (sitting.length > 1 ? [{ seat, people: sitting }] : []))
}
