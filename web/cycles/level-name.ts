import type { Level } from '../../server/cycles/schema.ts'
import { language } from '../words/words.ts'

/** The level's name in the reader's language, as far as it has one. */
export const levelName = ({ name, nameEnglish }: Pick<Level, 'name' | 'nameEnglish'>): string =>
  language() === 'en' && nameEnglish !== '' ? nameEnglish : name
