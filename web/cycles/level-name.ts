import type { Choice } from '../parts/combo-field.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import type { Level } from '../../server/cycles/schema.ts'
import { language } from '../words/words.ts'

/** The level's name in the reader's language, as far as it has one. */
export const levelName = ({ name, nameEnglish }: Pick<Level, 'name' | 'nameEnglish'>): string =>
  language() === 'en' && nameEnglish !== '' ? nameEnglish : name

/** The levels of which this account may make calendars: those of a cycle that its unit keeps. */
export const levelChoices = (loaded: LoadedRoad | null): Choice[] =>
  loaded?.may('secretariat', loaded.road.cycle.unitId) === true
    ? loaded.road.levels.map((level) => ({ value: level.id, label: levelName(level) }))
    : []
