import { getSelfClosingTagMarkup, sanitizeTextContent } from 'write-excel-file/utility'
import { addToSheet, type WorkbookFeature } from './sheet-markup.ts'

/** Paper number 9 is A4; no height means as many pages as are needed. */
const page = { paperSize: 9, fitToWidth: 1, fitToHeight: 0 }
/** In inches. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 }
const setUp = (orientation: string) =>
  getSelfClosingTagMarkup('pageMargins', margins) + getSelfClosingTagMarkup('pageSetup', { ...page, orientation })
const fit = `<sheetPr>${getSelfClosingTagMarkup('pageSetUpPr', { fitToPage: 1 })}</sheetPr>`

/** The first sheets are printed on A4, lying unless told, all their columns on a page, with the headings on each. */
export const printing = (
  headerRow: number,
  orientation: 'landscape' | 'portrait' = 'landscape',
  sheetCount = 1,
): WorkbookFeature => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml, sheets) => {
          const row = `$${String(headerRow)}`
          const titles = sheets.slice(0, sheetCount).map(({ sheet = '' }, index) => {
            const place = sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'!${row}:${row}`)
            return `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">${place}</definedName>`
          })
          return xml.replace('<definedNames/>', () => `<definedNames>${titles.join('')}</definedNames>`)
        },
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) =>
          sheetIndex < sheetCount ? addToSheet(addToSheet(xml, fit), setUp(orientation)) : xml,
      },
    },
  },
})
