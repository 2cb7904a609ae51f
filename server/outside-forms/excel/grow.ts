import {
  attributeOf,
  childOf,
  descendants,
  elementsOf,
  setAttribute,
  setText,
  textOf,
  type XmlElement,
} from '../markup/tree.ts'
import { partText, readPart, type FormPackage } from '../package.ts'
import { growFormulas, type Doubt } from './formulas.ts'
import { areasAfter, formulaAfter, rowAfter, type Growth } from './references.ts'
import { addressOf, relationsOf, rowNumber, splitAddress, type FormSheet, type FormWorkbook } from './workbook.ts'

/**
 * Moves what stands below the repeated row down, in the sheet and in all that names its cells: formulas, merged areas,
 * formats by condition, choices, links, comments, pictures, charts, tables, names, print areas and page breaks. The row
 * itself is left as it is. Paths of the parts that were changed.
 */
export const growWorkbook = async (
  form: FormPackage,
  workbook: FormWorkbook,
  growth: Growth,
  doubt: Doubt,
): Promise<Set<string>> => {
  const sheet = workbook.sheets.find(({ name }) => name === growth.sheet)
  const changed = new Set<string>([workbook.path])
  growFormulas(workbook, growth, doubt)
  growNames(workbook, growth, doubt)
  for (const each of workbook.sheets) growRest(each, growth, doubt)
  if (!sheet) return changed
  moveRows(sheet, growth)
  for (const { type, target } of (await relationsOf(form, sheet.path)).values()) {
    const root = (await readPart(form, target))?.root
    if (type === 'vmlDrawing') await moveBoxes(form, target, growth)
    else if (root && type === 'drawing') {
      moveAnchors(root, growth)
      changed.add(target)
    } else if (root) {
      growAreas(root, growth)
      changed.add(target)
    }
  }
  for (const path of form.entries.keys()) {
    if (!/^xl\/(charts\/chart|pivotCache\/pivotCacheDefinition)[^/]*\.xml$/u.test(path)) continue
    const root = (await readPart(form, path))?.root
    if (!root) continue
    growOthers(root, growth)
    changed.add(path)
  }
  return changed
}

const growNames = ({ root, sheets }: FormWorkbook, growth: Growth, doubt: Doubt): void => {
  for (const name of elementsOf(childOf(root, 'definedNames') ?? root)) {
    if (name.local !== 'definedName') continue
    const own = sheets[Number(attributeOf(name, 'localSheetId') ?? -1)]?.name ?? null
    const { text, doubt: kind } = formulaAfter(textOf(name), own, growth)
    setText(name, text)
    if (kind) doubt(kind, own ?? '', attributeOf(name, 'name') ?? '')
  }
}

const moveRows = ({ data }: FormSheet, growth: Growth): void => {
  for (const row of elementsOf(data)) {
    const now = rowNumber(row)
    if (now <= growth.row) continue
    setAttribute(row, 'r', String(rowAfter(now, growth)))
    for (const cell of elementsOf(row)) {
      if (cell.local === 'c')
        setAttribute(cell, 'r', splitAddress(addressOf(cell)).column + String(rowAfter(now, growth)))
    }
  }
}

/** Formulas of conditions and choices may look at the grown sheet from any other. */
const growRest = ({ name, part: { root }, data }: FormSheet, growth: Growth, doubt: Doubt): void => {
  for (const child of elementsOf(root)) {
    if (child === data) continue
    growTexts(child, name, growth, doubt)
    if (name !== growth.sheet) continue
    if (child.local === 'mergeCells') growMerges(child, growth)
    else if (child.local === 'rowBreaks') moveBreaks(child, growth)
    else growAreas(child, growth)
  }
}

const formulaNames = new Set(['f', 'formula', 'formula1', 'formula2'])

const growTexts = (element: XmlElement, sheet: string, growth: Growth, doubt: Doubt): void => {
  if (element.local === 'sqref' && sheet === growth.sheet) setText(element, areasAfter(textOf(element), growth))
  else if (formulaNames.has(element.local)) {
    const { text, doubt: kind } = formulaAfter(textOf(element), sheet, growth)
    setText(element, text)
    // A condition is worded for the first of its cells: that it looks at the repeated row is right.
    if (kind === 'unusual') doubt(kind, sheet, '')
  } else for (const child of elementsOf(element)) growTexts(child, sheet, growth, doubt)
}

const growAreas = (element: XmlElement, growth: Growth): void => {
  for (const [name, value] of [...element.attributes]) {
    if (areaNames.has(name) && value !== '') setAttribute(element, name, areasAfter(value, growth))
  }
  for (const child of elementsOf(element)) growAreas(child, growth)
}
const areaNames = new Set(['ref', 'sqref'])

/** An area within the repeated row comes again in each of its rows. */
const growMerges = (merges: XmlElement, growth: Growth): void => {
  const grown = elementsOf(merges).flatMap((merge) => {
    const area = attributeOf(merge, 'ref') ?? ''
    const [from = '', to = from] = area.split(':')
    const isWithin = splitAddress(from).row === growth.row && splitAddress(to).row === growth.row
    const copies = isWithin ? Math.max(1, growth.count) : 1
    return Array.from({ length: copies }, (_each, copy): XmlElement => {
      const rowOf = (at: string) => splitAddress(at).column + String(growth.row + copy)
      const ref = isWithin ? `${rowOf(from)}:${rowOf(to)}` : areasAfter(area, growth)
      return { ...merge, attributes: [['ref', ref]] }
    })
  })
  merges.children = grown
  setAttribute(merges, 'count', String(grown.length))
}

/** A page ends after the row that a break names. */
const moveBreaks = (breaks: XmlElement, growth: Growth): void => {
  for (const each of elementsOf(breaks)) {
    const row = Number(attributeOf(each, 'id') ?? 0)
    setAttribute(each, 'id', String(rowAfter(row, growth, true)))
  }
}

/** Pictures and charts are held by rows from 0. */
const moveAnchors = (root: XmlElement, growth: Growth): void => {
  for (const row of descendants(root, 'row')) setText(row, String(rowAfter(Number(textOf(row)) + 1, growth) - 1))
}

/** The boxes of comments and buttons, in the old language of drawings, which is not always well-formed. */
const moveBoxes = async (form: FormPackage, path: string, growth: Growth): Promise<void> => {
  const entry = form.entries.get(path)
  if (!entry) return
  const down = (row: string) => String(rowAfter(Number(row) + 1, growth) - 1)
  const text = await partText(form, path, entry)
  const moved = text
    .replaceAll(/(<x:Row>\s*)(\d+)/gu, (_whole, before: string, row: string) => before + down(row))
    .replaceAll(/(<x:Anchor>)([\d,\s]+)/gu, (_whole, before: string, anchor: string) => {
      const numbers = anchor.split(',').map((number) => number.trim())
      return before + numbers.map((number, at) => (at === 2 || at === 6 ? down(number) : number)).join(', ')
    })
  form.written.set(path, moved)
}

/** Charts and pivot tables name the cells that they show, always with their sheet. */
const growOthers = (root: XmlElement, growth: Growth): void => {
  for (const formula of descendants(root, 'f')) {
    const { text, doubt } = formulaAfter(`SUM(${textOf(formula)})`, null, growth)
    if (doubt === null) setText(formula, text.slice(4, -1))
  }
  for (const source of descendants(root, 'worksheetSource')) {
    if (attributeOf(source, 'sheet') === growth.sheet) growAreas(source, growth)
  }
}
