import { elementsOf, newElement, type XmlElement, type XmlPart } from '../markup/tree.ts'
import { pieceOf, type Piece } from '../markup/pieces.ts'
import { neededPart, readPart, type FormPackage } from '../package.ts'

/** A paragraph of a document, numbered through its part. */
export interface WordParagraph {
  part: string
  at: string
  element: XmlElement
  /** The innermost row of a table that it stands in. */
  row: WordRow | null
  /** An older way of drawing the same again, for programs that do not know the newer one. */
  isFallback: boolean
}

export interface WordRow {
  part: string
  at: string
  element: XmlElement
  /** What holds it: a table, or what a table holds its rows by. */
  parent: XmlElement
  /** Tables are numbered through their part too. */
  table: number
  /** Number of each paragraph's cell within the row. */
  cells: XmlElement[]
}

export interface WordDocument {
  parts: { path: string; part: XmlPart }[]
  paragraphs: WordParagraph[]
  rows: WordRow[]
}

const body = 'word/document.xml'
const around = /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/u

export const openDocument = async (form: FormPackage): Promise<WordDocument> => {
  const document: WordDocument = { parts: [], paragraphs: [], rows: [] }
  const paths = [body, ...[...form.entries.keys()].filter((path) => around.test(path)).sort()]
  for (const path of paths) {
    const part = path === body ? await neededPart(form, path) : await readPart(form, path)
    if (!part) continue
    document.parts.push({ path, part })
    walk(part.root, walkerOf(document, path, part.root))
  }
  return document
}

interface Walker {
  /** Names of the elements of text; drawings have paragraphs of their own kind. */
  paragraph: string
  row: string
  onParagraph: (element: XmlElement, place: Place) => void
  onRow: (element: XmlElement, parent: XmlElement, place: Place) => WordRow
  onTable: () => number
}

interface Place {
  row: WordRow | null
  table: number
  isFallback: boolean
}

const walkerOf = ({ paragraphs, rows }: WordDocument, part: string, root: XmlElement): Walker => {
  const prefix = root.name.slice(0, root.name.length - root.local.length)
  const count = { paragraph: 0, row: 0, table: 0 }
  const next = (what: keyof typeof count) => (count[what] += 1)
  return {
    paragraph: `${prefix}p`,
    row: `${prefix}tr`,
    onParagraph: (element, { row, isFallback }) => {
      paragraphs.push({ part, at: String(next('paragraph')), element, row, isFallback })
    },
    onRow: (element, parent, { table }) => {
      const cells = elementsOf(element).filter(({ local }) => local === 'tc')
      const row: WordRow = { part, at: String(next('row')), element, parent, table, cells }
      rows.push(row)
      return row
    },
    onTable: () => next('table'),
  }
}

const walk = (element: XmlElement, walker: Walker, place: Place = { row: null, table: 0, isFallback: false }): void => {
  for (const child of elementsOf(element)) {
    if (child.name === walker.paragraph) walker.onParagraph(child, place)
    const row = child.name === walker.row ? walker.onRow(child, element, place) : place.row
    const table = child.local === 'tbl' ? walker.onTable() : place.table
    walk(child, walker, { row, table, isFallback: place.isFallback || child.local === 'Fallback' })
  }
}

/** What may stand between a paragraph and its runs; what was struck out (`del`) is no text of it. */
const holders = new Set(['hyperlink', 'ins', 'moveTo', 'smartTag', 'sdt', 'sdtContent', 'fldSimple', 'customXml'])
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** The letters of a paragraph in their order. */
export const piecesOf = (paragraph: XmlElement): Piece[] =>
  elementsOf(paragraph).flatMap((child) => {
    if (child.local === 'r') return elementsOf(child).flatMap(pieceInRun)
    return holders.has(child.local) ? piecesOf(child) : []
  })

const pieceInRun = (element: XmlElement): Piece[] => {
  if (element.local === 't') return [pieceOf(element)]
  const sign = signs[element.local]
  return sign === undefined ? [] : [{ element, text: sign, isSign: true }]
}

/**
 * Makes room for letters beside every sign, and in a paragraph without any: a new run with the looks that the paragraph
 * gives its end.
 */
export const makeRoom = (paragraph: XmlElement): void => {
  for (const run of runsOf(paragraph)) {
    run.children = run.children.flatMap((child) =>
      typeof child !== 'string' && child.local in signs
        ? [newElement(child, 't'), child, newElement(child, 't')]
        : [child],
    )
  }
  if (piecesOf(paragraph).length > 0) return
  const looks = elementsOf(paragraph).find(({ local }) => local === 'pPr')
  const ofEnd = looks && elementsOf(looks).find(({ local }) => local === 'rPr')
  const kept = ofEnd ? [{ ...ofEnd, children: ofEnd.children.filter(isOfRun) }] : []
  paragraph.children.push(newElement(paragraph, 'r', [...kept, newElement(paragraph, 't')]))
}

/** What tells how the mark of a paragraph was changed is no part of a run's looks. */
const isOfRun = (child: XmlElement['children'][number]): boolean =>
  typeof child === 'string' || !['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange'].includes(child.local)

const runsOf = (paragraph: XmlElement): XmlElement[] =>
  elementsOf(paragraph).flatMap((child) => {
    if (child.local === 'r') return [child]
    return holders.has(child.local) ? runsOf(child) : []
  })
