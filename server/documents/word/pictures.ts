import sharp from 'sharp'
import type { Paper } from '../blocks.ts'
import { cellsOf } from '../pdf/codes.ts'
import { escaped } from './markup.ts'
import type { PictureOf } from './block-markup.ts'
import type { WordFile } from './word-file.ts'

/** Dots of a cell: enough that no printer blurs it. */
const dots = 8
const unitsPerMillimetre = 36_000

/** The codes of papers as pictures in the file, each value once. */
export const openPictures = (file: WordFile, scale: number) => {
  const relations = new Map<string, string>()
  let count = 0
  const pictureOf: PictureOf = (value, side) => {
    count += 1
    return inline({ id: count, relation: relations.get(value) ?? '', name: value, side: side * scale })
  }
  return {
    pictureOf,
    add: async ({ blocks }: Paper): Promise<void> => {
      for (const block of blocks) {
        if (block.kind !== 'code' || relations.has(block.value)) continue
        relations.set(block.value, file.addPicture(await drawCode(block.value)))
      }
    },
  }
}

const drawCode = (value: string): Promise<Buffer> => {
  const cells = cellsOf(value)
  const side = cells.length
  const pixels = Buffer.from(cells.flatMap((line) => line.map((isDark) => (isDark ? 0 : 255))))
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .resize({ width: side * dots, kernel: 'nearest' })
    .png({ palette: true, colours: 2 })
    .toBuffer()
}

/** A paragraph with the picture in its line; the value is its text for those who cannot see it. */
const inline = ({ id, relation, name, side }: { id: number; relation: string; name: string; side: number }): string => {
  const length = String(Math.round(side * unitsPerMillimetre))
  const [number, told] = [String(id), escaped(name)]
  return (
    '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent cx="${length}" cy="${length}"/><wp:docPr id="${number}" name="QR ${number}" descr="${told}"/>` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="QR ${number}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${length}" cy="${length}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
    '</wp:inline></w:drawing></w:r></w:p>'
  )
}
