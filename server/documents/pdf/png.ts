import { inflateSync } from 'node:zlib'
import type { PdfFile, Pixels, Reference } from './file.ts'

/** A picture that is kept in the file, by the name that pages call it. */
export interface KeptPicture {
  name: string
  reference: Reference
  /** In pixels. */
  width: number
  height: number
}

/** Keeps each PNG once in a file, however often it is drawn. */
export const pictureKeeper = (file: Pick<PdfFile, 'addPicture'>): ((png: string) => KeptPicture) => {
  const kept = new Map<string, KeptPicture>()
  return (png) => {
    let picture = kept.get(png)
    if (!picture) {
      const pixels = pixelsOfPng(Buffer.from(png, 'base64'))
      const { width, height } = pixels
      picture = { name: `I${String(kept.size + 1)}`, reference: file.addPicture(pixels), width, height }
      kept.set(png, picture)
    }
    return picture
  }
}

const channels = 4

/** The pixels of a PNG as logos are kept: eight bits, red, green, blue and opacity, not interlaced. */
export const pixelsOfPng = (png: Buffer): Pixels => {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  // Depth, kind of colours, compression, filters, interlacing.
  if (!png.subarray(24, 29).equals(Buffer.from([8, 6, 0, 0, 0])))
    throw new Error('a logo is kept as another kind of PNG')
  const rows = unfiltered(inflateSync(dataOf(png)), width * channels, height)
  const [colours, opacities] = [Buffer.alloc(width * height * 3), Buffer.alloc(width * height)]
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rows.copy(colours, pixel * 3, pixel * channels, pixel * channels + 3)
    opacities[pixel] = rows[pixel * channels + 3] ?? 0
  }
  return { width, height, colours, opacities }
}

/** What the chunks of pixels hold together. */
const dataOf = (png: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(parts)
}

/** The rows without what each says of its neighbours (PNG, 9.2). */
const unfiltered = (data: Buffer, length: number, height: number): Buffer => {
  const rows = Buffer.alloc(length * height)
  for (let row = 0; row < height; row += 1) {
    const from = row * (length + 1)
    const predict = predictors[data[from] ?? 0] ?? none
    const start = row * length
    for (let at = 0; at < length; at += 1) {
      const left = at >= channels ? (rows[start + at - channels] ?? 0) : 0
      const up = row > 0 ? (rows[start + at - length] ?? 0) : 0
      const corner = row > 0 && at >= channels ? (rows[start + at - length - channels] ?? 0) : 0
      rows[start + at] = (data[from + 1 + at] ?? 0) + predict(left, up, corner)
    }
  }
  return rows
}

type Predict = (left: number, up: number, corner: number) => number

const none: Predict = () => 0
const paeth: Predict = (left, up, corner) => {
  const [byLeft, byUp, byCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
const predictors: readonly Predict[] = [none, (left) => left, (_left, up) => up, (left, up) => (left + up) >> 1, paeth]
