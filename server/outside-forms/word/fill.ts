import { setImmediate } from 'node:timers/promises'
import { escaped } from '../../documents/word/markup.ts'
import { fillerOf, type Filler } from '../markup/pieces.ts'
import { keptSigns, elementsOf, removeAttributes, serialize, serializePart, type XmlElement } from '../markup/tree.ts'
import type { FormPackage } from '../package.ts'
import { rowsBetweenPauses, valueIn, type FormValues, type ValueOf } from '../values.ts'
import type { WordRow } from './document.ts'
import { preparedRows, type FoundDocument } from './find.ts'

/** Stands where the rows of a table are put in. */
const rowsGoHere = keptSigns[2]

/** Fills the document in which the placeholders were found; what changed is written anew when it is saved. */
export const fillDocument = async (
  form: FormPackage,
  { document, places, repeat }: FoundDocument,
  values: FormValues,
): Promise<void> => {
  const touched = new Set(places.map(({ part }) => part))
  const row = document.rows.find(({ part, at }) => part === repeat?.part && at === repeat.at)
  const taken = row ? preparedRows(document, row).slice(0, Math.max(0, values.rows.length - 1)) : []
  const rows = row ? await repeatRow(row, taken, values) : ''
  for (const { element, parent } of taken) parent.children = parent.children.filter((child) => child !== element)
  if (row) row.parent.children[row.parent.children.indexOf(row.element)] = rowsGoHere
  for (const { path, part } of document.parts) {
    if (!touched.has(path)) continue
    const [before = '', after = ''] = serializePart(part).split(rowsGoHere)
    const fill = (text: string) => fillerOf(text)(asText(valueIn(values), part.root))
    const isHere = row?.part === path
    form.written.set(path, fill(before) + (isHere ? rows + fill(after) : ''))
  }
}

/** The row once for each record of the list; the last of them in the looks of the rows that the form prepared. */
const repeatRow = async ({ element }: WordRow, prepared: readonly WordRow[], values: FormValues): Promise<string> => {
  const first = fillerOf(serialize(element))
  const copy = structuredClone(element)
  withoutIdentity(copy)
  const others: Filler = fillerOf(serialize(copy))
  const last = prepared.map((row) => fillerOf(serialize(inLooksOf(copy, row))))
  const written: string[] = []
  for (const [at, record] of (values.rows.length === 0 ? [{}] : values.rows).entries()) {
    const own = last[at - (values.rows.length - last.length)]
    written.push((own ?? (at === 0 ? first : others))(asText(valueIn(values, record), element)))
    if (at % rowsBetweenPauses === 0) await setImmediate()
  }
  return written.join('')
}

/** The same words in a row and cells that look like those of another. */
const inLooksOf = (row: XmlElement, { element, cells }: WordRow): XmlElement => {
  const looked = (own: XmlElement, other: XmlElement | undefined, names: readonly string[]) => ({
    ...own,
    children: [
      ...(other ? elementsOf(other).filter(({ local }) => names.includes(local)) : []),
      ...own.children.filter((child) => typeof child === 'string' || !names.includes(child.local)),
    ],
  })
  const laid = looked(row, element, ['tblPrEx', 'trPr'])
  let at = -1
  return {
    ...laid,
    children: laid.children.map((child) => {
      if (typeof child === 'string' || child.local !== 'tc') return child
      at += 1
      return looked(child, cells[at], ['tcPr'])
    }),
  }
}

const unique = new Set(['bookmarkStart', 'bookmarkEnd', 'commentRangeStart', 'commentRangeEnd', 'commentReference'])

/** What may stand in a document only once is left out of the copies of a row. */
const withoutIdentity = (element: XmlElement): void => {
  removeAttributes(element, (name) => name === 'paraId' || name === 'textId')
  element.children = element.children.filter(
    (child) =>
      typeof child === 'string' || !(unique.has(child.local) || (child.local === 'id' && element.local === 'sdtPr')),
  )
  for (const child of elementsOf(element)) withoutIdentity(child)
}

/** A value as the letters of a run; its lines stand under each other. */
const asText =
  (valueOf: ValueOf, { name, local }: XmlElement): ValueOf =>
  (field) => {
    const prefix = name.slice(0, name.length - local.length)
    return escaped(valueOf(field)).replaceAll('\n', `</${prefix}t><${prefix}br/><${prefix}t xml:space="preserve">`)
  }
