import type { SeatMap } from '../seats/seat-map.ts'

/** Kind of what is dragged from the list onto the map: ids of delegates. */
const kind = 'application/x-tien-toi-seating'

export const carryPeople = (event: DragEvent, ids: readonly string[]): void => {
  event.dataTransfer?.setData(kind, JSON.stringify(ids))
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
}

const areCarried = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes(kind) === true

/** Ids that were dragged; none where it is something else. */
const carriedPeople = ({ dataTransfer }: DragEvent): string[] => {
  try {
    const ids: unknown = JSON.parse(dataTransfer?.getData(kind) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** The seat beneath what is dragged gets a ring. */
export const showTarget = (map: SeatMap | null, event: DragEvent): void => {
  if (!map || !areCarried(event)) return
  event.preventDefault()
  const target = map.dropSeatAt(event.clientX, event.clientY)
  map.overlay({ ghost: { seats: [], fixtures: new Set(), x: 0, y: 0, target } })
}

/** Who was dropped, and on which seat; -1 = beside all of them. */
export const takeDropped = (map: SeatMap | null, event: DragEvent): { people: string[]; at: number } => {
  event.preventDefault()
  map?.overlay({ ghost: null })
  return { people: carriedPeople(event), at: map?.dropSeatAt(event.clientX, event.clientY) ?? -1 }
}
