import type { Alignment, Face, Run } from '../blocks.ts'
import { ruleWidth } from '../official-form.ts'
import type { Ink, Pen } from '../pdf/pen.ts'
import { holdYears, layLines } from '../pdf/texts.ts'
import { escaped, w } from './markup.ts'

/** Where blocks stand; lengths in points of the form, which are `scale` times as large on the paper. */
export interface TextArea {
  width: number
  scale: number
  pen: Pen
}

/** How a paragraph looks where it differs from its style. */
export interface ParagraphForm {
  style?: string
  ink?: Ink
  alignment?: Alignment
  before?: number
  /** The line is just as high, whatever stands in it. */
  exactHeight?: number
  indent?: { left?: number; right?: number; firstLine?: number; hanging?: number }
  isKeptWithNext?: boolean
  isOnNewPage?: boolean
  border?: 'top' | 'box'
  /** Points between the box and its words. */
  borderSpace?: number
  /** Of its words and its box, in hexadecimal; black where it is not told. */
  color?: string
  /** Level among the headings, from 0. */
  outline?: number
  /** Properties of the section that it ends. */
  section?: string
}

/** Twentieths of a point, as large as on the paper. */
export const twips = ({ scale }: Pick<TextArea, 'scale'>, points: number): number => Math.round(points * scale * 20)

/** A text, its line breaks kept; or runs of several faces. */
export const paragraph = (area: TextArea, content: string | readonly Run[], form: ParagraphForm = {}): string =>
  w('p', {}, paragraphProperties(area, form), ...runsOf(area, content, form))

export const paragraphProperties = (area: TextArea, form: ParagraphForm): string => {
  const { indent, before, exactHeight } = form
  const length = (points: number | undefined) => (points === undefined ? undefined : twips(area, points))
  const spacing = {
    before: length(before),
    ...(exactHeight === undefined ? {} : { line: twips(area, exactHeight), lineRule: 'exact' }),
  }
  return w(
    'pPr',
    {},
    form.style === undefined ? '' : w('pStyle', { val: form.style }),
    form.isKeptWithNext === true ? w('keepNext') : '',
    form.isOnNewPage === true ? w('pageBreakBefore') : '',
    bordersOf(area, form),
    before === undefined && exactHeight === undefined ? '' : w('spacing', spacing),
    indent === undefined
      ? ''
      : w('ind', {
          left: length(indent.left),
          right: length(indent.right),
          firstLine: length(indent.firstLine),
          hanging: length(indent.hanging),
        }),
    form.alignment === undefined ? '' : w('jc', { val: alignments[form.alignment] }),
    form.outline === undefined ? '' : w('outlineLvl', { val: form.outline }),
    // Of the paragraph's mark, which makes its line no higher than the text.
    form.ink === undefined ? '' : inkProperties(area, form.ink, form.color),
    form.section ?? '',
  )
}

const alignments: Readonly<Record<Alignment, string>> = {
  left: 'left',
  centre: 'center',
  right: 'right',
  justified: 'both',
}

const bordersOf = (area: TextArea, { border, borderSpace = 0, color = 'auto' }: ParagraphForm): string => {
  if (border === undefined) return ''
  const space = Math.round(borderSpace * area.scale)
  const line = (edge: string) => w(edge, { val: 'single', sz: Math.round(ruleWidth * 8), space, color })
  return w('pBdr', {}, ...(border === 'top' ? ['top'] : ['top', 'left', 'bottom', 'right']).map(line))
}

/** Word knows sizes by halves; the smaller one, so that a line holds what was measured for it. */
export const inkProperties = (area: TextArea, { face, size }: Ink, color = ''): string => {
  const halves = Math.max(2, Math.floor(size * area.scale * 2 + 0.01))
  return w(
    'rPr',
    {},
    ...faceProperties(face),
    color === '' ? '' : w('color', { val: color }),
    w('sz', { val: halves }),
    w('szCs', { val: halves }),
  )
}

const faceProperties = (face: Face): string[] => [
  face === 'bold' || face === 'bold-italic' ? w('b') + w('bCs') : '',
  face === 'italic' || face === 'bold-italic' ? w('i') + w('iCs') : '',
]

const runsOf = (area: TextArea, content: string | readonly Run[], { ink, color }: ParagraphForm): string[] => {
  const own = ink === undefined ? '' : inkProperties(area, ink, color)
  if (typeof content === 'string') return content === '' ? [] : [w('r', {}, own, textOf(content))]
  return content.map(({ text, face }) => {
    const properties = ink === undefined ? w('rPr', {}, ...faceProperties(face)) : inkProperties(area, { ...ink, face })
    return w('r', {}, face === 'regular' ? own : properties, textOf(text))
  })
}

const textOf = (text: string): string =>
  holdYears(text)
    .replaceAll(/[ \t]+/g, ' ')
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join(w('br'))

/** The lines of a centred text as the PDF has them, about equally long. */
export const inLines = ({ pen }: TextArea, text: string, ink: Ink, width: number): string => {
  const lines = layLines(pen, text, ink, { width, alignment: 'centre' }).map((line) => line.text)
  const isWhole =
    lines.join(' ') ===
    holdYears(text)
      .replaceAll(/[ \n]+/g, ' ')
      .trim()
  // A word that no line holds is left to Word to break.
  return isWhole ? lines.join('\n') : text
}

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** An almost invisible paragraph: as high as the gap that it leaves. */
export const gap = (area: TextArea, height: number, form: ParagraphForm = {}): string =>
  paragraph(area, '', { ...form, ink: { face: 'regular', size: 1 }, exactHeight: height })

/** From a line of text down to the rule below it. */
const ruleGap = 2.5

/** A rule in the middle of a width, which takes so much height below the text. */
export const rule = (area: TextArea, length: number, { width, height }: { width: number; height: number }): string => {
  const side = Math.max(0, (width - length) / 2)
  return gap(area, height - ruleGap, {
    border: 'top',
    before: ruleGap,
    indent: { left: side, right: side, firstLine: 0 },
    isKeptWithNext: true,
  })
}
