import { changeText, findPlaceholders } from '../markup/pieces.ts'
import { findRepeat, type FormPlace, type FoundPlaces } from '../markup/places.ts'
import { attributeOf, childOf } from '../markup/tree.ts'
import type { FormPackage } from '../package.ts'
import type { FormFault, FormField, FormMarks, FormRow } from '../schema.ts'
import { makeRoom, openDocument, piecesOf, type WordDocument } from './document.ts'

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
    const { names, unknown } = findPlaceholders(piecesOf(element), nameOf)
    if (names.length > 0) places.push({ part, at, row: row?.at ?? null, names })
    for (const text of unknown) faults.push({ kind: 'unknown', part, at, text })
  }
  const { repeat, faults: ofRow } = findRepeat(places, fields, marks)
  const merged = repeat && mergedOver(document, repeat)
  return { document, places, repeat, faults: [...faults, ...ofRow, ...(merged ? [merged] : [])] }
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

/** A row whose cells reach down into the next cannot be repeated alone. */
const mergedOver = ({ rows }: WordDocument, { part, at }: FormRow): FormFault | null => {
  const row = rows.find((each) => each.part === part && each.at === at)
  const reaches = row?.cells.some((cell) => {
    const merge = childOf(childOf(cell, 'tcPr'), 'vMerge')
    return merge !== undefined && attributeOf(merge, 'val') === 'restart'
  })
  return reaches === true ? { kind: 'merged', part, at, text: '' } : null
}
