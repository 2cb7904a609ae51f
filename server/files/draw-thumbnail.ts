/**
 * A program of its own, so that a file that crashes or never ends takes nobody with it:
 * `draw-thumbnail.ts <type> <from> <to> <bytes>` writes the small picture of a picture, or of the first page of a PDF,
 * and dies rather than take more memory than these bytes.
 */
import { readFile, writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { dieAbove } from './die-above.ts'
import { mostPixels } from './rules.ts'
import { thumbnailSide } from './thumbnails.ts'

const draw = async (type: string, path: string): Promise<Buffer> => {
  const picture = type === 'application/pdf' ? await firstPage(path) : sharp(path, { limitInputPixels: mostPixels })
  return picture
    .autoOrient()
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .webp({ quality: 80 })
    .toBuffer()
}

const firstPage = async (path: string): Promise<Sharp> => {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  const page = (await library.loadDocument(await readFile(path))).getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  // Drawn twice as large and made smaller: thin lines stay.
  const scale = (2 * thumbnailSide) / Math.max(originalWidth, originalHeight)
  const { data, width, height } = await page.render({ scale, render: 'bitmap' })
  return sharp(data, { raw: { width, height, channels: 4 } })
}

const [type = '', from = '', to = '', mostBytes = ''] = process.argv.slice(2)
dieAbove(Number(mostBytes))
await writeFile(to, await draw(type, from), { mode: 0o600 })
