import {
  ApiError,
  brokenFile,
  emptyFile,
  fileTypeRefused,
  fileWithMacros,
  fileWithObjects,
  pictureTooLarge,
} from '../errors.ts'
import { listEntries, unpack, type ZipEntry } from '../exchange/reading/zip.ts'
import { kindOfBytes, mostPixels, pixelsOf } from './rules.ts'
import type { FileType } from './schema.ts'

/** What a file is, whatever it is called. Throws 422 for what is not taken; `name` tells which of several it was. */
export const checkType = async (bytes: Uint8Array, name: string): Promise<FileType> => {
  if (bytes.length === 0) throw emptyFile(name)
  const kind = kindOfBytes(bytes)
  if (kind === null) throw fileTypeRefused(name)
  if (kind === 'zip') return checkDocument(bytes, name)
  if (kind !== 'application/pdf') checkPixels(kind, bytes, name)
  return kind
}

const checkPixels = (type: FileType, bytes: Uint8Array, name: string): void => {
  const pixels = pixelsOf(type, bytes)
  if (pixels === null) throw brokenFile(name)
  if (pixels > mostPixels) throw pictureTooLarge(name)
}

const documents = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const

/** A document of Word or Excel that runs nothing and carries nothing that does. */
const checkDocument = async (bytes: Uint8Array, name: string): Promise<FileType> => {
  const entries = entriesOf(bytes, name)
  const types = entries.get('[Content_Types].xml')
  const [, type] = documents.find(([part]) => entries.has(part)) ?? []
  if (!types || !type) throw fileTypeRefused(name)
  const isActive =
    [...entries.keys()].some((part) => activeParts.test(part)) || macroTypes.test(await textOf(types, name))
  if (isActive) throw fileWithMacros(name)
  if ([...entries.keys()].some(isObject)) throw fileWithObjects(name)
  return type
}

const activeParts = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/)/iu
const macroTypes = /macroEnabled|vbaProject|macrosheet/iu
/** What is embedded may be anything, but for the sheet behind a chart; a program lies in a document for no good reason. */
const embedded = /(^|\/)embeddings\//iu
const ofChart = /\.xlsx$/iu
const programs = /\.(bat|cmd|com|cpl|dll|exe|hta|jar|jse?|lnk|msi|ps1|scr|vbe?|vbs|wsf)$/iu
const isObject = (part: string) => programs.test(part) || (embedded.test(part) && !ofChart.test(part))
const mostTypesBytes = 1024 * 1024

const entriesOf = (bytes: Uint8Array, name: string): Map<string, ZipEntry> => {
  try {
    return listEntries(bytes)
  } catch (error) {
    throw asBroken(error, name)
  }
}

const textOf = async (entry: ZipEntry, name: string): Promise<string> => {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of unpack(entry, { bytes: mostTypesBytes })) pieces.push(piece)
  } catch (error) {
    throw asBroken(error, name)
  }
  return Buffer.concat(pieces).toString()
}

/** What the reader of zips says of spreadsheets is said of any file here. */
const asBroken = (error: unknown, name: string): unknown => (error instanceof ApiError ? brokenFile(name) : error)
