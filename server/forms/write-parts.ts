import { sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility'
import { columnLetter } from '../exchange/sheet.ts'
import { addToSheet } from '../exchange/writing/sheet-markup.ts'

export const listSheet = 'Danh mục'
/** The names under which the code stands beside the hidden sheet, so that one of the three outlives any program. */
export const codeName = 'TienToiPhieu'

const protection =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0"/>'
export const protectedSheet = (xml: string): string => addToSheet(addToSheet(xml, protection), '<dataValidations/>')

/** Gives each style of an answer a twin that may be typed into while the sheet is protected. */
export const unlocked = (xml: string) => {
  const [, formats = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/su.exec(xml) ?? []
  const all = formats.match(/<xf .*?<\/xf>/gsu) ?? []
  return {
    styles: xml.replace(/<cellXfs[^>]*>.*<\/cellXfs>/su, () => {
      const twins = all.map((format) =>
        format.replace('<xf ', '<xf applyProtection="1" ').replace('</xf>', '<protection locked="0"/></xf>'),
      )
      return `<cellXfs count="${String(all.length * 2)}">${all.join('')}${twins.join('')}</cellXfs>`
    }),
    open: (used: ReadonlySet<string>) => new Map([...used].map((style) => [style, String(Number(style) + all.length)])),
  }
}

/** A cell that is filled in, and the number of its looks. */
export interface PlacedStyle {
  column: string
  row: number
  style: string
}

export const cellXml = ({ column, row, style }: PlacedStyle, text: string, isNumber: boolean): string => {
  const start = `<c r="${column}${String(row)}" s="${style}"`
  if (text === '') return `${start}/>`
  return isNumber ? `${start}><v>${text}</v></c>` : `${start} t="inlineStr">${inline(text)}</c>`
}

const inline = (text: string) => `<is><t xml:space="preserve">${sanitizeTextContent(text)}</t></is>`

/** What may be chosen in some cells: `B9`, `C12:C60`. */
export interface Offered {
  cells: string
  values: readonly string[]
}

/** The first column of the hidden sheet holds the code, the others what may be chosen. */
export const rulesXml = (offered: readonly Offered[]): string => {
  if (offered.length === 0) return ''
  const rules = offered.map(({ cells, values }, index) => {
    const column = `$${columnLetter(index + 1)}`
    const from = `'${listSheet}'!${column}$1:${column}$${String(values.length)}`
    return `<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>${from}</formula1></dataValidation>`
  })
  return `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations>`
}

export const listsXml = (code: string, offered: readonly Offered[]): string => {
  const columns = [[code], ...offered.map(({ values }) => values)]
  const length = Math.max(...columns.map((column) => column.length))
  const rows = Array.from({ length }, (_each, row) => {
    const cells = columns.flatMap((column, index) => {
      const text = column[row]
      return text === undefined
        ? []
        : [`<c r="${columnLetter(index)}${String(row + 1)}" t="inlineStr">${inline(text)}</c>`]
    })
    return `<row r="${String(row + 1)}">${cells.join('')}</row>`
  })
  return `<sheetData>${rows.join('')}</sheetData>`
}

export const withCode = (workbook: string, code: string): string =>
  workbook
    .replace(`name="${listSheet}"`, `name="${listSheet}" state="hidden"`)
    .replace(
      '</definedNames>',
      () => `<definedName name="${codeName}" hidden="1">"${code}"</definedName></definedNames>`,
    )

export const propertiesPath = 'docProps/custom.xml'
export const withProperties = (types: string): string =>
  types.replace(
    '</Types>',
    `<Override PartName="/${propertiesPath}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
  )
export const withPropertiesRelation = (relations: string): string =>
  relations.replace(
    '</Relationships>',
    `<Relationship Id="rId-properties" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${propertiesPath}"/></Relationships>`,
  )

/** The format id is the one that custom properties have (ECMA-376 part 1, 22.3). */
export const properties = (code: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${sanitizeAttributeValue(codeName)}"><vt:lpwstr>${sanitizeTextContent(code)}</vt:lpwstr></property></Properties>`
