import { strFromU8, strToU8, unzipSync } from 'fflate'
import writeExcelFile, { type Row } from 'write-excel-file/node'
import { bodyRow, columnWidths, headingRow, linesAbove, workbookFont } from '../exchange/writing/looks.ts'
import { printing } from '../exchange/writing/printing.ts'
import { noZipTime, packZip } from '../zips.ts'
import type { FormField } from './form-field.ts'
import type { FormKind } from './form.ts'
import {
  cellXml,
  listSheet,
  listsXml,
  properties,
  propertiesPath,
  protectedSheet,
  rulesXml,
  unlocked,
  withCode,
  withProperties,
  withPropertiesRelation,
  type PlacedStyle,
} from './write-parts.ts'

/** The words by which the columns of a form are found again. */
export const formHeadings = { label: 'Nội dung', answer: 'Trả lời', explanation: 'Cách ghi' } as const
/** What stands before the names of the unit and the congress, by which a form without its code is known. */
export const formLines = { cycle: 'Kỳ đại hội: ', unit: 'Đơn vị: ', congress: 'Hội nghị, đại hội: ' } as const

export const formSheet = 'Phiếu'

/** What every form says of itself. */
export interface FormHead {
  cycleName: string
  unitName: string
  congressTitle: string
  deadline: string
  code: string
}

/** What differs from one form of a kind to the next. */
export interface FormContent extends FormHead {
  /** What stands in the answers, by field. */
  prefilled: Readonly<Record<string, string>>
  choices: Readonly<Record<string, readonly string[]>>
}

/** Writes forms of one kind: what all have in common is composed once. */
export const formWriter = async (
  kind: FormKind,
  fields: readonly FormField[],
): Promise<(content: FormContent) => Uint8Array> => {
  const blank = await blankForm(kind, fields)
  return (content) => fill(blank, fields, content)
}

interface Blank {
  parts: Record<string, Uint8Array>
  /** The first sheet, cut where something is filled in: piece, cell, piece, cell … piece. */
  pieces: string[]
  cells: PlacedStyle[]
  rules: { before: string; after: string }
  lists: { before: string; after: string }
  workbook: string
  headerRow: number
}

const main = 'xl/worksheets/sheet1.xml'
const lists = 'xl/worksheets/sheet2.xml'

const blankForm = async (kind: FormKind, fields: readonly FormField[]): Promise<Blank> => {
  const above = [kind.title, ...Object.values(formLines), '-', ...kind.lead]
  const headerRow = above.length + 1
  const widths = widthsOf(fields)
  const headings = Object.values(formHeadings)
  const data: Row[] = [
    ...linesAbove(above).map((row, index) => high(row, index === 0 ? 24 : 18)),
    headingRow(headings, widths),
    ...fields.map((each) => rowOf(each, widths)),
  ]
  const sheets = [
    { data, sheet: formSheet, columns: widths.map((width) => ({ width })), stickyRowsCount: headerRow },
    { data: [['-']], sheet: listSheet },
  ]
  const features = [printing(headerRow, 'portrait')]
  const written = unzipSync(await writeExcelFile(sheets, { ...workbookFont, features }).toBuffer())
  const text = (name: string) => strFromU8(written[name] ?? new Uint8Array())
  const { styles, open } = unlocked(text('xl/styles.xml'))
  const places = placesOf(headerRow, fields.length)
  const cut = cutSheet(protectedSheet(text(main)), places, open(stylesIn(text(main), places)))
  const [beforeLists = '', afterLists = ''] = text(lists).split(/<sheetData>.*<\/sheetData>/su)
  const parts = {
    ...written,
    'xl/styles.xml': strToU8(styles),
    '[Content_Types].xml': strToU8(withProperties(text('[Content_Types].xml'))),
    '_rels/.rels': strToU8(withPropertiesRelation(text('_rels/.rels'))),
  }
  return {
    parts,
    ...cut,
    lists: { before: beforeLists, after: afterLists },
    workbook: text('xl/workbook.xml'),
    headerRow,
  }
}

/** The lines above the headings that tell whose form it is, and the answers. */
const placesOf = (headerRow: number, count: number): { column: string; row: number }[] => [
  ...[2, 3, 4, 5].map((row) => ({ column: 'A', row })),
  ...Array.from({ length: count }, (_each, index) => ({ column: 'B', row: headerRow + 1 + index })),
]

const labelOf = ({ heading, isRequired }: FormField) => (isRequired ? `${heading} *` : heading)

const answerWidth = 38
const widthsOf = (fields: readonly FormField[]): number[] => {
  const rows = fields.map((field) => [labelOf(field), null, field.explanation])
  const [label = 0, , explanation = 0] = columnWidths(Object.values(formHeadings), rows)
  return [label, answerWidth, explanation]
}

/** A line whose answer is text, whatever is typed: no program takes 12/3 for the third of December. */
const rowOf = (field: FormField, widths: readonly number[]): Row => {
  const sample = field.isNumber ? 0 : '-'
  const row = bodyRow([labelOf(field), sample, field.explanation], widths, new Map([[1, 'answer']]))
  const open = row.map((cell, column) => (column === 1 ? { ...(cell as object), wrap: true, align: 'left' } : cell))
  return high(open as Row, 22)
}

/** A row at least so many points high: a finger hits it, and LibreOffice cuts nothing off. */
export const high = (row: Row, points: number): Row =>
  row.map((cell) => {
    const standing = (cell as { height?: number } | null)?.height ?? 0
    return { ...(cell as object), height: Math.max(points, standing) }
  }) as Row

const cellAt = ({ column, row }: { column: string; row: number }) =>
  new RegExp(`<c r="${column}${String(row)}"(?: s="(\\d+)")?[^>]*?(?:/>|>.*?</c>)`, 'u')

const stylesIn = (xml: string, places: readonly { column: string; row: number }[]): Set<string> =>
  new Set(places.filter(({ column }) => column === 'B').map((place) => cellAt(place).exec(xml)?.[1] ?? '0'))

const cutSheet = (
  xml: string,
  places: readonly { column: string; row: number }[],
  open: ReadonlyMap<string, string>,
): Pick<Blank, 'pieces' | 'cells' | 'rules'> => {
  const pieces: string[] = []
  const cells: Blank['cells'] = []
  let rest = xml
  for (const place of places) {
    const found = cellAt(place).exec(rest)
    const style = found?.[1] ?? '0'
    cells.push({ ...place, style: place.column === 'B' ? (open.get(style) ?? style) : style })
    pieces.push(rest.slice(0, found?.index))
    rest = rest.slice((found?.index ?? 0) + (found?.[0].length ?? 0))
  }
  const [before = '', after = ''] = rest.split('<dataValidations/>')
  return { pieces, cells, rules: { before, after } }
}

const fill = (blank: Blank, fields: readonly FormField[], content: FormContent): Uint8Array => {
  const { cycleName, unitName, congressTitle, deadline, code, prefilled, choices } = content
  const texts = [
    formLines.cycle + cycleName,
    formLines.unit + unitName,
    formLines.congress + congressTitle,
    deadline,
    ...fields.map(({ name }) => prefilled[name] ?? ''),
  ]
  const numbers = [false, false, false, false, ...fields.map(({ isNumber }) => isNumber)]
  const sheet = blank.pieces.map((piece, index) => {
    const cell = blank.cells[index]
    return piece + (cell ? cellXml(cell, texts[index] ?? '', numbers[index] === true) : '')
  })
  const offered = fields.flatMap(({ name }, index) => {
    const values = choices[name] ?? []
    return values.length > 0 ? [{ cells: `B${String(blank.headerRow + 1 + index)}`, values }] : []
  })
  const { before, after } = blank.rules
  const files = {
    ...blank.parts,
    [main]: strToU8(sheet.join('') + before + rulesXml(offered) + after),
    [lists]: strToU8(blank.lists.before + listsXml(code, offered) + blank.lists.after),
    'xl/workbook.xml': strToU8(withCode(blank.workbook, code)),
    [propertiesPath]: strToU8(properties(code)),
  }
  return packZip(files, noZipTime)
}
