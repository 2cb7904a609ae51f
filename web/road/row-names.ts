import type { LoadedRoad } from './road-source.ts'

const idLength = 8
/** Rows are named in the address by the end of their ids: short, and of one road hardly ever the same. */
const shortId = (id: string): string =>
  id
    .split('/')
    .map((part) => part.slice(-idLength))
    .join('/')

const namesIn = (names: string): Set<string> => new Set(names.split(',').filter(Boolean))

/** Row of the units of a level under the unit above them. */
export const groupRowId = (levelId: string, parentId: string): string => `${levelId}/under/${parentId}`

/** The rows that the address names, by their whole ids. */
export const toggledRows = ({ road }: LoadedRoad, names: string): Set<string> => {
  const toggled = new Set<string>()
  const named = namesIn(names)
  if (named.size === 0) return toggled
  for (const { id: levelId } of road.levels) {
    const rows = [levelId, ...road.units.map(({ id }) => groupRowId(levelId, id))]
    for (const row of rows) if (named.has(shortId(row))) toggled.add(row)
  }
  return toggled
}

/** The names in the address after a row was opened or closed. */
export const toggleRow = (names: string, rowId: string): string => {
  const named = namesIn(names)
  const short = shortId(rowId)
  if (!named.delete(short)) named.add(short)
  return [...named].join(',')
}
