import { brokenForm } from '../../errors.ts'
import {
  attributeOf,
  childOf,
  descendants,
  elementsOf,
  setAttribute,
  textOf,
  type XmlElement,
  type XmlPart,
} from '../markup/tree.ts'
import { neededPart, readPart, type FormPackage } from '../package.ts'
import { lettersOf, numberOfColumn } from './references.ts'

/** A sheet of a form; every row and cell says by its own `r` where it stands. */
export interface FormSheet {
  name: string
  path: string
  isHidden: boolean
  part: XmlPart
  data: XmlElement
}

export interface FormWorkbook {
  path: string
  root: XmlElement
  sheets: FormSheet[]
  /** The texts that cells point at by number. */
  texts: XmlElement[]
  styles: XmlElement | null
}

interface Relation {
  type: string
  target: string
}

/** Where a part points: by id. */
export const relationsOf = async (form: FormPackage, path: string): Promise<Map<string, Relation>> => {
  const part = await readPart(form, relationsPath(path))
  const relations = (part ? elementsOf(part.root) : []).filter(
    (relation) => attributeOf(relation, 'TargetMode') !== 'External',
  )
  return new Map(
    relations.map((relation) => [
      attributeOf(relation, 'Id') ?? '',
      {
        type: (attributeOf(relation, 'Type') ?? '').split('/').at(-1) ?? '',
        target: resolved(path, attributeOf(relation, 'Target') ?? ''),
      },
    ]),
  )
}

export const relationsPath = (path: string): string => {
  const cut = path.lastIndexOf('/') + 1
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
}

const resolved = (path: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : path.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export const openWorkbook = async (form: FormPackage): Promise<FormWorkbook> => {
  const path = 'xl/workbook.xml'
  const { root } = await neededPart(form, path)
  const relations = await relationsOf(form, path)
  const sheets: FormSheet[] = []
  for (const sheet of elementsOf(childOf(root, 'sheets') ?? root)) {
    const relation = relations.get(attributeOf(sheet, 'id') ?? '')
    if (sheet.local !== 'sheet' || relation?.type !== 'worksheet') continue
    const part = await neededPart(form, relation.target)
    const data = childOf(part.root, 'sheetData')
    if (!data) throw brokenForm(relation.target, 1)
    numberCells(data, relation.target)
    const name = attributeOf(sheet, 'name') ?? ''
    const isHidden = (attributeOf(sheet, 'state') ?? 'visible') !== 'visible'
    sheets.push({ name, path: relation.target, isHidden, part, data })
  }
  const typed = [...relations.values()]
  const partOf = async (type: string) => {
    const target = typed.find((relation) => relation.type === type)?.target
    return target === undefined ? undefined : readPart(form, target)
  }
  const texts = await partOf('sharedStrings')
  const styles = await partOf('styles')
  return { path, root, sheets, texts: texts ? elementsOf(texts.root) : [], styles: styles?.root ?? null }
}

/** Some programs leave the addresses out where they follow from the order. */
const numberCells = (data: XmlElement, path: string): void => {
  let row = 0
  for (const line of elementsOf(data)) {
    row = Number(attributeOf(line, 'r') ?? row + 1)
    if (!Number.isInteger(row) || row < 1 || row > 1_048_576) throw brokenForm(path, 1)
    setAttribute(line, 'r', String(row))
    let column = 0
    for (const cell of elementsOf(line)) {
      if (cell.local !== 'c') continue
      const letters = /^[A-Z]{1,3}/u.exec(attributeOf(cell, 'r') ?? '')?.[0]
      column = letters === undefined ? column + 1 : numberOfColumn(letters)
      setAttribute(cell, 'r', lettersOf(column) + String(row))
    }
  }
}

/** B7 as B and 7. */
export const splitAddress = (at: string): { column: string; row: number } => {
  const [, column = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(at) ?? []
  return { column, row: Number(row) }
}

export const addressOf = (cell: XmlElement): string => attributeOf(cell, 'r') ?? ''
export const rowNumber = (row: XmlElement): number => Number(attributeOf(row, 'r'))
export const formulaOf = (cell: XmlElement): XmlElement | undefined => childOf(cell, 'f')

/** What stands in a cell as letters; of a formula, what it gave when it was saved. */
export const cellText = (cell: XmlElement, texts: readonly XmlElement[]): string => {
  const type = attributeOf(cell, 't') ?? 'n'
  if (type === 'inlineStr') return lettersIn(childOf(cell, 'is'))
  const value = childOf(cell, 'v')
  const text = value ? textOf(value) : ''
  return type === 's' ? lettersIn(texts[Number(text)]) : text
}

const lettersIn = (holder: XmlElement | undefined): string => (holder ? textsIn(holder).map(textOf).join('') : '')

/** The texts of a cell, one for each of its looks; readings aids (`rPh`) are no part of them. */
export const textsIn = (holder: XmlElement): XmlElement[] =>
  elementsOf(holder).flatMap((child) =>
    child.local === 't' ? [child] : child.local === 'r' ? [...descendants(child, 't')] : [],
  )

/** The areas that are merged, as `[top, left, bottom, right]`, from 1. */
export const mergesOf = ({ part }: FormSheet): [number, number, number, number][] =>
  elementsOf(childOf(part.root, 'mergeCells') ?? part.root)
    .filter(({ local }) => local === 'mergeCell')
    .map((merge) => {
      const [from = '', to = from] = (attributeOf(merge, 'ref') ?? '').split(':')
      const [first, last] = [splitAddress(from), splitAddress(to)]
      return [first.row, numberOfColumn(first.column), last.row, numberOfColumn(last.column)]
    })

/** The cell at an address, made where the sheet has none. */
export const ensureCell = (sheet: FormSheet, at: string): XmlElement => {
  const { column, row } = splitAddress(at)
  const line = ensureRow(sheet, row)
  const wanted = numberOfColumn(column)
  const isBefore = (each: XmlElement) => numberOfColumn(splitAddress(addressOf(each)).column) < wanted
  return ensure(line, { local: 'c', isBefore, at })
}

export const ensureRow = ({ data }: FormSheet, row: number): XmlElement =>
  ensure(data, { local: 'row', isBefore: (each) => rowNumber(each) < row, at: String(row) })

const ensure = (
  parent: XmlElement,
  { local, isBefore, at }: { local: string; isBefore: (child: XmlElement) => boolean; at: string },
): XmlElement => {
  const place = parent.children.findIndex(
    (child) => typeof child !== 'string' && child.local === local && !isBefore(child),
  )
  const standing = parent.children[place]
  if (typeof standing === 'object' && attributeOf(standing, 'r') === at) return standing
  const prefix = parent.name.slice(0, parent.name.length - parent.local.length)
  const made: XmlElement = { name: prefix + local, local, attributes: [['r', at]], children: [] }
  parent.children.splice(place < 0 ? parent.children.length : place, 0, made)
  return made
}
