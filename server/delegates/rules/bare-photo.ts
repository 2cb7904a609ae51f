import type { PhotoType } from '../../people/schema.ts'

/**
 * The same pixels without what a JPEG or PNG tells besides: where, when and by what it was taken, notes, a smaller copy,
 * whatever is hung on behind its end. Which way up a camera was held goes too.
 */
export const barePhoto = (type: PhotoType, bytes: Uint8Array): Uint8Array => {
  const pieces = [...(type === 'image/png' ? piecesOfPng(bytes) : piecesOfJpeg(bytes))]
  return Buffer.concat(pieces.map(([start, end]) => bytes.subarray(start, end)))
}

type Piece = [start: number, end: number]

function* piecesOfPng(bytes: Uint8Array): Generator<Piece> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  yield [0, signLength]
  for (let at = signLength; at + 8 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (/^[A-Z]/u.test(name) || looks.has(name)) yield [at, end]
    if (name === 'IEND') return
    at = end
  }
}
const signLength = 8
/** What changes how the pixels look; a capital first letter says of others that nothing can be drawn without them. */
const looks = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT'])

/** Segment by segment; where the file ends before its end mark, or within a segment, so do the pieces. */
function* piecesOfJpeg(bytes: Uint8Array): Generator<Piece> {
  yield [0, 2]
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      // A mark may be preceded by any number of these.
      at += 1
      continue
    }
    if (marker === endOfImage) return yield [at, at + 2]
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const next = marker === startOfScan ? endOfScan(bytes, end) : end
    if (!isTelling(marker)) yield [at, next]
    at = next
  }
}
const endOfImage = 0xd9
const startOfScan = 0xda
/** APP1–APP15 and comments, but for APP14, which says how colours are written. */
const isTelling = (marker: number) => (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/** Scans have no length: they last to the next mark that is neither a byte FF of the picture (00) nor a restart (D0–D7). */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  let at = from
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return at
}
