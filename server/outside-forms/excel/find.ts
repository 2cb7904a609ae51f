import { changeText, findPlaceholders, pieceOf } from '../markup/pieces.ts'
import { findRepeat, type FormPlace, type FoundPlaces } from '../markup/places.ts'
import {
  attributeOf,
  childOf,
  descendants,
  elementsOf,
  newElement,
  setAttribute,
  setText,
  textOf,
  type XmlElement,
} from '../markup/tree.ts'
import { readPart, type FormPackage } from '../package.ts'
import type { FormFault, FormField, FormMarks } from '../schema.ts'
import { preparedRows } from './prepared.ts'
import {
  addressOf,
  cellText,
  ensureCell,
  formulaOf,
  mergesOf,
  openWorkbook,
  relationsOf,
  textsIn,
  type FormSheet,
  type FormWorkbook,
} from './workbook.ts'

export interface FoundWorkbook extends FoundPlaces {
  workbook: FormWorkbook
  /** Paths of the drawings in whose text boxes placeholders stand. */
  drawings: ReadonlySet<string>
}

/** Puts the marks into the cells and finds the placeholders of all sheets. */
export const findInWorkbook = async (
  form: FormPackage,
  marks: FormMarks,
  fields: readonly FormField[],
  nameOf: (text: string) => string | null,
): Promise<FoundWorkbook> => {
  const workbook = await openWorkbook(form)
  const faults = markCells(workbook, marks)
  const places: FormPlace[] = []
  const drawings = new Set<string>()
  for (const sheet of workbook.sheets) {
    const keep = (at: string, row: string | null, { names, said, unknown, kind = 'unknown' }: FoundText) => {
      if (names.length > 0) places.push({ part: sheet.name, at, row, names, said })
      for (const text of unknown) faults.push({ kind, part: sheet.name, at, text })
      return names.length > 0
    }
    for (const row of elementsOf(sheet.data)) {
      for (const cell of elementsOf(row))
        keep(addressOf(cell), attributeOf(row, 'r') ?? null, findInCell(cell, workbook, nameOf))
    }
    const head = childOf(sheet.part.root, 'headerFooter')
    for (const line of head ? elementsOf(head) : []) keep('header', null, findPlaceholders([pieceOf(line)], nameOf))
    for (const { path, paragraph } of await textBoxes(form, sheet)) {
      const pieces = [...descendants(paragraph, 't')].map(pieceOf)
      if (keep('shape', null, findPlaceholders(pieces, nameOf))) drawings.add(path)
    }
  }
  const { repeat, faults: ofRow } = findRepeat(places, fields, marks)
  const merged = repeat && mergedOver(workbook, repeat)
  const prepared = repeat ? preparedRows(workbook, repeat) : 0
  return { workbook, drawings, places, repeat, prepared, faults: [...faults, ...ofRow, ...(merged ? [merged] : [])] }
}

interface FoundText {
  names: string[]
  said: string[]
  unknown: string[]
  kind?: FormFault['kind']
}

/** The paragraphs of the text boxes that lie on a sheet. */
const textBoxes = async (form: FormPackage, sheet: FormSheet): Promise<{ path: string; paragraph: XmlElement }[]> => {
  const boxes: { path: string; paragraph: XmlElement }[] = []
  for (const { type, target } of (await relationsOf(form, sheet.path)).values()) {
    const drawing = type === 'drawing' ? await readPart(form, target) : undefined
    for (const paragraph of drawing ? descendants(drawing.root, 'p') : []) boxes.push({ path: target, paragraph })
  }
  return boxes
}

/** Marks of cells that are not there any more are told, not lost. */
const markCells = ({ sheets, texts }: FormWorkbook, { texts: marks }: FormMarks): FormFault[] => {
  const faults: FormFault[] = []
  for (const { part, at, text } of marks) {
    const sheet = sheets.find(({ name }) => name === part)
    const cell = sheet && ensureCell(sheet, at)
    if (!cell) faults.push({ kind: 'gone', part, at, text })
    else if (formulaOf(cell)) faults.push({ kind: 'formula', part, at, text })
    else changeText(piecesOf(cell, texts), text)
  }
  return faults
}

const findInCell = (cell: XmlElement, { texts }: FormWorkbook, nameOf: (text: string) => string | null): FoundText => {
  const formula = formulaOf(cell)
  const text = formula ? textOf(formula) : cellText(cell, texts)
  if (!text.includes('{{')) return { names: [], said: [], unknown: [] }
  return formula
    ? { names: [], said: [], unknown: [text], kind: 'formula' }
    : findPlaceholders(piecesOf(cell, texts), nameOf)
}

/** The texts of a cell in the cell itself, so that they can be changed without changing other cells. */
const piecesOf = (cell: XmlElement, texts: readonly XmlElement[]) => {
  let holder = childOf(cell, 'is')
  if (!holder) {
    const value = childOf(cell, 'v')
    const shared = attributeOf(cell, 't') === 's' && value ? texts[Number(textOf(value))] : undefined
    const plain = newElement(cell, 't')
    setText(plain, cellText(cell, texts))
    holder = newElement(cell, 'is', shared ? structuredClone(shared.children) : [plain])
    setAttribute(cell, 't', 'inlineStr')
    cell.children = [holder]
  }
  if (textsIn(holder).length === 0) holder.children.push(newElement(cell, 't'))
  return textsIn(holder).map(pieceOf)
}

/** A row that is merged with rows below it cannot be repeated alone. */
const mergedOver = ({ sheets }: FormWorkbook, { part, at }: { part: string; at: string }): FormFault | null => {
  const sheet = sheets.find(({ name }) => name === part)
  const row = Number(at)
  const isOver = (of: FormSheet) => mergesOf(of).some(([top, , bottom]) => top === row && bottom > row)
  return sheet && isOver(sheet) ? { kind: 'merged', part, at, text: '' } : null
}
