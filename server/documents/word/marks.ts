import * as form from '../official-form.ts'
import type { PageForm } from '../blocks.ts'
import { escaped, w } from './markup.ts'
import type { TextArea } from './paragraphs.ts'

/** Of the height of a line, so that letters with signs above and below them fill it. */
const lineShare = 1.15

/** A word along the diagonal of the page, behind everything else on it: a run of a header, as Word makes its watermarks. */
export const markRun = ({ pen }: TextArea, page: PageForm, text: string): string => {
  const { width, height } = page
  const textWidth = pen.widthOf(text, { face: 'bold', size: 1 })
  const size = form.markSize({ width, height }, textWidth) * form.pointsPerMillimetre
  const degrees = (Math.atan2(height, width) * 180) / Math.PI
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${(textWidth * size).toFixed(1)}pt;height:${(lineShare * size).toFixed(1)}pt`,
    `rotation:${(360 - degrees).toFixed(1)};z-index:-251658240`,
    'mso-position-horizontal:center;mso-position-horizontal-relative:page',
    'mso-position-vertical:center;mso-position-vertical-relative:page',
  ].join(';')
  const shown = `<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold" string="${escaped(text)}"/>`
  const shape =
    `<v:shape id="mark" type="#_x0000_t136" alt="${escaped(text)}" style="${style}" o:allowincell="f" ` +
    `fillcolor="${grey}" stroked="f">${shown}</v:shape>`
  return w('r', {}, w('rPr', {}, w('noProof')), w('pict', {}, wordArt + shape))
}

const grey = `#${Math.round(form.markGrey * 255)
  .toString(16)
  .repeat(3)}`

/** The type of shape that is a text on a straight line, as Word writes it. */
const wordArt =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
  '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>' +
  '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>' +
  '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>' +
  '<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>' +
  '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
