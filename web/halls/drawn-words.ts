import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import type { FixtureKind, HallDrawing } from '../../server/halls/schema.ts'

/** The text that a fixture begins with. */
export const textOfNew: Partial<Record<FixtureKind, string>> = { stage: drawnWords.stage, text: 'Chữ' }

/** As rows are lettered: no J, O, W. */
const letters = [...'ABCDEĐGHIKLMNPQRSTUVXY']

/** What blocks, tables and fixtures of a drawing are called. */
const namesIn = ({ levels }: HallDrawing): ReadonlySet<string> =>
  new Set(
    levels.flatMap(({ blocks, fixtures }) => [
      ...fixtures.map(({ text }) => text),
      ...blocks.flatMap(({ name, rows }) => [name, ...rows.flatMap((row) => (row.tableId === null ? [] : [row.name]))]),
    ]),
  )

/** The first letter that nothing is called by yet: «Cửa C»; past the last letter nothing is proposed. */
export const freeName = (drawing: HallDrawing, called: (letter: string) => string): string => {
  const taken = namesIn(drawing)
  return letters.map(called).find((name) => !taken.has(name)) ?? ''
}

/** «Bàn 2» where there is a «Bàn 1». */
export const freeTableName = (drawing: HallDrawing): string => {
  const taken = namesIn(drawing)
  let number = 1
  while (taken.has(drawnWords.table(number))) number += 1
  return drawnWords.table(number)
}

const usualChairs = 10

/** Tables of a hall are mostly alike: the next one has as many chairs as the last. */
export const seatsOfLastTable = ({ levels }: HallDrawing): number =>
  levels
    .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
    .findLast(({ tableId, seats }) => tableId !== null && seats.length > 0)?.seats.length ?? usualChairs
