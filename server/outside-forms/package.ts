import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import type { ZipInputFile } from 'fflate'
import { ApiError, brokenForm, formTooLarge, legacyForm, lockedForm, formTypeRefused, formFetches } from '../errors.ts'
import { listEntries, unpack, type Budget, type ZipEntry } from '../exchange/reading/zip.ts'
import { checkType } from '../files/check-type.ts'
import { fileTypes } from '../files/schema.ts'
import { noZipTime, openZip } from '../zips.ts'
import {
  attributeOf,
  elementsOf,
  newTreeBudget,
  parseXml,
  serialize,
  type TreeBudget,
  type XmlElement,
  type XmlPart,
} from './markup/tree.ts'
import type { FormType } from './schema.ts'

/** A form of others as a package of parts, of which those are read that somebody asks for. */
export interface FormPackage {
  type: FormType
  entries: Map<string, ZipEntry>
  budget: Budget
  tree: TreeBudget
  /** Parts that were read, by path: changed in place. */
  parts: Map<string, XmlPart>
  /** Parts that are written anew instead: text, or null = left out. */
  written: Map<string, string | null>
}

/** The XML of a form unpacks to a hundredth of it. */
const mostBytes = 64 * 1024 * 1024
/** A workbook as wide as a form that was sent to all units of a country. */
const longestPart = 32 * 1024 * 1024

/** Opens a form by what it is, whatever its name says; refused with the reason. */
export const openPackage = async (bytes: Uint8Array, name: string): Promise<FormPackage> => {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refusalOfCompound(bytes, name)
  const kind = await kindOf(bytes, name)
  if (kind !== 'docx' && kind !== 'xlsx') throw formTypeRefused(name)
  return {
    type: kind,
    entries: listEntries(bytes),
    budget: { bytes: mostBytes },
    tree: newTreeBudget(),
    parts: new Map(),
    written: new Map(),
  }
}

const kindOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  try {
    return fileTypes[await checkType(bytes, name)]
  } catch (error) {
    throw error instanceof ApiError && error.code === 'file-type-refused' ? formTypeRefused(name) : error
  }
}

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, index) => bytes[index] === byte)

/** A container of old Office: a locked form, an old one, or something else (its parts are named in UTF-16). */
const refusalOfCompound = (bytes: Uint8Array, name: string) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (part: string) => content.includes(Buffer.from(part, 'utf16le'))
  if (holds('EncryptedPackage')) return lockedForm(name)
  return ['Workbook', 'Book', 'WordDocument'].some(holds) ? legacyForm(name) : formTypeRefused(name)
}

/** A part as a tree; undefined = there is none. */
export const readPart = async (form: FormPackage, path: string): Promise<XmlPart | undefined> => {
  const known = form.parts.get(path)
  const entry = form.entries.get(path)
  if (known || !entry) return known
  const part = await parseXml(await partText(form, path, entry), path, form.tree)
  form.parts.set(path, part)
  return part
}

export const neededPart = async (form: FormPackage, path: string): Promise<XmlPart> => {
  const part = await readPart(form, path)
  if (!part) throw brokenForm(path, 1)
  return part
}

export const partText = async (form: FormPackage, path: string, entry: ZipEntry): Promise<string> => {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of unpack(entry, form.budget)) {
      length += piece.length
      if (length > longestPart) throw formTooLarge()
      pieces.push(piece)
    }
  } catch (error) {
    if (error instanceof ApiError) throw error.code === 'spreadsheet-too-large' ? formTooLarge() : asBroken(error, path)
    throw error
  }
  const bytes = Buffer.concat(pieces)
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw brokenForm(path, 1)
  }
}

const asBroken = (error: ApiError, path: string) => (error.code.startsWith('spreadsheet') ? brokenForm(path, 1) : error)

const encodingOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
}

/** Reads every part once, so that what is broken is refused when it comes, not when it is filled in a hurry. */
export const checkParts = async (form: FormPackage): Promise<void> => {
  for (const [path, entry] of form.entries) {
    if (!/\.(xml|rels)$/iu.test(path)) continue
    const { root } = await parseXml(await partText(form, path, entry), path, form.tree)
    if (isFetching(path) || (path.endsWith('.rels') && elementsOf(root).some(isFetchingRelation))) throw formFetches()
    refuseCommands(path, root)
  }
}

/** What Excel would ask of another machine by itself when the form is opened. */
const isFetching = (path: string): boolean => /^xl\/(connections\.xml|queryTables\/)/iu.test(path)

/** A template or a frame from the network; a hyperlink waits for somebody to click it, a link to a workbook asks first. */
const isFetchingRelation = (relation: XmlElement): boolean => {
  const type = (attributeOf(relation, 'Type') ?? '').split('/').at(-1) ?? ''
  const isOutside = attributeOf(relation, 'TargetMode') === 'External'
  return (
    isOutside &&
    fetchingTypes.has(type) &&
    /^(https?|ftp|\\\\|file:\/\/(?!\/))/iu.test(attributeOf(relation, 'Target') ?? '')
  )
}
const fetchingTypes = new Set(['attachedTemplate', 'frame', 'oleObject', 'image', 'subDocument', 'aFChunk'])

/** DDE starts another program. */
const refuseCommands = (path: string, root: XmlElement): void => {
  const isLink = path.startsWith('xl/externalLinks/') && elementsOf(root).some(({ local }) => local === 'ddeLink')
  const isField = path.startsWith('word/') && /(?:<(?:\w+:)?instrText[^>]*>|instr=")\s*DDE/iu.test(serialize(root))
  if (isLink || isField) throw formFetches()
}

/** Whether the form points at other files; they are kept as they are. */
export const hasLinks = ({ entries }: FormPackage): boolean =>
  [...entries.keys()].some((path) => path.startsWith('xl/externalLinks/'))

const deflated = promisify<string, Buffer>(deflateRaw)

/** The form as a file: parts that were changed anew, all others as they were packed. */
export const savePackage = async (form: FormPackage): Promise<Buffer> => {
  const zip = openZip(noZipTime)
  for (const [path, entry] of form.entries) {
    const text = form.written.get(path)
    if (text === null) continue
    const { packed, isDeflated, crc, size } = text === undefined ? entry : await packedText(text)
    const file: ZipInputFile = { filename: path, crc, size, compression: isDeflated ? 8 : 0 }
    zip.add(file)
    file.ondata?.(null, packed as Uint8Array<ArrayBuffer>, true)
  }
  zip.end()
  return Buffer.concat(zip.take())
}

const packedText = async (text: string): Promise<ZipEntry> => {
  const bytes = new TextEncoder().encode(text)
  return { packed: await deflated(text), isDeflated: true, crc: crc32(bytes), size: bytes.length }
}
