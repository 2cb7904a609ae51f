import { getSelfClosingTagMarkup } from 'write-excel-file/utility'
import { columnLetter } from '../sheet.ts'
import { bodyRow, columnWidths } from './looks.ts'
import { addToSheet, type WorkbookFeature } from './sheet-markup.ts'

/** What may be chosen in a column. */
export interface ChoiceList {
  column: number
  values: readonly string[]
}

/** Nobody looks for a unit in a longer list. */
const longestList = 2000
const listSheet = 'Danh mục'
const lastRow = 25_000

/** The lists that are worth offering. */
export const listsOf = (choices: ReadonlyMap<number, readonly string[]>): ChoiceList[] =>
  [...choices]
    .filter(([, values]) => values.length > 0 && values.length <= longestList)
    .map(([column, values]) => ({ column, values }))

/** Each list in its own column of a second sheet, under no heading: the import takes none of it for records. */
export const sheetOfLists = (lists: readonly ChoiceList[]) => {
  const length = Math.max(...lists.map(({ values }) => values.length))
  const rows = Array.from({ length }, (_each, row) => lists.map(({ values }) => values[row] ?? null))
  const widths = columnWidths(
    lists.map(() => ''),
    rows,
  )
  return {
    data: rows.map((row) => bodyRow(row, widths)),
    sheet: listSheet,
    columns: widths.map((width) => ({ width })),
  }
}

/** Drop-downs of the first sheet below its headings, which the library does not write by itself. */
export const dropDowns = (lists: readonly ChoiceList[], headerRow: number): WorkbookFeature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          if (sheetIndex !== 0 || lists.length === 0) return xml
          const rules = lists.map((list, index) => rule(list, index, headerRow))
          const count = String(rules.length)
          return addToSheet(xml, `<dataValidations count="${count}">${rules.join('')}</dataValidations>`)
        },
      },
    },
  },
})

const rule = ({ column, values }: ChoiceList, index: number, headerRow: number): string => {
  const letter = columnLetter(column)
  const sqref = `${letter}${String(headerRow + 1)}:${letter}${String(lastRow)}`
  const opened = getSelfClosingTagMarkup('dataValidation', { type: 'list', allowBlank: 1, sqref }).replace(/\/>$/, '>')
  const from = `$${columnLetter(index)}`
  return `${opened}<formula1>'${listSheet}'!${from}$1:${from}$${String(values.length)}</formula1></dataValidation>`
}
