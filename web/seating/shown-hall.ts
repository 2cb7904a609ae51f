import { drawnInEnglish } from '../../server/halls/rules/drawn-words.ts'
import type { IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { Language } from '../words/words.ts'

/** Halls in English, by what was drawn: a map that is given the same hall draws nothing anew. */
const inEnglish = new WeakMap<IndexedHall, IndexedHall>()

/** The hall as its map writes it: what this program wrote into the drawing is told in the language that is spoken. */
export const shownHall = (hall: IndexedHall, spoken: Language): IndexedHall => {
  if (spoken === 'vi') return hall
  const known = inEnglish.get(hall) ?? { ...hall, drawing: drawingInEnglish(hall.drawing) }
  inEnglish.set(hall, known)
  return known
}

const drawingInEnglish = (drawing: IndexedHall['drawing']): IndexedHall['drawing'] => ({
  ...drawing,
  levels: drawing.levels.map((level) => ({
    ...level,
    name: drawnInEnglish(level.name),
    blocks: level.blocks.map((block) => ({ ...block, name: drawnInEnglish(block.name) })),
    fixtures: level.fixtures.map((fixture) => ({ ...fixture, text: drawnInEnglish(fixture.text) })),
  })),
})
