import type { Closing, Signatures } from '../blocks.ts'
import * as form from '../official-form.ts'
import { lineHeight, type Ink } from '../pdf/pen.ts'
import { layLines } from '../pdf/texts.ts'
import { gap, inLines, paragraph, upper, type TextArea } from './paragraphs.ts'
import { row, tableOfRows } from './tables.ts'

const { recipients, signature } = form
const list: Ink = { face: 'regular', size: recipients.size }

/** Recipients at the left, signature at the right, in one row that no page parts; what recipients are more stand below it. */
export const closingMarkup = (area: TextArea, block: Closing): string => {
  const right = area.width * signature.share
  const left = area.width - right
  const leftText = area.width * recipients.share
  const size = block.size ?? signature.size
  const signer = signatureColumn(area, block, right)
  const { beside, below } = recipientsOf(area, block, { width: leftText, height: signer.height })
  const title = paragraph(area, block.recipientsTitle, {
    ink: { face: 'bold-italic', size: recipients.titleSize },
    alignment: 'left',
    before: size - recipients.titleSize,
  })
  const lines = beside.map((line) => paragraph(area, line, { ink: list, alignment: 'left' }))
  const content = [block.recipients.length === 0 ? '' : title, ...lines].join('') || gap(area, 1)
  const cells = [
    { width: left, content, padding: { right: left - leftText } },
    { width: right, content: signer.content },
  ]
  const rest = below.map((line) =>
    paragraph(area, line, { ink: list, alignment: 'left', indent: { right: area.width - leftText } }),
  )
  return [
    gap(area, recipients.gapPoints, { isKeptWithNext: true }),
    tableOfRows(area, [left, right], [row(area, cells)], { isRuled: false }),
    ...rest,
  ].join('')
}

const signatureColumn = (area: TextArea, block: Closing, width: number): { content: string; height: number } => {
  const size = block.size ?? signature.size
  const ink: Ink = { face: 'bold', size }
  const texts = (lines: readonly string[]) =>
    lines.filter((line) => line !== '').map((line) => inLines(area, line, ink, width))
  const capacity = texts(block.capacity.map(upper))
  const names = texts([upper(block.otherPost), block.signer])
  const lines = [...capacity, ...names].reduce((sum, text) => sum + text.split('\n').length, 0)
  const write = (text: string) => paragraph(area, text, { ink, alignment: 'centre', isKeptWithNext: true })
  return {
    content: [...capacity.map(write), gap(area, signature.roomPoints), ...names.map(write)].join(''),
    height: lines * lineHeight(size) + signature.roomPoints,
  }
}

/** The recipients that stand beside the signature, and those for which there is no room. */
const recipientsOf = (
  area: TextArea,
  { recipients: names, drafter }: Closing,
  { width, height }: { width: number; height: number },
): { beside: string[]; below: string[] } => {
  const all = [...names, ...(drafter === '' ? [] : [drafter])]
  const fitting = Math.floor(height / lineHeight(recipients.size))
  let lines = 0
  const isBeside = all.map((name) => {
    lines += layLines(area.pen, name, list, { width, alignment: 'left' }).length
    return lines <= fitting
  })
  return { beside: all.filter((_, at) => isBeside[at]), below: all.filter((_, at) => !isBeside[at]) }
}

/** Signers side by side, their names on one height. */
export const signaturesMarkup = (area: TextArea, { signers }: Signatures): string => {
  const { size, roomPoints } = signature
  const width = area.width / Math.max(1, signers.length)
  const padding = { left: size / 2, right: size / 2 }
  const write = (text: string, face: Ink['face']) =>
    text === ''
      ? ''
      : paragraph(area, inLines(area, text, { face, size }, width - size), {
          ink: { face, size },
          alignment: 'centre',
          isKeptWithNext: true,
        })
  const empty = gap(area, 1, { isKeptWithNext: true })
  const rowOf = (contentOf: (signer: Signatures['signers'][number]) => string) =>
    row(
      area,
      signers.map((signer) => ({ width, content: contentOf(signer) || empty, padding })),
    )
  const rows = [
    rowOf(
      ({ capacity, remark }) => capacity.map((line) => write(upper(line), 'bold')).join('') + write(remark, 'italic'),
    ),
    rowOf(() => gap(area, roomPoints, { isKeptWithNext: true })),
    rowOf(({ name }) => write(name, 'bold')),
  ]
  const widths = signers.map(() => width)
  return gap(area, recipients.gapPoints, { isKeptWithNext: true }) + tableOfRows(area, widths, rows, { isRuled: false })
}
