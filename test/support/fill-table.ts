import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A row that is written: texts by the heading of their column. */
export type TableRow = Readonly<Record<string, string>>

const sheetPath = 'xl/worksheets/sheet1.xml'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Writes rows into a form that is a table, from `at` below its headings (0 = the first), as a unit does in Excel: by the
 * XML alone, so that nothing here knows how the product writes or reads.
 */
export const fillTable = (bytes: Uint8Array, rows: readonly TableRow[], at = 0): Uint8Array => {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
  const texts = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gsu)].map(
    ([, text = '']) => text,
  )
  let sheet = parts[sheetPath] ?? ''
  const placeOf = (heading: string) => {
    const index = texts.findIndex((text) => text === heading || text === `${heading} *`)
    const place = new RegExp(`<c r="([A-Z]+)(\\d+)"[^>]*><v>${String(index)}</v></c>`, 'u').exec(sheet)
    if (!place) throw new Error(`the form has no column «${heading}»`)
    return { column: place[1] ?? '', row: Number(place[2]) }
  }
  for (const [index, row] of rows.entries()) {
    for (const [heading, text] of Object.entries(row)) {
      const { column, row: header } = placeOf(heading)
      const cell = `${column}${String(header + 1 + at + index)}`
      sheet = sheet.replace(
        new RegExp(`<c r="${cell}"( s="\\d+")?(?:/>|[^>]*>.*?</c>)`, 'u'),
        (_all, style = '') => `<c r="${cell}"${String(style)} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      )
    }
  }
  const filled = { ...parts, [sheetPath]: sheet }
  return zipSync(Object.fromEntries(Object.entries(filled).map(([name, text]) => [name, strToU8(text)])))
}
