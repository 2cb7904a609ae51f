import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import type { FixtureKind } from '../../server/halls/schema.ts'

/** The text that a fixture begins with. */
export const textOfNew: Partial<Record<FixtureKind, string>> = { stage: drawnWords.stage, door: 'Cửa', text: 'Chữ' }
