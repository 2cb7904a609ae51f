import type { Language } from '../format/dates.ts'
import { composeCards, composeChart, composePapers, type Making } from './compose.ts'
import type { ListRow } from './list-rows.ts'

export interface ChartPage {
  width: number
  height: number
}

/** What is printed of a row: the blocks of its paper, or the elements of its card. A paper of no row has the id ''. */
export interface RowParts {
  rowId: string
  /** What it is called; left out = as its row of the list. */
  name?: string
  parts: object[]
  /** The elements of the back of a card that has one. */
  back: object[]
}

/**
 * The papers or cards of a kind, by row; what many share is the same object in all of them. A chart is as large as its
 * template says, or as `page`.
 */
export const partsByRow = function* (making: Making, language: Language, page?: ChartPage): Generator<RowParts> {
  if (making.template.isChart === true) {
    const { faces, rowIds, names, sheet } = composeChart(making, language, page ? { page } : {})
    for (const [rowId, name] of names) {
      const fronts = faces.flatMap(({ front }, at) => (rowIds[at] === rowId ? front : []))
      yield { rowId, name, parts: [sheet, ...fronts], back: [] }
    }
    return
  }
  if (making.template.look) {
    const { faces, rowIds, sheet } = composeCards(making, language)
    let index = 0
    for (const { front, back } of faces) {
      yield { rowId: rowIds[index] ?? '', parts: [sheet, ...front], back: [...(back ?? [])] }
      index += 1
    }
    return
  }
  // A paper for each row has none while the list is empty.
  for (const { blocks, page, scale, address, rowId } of composePapers(making, language)) {
    yield { rowId: rowId ?? '', parts: [page, { scale, address }, ...blocks], back: [] }
  }
}

/** How a row is called where it is told of: by its name, or what else it begins with. */
export const nameOfRow = ({ values }: ListRow): string =>
  (values['name'] ?? Object.values(values).find((value) => value !== '') ?? '').trim().slice(0, 400)
