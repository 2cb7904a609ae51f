import type { Language } from '../format/dates.ts'
import type { CardElement, CardFace } from './cards.ts'
import type { ListRow } from './list-rows.ts'
import type { Logo } from './logo.ts'
import { holdTogether } from './rules/names.ts'
import type { Tint } from './rules/tints.ts'
import type { LookElement } from './schema.ts'
import { putIn } from './templates.ts'
import { placeholdersIn } from './wording.ts'

/** Makes faces of a look: what holds no value of a row is the same element on every card. */
export const faceComposer = (
  look: readonly LookElement[],
  how: {
    shared: Readonly<Record<string, string>>
    names: ReadonlySet<string>
    language: Language
    logo: Logo | undefined
  },
): ((own: Readonly<Record<string, string>>, row: ListRow['values']) => CardFace) => {
  const makers = look.map((element) => {
    const texts = [element.text?.[how.language] ?? '', element.code ?? '']
    const isOwn = texts.some((text) => placeholdersIn(text).some((name) => how.names.has(name)))
    // What all cards say is held together once; thousands of names would cost too much.
    const { colourBy } = element
    const fixed = isOwn || colourBy ? null : elementsOf(element, (text) => holdTogether(putIn(text, how.shared)), how)
    return (own: Readonly<Record<string, string>>, { hasCode, row }: { hasCode: boolean; row: ListRow['values'] }) => {
      if (fixed) return fixed
      const tint = colourBy?.colours[row[colourBy.column] ?? '']
      const put = (text: string) => putIn(text, own, how.shared)
      return elementsOf(hasCode ? element : withoutCode(element), put, { ...how, tint })
    }
  })
  const codes = look.flatMap(({ code = '' }) => (code === '' ? [] : [code]))
  return (own, row) => {
    const hasCode = codes.some((code) => putIn(code, own, how.shared).trim() !== '')
    return makers.flatMap((make) => make(own, { hasCode, row }))
  }
}

const withoutCode = (element: LookElement): LookElement =>
  element.boxWithoutCode === undefined ? element : { ...element, box: element.boxWithoutCode }

/** A frame, a picture, a text and a code may stand in one box; those of which nothing is left are left out. */
const elementsOf = (
  element: LookElement,
  put: (text: string) => string,
  { language, logo, tint }: { language: Language; logo: Logo | undefined; tint?: Tint | undefined },
): CardElement[] => {
  const { box, boxBesideLogo = box } = element
  const [x = 0, y = 0, width = 0, height = 0] = logo ? boxBesideLogo : box
  const isPreprinted = element.isPreprinted === true
  const elements: CardElement[] = []
  if (element.grey !== undefined || element.rule !== undefined || tint !== undefined) {
    elements.push({
      kind: 'frame',
      x,
      y,
      width,
      height,
      grey: element.grey ?? null,
      ...(tint === undefined ? {} : { tint }),
      rule: element.rule ?? 0,
      isPreprinted,
    })
  }
  if (element.logo === true && logo)
    elements.push({ kind: 'picture', x, y, width, height, png: logo.png, alt: logo.unitName, isPreprinted })
  const written = put(element.text?.[language] ?? '').trim()
  if (written !== '') {
    const size = element.size ?? 12
    elements.push({
      kind: 'text',
      text: element.isUpper === true ? written.toLocaleUpperCase('vi') : written,
      x,
      y,
      width,
      height,
      face: element.face ?? 'regular',
      size,
      leastSize: Math.min(size, element.least ?? size),
      alignment: element.alignment ?? 'centre',
      vertical: element.vertical ?? 'middle',
      isOneLine: element.isOneLine === true,
      isTurned: element.isTurned === true,
      isPreprinted,
    })
  }
  const code = put(element.code ?? '').trim()
  if (code !== '') elements.push({ kind: 'code', x, y, side: Math.min(width, height), value: code, isPreprinted })
  return elements
}
