import { enFirst } from './en-first.ts'
import { enRest } from './en-rest.ts'
import type { Words } from './vi.ts'

/** Every sentence in English; a missing one does not compile. */
export const en: Words = { ...enFirst, ...enRest }
