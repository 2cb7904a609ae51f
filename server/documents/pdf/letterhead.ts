import type { Letterhead } from '../blocks.ts'
import * as form from '../official-form.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, toBaseline, type Ink, type Pen } from './pen.ts'
import { partDrawing } from './tagged-pieces.ts'
import { heightOfLines, layLines, rule, ruleGap, upper, writeLines, type InkedLine, type Span } from './texts.ts'

const widest = (lines: readonly InkedLine[]) => Math.max(0, ...lines.map(({ width }) => width))

export const letterheadPiece = (pen: Pen, block: Letterhead, span: Span): Piece => {
  const {
    leftShare,
    rightShare,
    issuerSize,
    issuerRuleShare,
    numberSize,
    nationSize,
    mottoSize,
    placeSize,
    gapPoints,
  } = form.letterhead
  const left = { left: span.left, width: span.width * leftShare }
  const right = { left: span.left + span.width * (1 - rightShare), width: span.width * rightShare }
  const lay = (text: string, ink: Ink, width: number) =>
    text === '' ? [] : layLines(pen, text, ink, { width, alignment: 'centre' })
  const superior = lay(upper(block.superior), { face: 'regular', size: issuerSize }, left.width)
  const issuer = lay(upper(block.issuer), { face: 'bold', size: issuerSize }, left.width)
  const number = lay(block.number, { face: 'regular', size: numberSize }, left.width)
  const subject = lay(block.subject, { face: 'regular', size: form.subject.size }, left.width)
  const boxes = [
    ...(block.urgency === '' ? [] : [redBox(pen, stampBox(pen, block.urgency))]),
    ...(block.circulation === '' ? [] : [stampBox(pen, block.circulation)]),
  ]
  const nation = lay(block.nation, { face: 'bold', size: nationSize }, right.width)
  const motto = lay(block.motto, { face: 'bold', size: mottoSize }, right.width)
  const place = lay(block.placeAndDay, { face: 'italic', size: placeSize }, right.width)
  const subjectHeight = subject.length === 0 ? 0 : form.subject.gapPoints + heightOfLines(subject)
  const boxesHeight = boxes.reduce((sum, box) => sum + box.height + form.stampBox.gapPoints, 0)
  const leftHeight = heightOfLines([...superior, ...issuer, ...number]) + subjectHeight + boxesHeight
  const height = 2 * gapPoints + Math.max(leftHeight, heightOfLines([...nation, ...motto, ...place]))
  const drawLeft = partDrawing(pen, { role: 'P' }, (top) => {
    const underIssuer = writeLines(pen, [...superior, ...issuer], { ...left, alignment: 'centre' }, top)
    rule(pen, left, underIssuer + ruleGap, (issuer.at(-1)?.width ?? 0) * issuerRuleShare)
    let under = writeLines(pen, number, { ...left, alignment: 'centre' }, underIssuer + gapPoints + ruleGap)
    if (subject.length > 0) {
      under = writeLines(pen, subject, { ...left, alignment: 'centre' }, under + form.subject.gapPoints)
    }
    for (const box of boxes) {
      box.draw(left.left + left.width / 2, under + form.stampBox.gapPoints)
      under += form.stampBox.gapPoints + box.height
    }
  })
  const drawRight = partDrawing(pen, { role: 'P' }, (top) => {
    const underMotto = writeLines(pen, [...nation, ...motto], { ...right, alignment: 'centre' }, top)
    rule(pen, right, underMotto + ruleGap, widest(motto.slice(-1)))
    writeLines(pen, place, { ...right, alignment: 'centre' }, underMotto + gapPoints + ruleGap)
  })
  const draw = (top: number) => {
    drawLeft(top)
    drawRight(top)
  }
  return { height, gapBefore: 0, isKeptWithNext: true, draw }
}

/** Words in a box, as a stamp would print them; as wide as the decree says, or as the words need. */
const stampBox = (pen: Pen, text: string) => {
  const { size, height: boxHeight, widths } = form.stampBox
  const ink: Ink = { face: 'bold', size }
  const shown = upper(text)
  const own = pen.widthOf(shown, ink)
  const told = (widths as Readonly<Record<string, number>>)[shown] ?? 0
  const width = Math.max(told * form.pointsPerMillimetre, own + size)
  const height = boxHeight * form.pointsPerMillimetre
  return {
    height,
    draw: (middle: number, top: number) => {
      pen.frame({ x: middle - width / 2, y: top }, { width, height }, form.ruleWidth)
      const baseline = top + (height - lineHeight(size)) / 2 + toBaseline(size)
      pen.write(shown, ink, { x: middle - own / 2, baseline })
    },
  }
}

/** Urgency is stamped in red. */
const redBox = (pen: Pen, box: ReturnType<typeof stampBox>): typeof box => ({
  height: box.height,
  draw: (middle, top) => {
    pen.inRed(() => {
      box.draw(middle, top)
    })
  },
})
