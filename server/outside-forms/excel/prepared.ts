import { joined, onlyPlaceholder, pieceOf } from '../markup/pieces.ts'
import { isBlank, isRowNumber } from '../markup/places.ts'
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from '../markup/tree.ts'
import type { FormRow } from '../schema.ts'
import { reachOf } from './references.ts'
import { cellStylesOf } from './styles.ts'
import {
  addressOf,
  cellText,
  formulaOf,
  mergesOf,
  rowNumber,
  splitAddress,
  textsIn,
  type FormSheet,
  type FormWorkbook,
} from './workbook.ts'

/** An office prepares pages of them, never more. */
const most = 5000
/** One empty row that only a sum covers is what keeps the sum right when rows are put in. */
const leastOfSum = 2

/**
 * How many rows below the repeated one a form has for more of its list: empty, and either drawn with lines as that one
 * is, or added up with it by a formula of the sheet. A row that is empty for nothing but its distance is none.
 */
export const preparedRows = (workbook: FormWorkbook, { part, at }: FormRow): number => {
  const sheet = workbook.sheets.find(({ name }) => name === part)
  const rows = new Map((sheet ? elementsOf(sheet.data) : []).map((row) => [rowNumber(row), row]))
  const repeated = rows.get(Number(at))
  if (!sheet || !repeated) return 0
  const end = Math.min(Math.max(...rows.keys()), Number(at) + most)
  const isEmpty = emptyLike(repeated, workbook, sheet)
  let empty = 0
  while (Number(at) + empty < end && isEmpty(Number(at) + empty + 1, rows.get(Number(at) + empty + 1))) empty += 1
  const isDrawn = drawnLike(repeated, workbook)
  let drawn = 0
  while (drawn < empty && isDrawn(rows.get(Number(at) + drawn + 1))) drawn += 1
  const summed = Math.min(empty, reachOfSums(sheet, Number(at)) - Number(at))
  return Math.max(drawn, summed < leastOfSum ? 0 : summed)
}

const cellsOf = (row: XmlElement): Map<string, XmlElement> =>
  new Map(
    elementsOf(row)
      .filter(({ local }) => local === 'c')
      .map((cell) => [splitAddress(addressOf(cell)).column, cell]),
  )

/** Nothing is written there but formulas, and numbers of rows, where the repeated row has them too. */
const emptyLike = (repeated: XmlElement, { texts }: FormWorkbook, sheet: FormSheet) => {
  const first = cellsOf(repeated)
  const isTall = ([top, , bottom]: readonly number[], row: number) =>
    top !== bottom && row >= (top ?? 0) && row <= (bottom ?? 0)
  const merges = mergesOf(sheet)
  const isOrdinal = (cell: XmlElement | undefined) => {
    const holder = childOf(cell, 'is')
    return holder !== undefined && onlyPlaceholder(joined(textsIn(holder).map(pieceOf))) === 'ordinal'
  }
  return (at: number, row: XmlElement | undefined): boolean =>
    !merges.some((merge) => isTall(merge, at)) &&
    [...(row ? cellsOf(row) : [])].every(([column, cell]) => {
      const above = first.get(column)
      if (formulaOf(cell)) return above !== undefined && formulaOf(above) !== undefined
      const text = cellText(cell, texts)
      return isBlank(text) || (isOrdinal(above) && isRowNumber(text))
    })
}

/** Most cells that have lines in the repeated row have lines there too. */
const drawnLike = (repeated: XmlElement, { styles }: FormWorkbook) => {
  const { hasBorder } = cellStylesOf(styles)
  const isDrawn = (cell: XmlElement | undefined) => cell !== undefined && hasBorder(Number(attributeOf(cell, 's') ?? 0))
  const drawn = [...cellsOf(repeated)].filter(([, cell]) => isDrawn(cell)).map(([column]) => column)
  return (row: XmlElement | undefined): boolean => {
    const cells = row ? cellsOf(row) : new Map<string, XmlElement>()
    const alike = drawn.filter((column) => isDrawn(cells.get(column)))
    return drawn.length > 0 && alike.length * 2 > drawn.length
  }
}

const reachOfSums = ({ data, name }: FormSheet, row: number): number =>
  Math.max(
    row,
    ...elementsOf(data)
      .filter((each) => rowNumber(each) !== row)
      .flatMap(elementsOf)
      .flatMap((cell) => formulaOf(cell) ?? [])
      .map((formula) => reachOf(textOf(formula), name, { sheet: name, row })),
  )
