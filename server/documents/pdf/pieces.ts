import type { Block, Closing, Letterhead, Title } from '../blocks.ts'
import * as form from '../official-form.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, type Ink, type Pen } from './pen.ts'
import { tablePieces } from './tables.ts'
import { heightOfLines, layLines, linePieces, writeLines, type InkedLine, type Span } from './texts.ts'

/** Measures a block: what of it can stand by itself, from top to bottom. */
export const piecesOf = (pen: Pen, block: Block, span: Span): Piece[] => {
  switch (block.kind) {
    case 'letterhead':
      return [letterheadPiece(pen, block, span)]
    case 'title':
      return titlePieces(pen, block, span)
    case 'heading':
      return textPieces(pen, block.text.toLocaleUpperCase('vi'), span, {
        ink: { face: 'bold', size: form.heading.size },
        alignment: 'left',
        gapBefore: form.heading.gapPoints,
        isKeptWithNext: true,
      })
    case 'paragraph':
      return textPieces(pen, block.text, span, {
        ...bodyForm,
        ink: { face: 'regular', size: block.size ?? form.body.size },
        indent: form.body.indent * form.pointsPerMillimetre,
      })
    case 'remark':
      return textPieces(pen, block.text, span, {
        ...bodyForm,
        ink: { face: 'italic', size: form.body.size },
        alignment: block.isCentred ? 'centre' : 'left',
        isKeptWithNext: block.isKeptWithNext,
      })
    case 'list':
      return block.items.flatMap((item) =>
        textPieces(pen, `- ${item}`, span, { ...bodyForm, indent: form.body.indent * form.pointsPerMillimetre }),
      )
    case 'table':
      return tablePieces(pen, block, span, form.body.gapPoints + 2)
    case 'closing':
      return closingPieces(pen, block, span)
  }
}

interface TextForm {
  ink: Ink
  alignment: 'left' | 'centre' | 'justified'
  gapBefore: number
  indent?: number
  isKeptWithNext?: boolean
}

const bodyForm = {
  ink: { face: 'regular', size: form.body.size },
  alignment: 'justified',
  gapBefore: form.body.gapPoints,
} satisfies TextForm

const textPieces = (pen: Pen, text: string, span: Span, how: TextForm): Piece[] => {
  const { ink, alignment, indent = 0 } = how
  return linePieces(pen, layLines(pen, text, ink, { width: span.width, alignment, indent }), { ...span, ...how })
}

const upper = (text: string) => text.toLocaleUpperCase('vi')
const widest = (lines: readonly InkedLine[]) => Math.max(0, ...lines.map(({ width }) => width))

/** A rule in the middle of a span. */
const rule = (pen: Pen, span: Span, y: number, length: number): void => {
  const middle = span.left + span.width / 2
  pen.line({ x: middle - length / 2, y }, { x: middle + length / 2, y }, form.ruleWidth)
}

const ruleGap = 2.5

const letterheadPiece = (pen: Pen, block: Letterhead, span: Span): Piece => {
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
  const nation = lay(block.nation, { face: 'bold', size: nationSize }, right.width)
  const motto = lay(block.motto, { face: 'bold', size: mottoSize }, right.width)
  const place = lay(block.placeAndDay, { face: 'italic', size: placeSize }, right.width)
  const height =
    2 * gapPoints +
    Math.max(heightOfLines([...superior, ...issuer, ...number]), heightOfLines([...nation, ...motto, ...place]))
  const draw = (top: number) => {
    const underIssuer = writeLines(pen, [...superior, ...issuer], { ...left, top, alignment: 'centre' })
    rule(pen, left, underIssuer + ruleGap, (issuer.at(-1)?.width ?? 0) * issuerRuleShare)
    writeLines(pen, number, { ...left, top: underIssuer + gapPoints + ruleGap, alignment: 'centre' })
    const underMotto = writeLines(pen, [...nation, ...motto], { ...right, top, alignment: 'centre' })
    rule(pen, right, underMotto + ruleGap, widest(motto.slice(-1)))
    writeLines(pen, place, { ...right, top: underMotto + gapPoints + ruleGap, alignment: 'centre' })
  }
  return { height, gapBefore: 0, isKeptWithNext: true, draw }
}

const titlePieces = (pen: Pen, block: Title, span: Span): Piece[] => {
  const { size, ruleShare, gapBeforePoints, gapAfterPoints } = form.title
  const lines = [upper(block.type), ...block.about].flatMap((text) =>
    layLines(pen, text, { face: 'bold', size }, { width: span.width, alignment: 'centre' }),
  )
  const texts = linePieces(pen, lines, {
    ...span,
    alignment: 'centre',
    gapBefore: gapBeforePoints,
    isKeptWithNext: true,
  })
  const length = (lines.at(-1)?.width ?? 0) * ruleShare
  const draw = (top: number) => rule(pen, span, top + ruleGap, length)
  return [...texts, { height: gapAfterPoints, gapBefore: 0, isKeptWithNext: true, draw }]
}

const closingPieces = (pen: Pen, block: Closing, span: Span): Piece[] => {
  const { signature, recipients } = form
  const left = { left: span.left, width: span.width * recipients.share }
  const right = { left: span.left + span.width * (1 - signature.share), width: span.width * signature.share }
  const bold: Ink = { face: 'bold', size: signature.size }
  const layRight = (text: string) =>
    text === '' ? [] : layLines(pen, text, bold, { width: right.width, alignment: 'centre' })
  const capacity = block.capacity.flatMap((line) => layRight(upper(line)))
  const name = [...layRight(upper(block.otherPost)), ...layRight(block.signer)]
  const layLeft = (text: string, ink: Ink) => layLines(pen, text, ink, { width: left.width, alignment: 'left' })
  const title = layLeft(block.recipientsTitle, { face: 'bold-italic', size: recipients.titleSize })
  const list = block.recipients.flatMap((line) => layLeft(line, { face: 'regular', size: recipients.size }))
  const signatureHeight = heightOfLines(capacity) + signature.roomPoints + heightOfLines(name)
  const fitting = Math.floor(signatureHeight / lineHeight(recipients.size))
  const beside = block.recipients.length === 0 ? [] : [...title, ...list.slice(0, fitting)]
  const draw = (top: number) => {
    writeLines(pen, beside, { ...left, top: top + signature.size - recipients.titleSize, alignment: 'left' })
    const under = writeLines(pen, capacity, { ...right, top, alignment: 'centre' })
    writeLines(pen, name, { ...right, top: under + signature.roomPoints, alignment: 'centre' })
  }
  const height = Math.max(signatureHeight, heightOfLines(beside))
  const main: Piece = { height, gapBefore: recipients.gapPoints, isKeptWithNext: false, draw }
  // More recipients than stand beside the signature go on below it, over the page's end where need be.
  return [main, ...linePieces(pen, list.slice(fitting), { ...left, alignment: 'left', gapBefore: 0 })]
}
