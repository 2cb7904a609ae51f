import { cleanText, cutTo } from '../format/search.ts'
import { fileTypes, type FileType } from './schema.ts'

/** A name that no system stumbles over, with the ending of what the file is; `evil.exe` that is a PNG is `evil.exe.png`. */
export const cleanName = (name: string, type: FileType): string => {
  const last = cleanText(name).split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}<>:"|?*]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '')
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(plain)?.[1]?.toLowerCase()
  const isFitting = ending === fileTypes[type] || (ending === 'jpeg' && type === 'image/jpeg')
  const stem = isFitting ? plain.slice(0, plain.lastIndexOf('.')) : plain
  return `${cutTo(stem, longestStem).trim() || 'tep'}.${isFitting ? ending : fileTypes[type]}`
}

const longestStem = 120

const startsWith = (bytes: Uint8Array, start: string, at = 0): boolean =>
  [...start].every((sign, index) => bytes[at + index] === sign.charCodeAt(0))

/** By the first bytes, whatever the name says; `zip` is yet to be looked into. Null = nothing that is taken. */
export const kindOfBytes = (bytes: Uint8Array): FileType | 'zip' | null => {
  if (startsWith(bytes, '%PDF-')) return 'application/pdf'
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp'
  return startsWith(bytes, 'PK\u0003\u0004') ? 'zip' : null
}

/** An A3 sheet scanned at 600 dots per inch has 70 million. */
export const mostPixels = 120_000_000

/** Width times height as the head of a picture tells it, before anybody unpacks it; null = it tells none. */
export const pixelsOf = (type: FileType, bytes: Uint8Array): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = sizes[type]?.(bytes, view) ?? null
    return size && size[0] > 0 && size[1] > 0 ? size[0] * size[1] : null
  } catch (error) {
    // The file ends within its head.
    if (error instanceof RangeError) return null
    throw error
  }
}

type SizeOf = (bytes: Uint8Array, view: DataView) => [width: number, height: number] | null

const sizeOfPng: SizeOf = (bytes, view) =>
  startsWith(bytes, 'IHDR', 12) ? [view.getUint32(16), view.getUint32(20)] : null

/** Walks over the segments to the frame, the only one that tells the size. */
const sizeOfJpeg: SizeOf = (_bytes, view) => {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    else if (marker === endOfImage || marker === startOfScan) return null
    else at += 2 + view.getUint16(at + 2)
  }
}
const endOfImage = 0xd9
const startOfScan = 0xda
/** C0–CF are frames but for tables (C4), an extension (C8) and arithmetic conditioning (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const sizeOfWebp: SizeOf = (bytes, view) => {
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  if (startsWith(bytes, 'VP8X', 12)) return [uint24(24) + 1, uint24(27) + 1]
  if (startsWith(bytes, 'VP8 ', 12)) return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
  if (!startsWith(bytes, 'VP8L', 12)) return null
  const bits = view.getUint32(21, true)
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

const sizes: Partial<Record<FileType, SizeOf>> = {
  'image/png': sizeOfPng,
  'image/jpeg': sizeOfJpeg,
  'image/webp': sizeOfWebp,
}
