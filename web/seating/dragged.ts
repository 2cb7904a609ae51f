/** Kind of what is dragged from the list onto the map: ids of delegates. */
const kind = 'application/x-tien-toi-seating'

export const carryPeople = (event: DragEvent, ids: readonly string[]): void => {
  event.dataTransfer?.setData(kind, JSON.stringify(ids))
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
}

export const areCarried = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes(kind) === true

/** Ids that were dragged; none where it is something else. */
export const carriedPeople = ({ dataTransfer }: DragEvent): string[] => {
  try {
    const ids: unknown = JSON.parse(dataTransfer?.getData(kind) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
