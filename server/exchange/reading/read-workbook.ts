import {
  brokenSpreadsheet,
  emptySpreadsheet,
  encryptedSpreadsheet,
  legacySpreadsheet,
  notASpreadsheet,
  wordDocument,
} from '../../errors.ts'
import type { Workbook } from '../sheet.ts'
import { readDelimited } from './delimited.ts'
import { readXlsx } from './xlsx.ts'

/** Reads a workbook or text table by what it is, whatever its name says; refuses everything else with its reason. */
export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  if (bytes.length === 0) throw emptySpreadsheet()
  const workbook = await readByKind(bytes)
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw emptySpreadsheet()
  return workbook
}

const readByKind = async (bytes: Uint8Array): Promise<Workbook> => {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) throw notASpreadsheet()
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refusalOfCompound(bytes)
  // BIFF of Excel 2 to 4, without a container.
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04])) throw legacySpreadsheet()
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw notASpreadsheet()
  return readDelimited(bytes)
}

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, index) => bytes[index] === byte)

/** A container of old Office: an encrypted XLSX, an old workbook, or something else (its parts are named in UTF-16). */
const refusalOfCompound = (bytes: Uint8Array) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return encryptedSpreadsheet()
  if (holds('Workbook') || holds('Book')) return legacySpreadsheet()
  if (holds('WordDocument')) return wordDocument()
  return holds('PowerPoint Document') ? notASpreadsheet() : brokenSpreadsheet()
}
