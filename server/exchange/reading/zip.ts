import { Inflate } from 'fflate'
import { brokenSpreadsheet, encryptedSpreadsheet, spreadsheetTooLarge } from '../../errors.ts'

export interface ZipEntry {
  packed: Uint8Array
  isDeflated: boolean
  /** Check sum and length of what it unpacks to, as the directory tells them. */
  crc: number
  size: number
}

/** What may still be unpacked, counted over all parts of one file. */
export interface Budget {
  bytes: number
}

/** No list of units comes near it; a bomb meets it after a second. */
export const newBudget = (): Budget => ({ bytes: 128 * 1024 * 1024 })

/** Sheets full of the same row pack to a hundredth; deflate can do a thousandth, which only bombs do at length. */
const highestRatio = 400
const ratioCountsFrom = 16 * 1024 * 1024
const maxEntries = 2000
const piece = 16 * 1024

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/** The parts of a zip by name, found through its directory; nothing is unpacked yet. */
export const listEntries = (bytes: Uint8Array): Map<string, ZipEntry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    const count = view.getUint16(end + 10, true)
    if (count > maxEntries) throw spreadsheetTooLarge()
    const entries = new Map<string, ZipEntry>()
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== directoryEntry) throw brokenSpreadsheet()
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      entries.set(name.replace(/^\//, ''), entryAt(bytes, view, at))
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    // Whatever points outside the file.
    throw error instanceof RangeError ? brokenSpreadsheet() : error
  }
}

/** The directory's end stands at the very end, before a comment of at most 64 KB. */
const findEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw brokenSpreadsheet()
}

const entryAt = (bytes: Uint8Array, view: DataView, at: number): ZipEntry => {
  if ((view.getUint16(at + 8, true) & 1) === 1) throw encryptedSpreadsheet()
  const method = view.getUint16(at + 10, true)
  const packedSize = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (method !== 0 && method !== 8) throw brokenSpreadsheet()
  if (view.getUint32(local, true) !== localEntry) throw brokenSpreadsheet()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > bytes.length) throw brokenSpreadsheet()
  return {
    packed: bytes.subarray(start, start + packedSize),
    isDeflated: method === 8,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
  }
}

/** Unpacks one part piece by piece, so that nothing larger than the budget ever stands in memory. */
export async function* unpack({ packed, isDeflated }: ZipEntry, budget: Budget): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let unpacked = 0
  const inflate = new Inflate((chunk) => ready.push(chunk))
  for (let at = 0; at < packed.length || at === 0; at += piece) {
    const next = packed.subarray(at, at + piece)
    const isLast = at + piece >= packed.length
    if (isDeflated) pushInto(inflate, next, isLast)
    else ready.push(next)
    for (const chunk of ready) {
      unpacked += chunk.length
      budget.bytes -= chunk.length
      const isBomb = unpacked > ratioCountsFrom && unpacked > (at + next.length) * highestRatio
      if (budget.bytes < 0 || isBomb) throw spreadsheetTooLarge()
      yield chunk
    }
    ready = []
    // Others are served between the pieces.
    await new Promise(setImmediate)
  }
}

const pushInto = (inflate: Inflate, bytes: Uint8Array, isLast: boolean) => {
  try {
    inflate.push(bytes, isLast)
  } catch {
    throw brokenSpreadsheet()
  }
}
