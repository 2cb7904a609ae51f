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
