import { spreadsheetTooLarge } from '../../errors.ts'
import { cleanText, cutTo } from '../../format/search.ts'
import { sheetLimits, type Sheet, type Workbook } from '../sheet.ts'
import { findParts, type SheetPart, type WorkbookParts } from './parts.ts'
import { readNumberStyles, readSharedStrings } from './texts.ts'
import { readSheet, type Reading } from './worksheet.ts'
import { listEntries, newBudget, type Budget, type ZipEntry } from './zip.ts'

/** Reads the sheets of an XLSX workbook that are not hidden, within the limits. */
export const readXlsx = async (bytes: Uint8Array): Promise<Workbook> => {
  const { parts, reading } = await openXlsx(bytes, newBudget())
  const sheets = await readSheets(parts.sheets, reading)
  return {
    sheets,
    hiddenSheets: parts.hidden.length,
    formulas: reading.formulas,
    columnsLeftOut: reading.columnsLeftOut.size,
    encoding: null,
  }
}

/** A workbook before its sheets are read. */
export interface OpenXlsx {
  entries: Map<string, ZipEntry>
  parts: WorkbookParts
  reading: Reading
}

export const openXlsx = async (bytes: Uint8Array, budget: Budget): Promise<OpenXlsx> => {
  const entries = listEntries(bytes)
  const parts = await findParts({ entries, budget })
  if (parts.sheets.length > sheetLimits.sheets) throw spreadsheetTooLarge()
  const reading: Reading = {
    texts: await readSharedStrings(parts.sharedStrings, budget),
    styles: await readNumberStyles(parts.styles, budget),
    isFrom1904: parts.isFrom1904,
    budget,
    characters: 0,
    formulas: { taken: 0, without: 0 },
    columnsLeftOut: new Set(),
  }
  return { entries, parts, reading }
}

export const readSheets = async (parts: readonly SheetPart[], reading: Reading): Promise<Sheet[]> => {
  const sheets: Sheet[] = []
  for (const [index, { name, entry }] of parts.entries()) {
    const shown = cutTo(cleanText(name), 100) || `Trang ${String(index + 1)}`
    sheets.push(await readSheet(shown, entry, reading))
  }
  return sheets
}
