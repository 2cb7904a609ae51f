import { deflateSync, crc32 } from 'node:zlib'
import { zipSync, strToU8 } from 'fflate'

const chunk = (name: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A grey PNG whose head tells these sides; `isHollow` holds no rows, as a bomb would not need them. */
export const aPng = (width: number, height: number, isHollow = false): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = isHollow ? Buffer.alloc(0) : Buffer.alloc((width + 1) * height, 0)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...parts])
}

/** A PNG of these pixels (red, green, blue, opacity) whose rows are filtered in all ways by turns. */
export const filteredPng = (pixels: Buffer, side: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 6], 8)
  const length = side * 4
  const at = (row: number, place: number) => (row < 0 || place < 0 ? 0 : (pixels[row * length + place] ?? 0))
  const rows = Array.from({ length: side }, (_, row) => {
    const filter = row % 5
    const bytes = Array.from({ length }, (__, place) => {
      const [left, up, corner] = [at(row, place - 4), at(row - 1, place), at(row - 1, place - 4)]
      const guess = left + up - corner
      const nearest = [left, up, corner].sort((one, other) => Math.abs(guess - one) - Math.abs(guess - other))[0] ?? 0
      const told = [0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0
      return (at(row, place) - told + 256) % 256
    })
    return Buffer.from([filter, ...bytes])
  })
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...parts])
}

/**
 * A picture of a few kilobytes that unpacks to `side` × `side` × 8 bytes at once: interlaced, it cannot be drawn row by row.
 */
export const aBomb = (side: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([16, 6, 0, 0, 1], 8)
  // Adam7: where each pass begins and how far its pixels are apart.
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  const bytes = passes.map(([x, y, across, down]) => {
    const [width, height] = [Math.ceil((side - x) / across), Math.ceil((side - y) / down)]
    return (1 + width * 8) * height
  })
  const rows = Buffer.alloc(bytes.reduce((sum, each) => sum + each, 0))
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...parts])
}

/** A zip with these parts. */
export const aZip = (parts: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))

export const aDocx = (more: Record<string, string> = {}): Buffer =>
  aZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more })
