import { foreignSpreadsheet, notASpreadsheet, wordDocument } from '../../errors.ts'
import { readXml } from './xml.ts'
import type { Budget, ZipEntry } from './zip.ts'

export interface Parts {
  entries: Map<string, ZipEntry>
  budget: Budget
}

export interface SheetPart {
  name: string
  entry: ZipEntry
}

export interface WorkbookParts {
  sheets: SheetPart[]
  /** Sheets that are hidden beside those that are not. */
  hidden: SheetPart[]
  /** What the workbook's own names stand for. */
  names: string[]
  /** Days are counted from 1904. */
  isFrom1904: boolean
  sharedStrings: ZipEntry | null
  styles: ZipEntry | null
}

/** Old lists drag thousands of broken names along. */
const mostNames = 200

interface Relation {
  target: string
  /** Last part of the type's address: worksheet, styles … */
  type: string
}

/** What the workbook consists of: its sheets in their order and where the texts and formats stand. */
export const findParts = async (parts: Parts): Promise<WorkbookParts> => {
  const { entries, budget } = parts
  const roots = await relationsOf(parts, '')
  const path = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const workbook = entries.get(path)
  if (path.endsWith('.bin')) throw foreignSpreadsheet()
  if (!workbook || entries.has('word/document.xml')) throw refusalOf(entries)
  const relations = await relationsOf(parts, path)
  const listed: { name: string; id: string; isHidden: boolean }[] = []
  const names: string[] = []
  let isFrom1904 = false
  let isWorkbook = false
  let isName = false
  await readXml(workbook, budget, {
    open: (element, attributes) => {
      if (element === 'workbook') isWorkbook = true
      isName = element === 'definedName'
      if (element === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (element !== 'sheet') return
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible'
      listed.push({ name: attributes['name'] ?? '', id: attributes['id'] ?? '', isHidden })
    },
    text: (text) => {
      if (isName && names.length < mostNames) names.push(text)
    },
    close: () => (isName = false),
  })
  if (!isWorkbook) throw notASpreadsheet()
  const sheets = listed.flatMap(({ name, id, isHidden }) => {
    const relation = relations.get(id)
    const entry = relation?.type === 'worksheet' ? entries.get(relation.target) : undefined
    return entry ? [{ name, entry, isHidden }] : []
  })
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  const typed = (wanted: string) => {
    const relation = [...relations.values()].find(({ type }) => type === wanted)
    return (relation && entries.get(relation.target)) ?? null
  }
  return {
    sheets: visible.length > 0 ? visible : sheets,
    hidden: visible.length > 0 ? sheets.filter(({ isHidden }) => isHidden) : [],
    names,
    isFrom1904,
    sharedStrings: typed('sharedStrings'),
    styles: typed('styles'),
  }
}

const refusalOf = (entries: Parts['entries']) => {
  if (entries.has('word/document.xml')) return wordDocument()
  // OpenDocument says what it is in a part that is never packed.
  const kind = new TextDecoder().decode(entries.get('mimetype')?.packed.subarray(0, 100))
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return foreignSpreadsheet()
  return kind.startsWith('application/vnd.oasis.opendocument.text') ? wordDocument() : notASpreadsheet()
}

/** Where a part points: by id, with the path of what it points at. */
const relationsOf = async ({ entries, budget }: Parts, path: string): Promise<Map<string, Relation>> => {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const entry = entries.get(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (!entry) return relations
  await readXml(entry, budget, {
    open: (element, attributes) => {
      const { Id: id, Target: target, Type: type, TargetMode: mode } = attributes
      if (element !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      relations.set(id, { target: resolved(folder, target), type: (type ?? '').split('/').at(-1) ?? '' })
    },
  })
  return relations
}

const resolved = (folder: string, target: string): string => {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
