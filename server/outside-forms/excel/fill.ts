import { setImmediate } from 'node:timers/promises'
import { escaped } from '../../documents/word/markup.ts'
import { numberIn } from '../../documents/workbook.ts'
import { serialOfDay } from '../../exchange/sheet.ts'
import { dayNumber, parseDate } from '../../format/dates.ts'
import { fillerOf, onlyPlaceholder } from '../markup/pieces.ts'
import {
  keptSigns,
  attributeOf,
  childOf,
  elementsOf,
  openTag,
  serialize,
  serializePart,
  setText,
  textOf,
  type XmlElement,
} from '../markup/tree.ts'
import { hasLinks, readPart, type FormPackage } from '../package.ts'
import type { FormField, FormNote, FormRow } from '../schema.ts'
import { rowsBetweenPauses, valueIn, type FormValues, type ValueOf } from '../values.ts'
import type { FoundWorkbook } from './find.ts'
import { computeOnOpening, doubtsInto, growFormulas, hasFormulas, type Doubt } from './formulas.ts'
import { growWorkbook } from './grow.ts'
import { formulaOfCopy, numberOfColumn, type Growth } from './references.ts'
import { cellStylesOf, type CellStyles } from './styles.ts'
import {
  addressOf,
  ensureRow,
  formulaOf,
  relationsPath,
  rowNumber,
  splitAddress,
  textsIn,
  type FormSheet,
  type FormWorkbook,
} from './workbook.ts'

/** Stands where the rows of a sheet are put in. */
const rowsGoHere = keptSigns[2]

/** Fills the workbook in which the placeholders were found; what changed is written anew when it is saved. */
export const fillWorkbook = async (
  form: FormPackage,
  { workbook, repeat, prepared, drawings }: FoundWorkbook,
  fields: readonly FormField[],
  values: FormValues,
): Promise<FormNote[]> => {
  const notes: FormNote[] = []
  const growth = repeat && growthOf(repeat, prepared, values.rows.length)
  const changed = new Set<string>()
  if (hasFormulas(workbook)) {
    await forgetOrder(form)
    computeOnOpening(workbook)
    changed.add(workbook.path)
  }
  if (growth) ensureRows(workbook, growth)
  if (growth) for (const path of await growWorkbook(form, workbook, growth, doubtsInto(notes))) changed.add(path)
  else growFormulas(workbook, null, doubtsInto(notes))
  const styles = cellStylesOf(workbook.styles)
  for (const sheet of workbook.sheets) {
    const own = sheet.name === growth?.sheet ? growth : null
    form.written.set(
      sheet.path,
      await writeSheet(sheet, { growth: own, fields, values, styles, doubt: doubtsInto(notes) }),
    )
  }
  for (const [path, part] of form.parts) {
    const isStyles = part.root === workbook.styles && styles.isChanged()
    if (!changed.has(path) && !drawings.has(path) && !isStyles) continue
    form.written.set(
      path,
      fillerOf(serializePart(part))((name) => escaped(valueIn(values)(name))),
    )
  }
  if (hasLinks(form)) notes.push({ kind: 'links', part: '', at: '' })
  return notes
}

/** Rows that the form has itself are filled before others are put in. */
const growthOf = ({ part, at }: FormRow, prepared: number, rows: number): Growth => ({
  sheet: part,
  row: Number(at),
  count: Math.max(Math.min(rows, 1), rows - prepared),
  prepared,
})

/** A row in which nothing was ever written may not stand in the file. */
const ensureRows = ({ sheets }: FormWorkbook, { sheet: name, row, prepared = 0 }: Growth): void => {
  const sheet = sheets.find((each) => each.name === name)
  for (let below = 1; sheet && below <= prepared; below += 1) ensureRow(sheet, row + below)
}

interface Writing {
  growth: Growth | null
  fields: readonly FormField[]
  values: FormValues
  styles: CellStyles
  doubt: Doubt
}

const writeSheet = async (sheet: FormSheet, writing: Writing): Promise<string> => {
  const { growth, values } = writing
  const shared = valueIn(values)
  const rows: string[] = []
  const lines = elementsOf(sheet.data)
  const repeated = lines.find((row) => rowNumber(row) === growth?.row)
  for (const row of lines) {
    const copy = growth ? rowNumber(row) - growth.row : 0
    // Below the copies of the repeated row stand the rows that were prepared for the rest of the list.
    const record = copy > 0 ? values.rows[copy] : undefined
    if (row === repeated) await repeatRow(row, writing, rows)
    else if (repeated && record) rows.push(preparedWriter(row, repeated, writing)(valueIn(values, record), copy))
    else rows.push(rowWriter(row, writing)(shared, 0))
    if (rows.length % rowsBetweenPauses === 0) await setImmediate()
  }
  const head = childOf(sheet.part.root, 'headerFooter')
  // A single & begins a command in the head of a page.
  const plain = (name: string) => shared(name).replaceAll('&', '&&')
  for (const line of head ? elementsOf(head) : []) setText(line, fillerOf(textOf(line))(plain))
  sheet.data.children = [rowsGoHere]
  const [before = '', after = ''] = serializePart(sheet.part).split(rowsGoHere)
  return before + rows.join('') + after
}

const repeatRow = async (row: XmlElement, writing: Writing, rows: string[]): Promise<void> => {
  const { growth, values } = writing
  const write = rowWriter(row, writing)
  const records = growth?.count === 0 ? [{}] : values.rows.slice(0, growth?.count)
  for (const [copy, record] of records.entries()) {
    rows.push(write(valueIn(values, record), copy))
    if (copy % rowsBetweenPauses === 0) await setImmediate()
  }
}

/** Writes a row that the form prepared below the repeated one as a copy of that, in its own looks. */
const preparedWriter = (row: XmlElement, repeated: XmlElement, writing: Writing): RowWriter => {
  const own = new Map(elementsOf(row).map((cell) => [splitAddress(addressOf(cell)).column, cell]))
  const first = new Map(elementsOf(repeated).map((cell) => [splitAddress(addressOf(cell)).column, cell]))
  const columns = [...new Set([...own.keys(), ...first.keys()])].sort((a, b) => numberOfColumn(a) - numberOfColumn(b))
  const writers = columns.map((column): RowWriter => {
    const [prepared, cell] = [own.get(column), first.get(column)]
    if (prepared && (!cell || formulaOf(prepared))) {
      const write = cellWriter(prepared, rowNumber(row), { ...writing, growth: null })
      return (valueOf) => write(valueOf, 0)
    }
    return cell ? cellWriter(prepared ? inLooksOf(cell, prepared) : cell, rowNumber(repeated), writing) : () => ''
  })
  const head = rowHead(row)
  return (valueOf, copy) =>
    `${head} r="${String(rowNumber(row))}">${writers.map((write) => write(valueOf, copy)).join('')}</${row.name}>`
}

const inLooksOf = (cell: XmlElement, { attributes }: XmlElement): XmlElement => ({
  ...cell,
  attributes: [...cell.attributes.filter(([name]) => name !== 's'), ...attributes.filter(([name]) => name === 's')],
})

/** Writes a row with its values, so many rows below where it stands. */
type RowWriter = (valueOf: ValueOf, copy: number) => string

const rowWriter = (row: XmlElement, writing: Writing): RowWriter => {
  const start = rowNumber(row)
  const cells = elementsOf(row).map((cell) => cellWriter(cell, start, writing))
  const head = rowHead(row)
  return (valueOf, copy) =>
    `${head} r="${String(start + copy)}">${cells.map((write) => write(valueOf, copy)).join('')}</${row.name}>`
}

/** The opening of a row, to which its number is put. */
const rowHead = (row: XmlElement): string =>
  openTag({ ...row, attributes: row.attributes.filter(([name]) => name !== 'r') }, false).slice(0, -1)

const cellWriter = (cell: XmlElement, row: number, writing: Writing): RowWriter => {
  if (cell.local !== 'c') return () => serialize(cell)
  const { column } = splitAddress(addressOf(cell))
  const kept = cell.attributes.filter(([name]) => name !== 'r')
  const open = (attributes: XmlElement['attributes'], copy: number) =>
    openTag({ ...cell, attributes: [['r', column + String(row + copy)], ...attributes] }, false)
  const end = `</${cell.name}>`
  const formula = formulaOf(cell)
  if (formula) return formulaWriter(formula, { open: (copy) => open(kept, copy), end, at: addressOf(cell) }, writing)
  const holder = childOf(cell, 'is')
  const name = holder ? onlyPlaceholder(textsIn(holder).map(textOf).join('')) : null
  if (name !== null) return valueWriter(cell, name, { open, end }, writing)
  const fill = fillerOf(cell.children.map(serialize).join(''))
  return (valueOf, copy) => open(kept, copy) + fill((placeholder) => asText(valueOf(placeholder))) + end
}

const formulaWriter = (
  formula: XmlElement,
  { open, end, at }: { open: (copy: number) => string; end: string; at: string },
  { growth, doubt }: Writing,
): RowWriter => {
  const text = textOf(formula)
  return (_valueOf, copy) => {
    if (!growth || splitAddress(at).row !== growth.row) return open(copy) + serialize(formula) + end
    const adjusted = formulaOfCopy(text, growth, copy)
    if (adjusted.doubt && copy === 0) doubt(adjusted.doubt, growth.sheet, at)
    // Of a formula that gives an area, each copy gives its own cell.
    const own = formula.attributes.map(([key, value]): [string, string] =>
      key === 'ref' ? [key, splitAddress(at).column + String(growth.row + copy)] : [key, value],
    )
    const head = openTag({ ...formula, attributes: own }, false)
    return `${open(copy)}${head}${escaped(adjusted.text)}</${formula.name}>${end}`
  }
}

/** A cell in which nothing but one value stands: a number or a day is one, not its letters. */
const valueWriter = (
  cell: XmlElement,
  name: string,
  { open, end }: { open: (attributes: XmlElement['attributes'], copy: number) => string; end: string },
  { fields, styles }: Writing,
): RowWriter => {
  const style = Number(attributeOf(cell, 's') ?? 0)
  const holds = styles.isText(style) ? 'text' : (fields.find((field) => field.name === name)?.holds ?? 'text')
  const others = cell.attributes.filter(([key]) => key !== 'r' && key !== 't')
  const dated = () => [
    ...others.filter(([key]) => key !== 's'),
    ['s', String(styles.forDates(style))] as [string, string],
  ]
  const prefix = cell.name.slice(0, -1)
  const number = (value: number) => `<${prefix}v>${String(value)}</${prefix}v>`
  const fill = fillerOf(cell.children.map(serialize).join(''))
  return (valueOf, copy) => {
    const value = valueOf(name)
    if (value === '') return open(others, copy) + end
    const figure = holds === 'number' ? numberIn(value, 'vi') : null
    if (typeof figure === 'number') return open(others, copy) + number(figure) + end
    const day = holds === 'date' ? parseDate(value).date : null
    if (day !== null) return open(dated(), copy) + number(serialOfDay(dayNumber(day))) + end
    return open([...others, ['t', 'inlineStr']], copy) + fill(() => asText(value)) + end
  }
}

/** Excel reads `_x000D_` as a sign that XML cannot hold: what looks like one is kept from it. */
const asText = (value: string): string => escaped(value.replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_'))

/** The order in which Excel computed the cells no longer holds; it makes a new one. */
const forgetOrder = async (form: FormPackage): Promise<void> => {
  const path = 'xl/calcChain.xml'
  if (!form.entries.has(path)) return
  form.written.set(path, null)
  for (const naming of ['[Content_Types].xml', relationsPath('xl/workbook.xml')]) {
    const part = await readPart(form, naming)
    if (!part) continue
    part.root.children = part.root.children.filter(
      (child) =>
        typeof child === 'string' ||
        !(attributeOf(child, 'PartName') ?? attributeOf(child, 'Target') ?? '').endsWith('calcChain.xml'),
    )
    form.written.set(naming, serializePart(part))
  }
}
