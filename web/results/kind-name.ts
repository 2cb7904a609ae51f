import type { HonourKind } from '../../server/results/schema.ts'
import { language } from '../words/words.ts'

/** The name of a kind of honour in the reader's language. */
export const kindName = ({ name, nameEnglish }: HonourKind): string =>
  language() === 'en' && nameEnglish !== '' ? nameEnglish : name
