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

/** A zip with these parts. */
export const aZip = (parts: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))

export const aDocx = (more: Record<string, string> = {}): Buffer =>
  aZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more })
