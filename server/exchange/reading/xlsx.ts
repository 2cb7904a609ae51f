import { spreadsheetTooLarge } from '../../errors.ts'
import { cleanText, cutTo } from '../../format/search.ts'
import { sheetLimits, type Workbook } from '../sheet.ts'
import { findParts } from './parts.ts'
import { readDateStyles, readSharedStrings } from './texts.ts'
import { readSheet, type Reading } from './worksheet.ts'
import { listEntries, newBudget } from './zip.ts'

/** Reads the sheets of an XLSX workbook that are not hidden, within the limits. */
export const readXlsx = async (bytes: Uint8Array): Promise<Workbook> => {
  const budget = newBudget()
  const parts = await findParts({ entries: listEntries(bytes), budget })
  if (parts.sheets.length > sheetLimits.sheets) throw spreadsheetTooLarge()
  const reading: Reading = {
    texts: await readSharedStrings(parts.sharedStrings, budget),
    dateStyles: await readDateStyles(parts.styles, budget),
    isFrom1904: parts.isFrom1904,
    budget,
    characters: 0,
    formulas: { taken: 0, without: 0 },
    columnsLeftOut: new Set(),
  }
  const sheets = []
  for (const [index, { name, entry }] of parts.sheets.entries()) {
    const shown = cutTo(cleanText(name), 100) || `Trang ${String(index + 1)}`
    sheets.push(await readSheet(shown, entry, reading))
  }
  return {
    sheets,
    hiddenSheets: parts.hiddenSheets,
    formulas: reading.formulas,
    columnsLeftOut: reading.columnsLeftOut.size,
    encoding: null,
  }
}
