/**
 * A program of its own, so that a picture that crashes or never ends takes nobody with it:
 * `draw-logo.ts <kind> <pixels> <bytes>` reads a picture from its input and writes what is seen of it as a small PNG, or
 * nothing where nothing is seen; it dies rather than take more memory than these bytes.
 */
import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import { dieAbove } from '../files/die-above.ts'

/** The longer side in pixels, and those that it is drawn in where it does not pack small. */
const sides = [600, 400, 240]
const mostBytes = 250_000

/** An SVG has any size: it is drawn as large as is wanted, from its bytes alone, so that it finds no file beside it. */
const open = async (bytes: Buffer, kind: string, mostPixels: number): Promise<Sharp> => {
  const limits = { limitInputPixels: mostPixels }
  if (kind !== 'svg') return sharp(bytes, limits).autoOrient()
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  const density = (usualDensity * (sides[0] ?? 0)) / Math.max(width, height)
  return sharp(bytes, { ...limits, density: Math.min(100_000, Math.max(1, density)) })
}

/** At which the sides of an SVG count as they are written. */
const usualDensity = 72

const draw = async (bytes: Buffer, kind: string, mostPixels: number): Promise<Buffer> => {
  const picture = (await open(bytes, kind, mostPixels)).toColourspace('srgb').ensureAlpha()
  let png: Buffer = Buffer.alloc(0)
  for (const side of sides) {
    const small = picture.clone().resize(side, side, { fit: 'inside', withoutEnlargement: true })
    png = await small.png({ compressionLevel: 9, adaptiveFiltering: true, palette: false }).toBuffer()
    if (png.length <= mostBytes) break
  }
  const { channels } = await sharp(png).stats()
  return channels.at(-1)?.max === 0 ? Buffer.alloc(0) : png
}

const [kind = '', mostPixels = '', mostMemory = ''] = process.argv.slice(2)
dieAbove(Number(mostMemory))
process.stdout.write(await draw(await buffer(process.stdin), kind, Number(mostPixels)))
