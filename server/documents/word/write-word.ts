import { setImmediate } from 'node:timers/promises'
import type { Block, Paper } from '../blocks.ts'
import { numberedTogether } from '../numbering.ts'
import * as form from '../official-form.ts'
import { measuringPen } from '../pdf/draw.ts'
import { blockMarkup, type PictureOf } from './block-markup.ts'
import { gap, type TextArea } from './paragraphs.ts'
import { openPictures } from './pictures.ts'
import { sectionOf } from './sections.ts'
import { stylesMarkup } from './styles.ts'
import { openWordFile } from './word-file.ts'

/**
 * Writes papers of one kind as one DOCX, each beginning on a page of its own, with its own page numbers. The file has
 * the title, language and sizes of the first paper; the same papers give the same bytes. `mark` stands across every page.
 */
export const writeWord = async (papers: Iterable<Paper>, madeAt: Date, { mark = '' } = {}): Promise<Buffer> => {
  const all = papers[Symbol.iterator]()
  const first = all.next()
  if (first.done === true) throw new Error('there is no paper to write')
  const { language, title } = first.value
  const scale = scaleOf(first.value)
  const file = openWordFile({ title, language, madeAt })
  const area = { scale, pen: await measuringPen(first.value) }
  file.addStyles(stylesMarkup({ ...area, width: 0 }, language))
  const pictures = openPictures(file, scale)
  // The form of a section stands in its last paragraph, that of the last section at the end of the text.
  let open: { area: TextArea; section: string } | null = null
  let current: IteratorResult<Paper, unknown> = first
  while (current.done !== true) {
    const paper = current.value
    current = all.next()
    await pictures.add(paper)
    const own: TextArea = { ...area, width: textWidth(paper) / scale }
    const parts = numberedTogether(paper.blocks)
    const isAlone: boolean = open === null && current.done === true && parts.length === 1
    for (const [index, groups] of parts.entries()) {
      if (open) file.write(sectionEnd(open.area, open.section))
      const blocks = groups.flatMap((group, at): Block[] => (at === 0 ? group : [{ kind: 'page-end' }, ...group]))
      file.write(blocksMarkup(own, blocks, pictures.pictureOf))
      open = { area: own, section: sectionOf(file, own, { paper, isFirst: index === 0, isAlone, mark }) }
    }
    await setImmediate()
  }
  // A text that ends with a table is broken for Word.
  if (open) file.write(gap(open.area, 1) + open.section)
  return file.close()
}

/** Word breaks its pages itself: what the PDF would shrink to fit one page stands midway between its sizes. */
const scaleOf = ({ scale = 1, leastScale = scale }: Paper): number => (scale + leastScale) / 2

const textWidth = ({ page }: Paper): number => (page.width - page.left - page.right) * form.pointsPerMillimetre

const blocksMarkup = (area: TextArea, blocks: readonly Block[], pictureOf: PictureOf): string => {
  let markup = ''
  for (const [index, block] of blocks.entries()) {
    const following = blocks[index + 1]?.kind
    const isAtTop = index === 0 || blocks[index - 1]?.kind === 'page-end'
    // A signature never stands on a page without a line of what it signs.
    const isKept = following === 'closing' || following === 'signatures'
    const own = blockMarkup(area, block, { isAtTop, isKept, pictureOf })
    // Two tables that touch would be one.
    const isTouching = markup.endsWith('</w:tbl>') && own.startsWith('<w:tbl>')
    markup += isTouching ? gap(area, 1) + own : own
  }
  return markup
}

const sectionEnd = (area: TextArea, section: string): string => gap(area, 1, { section })
