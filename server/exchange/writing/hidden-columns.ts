import type { WorkbookFeature } from './sheet-markup.ts'

/** Hides columns of the first sheet: what stands in them comes back with the workbook all the same. */
export const hiddenColumns = (hidden: ReadonlySet<number>): WorkbookFeature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          if (sheetIndex !== 0) return xml
          return [...hidden].reduce(
            (text, column) => text.replace(`<col min="${String(column + 1)}"`, (found) => `${found} hidden="1"`),
            xml,
          )
        },
      },
    },
  },
})
