import { foldForSearch } from '../../server/format/search.ts'
import type { Unit } from '../../server/units/schema.ts'
import type { Choice } from '../parts/combo-field.ts'

/**
 * Units to choose among, each with the unit above it to be seen and found by. Where `all` has two of one name, the label
 * itself tells them apart, since only that stays in the field: by the unit above, under one unit by the code.
 */
export const unitChoices = (units: readonly Unit[], all: readonly Unit[] = units): Choice[] => {
  const byId = new Map(all.map((unit) => [unit.id, unit]))
  const nameOfParent = ({ parentId }: Unit) => byId.get(parentId ?? '')?.name ?? ''
  const names = counted(all.map(({ name }) => foldForSearch(name)))
  const places = counted(all.map(placeOf))
  return units.map((unit) => {
    const { id, name, code } = unit
    const above = nameOfParent(unit)
    const isTwin = (names.get(foldForSearch(name)) ?? 0) > 1
    const isTwinInPlace = (places.get(placeOf(unit)) ?? 0) > 1
    const told = (isTwin ? [above, isTwinInPlace ? code : ''] : []).filter((part) => part !== '')
    return told.length === 0
      ? { value: id, label: name, detail: above }
      : { value: id, label: `${name} (${told.join(', ')})` }
  })
}

const placeOf = ({ parentId, name }: Unit) => `${parentId ?? ''} ${foldForSearch(name)}`

const counted = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
