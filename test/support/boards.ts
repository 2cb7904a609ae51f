import type { IndexedHall } from '../../server/halls/rules/indexed.ts'
import { usualImportance } from '../../server/seating/rules/usual-importance.ts'
import type { SeatingBoard, SeatingPerson, SeatingPhase } from '../../server/seating/schema.ts'

/** Seats by what they are called, of people by name; `locked` of them stay. */
interface Sitting {
  phases?: SeatingPhase[]
  /** By phase ('' = from the opening on), then by person. */
  seats: Record<string, Record<string, string>>
  locked?: string[]
  people?: (Partial<SeatingPerson> & { id: string })[]
}

const opening: SeatingPhase = { id: '', name: '' }

const aSeatingPerson = (more: Partial<SeatingPerson> & { id: string }): SeatingPerson => ({
  ...{ name: more.id, post: '', workplace: '', delegationId: null, class: null, groups: [], titles: [] },
  ...{ birthYear: null, isHead: false, isPresidium: false, isSecretariat: false, rank: null, needsStepFree: false },
  ...{ needsWheelchair: false, companionOf: null, needsVersion: 0, listedSeat: '', isPrinted: false },
  ...more,
})

/** A plan as a page of seats fetches it, of people whose names are their ids. */
export const aBoard = (
  hall: IndexedHall,
  { phases = [opening], seats, locked = [], people = [] }: Sitting,
): SeatingBoard => {
  const idOf = (label: string) => hall.seats.find((seat) => seat.label === label)?.id ?? null
  const known = new Set(people.map(({ id }) => id))
  const named = [...new Set(Object.values(seats).flatMap((each) => Object.keys(each)))]
  return {
    plan: {
      ...{ id: 'plan', name: 'Chính thức', kind: 'official', phases, layout: 'rows', delegationOrder: [] },
      ...{
        hallId: 'hall',
        hallName: 'Hội trường',
        venueId: 'venue',
        venueName: 'Nhà văn hóa',
        hallNumber: 1,
        newestNumber: 1,
      },
      ...{ releasedNumber: 0, version: 1 },
    },
    places: Object.entries(seats).flatMap(([phaseId, each]) =>
      Object.entries(each).map(([delegateId, label]) => ({
        ...{ id: `${phaseId} ${delegateId} ${label}`, delegateId, phaseId, seatId: idOf(label), formerSeat: '' },
        isLocked: locked.includes(delegateId),
      })),
    ),
    people: [...people, ...named.flatMap((id) => (known.has(id) ? [] : [{ id }]))].map(aSeatingPerson),
    ...{ losing: 0, delegations: [], rules: [], batches: [], batchesVersion: 0 },
    ...{ importance: usualImportance, importanceVersion: 0, releases: [], released: [] },
  }
}
