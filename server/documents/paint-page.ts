/**
 * A program of its own that turns pages of PDFs into pictures: while it paints, the server answers others. It reads only
 * what this program has drawn; files that people send are drawn by `files/draw-thumbnail.ts`.
 */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** Page `index` of a PDF, this wide in pixels, and not of more pixels than `most`. */
export interface PageToPaint {
  id: number
  pdf: Uint8Array
  index: number
  width: number
  most: number
}

export type PaintedPage = { id: number; picture: Uint8Array } | { id: number; fault: string }

const library = PDFiumLibrary.init()

const paint = async ({ pdf, index, width, most }: PageToPaint): Promise<Uint8Array> => {
  const document = await (await library).loadDocument(pdf)
  try {
    const page = document.getPage(index)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(width / originalWidth, Math.sqrt(most / (originalWidth * originalHeight)))
    const size = { width: Math.round(originalWidth * scale), height: Math.round(originalHeight * scale) }
    const drawn = await page.render({ ...size, render: 'bitmap' })
    const raw = { width: drawn.width, height: drawn.height, channels: 4 as const }
    // Letters keep their edges; a page of text is half as large as with losses.
    return await sharp(drawn.data, { raw })
      .flatten({ background: 'white' })
      .webp({ lossless: true, effort: 1 })
      .toBuffer()
  } finally {
    document.destroy()
  }
}

process.on('message', (page: PageToPaint) => {
  const answer = (painted: PaintedPage) => process.send?.(painted)
  paint(page).then(
    (picture) => answer({ id: page.id, picture }),
    (error: unknown) => answer({ id: page.id, fault: String(error) }),
  )
})
// Its server has ended.
process.on('disconnect', () => process.exit())
