import { getSelfClosingTagMarkup } from 'write-excel-file/utility'
import { columnLetter } from '../sheet.ts'
import { addToSheet, type WorkbookFeature } from './sheet-markup.ts'

/** A filter over the headings of each sheet, as many columns and rows as it has. */
export const filters = (headerRow: number, sizes: readonly { columns: number; rows: number }[]): WorkbookFeature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const { columns = 0, rows = 0 } = sizes[sheetIndex] ?? {}
          if (columns === 0) return xml
          const ref = `A${String(headerRow)}:${columnLetter(columns - 1)}${String(headerRow + rows)}`
          return addToSheet(xml, getSelfClosingTagMarkup('autoFilter', { ref }))
        },
      },
    },
  },
})
