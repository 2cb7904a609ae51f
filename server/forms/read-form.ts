import { foldHeading } from '../exchange/field-names.ts'
import { readXml } from '../exchange/reading/xml.ts'
import { openXlsx, readSheets, type OpenXlsx } from '../exchange/reading/xlsx.ts'
import type { Budget, ZipEntry } from '../exchange/reading/zip.ts'
import { columnLetter, type Cell, type Sheet } from '../exchange/sheet.ts'
import { cleanText } from '../format/search.ts'
import { readCode, type FormCode } from './code.ts'
import type { FormField } from './form-field.ts'
import type { FormKindId } from './schema.ts'
import { rowsOfTable, type PlacedCell, type ReadRow } from './read-table.ts'
import { formHeadings, formLines } from './write-form.ts'

/** A returned workbook as read, before anybody looks whose it is. */
export interface ReadForm {
  kind: FormKindId
  /** Null = the form does not say it, or no longer says what it was given. */
  code: FormCode | null
  isCodeEdited: boolean
  /** The names of the unit and the congress as they stand on the form; empty where they do not. */
  unitText: string
  congressText: string
  hasMacros: boolean
  savedAt: string | null
  answers: Record<string, PlacedCell>
  /** Of a form that is a table. */
  rows: ReadRow[]
  /** Fields whose line is gone from the form. */
  missing: string[]
}

/** What is known of each kind of form: where its answers stand. */
export type KnownForms = ReadonlyMap<FormKindId, { title: string; isTable: boolean; fields: readonly FormField[] }>

/** A form unpacks to a tenth of it; a photograph that was put beside the answers is not unpacked. */
const budgetBytes = 16 * 1024 * 1024
/** A form has one hidden sheet; more are those of another workbook that it was copied into. */
const mostHidden = 5

/** Reads a workbook; null = it is none of our forms. Macros are parts that nobody opens. */
export const readForm = async (bytes: Uint8Array, known: KnownForms): Promise<ReadForm | null> => {
  const budget = { bytes: budgetBytes }
  const open = await openXlsx(bytes, budget)
  const sheets = await readSheets(open.parts.sheets, open.reading)
  const code = await findCode(open, sheets, budget)
  const kind = code !== null && code !== 'edited' ? code.kind : kindOf(sheets, known)
  const form = kind && known.get(kind)
  if (!kind || !form) return null
  const sheet = formSheetOf(sheets, form.fields)
  const { answers, rows, missing } = form.isTable
    ? { answers: {}, ...rowsOfTable(sheets, form.fields) }
    : { rows: [], ...answersOf(sheet, form.fields) }
  return {
    kind,
    code: code === 'edited' ? null : code,
    isCodeEdited: code === 'edited',
    unitText: textAfter(sheet, formLines.unit),
    congressText: textAfter(sheet, formLines.congress),
    hasMacros: open.entries.has('xl/vbaProject.bin'),
    savedAt: await savedAt(open.entries, budget),
    answers,
    rows,
    missing,
  }
}

/** In the hidden sheet, among the workbook's names, in its properties, or where a program brought it to light. */
const findCode = async (open: OpenXlsx, sheets: readonly Sheet[], budget: Budget) => {
  const hidden = await readSheets(open.parts.hidden.slice(0, mostHidden), open.reading)
  const properties = await textsIn(open.entries.get('docProps/custom.xml'), budget, 'lpwstr')
  const places = [...textsOf(hidden), ...open.parts.names, ...properties, ...textsOf(sheets)]
  const found = places.map(readCode).filter((code) => code !== null)
  return found.find((code) => code !== 'edited') ?? found[0] ?? null
}

function* textsOf(sheets: readonly Sheet[]): Generator<string> {
  for (const { rows } of sheets) for (const { cells } of rows) for (const cell of cells) if (cell) yield cell.text
}

/** The kind whose title stands in a cell. */
const kindOf = (sheets: readonly Sheet[], known: KnownForms): FormKindId | null => {
  const titles = new Map([...known].map(([kind, { title }]) => [foldHeading(title), kind]))
  for (const text of textsOf(sheets)) {
    const kind = titles.get(foldHeading(text))
    if (kind) return kind
  }
  return null
}

/** The sheet that holds the most lines of the form. */
const formSheetOf = (sheets: readonly Sheet[], fields: readonly FormField[]): Sheet => {
  const labels = new Set(fields.map(({ heading }) => foldHeading(heading)))
  const held = sheets.map((sheet) => {
    const found = new Set([...textsOf([sheet])].map(foldHeading).filter((text) => labels.has(text)))
    return { sheet, count: found.size }
  })
  return held.toSorted((a, b) => b.count - a.count)[0]?.sheet ?? { name: '', rows: [], spans: [] }
}

/** Each answer by the label that stands before it, wherever rows and columns went. */
const answersOf = (sheet: Sheet, fields: readonly FormField[]): Pick<ReadForm, 'answers' | 'missing'> => {
  const byLabel = new Map(fields.map(({ heading, name }) => [foldHeading(heading), name]))
  const columns = columnsOf(sheet)
  const answers: Record<string, PlacedCell> = {}
  for (const { row, cells } of sheet.rows) {
    const label = cells.findIndex((cell) => cell !== null && byLabel.has(foldHeading(cell.text)))
    const field = label < 0 ? undefined : byLabel.get(foldHeading(cells[label]?.text ?? ''))
    if (field === undefined || answers[field]) continue
    const column = answerColumn(cells, label, columns)
    answers[field] = { cell: cells[column] ?? null, place: `${columnLetter(column)}${String(row)}` }
  }
  return { answers, missing: fields.map(({ name }) => name).filter((name) => !answers[name]) }
}

interface Columns {
  answer: number | null
  explanation: number | null
}

const columnsOf = (sheet: Sheet): Columns => {
  for (const { cells } of sheet.rows) {
    const at = (heading: string) =>
      cells.findIndex((cell) => cell !== null && foldHeading(cell.text) === foldHeading(heading))
    const answer = at(formHeadings.answer)
    if (answer < 0 || at(formHeadings.label) < 0) continue
    const explanation = at(formHeadings.explanation)
    return { answer, explanation: explanation < 0 ? null : explanation }
  }
  return { answer: null, explanation: null }
}

/** Under its heading; where nothing stands there, what was written anywhere between the label and the explanation. */
const answerColumn = (cells: readonly (Cell | null)[], label: number, { answer, explanation }: Columns): number => {
  const usual = answer !== null && answer > label ? answer : label + 1
  if (cells[usual]) return usual
  const end = explanation !== null && explanation > label ? explanation : usual + 1
  const other = cells.findIndex((cell, column) => cell !== null && column > label && column < end)
  return other < 0 ? usual : other
}

/** What stands behind a word at the beginning of a cell, or in the cell after it. */
const textAfter = (sheet: Sheet, word: string): string => {
  const wanted = word.trim()
  for (const { cells } of sheet.rows) {
    const index = cells.findIndex((cell) => cell?.text.startsWith(wanted))
    if (index < 0) continue
    const own = (cells[index]?.text ?? '').slice(wanted.length).trim()
    return own === '' ? (cells.slice(index + 1).find((cell) => cell !== null)?.text ?? '') : own
  }
  return ''
}

const savedAt = async (entries: ReadonlyMap<string, ZipEntry>, budget: Budget): Promise<string | null> => {
  const [text = ''] = await textsIn(entries.get('docProps/core.xml'), budget, 'modified')
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

/** The texts of the elements of this name. */
const textsIn = async (entry: ZipEntry | undefined, budget: Budget, element: string): Promise<string[]> => {
  const texts: string[] = []
  let isInside = false
  if (!entry) return texts
  await readXml(entry, budget, {
    open: (name) => (isInside = name === element),
    text: (text) => {
      if (isInside) texts.push(cleanText(text))
    },
    close: () => (isInside = false),
  })
  return texts
}
