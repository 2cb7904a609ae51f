import { viRest } from './vi-rest.ts'
import { addWords } from './words.ts'

/** Imported by whatever speaks beyond the first page; it has begun when all words are there, in the language spoken. */
await addWords(viRest, async () => (await import('./en-rest.ts')).enRest)
