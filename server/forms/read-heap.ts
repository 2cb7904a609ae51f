import { ApiError, heapTooLarge } from '../errors.ts'
import { listEntries, unpack, type Budget, type ZipEntry } from '../exchange/reading/zip.ts'
import { readWorkbook } from '../exchange/reading/read-workbook.ts'
import { cleanText, cutTo } from '../format/search.ts'
import { readForm, type KnownForms, type ReadForm } from './read-form.ts'
import { heapLimits, type FileVerdict } from './schema.ts'

/** One file of a heap as read: a form, or why it is none. */
export interface HeapFile {
  name: string
  verdict: FileVerdict
  form: ReadForm | null
}

export interface Heap {
  files: HeapFile[]
  passedOver: number
}

/** Takes the files one after the other, as they arrive: only one is ever held unpacked. */
export const heapReader = (known: KnownForms) => {
  const heap: Heap = { files: [], passedOver: 0 }
  const budget: Budget = { bytes: heapLimits.bytes }
  const keep = (name: string, verdict: FileVerdict, form: ReadForm | null = null) => {
    if (heap.files.length >= heapLimits.files) throw heapTooLarge()
    heap.files.push({ name: cutTo(cleanText(name), 300), verdict, form })
  }
  const take = async (name: string, bytes: Uint8Array, depth: number): Promise<void> => {
    if (isNobodys(name)) return void (heap.passedOver += 1)
    const kind = kindOfBytes(bytes)
    if (kind === 'workbook') await takeWorkbook(name, bytes)
    else if (kind === 'zip') await takeZip(name, bytes, depth)
    else keep(name, kind ?? (await verdictOfOther(bytes)))
  }
  const takeWorkbook = async (name: string, bytes: Uint8Array) => {
    if (bytes.length > heapLimits.fileBytes) return keep(name, 'too-large')
    try {
      const form = await readForm(bytes, known)
      keep(name, form ? 'fine' : 'not-a-form', form)
    } catch (error) {
      keep(name, verdictOf(error))
    }
  }
  const takeZip = async (name: string, bytes: Uint8Array, depth: number) => {
    if (depth >= heapLimits.depth) return keep(name, 'too-deep')
    const entries = entriesOf(bytes)
    if (!(entries instanceof Map)) return keep(name, entries)
    for (const [path, entry] of entries) {
      if (path.endsWith('/')) continue
      const inner = `${name}/${path}`
      if (isNobodys(inner)) heap.passedOver += 1
      else await takeEntry(inner, entry, depth + 1)
    }
  }
  const takeEntry = async (name: string, entry: ZipEntry, depth: number) => {
    const own: Budget = { bytes: Math.min(budget.bytes, heapLimits.entryBytes) }
    const given = own.bytes
    const bytes = await unpackWhole(entry, own).catch(verdictOf)
    budget.bytes -= given - own.bytes
    if (budget.bytes <= 0) throw heapTooLarge()
    if (typeof bytes === 'string') keep(name, bytes)
    else await take(name, bytes, depth)
  }
  return {
    heap,
    /** `name` with the folder in which the browser found it. */
    take: (name: string, bytes: Uint8Array): Promise<void> => take(name, bytes, 0),
  }
}

const entriesOf = (bytes: Uint8Array): Map<string, ZipEntry> | FileVerdict => {
  try {
    return listEntries(bytes)
  } catch (error) {
    return verdictOf(error)
  }
}

const unpackWhole = async (entry: ZipEntry, budget: Budget): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of unpack(entry, budget)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** What systems leave in folders, and the locks of open workbooks. */
const isNobodys = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\._|~\$|\.~lock\.|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu.test(path)

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0) =>
  start.every((byte, index) => bytes[at + index] === byte)

const pictures = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
] as const
/** «ftyp» and «WEBP», which stand behind the length of what follows: HEIC of phones, WebP of messengers. */
const isNewPicture = (bytes: Uint8Array) =>
  startsWith(bytes, [0x66, 0x74, 0x79, 0x70], 4) || startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)

/** By what it is, whatever its name says; null = to be asked of whoever reads spreadsheets. */
const kindOfBytes = (bytes: Uint8Array): 'workbook' | 'zip' | FileVerdict | null => {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  if (pictures.some((start) => startsWith(bytes, start)) || isNewPicture(bytes)) return 'picture'
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'not-a-form'
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null
  const entries = entriesOf(bytes)
  // A locked zip of workbooks is told as one, like a broken one.
  if (!(entries instanceof Map)) return entries
  return entries.has('[Content_Types].xml') || entries.has('mimetype') ? 'workbook' : 'zip'
}

/** Old workbooks, locked ones, Word: refused with their reasons; text is no form. */
const verdictOfOther = async (bytes: Uint8Array): Promise<FileVerdict> => {
  // Only the beginning tells: nobody's text is read to its end for a refusal.
  const isCompound = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
  try {
    await readWorkbook(isCompound ? bytes : bytes.subarray(0, 4096))
    return 'not-a-form'
  } catch (error) {
    return verdictOf(error)
  }
}

const verdicts: Readonly<Record<string, FileVerdict>> = {
  'spreadsheet-legacy': 'legacy',
  'spreadsheet-foreign': 'foreign',
  'spreadsheet-encrypted': 'encrypted',
  'spreadsheet-broken': 'broken',
  'spreadsheet-unsafe': 'broken',
  'spreadsheet-too-large': 'too-large',
  'too-many-rows': 'not-a-form',
  'word-document': 'word-document',
  'not-a-spreadsheet': 'not-a-form',
  'spreadsheet-empty': 'not-a-form',
  'text-encoding-unknown': 'not-a-form',
}

const verdictOf = (error: unknown): FileVerdict => {
  const verdict = error instanceof ApiError ? verdicts[error.code] : undefined
  if (!verdict) throw error
  return verdict
}
