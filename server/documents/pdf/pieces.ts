import type {
  Addressees,
  Annex,
  Block,
  Closing,
  Code,
  Face,
  Facts,
  Heading,
  Paragraph,
  Signatures,
  Title,
} from '../blocks.ts'
import * as form from '../official-form.ts'
import { cellsOf } from './codes.ts'
import { letterheadPiece } from './letterhead.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, type Ink, type Pen } from './pen.ts'
import { tablePieces } from './tables.ts'
import { inTag, partDrawing } from './tagged-pieces.ts'
import { withTag, type Role } from './tags.ts'
import { heightOfLines, layLines, layRuns, linePieces, rule, ruleGap, upper, writeLines, type Span } from './texts.ts'

/** Measures a block: what of it can stand by itself, from top to bottom. */
export const piecesOf = (pen: Pen, block: Block, span: Span): Piece[] => {
  const role = roles[block.kind]
  return role === null ? partsOf(pen, block, span) : inTag(pen, { role }, () => partsOf(pen, block, span))
}

/** What a block is to whoever has it read aloud; null = its lines are each something, or it says nothing. */
const roles: Readonly<Record<Block['kind'], Role | null>> = {
  letterhead: 'Sect',
  title: 'H1',
  basis: null,
  addressees: 'P',
  heading: 'H2',
  paragraph: 'P',
  remark: 'P',
  list: 'L',
  facts: null,
  table: 'Table',
  code: 'Sect',
  closing: 'Sect',
  signatures: 'P',
  annex: 'H2',
  'page-end': null,
}

const partsOf = (pen: Pen, block: Block, span: Span): Piece[] => {
  switch (block.kind) {
    case 'letterhead':
      return [letterheadPiece(pen, block, span)]
    case 'title':
      return titlePieces(pen, block, span)
    case 'basis':
      return block.lines.flatMap((line) =>
        inTag(pen, { role: 'P' }, () =>
          textPieces(pen, line, span, { ...bodyForm, ink: { face: 'italic', size: form.body.size }, indent }),
        ),
      )
    case 'addressees':
      return addresseePieces(pen, block, span)
    case 'heading':
      return headingPieces(pen, block, span)
    case 'paragraph':
      return paragraphPieces(pen, block, span)
    case 'remark':
      return textPieces(pen, block.text, span, {
        ...bodyForm,
        ink: { face: 'italic', size: form.body.size },
        alignment: block.isCentred ? 'centre' : 'left',
        isKeptWithNext: block.isKeptWithNext,
      })
    case 'list':
      return block.items.flatMap((item) =>
        withTag(pen.tags, { role: 'LI' }, () =>
          inTag(pen, { role: 'LBody' }, () => textPieces(pen, `- ${item}`, span, { ...bodyForm, indent })),
        ),
      )
    case 'facts':
      return block.rows.flatMap((row) => inTag(pen, { role: 'P' }, () => factPieces(pen, row, span)))
    case 'table':
      return tablePieces(pen, block, span, form.body.gapPoints + 2)
    case 'code':
      return [codePiece(pen, block, span)]
    case 'closing':
      return closingPieces(pen, block, span)
    case 'signatures':
      return [signaturesPiece(pen, block, span)]
    case 'annex':
      return annexPieces(pen, block, span)
    case 'page-end':
      return []
  }
}

const indent = form.body.indent * form.pointsPerMillimetre

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

const headingPieces = (pen: Pen, { text, rank = 'section' }: Heading, span: Span): Piece[] =>
  textPieces(pen, rank === 'clause' ? text : upper(text), span, {
    ink: { face: 'bold', size: form.heading.size },
    alignment: rank === 'part' ? 'centre' : 'left',
    gapBefore: rank === 'clause' ? form.body.gapPoints : form.heading.gapPoints,
    indent: rank === 'clause' ? indent : 0,
    isKeptWithNext: true,
  })

const paragraphPieces = (pen: Pen, { text, size = form.body.size }: Paragraph, span: Span): Piece[] => {
  const how = { ...bodyForm, ink: { face: 'regular', size }, indent } satisfies TextForm
  // A line that a secretary began anew is a paragraph of its own.
  if (typeof text === 'string') return text.split('\n').flatMap((each) => textPieces(pen, each, span, how))
  return linePieces(pen, layRuns(pen, text, size, { ...how, width: span.width }), { ...span, ...how })
}

/** One stands in the line of the word; several below it, a line each. */
const addresseePieces = (pen: Pen, { word, names }: Addressees, span: Span): Piece[] => {
  const { size, gapPoints, share } = form.addressees
  const ink: Ink = { face: 'regular', size }
  const [only] = names
  if (names.length <= 1) {
    const text = `${word} ${only ?? ''}`.trim()
    return textPieces(pen, text, span, { ink, alignment: 'centre', gapBefore: gapPoints, isKeptWithNext: true })
  }
  const left = span.left + span.width * (1 - share)
  const right = { left, width: span.width * share }
  const first = textPieces(pen, word, span, {
    ink,
    alignment: 'left',
    gapBefore: gapPoints,
    indent: left - span.left - pen.widthOf(`${word} `, ink),
    isKeptWithNext: true,
  })
  const rest = names.flatMap((name, index) => {
    const isLast = index === names.length - 1
    return textPieces(pen, `- ${name}${isLast ? '.' : ';'}`, right, {
      ink,
      alignment: 'left',
      gapBefore: 0,
      isKeptWithNext: true,
    })
  })
  return [...first, ...rest]
}

const factPieces = (pen: Pen, row: Facts['rows'][number], span: Span): Piece[] =>
  row.name === ''
    ? textPieces(pen, row.text, span, {
        ink: { face: 'bold', size: form.facts.largeSize },
        alignment: 'centre',
        gapBefore: form.facts.gapPoints,
      })
    : [factPiece(pen, row, span)]

const factPiece = (pen: Pen, { name, text }: Facts['rows'][number], span: Span): Piece => {
  const { size, gapPoints } = form.body
  const left = { left: span.left, width: span.width * form.facts.share }
  const right = { left: left.left + left.width + size / 2, width: span.width - left.width - size / 2 }
  const lay = (part: string, face: Face, width: number) =>
    part === '' ? [] : layLines(pen, part, { face, size }, { width, alignment: 'left' })
  const names = lay(name, 'regular', left.width)
  const texts = lay(text, 'bold', right.width)
  return {
    height: Math.max(heightOfLines(names), heightOfLines(texts)),
    gapBefore: gapPoints,
    isKeptWithNext: false,
    draw: (top) => {
      writeLines(pen, names, { ...left, alignment: 'left' }, top)
      writeLines(pen, texts, { ...right, alignment: 'left' }, top)
    },
  }
}

/** The code at the left, its words beside it, in the middle of its height; without words in the middle of the page. */
const codePiece = (pen: Pen, { value, caption, side }: Code, span: Span): Piece => {
  const points = side * form.pointsPerMillimetre
  const quiet = form.code.quiet * form.pointsPerMillimetre
  const cells = cellsOf(value)
  const beside = {
    left: span.left + points + 2 * quiet,
    width: Math.min(span.width - points - 2 * quiet, form.code.captionWidth * form.pointsPerMillimetre),
  }
  const lines =
    caption === ''
      ? []
      : layLines(pen, caption, { face: 'regular', size: form.code.size }, { width: beside.width, alignment: 'left' })
  const height = Math.max(points, heightOfLines(lines))
  const drawCode = partDrawing(pen, { role: 'Figure', alt: value }, (top) => {
    const left = caption === '' ? span.left + (span.width - points) / 2 : span.left
    pen.code(cells, { x: left, y: top + (height - points) / 2 }, points)
  })
  const drawCaption = partDrawing(pen, { role: 'P' }, (top) => {
    writeLines(pen, lines, { ...beside, alignment: 'left' }, top + (height - heightOfLines(lines)) / 2)
  })
  return {
    height,
    gapBefore: form.recipients.gapPoints,
    isKeptWithNext: false,
    draw: (top) => {
      drawCode(top)
      drawCaption(top)
    },
  }
}

/** Signers side by side, each under what they sign as. */
const signaturesPiece = (pen: Pen, { signers }: Signatures, span: Span): Piece => {
  const { size, roomPoints } = form.signature
  const width = span.width / Math.max(1, signers.length)
  const columns = signers.map(({ capacity, remark, name }, index) => {
    const own = { left: span.left + width * index, width }
    const lay = (text: string, face: Face) =>
      text === '' ? [] : layLines(pen, text, { face, size }, { width: width - size, alignment: 'centre' })
    const head = [...capacity.flatMap((line) => lay(upper(line), 'bold')), ...lay(remark, 'italic')]
    return { own, head, foot: lay(name, 'bold') }
  })
  const headHeight = Math.max(0, ...columns.map(({ head }) => heightOfLines(head)))
  const footHeight = Math.max(0, ...columns.map(({ foot }) => heightOfLines(foot)))
  return {
    height: headHeight + roomPoints + footHeight,
    gapBefore: form.recipients.gapPoints,
    isKeptWithNext: false,
    draw: (top) => {
      for (const { own, head, foot } of columns) {
        const middle = { left: own.left + size / 2, width: own.width - size, alignment: 'centre' } as const
        writeLines(pen, head, middle, top)
        writeLines(pen, foot, middle, top + headHeight + roomPoints)
      }
    },
  }
}

const annexPieces = (pen: Pen, { name, title, attachedTo }: Annex, span: Span): Piece[] => {
  const { size } = form.annex
  const centred = { alignment: 'centre', gapBefore: 0, isKeptWithNext: true } as const
  const pieces = [
    ...(name === '' ? [] : textPieces(pen, name, span, { ...centred, ink: { face: 'bold', size } })),
    ...textPieces(pen, upper(title), span, { ...centred, ink: { face: 'bold', size } }),
    ...(attachedTo === '' ? [] : textPieces(pen, attachedTo, span, { ...centred, ink: { face: 'italic', size } })),
  ]
  const draw = (top: number) => rule(pen, span, top + ruleGap, span.width * form.annex.ruleShare)
  return [...pieces, { height: form.title.gapAfterPoints, gapBefore: 0, isKeptWithNext: true, draw }]
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
  const size = block.size ?? signature.size
  // «PHÓ TRƯỞNG BAN THƯỜNG TRỰC» stands in one line where the smaller letters that the decree allows let it.
  const boldFor = (text: string): Ink => {
    const smaller: Ink = { face: 'bold', size: size - 1 }
    const isTooWide = pen.widthOf(text, { face: 'bold', size }) > right.width
    return isTooWide && pen.widthOf(text, smaller) <= right.width ? smaller : { face: 'bold', size }
  }
  const layRight = (text: string) =>
    text === '' ? [] : layLines(pen, text, boldFor(text), { width: right.width, alignment: 'centre' })
  const capacity = block.capacity.flatMap((line) => layRight(upper(line)))
  const name = [...layRight(upper(block.otherPost)), ...layRight(block.signer)]
  const layLeft = (text: string, ink: Ink) => layLines(pen, text, ink, { width: left.width, alignment: 'left' })
  const title = layLeft(block.recipientsTitle, { face: 'bold-italic', size: recipients.titleSize })
  const drafter = block.drafter === '' ? [] : layLeft(block.drafter, { face: 'regular', size: form.drafter.size })
  const list = [
    ...block.recipients.flatMap((line) => layLeft(line, { face: 'regular', size: recipients.size })),
    ...drafter,
  ]
  const signatureHeight = heightOfLines(capacity) + signature.roomPoints + heightOfLines(name)
  const fitting = Math.floor(signatureHeight / lineHeight(recipients.size))
  const beside = block.recipients.length === 0 ? list.slice(0, fitting) : [...title, ...list.slice(0, fitting)]
  const drawRecipients = partDrawing(pen, { role: 'P' }, (top) => {
    writeLines(pen, beside, { ...left, alignment: 'left' }, top + size - recipients.titleSize)
  })
  const rest = inTag(pen, { role: 'P' }, () =>
    linePieces(pen, list.slice(fitting), { ...left, alignment: 'left', gapBefore: 0 }),
  )
  const drawSignature = partDrawing(pen, { role: 'P' }, (top) => {
    const under = writeLines(pen, capacity, { ...right, alignment: 'centre' }, top)
    writeLines(pen, name, { ...right, alignment: 'centre' }, under + signature.roomPoints)
  })
  const draw = (top: number) => {
    drawRecipients(top)
    drawSignature(top)
  }
  const height = Math.max(signatureHeight, heightOfLines(beside))
  const main: Piece = { height, gapBefore: recipients.gapPoints, isKeptWithNext: false, draw }
  // More recipients than stand beside the signature go on below it, over the page's end where need be.
  return [main, ...rest]
}
