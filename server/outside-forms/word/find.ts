import { changeText, findPlaceholders, joined, onlyPlaceholder } from '../markup/pieces.ts'
import { findRepeat, isBlank, isRowNumber, type FormPlace, type FoundPlaces } from '../markup/places.ts'
import { attributeOf, childOf, descendants, type XmlElement } from '../markup/tree.ts'
import type { FormPackage } from '../package.ts'
import type { FormFault, FormField, FormMarks, FormRow } from '../schema.ts'
import { makeRoom, openDocument, piecesOf, type WordDocument, type WordRow } from './document.ts'

export interface FoundDocument extends FoundPlaces {
  document: WordDocument
}

/** Puts the marks into the paragraphs and finds the placeholders of the whole document. */
export const findInDocument = async (
  form: FormPackage,
  marks: FormMarks,
  fields: readonly FormField[],
  nameOf: (text: string) => string | null,
): Promise<FoundDocument> => {
  const document = await openDocument(form)
  const faults = markParagraphs(document, marks)
  const places: FormPlace[] = []
  for (const { part, at, element, row } of document.paragraphs) {
    const { names, said, unknown } = findPlaceholders(piecesOf(element), nameOf)
    if (names.length > 0) places.push({ part, at, row: row?.at ?? null, names, said })
    for (const text of unknown) faults.push({ kind: 'unknown', part, at, text })
  }
  const { repeat, faults: ofRow } = findRepeat(places, fields, marks)
  const merged = repeat && mergedOver(document, repeat)
  const prepared = repeat ? preparedRows(document, repeat).length : 0
  return { document, places, repeat, prepared, faults: [...faults, ...ofRow, ...(merged ? [merged] : [])] }
}

/** Marks of paragraphs that are not there any more are told, not lost. */
const markParagraphs = ({ paragraphs, rows }: WordDocument, { texts, repeat }: FormMarks): FormFault[] => {
  const faults: FormFault[] = []
  for (const { part, at, text } of texts) {
    const paragraph = paragraphs.find((each) => each.part === part && each.at === at)
    if (!paragraph) {
      faults.push({ kind: 'gone', part, at, text })
      continue
    }
    makeRoom(paragraph.element)
    changeText(piecesOf(paragraph.element), text)
  }
  const isThere = repeat === null || rows.some(({ part, at }) => part === repeat.part && at === repeat.at)
  return isThere ? faults : [...faults, { kind: 'gone', ...repeat, text: '' }]
}

/**
 * The rows below the repeated one that a form has for more of its list: as many cells, and nothing in them but dots, or
 * numbers where the repeated row has its own.
 */
export const preparedRows = ({ rows }: WordDocument, { part, at }: FormRow): WordRow[] => {
  const repeated = rows.find((each) => each.part === part && each.at === at)
  const below = repeated ? rows.filter(({ parent }) => parent === repeated.parent) : []
  const prepared: WordRow[] = []
  for (const row of repeated ? below.slice(below.indexOf(repeated) + 1) : []) {
    if (!repeated || !isEmptyLike(repeated, row)) break
    prepared.push(row)
  }
  return prepared
}

const isEmptyLike = (repeated: WordRow, row: WordRow): boolean =>
  row.cells.length === repeated.cells.length &&
  row.cells.every((cell, at) => {
    const above = repeated.cells[at]
    if (!above || isMerged(cell) || widthOf(cell) !== widthOf(above)) return false
    const text = textOfCell(cell)
    return isBlank(text) || (isRowNumber(text) && onlyPlaceholder(textOfCell(above)) === 'ordinal')
  })

const isMerged = (cell: XmlElement): boolean => childOf(childOf(cell, 'tcPr'), 'vMerge') !== undefined
const widthOf = (cell: XmlElement): string => {
  const span = childOf(childOf(cell, 'tcPr'), 'gridSpan')
  return (span && attributeOf(span, 'val')) ?? '1'
}
const textOfCell = (cell: XmlElement): string =>
  [...descendants(cell, 'p')].map((paragraph) => joined(piecesOf(paragraph))).join('')

/** A row whose cells reach down into the next cannot be repeated alone. */
const mergedOver = ({ rows }: WordDocument, { part, at }: FormRow): FormFault | null => {
  const row = rows.find((each) => each.part === part && each.at === at)
  const reaches = row?.cells.some((cell) => {
    const merge = childOf(childOf(cell, 'tcPr'), 'vMerge')
    return merge !== undefined && attributeOf(merge, 'val') === 'restart'
  })
  return reaches === true ? { kind: 'merged', part, at, text: '' } : null
}
