import type { NewCongress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { englishOfProposed } from '../../server/documents/rules/names.ts'
import type { Unit } from '../../server/units/schema.ts'
import { language, translated } from '../words/words.ts'

type Titled = Pick<NewCongress, 'form' | 'ordinal' | 'title' | 'unitId'>

/** Where the unit of a congress and the years of its road are looked up. */
interface Titles {
  unit: (id: string) => Pick<Unit, 'name' | 'type'> | undefined
  road: { cycle: Pick<Cycle, 'endsOn'> }
}

/** The title in the reader's language: in English one that still reads as it was proposed is worded as on English papers, one that people wrote stays. */
export const shownTitle = (congress: Titled, { unit: find, road }: Titles): string => {
  const unit = find(congress.unitId)
  if (language() === 'vi' || unit === undefined) return congress.title
  return englishOfProposed(congress, unit, road.cycle) ?? translated(congress.title)
}
