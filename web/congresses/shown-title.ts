import { proposeTitle } from '../../server/congresses/rules.ts'
import type { NewCongress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { congressTitle } from '../../server/documents/rules/names.ts'
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
  const { form, ordinal, title, unitId } = congress
  const unit = find(unitId)
  if (language() === 'vi' || unit === undefined) return title
  const proposed = proposeTitle(unit, { forms: [] }, { form, ordinal, cycle: road.cycle })
  return title === proposed ? congressTitle(congress, unit, 'en') : translated(title)
}
