import type { Letterhead } from '../blocks.ts'
import * as form from '../official-form.ts'
import { lineHeight, type Ink } from '../pdf/pen.ts'
import { inLines, paragraph, rule, upper, type TextArea } from './paragraphs.ts'
import { row, tableOfRows } from './tables.ts'

const { letterhead } = form

/** From the text above a rule to the text below it. */
const ruleHeight = letterhead.gapPoints + 2.5
/** Below the longer column. */
const footPoints = 2 * letterhead.gapPoints - ruleHeight

/** The two columns of the head as a table without rules; the short ones below issuer and motto are borders of empty lines. */
export const letterheadMarkup = (area: TextArea, block: Letterhead): string => {
  const right = area.width * letterhead.rightShare
  const left = area.width - right
  const leftText = area.width * letterhead.leftShare
  const padding = { bottom: footPoints, right: left - leftText }
  return tableOfRows(
    area,
    [left, right],
    [
      row(area, [
        { width: left, content: issuerColumn(area, block, leftText), padding },
        { width: right, content: nationColumn(area, block, right) },
      ]),
    ],
    { isRuled: false },
  )
}

const issuerColumn = (area: TextArea, block: Letterhead, width: number): string => {
  const { issuerSize, issuerRuleShare, numberSize } = letterhead
  const bold: Ink = { face: 'bold', size: issuerSize }
  const issuer = inLines(area, upper(block.issuer), bold, width)
  const length = area.pen.widthOf(issuer.split('\n').at(-1) ?? '', bold) * issuerRuleShare
  return [
    line(area, upper(block.superior), { face: 'regular', size: issuerSize }, { width }),
    line(area, upper(block.issuer), bold, { width }),
    rule(area, length, { width, height: ruleHeight }),
    // A cell without a paragraph would be broken: the line of the number stands even where it is empty.
    paragraph(area, inLines(area, block.number, { face: 'regular', size: numberSize }, width), {
      ink: { face: 'regular', size: numberSize },
      alignment: 'centre',
      isKeptWithNext: true,
    }),
    line(area, block.subject, { face: 'regular', size: form.subject.size }, { width, before: form.subject.gapPoints }),
    ...(block.urgency === '' ? [] : [stampBox(area, upper(block.urgency), { width, color: stampRed })]),
    ...(block.circulation === '' ? [] : [stampBox(area, upper(block.circulation), { width })]),
  ].join('')
}

const nationColumn = (area: TextArea, block: Letterhead, width: number): string => {
  const { nationSize, mottoSize, placeSize } = letterhead
  const motto: Ink = { face: 'bold', size: mottoSize }
  const lines = inLines(area, block.motto, motto, width).split('\n')
  return [
    line(area, block.nation, { face: 'bold', size: nationSize }, { width }),
    line(area, block.motto, motto, { width }),
    rule(area, area.pen.widthOf(lines.at(-1) ?? '', motto), { width, height: ruleHeight }),
    paragraph(area, inLines(area, block.placeAndDay, { face: 'italic', size: placeSize }, width), {
      ink: { face: 'italic', size: placeSize },
      alignment: 'centre',
      isKeptWithNext: true,
    }),
  ].join('')
}

/** A centred line; nothing where there is nothing to say. */
const line = (area: TextArea, text: string, ink: Ink, { width, before }: { width: number; before?: number }): string =>
  text === ''
    ? ''
    : paragraph(area, inLines(area, text, ink, width), {
        ink,
        alignment: 'centre',
        isKeptWithNext: true,
        ...(before === undefined ? {} : { before }),
      })

/** Bright red, as the decree wants the stamps of urgency. */
const stampRed = 'DE0000'

/** Words in a box of the decree's size: the border of their paragraph. */
const stampBox = (area: TextArea, text: string, { width, color }: { width: number; color?: string }): string => {
  const { size, height, widths, gapPoints } = form.stampBox
  const ink: Ink = { face: 'bold', size }
  const told = (widths as Readonly<Record<string, number>>)[text] ?? 0
  const boxWidth = Math.max(told * form.pointsPerMillimetre, area.pen.widthOf(text, ink) + size)
  const borderSpace = (height * form.pointsPerMillimetre - lineHeight(size)) / 2
  // The sides of a border stand outside the edges of its paragraph.
  const side = Math.max(0, (width - boxWidth) / 2 + borderSpace)
  return paragraph(area, text, {
    ink,
    alignment: 'centre',
    before: gapPoints,
    indent: { left: side, right: side },
    border: 'box',
    borderSpace,
    ...(color === undefined ? {} : { color }),
    isKeptWithNext: true,
  })
}
