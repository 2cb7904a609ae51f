import { viFirst } from './vi-first.ts'
import { viRest } from './vi-rest.ts'

/**
 * Every sentence that a user can read, in Vietnamese: the source. One file per feature, the same in `en/`. What the
 * first page does not say is in `vi-rest.ts`, so that a slow network shows the road sooner.
 */
export const vi = { ...viFirst, ...viRest }

export type Words = typeof vi
