import type { FormNote } from '../schema.ts'
import {
  attributeOf,
  childOf,
  elementsOf,
  removeAttributes,
  setAttribute,
  setText,
  textOf,
  type XmlElement,
} from '../markup/tree.ts'
import {
  areasAfter,
  formulaAfter,
  formulaAt,
  formulaOfPrepared,
  numberOfColumn,
  type FormulaDoubt,
  type Growth,
} from './references.ts'
import { addressOf, formulaOf, rowNumber, splitAddress, type FormSheet, type FormWorkbook } from './workbook.ts'

/** Says of a formula that could not be made to follow with certainty. */
export type Doubt = (kind: FormulaDoubt, part: string, at: string) => void

export const doubtsInto =
  (notes: FormNote[]): Doubt =>
  (kind, part, at) => {
    if (notes.length < mostNotes) notes.push({ kind, part, at })
  }

/** Nobody looks at more of them. */
const mostNotes = 50

/** Whether the workbook computes anything. */
export const hasFormulas = ({ sheets }: FormWorkbook): boolean =>
  sheets.some(({ data }) => elementsOf(data).some((row) => elementsOf(row).some(formulaOf)))

/**
 * Makes the formulas of all sheets follow the growth, but those of the repeated row itself. What they gave before is
 * forgotten: whoever opens the file next computes them anew.
 */
export const growFormulas = ({ sheets }: FormWorkbook, growth: Growth | null, doubt: Doubt): void => {
  for (const sheet of sheets) {
    spellShared(sheet)
    for (const row of elementsOf(sheet.data)) {
      const isRepeated = sheet.name === growth?.sheet && rowNumber(row) === growth.row
      for (const cell of elementsOf(row)) {
        const formula = formulaOf(cell)
        if (!formula) continue
        forget(cell)
        if (growth && !isRepeated) grow(formula, { sheet: sheet.name, at: addressOf(cell), growth, doubt })
      }
    }
  }
}

const grow = (
  formula: XmlElement,
  { sheet, at, growth, doubt }: { sheet: string; at: string; growth: Growth; doubt: Doubt },
): void => {
  const { row } = splitAddress(at)
  const isPrepared = sheet === growth.sheet && row > growth.row && row <= growth.row + (growth.prepared ?? 0)
  const { text, doubt: kind } = isPrepared
    ? formulaOfPrepared(textOf(formula), growth)
    : formulaAfter(textOf(formula), sheet, growth)
  if (text !== textOf(formula)) setText(formula, text)
  const area = attributeOf(formula, 'ref')
  if (area !== undefined && sheet === growth.sheet) setAttribute(formula, 'ref', areasAfter(area, growth))
  if (kind) doubt(kind, sheet, at)
}

const forget = (cell: XmlElement): void => {
  cell.children = cell.children.filter((child) => typeof child === 'string' || child.local !== 'v')
  removeAttributes(cell, (name) => name === 't')
}

/** A formula that several cells share is written out in each: rows between them would tear it apart. */
const spellShared = ({ data }: FormSheet): void => {
  const firsts = new Map<string, { text: string; row: number; column: number }>()
  for (const row of elementsOf(data)) {
    for (const cell of elementsOf(row)) {
      const formula = formulaOf(cell)
      if (!formula || attributeOf(formula, 't') !== 'shared') continue
      const group = attributeOf(formula, 'si') ?? ''
      const own = textOf(formula)
      const { column: letters, row: at } = splitAddress(addressOf(cell))
      const column = numberOfColumn(letters)
      const first = firsts.get(group)
      if (own !== '') firsts.set(group, { text: own, row: at, column })
      else if (first) setText(formula, formulaAt(first.text, at - first.row, column - first.column))
      removeAttributes(formula, (name) => name === 't' || name === 'si' || name === 'ref')
    }
  }
}

/** Order of the parts of a workbook after which the way of computing stands (ECMA-376 part 1, 18.2.27). */
const beforeCalculation = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']

/** Whoever opens the workbook computes all of it. */
export const computeOnOpening = ({ root }: FormWorkbook): void => {
  const standing = childOf(root, 'calcPr')
  if (standing) {
    setAttribute(standing, 'fullCalcOnLoad', '1')
    return
  }
  const local = beforeCalculation.find((each) => childOf(root, each))
  const before = local === undefined ? undefined : childOf(root, local)
  if (!before) return
  const prefix = before.name.slice(0, before.name.length - before.local.length)
  const made: XmlElement = {
    name: `${prefix}calcPr`,
    local: 'calcPr',
    attributes: [['fullCalcOnLoad', '1']],
    children: [],
  }
  root.children.splice(root.children.indexOf(before) + 1, 0, made)
}
