import { fileURLToPath } from 'node:url'
import { logoFaulty } from '../errors.ts'
import { runApart } from '../files/run-apart.ts'
import { kindOfBytes, pixelsOf } from '../files/rules.ts'
import { mostLogoBytes } from './schema.ts'

const program = fileURLToPath(new URL('draw-logo.ts', import.meta.url))

/** A picture of 6000 × 6000 is finer than any printer. */
const mostPixels = 36_000_000

/** What drawing one may take: as for a small picture of an attachment, but somebody waits for it. */
const limits = { milliseconds: 15_000, bytes: 768 * 1024 * 1024 }

/**
 * What is seen of a picture, as a small PNG: nothing of what was sent is kept, so that no script, link or comment in it
 * goes anywhere. Drawn in a program of its own, which may break or never end.
 */
export const drawLogo = async (bytes: Uint8Array): Promise<Buffer> => {
  if (bytes.length > mostLogoBytes) throw logoFaulty('logo-too-many-bytes', 'The picture is larger than 10 MB.')
  const kind = kindOfPicture(bytes)
  if (kind === null) throw logoFaulty('logo-type-refused', 'It is neither a PNG, a JPEG nor an SVG.')
  if (kind !== 'svg') {
    const pixels = pixelsOf(kind, bytes)
    if (pixels === null) throw broken()
    if (pixels > mostPixels) throw logoFaulty('logo-too-many-pixels', 'The picture has too many pixels.')
  }
  const drawn = await runApart(program, [kind, String(mostPixels)], { limits, input: bytes }).catch(() => {
    throw broken()
  })
  // The program has nothing to say of a picture in which nothing is seen.
  if (drawn.length === 0) throw logoFaulty('logo-empty', 'Nothing is seen in the picture.')
  return drawn
}

const broken = () => logoFaulty('logo-broken', 'The picture is damaged, or made so that it cannot be drawn.')

const kindOfPicture = (bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'svg' | null => {
  const kind = kindOfBytes(bytes)
  if (kind === 'image/png' || kind === 'image/jpeg') return kind
  return kind === null && isSvg(bytes) ? 'svg' : null
}

/** Declarations and remarks may stand before its first element, and are rarely longer than this. */
const headLength = 64 * 1024

const isSvg = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('utf8')
  return /^\uFEFF?\s*</u.test(head) && /<(?:[a-z]+:)?svg[\s>]/iu.test(head)
}
