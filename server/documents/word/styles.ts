import type { Language } from '../../format/dates.ts'
import * as form from '../official-form.ts'
import type { Ink } from '../pdf/pen.ts'
import { w } from './markup.ts'
import { inkProperties, paragraphProperties, type ParagraphForm, type TextArea } from './paragraphs.ts'

const indent = { firstLine: form.body.indent * form.pointsPerMillimetre }
const { size, gapPoints } = form.body

interface Style {
  name: string
  ink: Ink
  form: ParagraphForm
}

/**
 * Styles by their id: whoever goes on writing finds the decree's form in Word's list of styles, and the headings in its
 * outline. Names in English are Word's own, which it shows in the language of the office.
 */
const styles = {
  BodyText: {
    name: 'Body Text',
    ink: { face: 'regular', size },
    form: { before: gapPoints, indent, alignment: 'justified' },
  },
  Basis: {
    name: 'Căn cứ',
    ink: { face: 'italic', size },
    form: { before: gapPoints, indent, alignment: 'justified' },
  },
  Remark: { name: 'Ghi chú', ink: { face: 'italic', size }, form: { before: gapPoints, alignment: 'left' } },
  Title: {
    name: 'Title',
    ink: { face: 'bold', size: form.title.size },
    form: { isKeptWithNext: true, alignment: 'centre' },
  },
  Heading1: {
    name: 'heading 1',
    ink: { face: 'bold', size: form.heading.size },
    form: { isKeptWithNext: true, before: form.heading.gapPoints, alignment: 'centre', outline: 0 },
  },
  Heading2: {
    name: 'heading 2',
    ink: { face: 'bold', size: form.heading.size },
    form: { isKeptWithNext: true, before: form.heading.gapPoints, alignment: 'left', outline: 1 },
  },
  Heading3: {
    name: 'heading 3',
    ink: { face: 'bold', size: form.heading.size },
    form: { isKeptWithNext: true, before: gapPoints, indent, alignment: 'left', outline: 2 },
  },
  Annex: {
    name: 'Phụ lục',
    ink: { face: 'bold', size: form.annex.size },
    form: { isKeptWithNext: true, alignment: 'centre', outline: 0 },
  },
} satisfies Record<string, Style>
export type StyleId = keyof typeof styles

/** `word/styles.xml`: Times New Roman by its name, single spacing, no line alone on a page. */
export const stylesMarkup = (area: TextArea, language: Language): string => {
  const fonts = { ascii: font, hAnsi: font, cs: font, eastAsia: font }
  const text = inkProperties(area, { face: 'regular', size }).replace('<w:rPr>', '').replace('</w:rPr>', '')
  const spoken = w('lang', { val: language === 'vi' ? 'vi-VN' : 'en-GB' })
  const spacing = w('spacing', { before: 0, after: 0, line: 240, lineRule: 'auto' })
  const defaults = w(
    'docDefaults',
    {},
    w('rPrDefault', {}, w('rPr', {}, w('rFonts', fonts), text, spoken)),
    w('pPrDefault', {}, w('pPr', {}, w('widowControl'), spacing)),
  )
  const normal = w(
    'style',
    { type: 'paragraph', default: 1, styleId: 'Normal' },
    w('name', { val: 'Normal' }),
    w('qFormat'),
  )
  const own = Object.entries<Style>(styles).map(([styleId, style]) =>
    w(
      'style',
      { type: 'paragraph', styleId },
      w('name', { val: style.name }),
      w('basedOn', { val: 'Normal' }),
      w('qFormat'),
      paragraphProperties(area, style.form),
      inkProperties(area, style.ink),
    ),
  )
  return [defaults, normal, ...own].join('')
}

const font = 'Times New Roman'
