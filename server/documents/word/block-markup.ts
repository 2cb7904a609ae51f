import type { Addressees, Annex, Block, Code, Facts, Heading, Paragraph, Title } from '../blocks.ts'
import * as form from '../official-form.ts'
import type { Ink } from '../pdf/pen.ts'
import { letterheadMarkup } from './letterhead.ts'
import { gap, inLines, paragraph, rule, type ParagraphForm, upper, type TextArea } from './paragraphs.ts'
import { closingMarkup, signaturesMarkup } from './signatures.ts'
import type { StyleId } from './styles.ts'
import { row, tableMarkup, tableOfRows } from './tables.ts'

/** The picture of a code, placed in a line of text. */
export type PictureOf = (value: string, sideMillimetres: number) => string

/** Where a block stands, and what it needs to be written. */
export interface BlockPlace {
  /** Nothing stands above it on its page. */
  isAtTop: boolean
  /** Its last line stays with what follows. */
  isKept: boolean
  pictureOf: PictureOf
}

/** A block as Word keeps it. */
export const blockMarkup = (area: TextArea, block: Block, { isAtTop, isKept, pictureOf }: BlockPlace): string => {
  switch (block.kind) {
    case 'letterhead':
      return letterheadMarkup(area, block)
    case 'title':
      return titleMarkup(area, block, isAtTop)
    case 'basis':
      return texts(area, block.lines, { style: 'Basis', isKept })
    case 'addressees':
      return addresseesMarkup(area, block)
    case 'heading':
      return headingMarkup(area, block)
    case 'paragraph':
      return paragraphMarkup(area, block, isKept)
    case 'remark':
      return texts(area, [block.text], {
        style: 'Remark',
        isKept: isKept || block.isKeptWithNext,
        ...(block.isCentred ? { alignment: 'centre' } : {}),
      })
    case 'list':
      return texts(
        area,
        block.items.map((item) => `- ${item}`),
        { style: 'BodyText', isKept },
      )
    case 'facts':
      return factsMarkup(area, block, isKept)
    case 'table':
      return tableMarkup(area, block, isKept)
    case 'code':
      return codeMarkup(area, block, pictureOf)
    case 'closing':
      return closingMarkup(area, block)
    case 'signatures':
      return signaturesMarkup(area, block)
    case 'annex':
      return annexMarkup(area, block)
    case 'page-end':
      return gap(area, 1, { isOnNewPage: true })
  }
}

/** Texts of one style, a line break in them begins a new paragraph; the last is bound to what follows. */
const texts = (
  area: TextArea,
  lines: readonly string[],
  { isKept, ...own }: ParagraphForm & { style: StyleId; isKept: boolean },
): string => {
  const all = lines.flatMap((line) =>
    line.split('\n').map((text, index) => ({ text, form: index === 0 ? own : { ...own, before: 0 } })),
  )
  return all
    .map(({ text, form: how }, index) =>
      paragraph(area, text, isKept && index === all.length - 1 ? { ...how, isKeptWithNext: true } : how),
    )
    .join('')
}

const titleMarkup = (area: TextArea, { type, about }: Title, isAtTop: boolean): string => {
  const { size, ruleShare, gapBeforePoints, gapAfterPoints } = form.title
  const ink: Ink = { face: 'bold', size }
  const lines = [upper(type), ...about].map((text) => inLines(area, text, ink, area.width))
  const last = lines.at(-1)?.split('\n').at(-1) ?? ''
  const length = Math.min(area.width, area.pen.widthOf(last, ink)) * ruleShare
  return [
    ...lines.map((text, index) =>
      styled(area, text, 'Title', index === 0 && !isAtTop ? { before: gapBeforePoints } : {}),
    ),
    rule(area, length, { width: area.width, height: gapAfterPoints }),
  ].join('')
}

const styled = (area: TextArea, text: string, style: StyleId, own: ParagraphForm = {}): string =>
  paragraph(area, text, { ...own, style })

const headingStyles = { part: 'Heading1', section: 'Heading2', clause: 'Heading3' } as const

const headingMarkup = (area: TextArea, { text, rank = 'section' }: Heading): string => {
  const shown = rank === 'clause' ? text : upper(text)
  const ink: Ink = { face: 'bold', size: form.heading.size }
  return styled(area, rank === 'part' ? inLines(area, shown, ink, area.width) : shown, headingStyles[rank])
}

const paragraphMarkup = (area: TextArea, { text, size }: Paragraph, isKept: boolean): string => {
  const own: ParagraphForm & { style: StyleId } = {
    style: 'BodyText',
    ...(size === undefined || size === form.body.size ? {} : { ink: { face: 'regular', size } }),
  }
  if (typeof text === 'string') return texts(area, text.split('\n'), { ...own, isKept })
  return paragraph(area, text, { ...own, isKeptWithNext: isKept })
}

/** One stands in the line of the word; several below it, a line each. */
const addresseesMarkup = (area: TextArea, { word, names }: Addressees): string => {
  const { size, gapPoints, share } = form.addressees
  const how = { ink: { face: 'regular', size }, isKeptWithNext: true } as const
  const [only] = names
  if (names.length <= 1) {
    const text = inLines(area, `${word} ${only ?? ''}`.trim(), how.ink, area.width)
    return paragraph(area, text, { ...how, alignment: 'centre', before: gapPoints })
  }
  const left = area.width * (1 - share)
  const hanging = area.pen.widthOf(`${word} `, how.ink)
  const lines = names.map((name, index) => `- ${name}${index === names.length - 1 ? '.' : ';'}`)
  return [
    paragraph(area, word, { ...how, alignment: 'left', before: gapPoints, indent: { left, hanging } }),
    ...lines.map((line) => paragraph(area, line, { ...how, alignment: 'left', indent: { left } })),
  ].join('')
}

/** Whom the facts are about stands in large letters; what is told of them stands in a table. */
const factsMarkup = (area: TextArea, { rows }: Pick<Facts, 'rows'>, isKept: boolean): string => {
  const at = rows.findIndex(({ name }) => name === '')
  if (at < 0) return rows.length === 0 ? '' : factTable(area, rows, isKept)
  const rest = rows.slice(at + 1)
  const large = paragraph(area, rows[at]?.text ?? '', {
    ink: { face: 'bold', size: form.facts.largeSize },
    alignment: 'centre',
    before: form.facts.gapPoints,
    isKeptWithNext: isKept || rest.length > 0,
  })
  return factsMarkup(area, { rows: rows.slice(0, at) }, true) + large + factsMarkup(area, { rows: rest }, isKept)
}

const factTable = (area: TextArea, rows: Facts['rows'], isKept: boolean): string => {
  const { size, gapPoints } = form.body
  const left = area.width * form.facts.share
  const right = area.width - left
  const lines = rows.map(({ name, text }, index) => {
    const isKeptWithNext = isKept && index === rows.length - 1
    const write = (part: string, face: Ink['face']) =>
      part
        .split('\n')
        .map((line) => paragraph(area, line, { ink: { face, size }, alignment: 'left', isKeptWithNext }))
        .join('')
    // The gap above the first row is the one before the table.
    const top = index === 0 ? 0 : gapPoints
    return row(area, [
      { width: left, content: write(name, 'regular'), padding: { top } },
      { width: right, content: write(text, 'bold'), padding: { top, left: size / 2 } },
    ])
  })
  return gap(area, gapPoints, { isKeptWithNext: true }) + tableOfRows(area, [left, right], lines, { isRuled: false })
}

/** The code at the left, its words beside it, in the middle of its height. */
const codeMarkup = (area: TextArea, { value, caption, side }: Code, pictureOf: PictureOf): string => {
  const left = (side + 2 * form.code.quiet) * form.pointsPerMillimetre
  const right = Math.min(area.width - left, form.code.captionWidth * form.pointsPerMillimetre)
  const words = paragraph(area, caption, { ink: { face: 'regular', size: form.code.size }, alignment: 'left' })
  const cells = [
    { width: left, content: pictureOf(value, side), isInMiddle: true },
    { width: right, content: words, isInMiddle: true },
  ]
  return (
    gap(area, form.recipients.gapPoints, { isKeptWithNext: true }) +
    tableOfRows(area, [left, right], [row(area, cells)], { isRuled: false })
  )
}

const annexMarkup = (area: TextArea, { name, title, attachedTo }: Annex): string => {
  const { size, ruleShare } = form.annex
  const lay = (text: string, face: Ink['face']) => inLines(area, text, { face, size }, area.width)
  const attached = { style: 'Remark', alignment: 'centre', before: 0, isKeptWithNext: true } as const
  return [
    name === '' ? '' : styled(area, lay(name, 'bold'), 'Annex'),
    styled(area, lay(upper(title), 'bold'), 'Annex'),
    attachedTo === '' ? '' : paragraph(area, lay(attachedTo, 'italic'), attached),
    rule(area, area.width * ruleShare, { width: area.width, height: form.title.gapAfterPoints }),
  ].join('')
}
