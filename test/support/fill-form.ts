import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What a program of a unit does to a workbook, by its XML alone: nothing here knows how the product writes or reads. */
export interface Filling {
  /** By the label that stands in the first column; null empties the answer. */
  answers?: Record<string, string | number | null>
  /** Empty rows put in above this row of the sheet. */
  rowsAbove?: { row: number; count: number }
  /** Empty columns put in before the first. */
  columnsBefore?: number
  /** Everything by which a form is known is gone but what a reader sees. */
  isCodeGone?: boolean
  /** Only the hidden sheet is gone, as after copying the page into another workbook of the same program. */
  isHiddenSheetGone?: boolean
  /** Replaces texts in the whole workbook. */
  replace?: readonly (readonly [string | RegExp, string])[]
  savedAt?: string
  hasMacros?: boolean
}

const sheetPath = 'xl/worksheets/sheet1.xml'

/** Fills a form in and saves it. */
export const fillForm = (bytes: Uint8Array, filling: Filling): Uint8Array => {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
  const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gsu)].map(
    ([, text = '']) => text,
  )
  let sheet = parts.get(sheetPath) ?? ''
  for (const [label, answer] of Object.entries(filling.answers ?? {})) sheet = answered(sheet, texts, label, answer)
  const { rowsAbove, columnsBefore = 0 } = filling
  if (rowsAbove) sheet = moved(sheet, (column, row) => [column, row >= rowsAbove.row ? row + rowsAbove.count : row])
  if (columnsBefore > 0) sheet = moved(sheet, (column, row) => [column + columnsBefore, row])
  parts.set(sheetPath, sheet)
  if (filling.isCodeGone || filling.isHiddenSheetGone) dropHiddenSheet(parts)
  if (filling.isCodeGone) {
    parts.delete('docProps/custom.xml')
    edit(parts, 'xl/workbook.xml', (xml) => xml.replaceAll(/<definedName [^>]*>"[^"]*"<\/definedName>/gu, ''))
    edit(parts, '[Content_Types].xml', (xml) => xml.replace(/<Override[^>]*custom\.xml"[^>]*\/>/u, ''))
    edit(parts, '_rels/.rels', (xml) => xml.replace(/<Relationship [^>]*custom\.xml"[^>]*\/>/u, ''))
  }
  for (const [from, to] of filling.replace ?? []) {
    for (const name of parts.keys()) edit(parts, name, (xml) => xml.replaceAll(from, to))
  }
  if (filling.savedAt !== undefined) parts.set('docProps/core.xml', core(filling.savedAt))
  if (filling.hasMacros === true) parts.set('xl/vbaProject.bin', 'Sub Auto_Open()')
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])))
}

const edit = (parts: Map<string, string>, name: string, work: (xml: string) => string) =>
  parts.set(name, work(parts.get(name) ?? ''))

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Writes into the second column of the row whose first one says the label, with or without the star of what must be told. */
const answered = (sheet: string, texts: readonly string[], label: string, answer: string | number | null): string => {
  const index = texts.findIndex((text) => text === label || text === `${label} *`)
  const row = new RegExp(`<c r="A(\\d+)"[^>]*><v>${String(index)}</v></c>`, 'u').exec(sheet)?.[1]
  if (row === undefined) throw new Error(`the form has no line «${label}»`)
  const at = `B${row}`
  return sheet.replace(new RegExp(`<c r="${at}"( s="\\d+")?(?:/>|[^>]*>.*?</c>)`, 'u'), (_cell, style = '') => {
    if (answer === null) return `<c r="${at}"${style}/>`
    if (typeof answer === 'number') return `<c r="${at}"${style}><v>${String(answer)}</v></c>`
    return `<c r="${at}"${style} t="inlineStr"><is><t>${escaped(answer)}</t></is></c>`
  })
}

const letter = (column: number): string => String.fromCharCode(64 + column)

const moved = (sheet: string, place: (column: number, row: number) => [number, number]): string =>
  sheet
    .replaceAll(/<row r="(\d+)"/gu, (_all, row: string) => `<row r="${String(place(1, Number(row))[1])}"`)
    .replaceAll(/<c r="([A-Z])(\d+)"/gu, (_all, column: string, row: string) => {
      const [toColumn, toRow] = place(column.charCodeAt(0) - 64, Number(row))
      return `<c r="${letter(toColumn)}${String(toRow)}"`
    })

const dropHiddenSheet = (parts: Map<string, string>) => {
  parts.delete('xl/worksheets/sheet2.xml')
  parts.delete('xl/worksheets/_rels/sheet2.xml.rels')
  edit(parts, 'xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*sheetId="2"[^>]*\/>/u, ''))
  edit(parts, 'xl/_rels/workbook.xml.rels', (xml) => xml.replace(/<Relationship [^>]*sheet2\.xml"[^>]*\/>/u, ''))
  edit(parts, '[Content_Types].xml', (xml) => xml.replace(/<Override[^>]*sheet2\.xml"[^>]*\/>/u, ''))
}

const core = (savedAt: string) =>
  `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">${savedAt}</dcterms:modified></cp:coreProperties>`
