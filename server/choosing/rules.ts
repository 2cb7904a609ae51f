/** A person's part in a congress, and the part from which it was chosen. */
export interface Link {
  id: string
  chosenFromId: string | null
}

/** The parts through which somebody was chosen, the lowest first: down from the named one, and up from it; alone it is no chain. */
export const chainOf = <Part extends Link>(parts: readonly Part[], id: string): Part[] => {
  const byId = new Map(parts.map((part) => [part.id, part]))
  const above = new Map(
    parts.flatMap((part) => (part.chosenFromId === null ? [] : [[part.chosenFromId, part] as const])),
  )
  const start = byId.get(id)
  if (!start) return []
  const below = walk(start, ({ chosenFromId }) => (chosenFromId === null ? undefined : byId.get(chosenFromId)))
  const upwards = walk(start, (part) => above.get(part.id))
  const chain = [...below.reverse(), ...upwards.slice(1)]
  return chain.length > 1 ? chain : []
}

/** Stops where it comes to a part again: nobody is chosen from oneself. */
const walk = <Part extends Link>(start: Part, next: (part: Part) => Part | undefined): Part[] => {
  const seen = new Set<Part>()
  for (let at: Part | undefined = start; at && !seen.has(at); at = next(at)) seen.add(at)
  return [...seen]
}
