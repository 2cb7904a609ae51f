import { showsDate } from '../../exchange/reading/texts.ts'
import {
  attributeOf,
  childOf,
  elementsOf,
  newElement,
  removeAttributes,
  setAttribute,
  type XmlElement,
} from '../markup/tree.ts'

/** The formats of cells, by their number, as far as values depend on them. */
export interface CellStyles {
  /** Whatever stands in such a cell is a text. */
  isText: (style: number) => boolean
  /** The same looks with a format that shows a number as a day; the style itself where it does already. */
  forDates: (style: number) => number
  /** Lines are drawn beside or below such a cell; one above may be that of the cell there. */
  hasBorder: (style: number) => boolean
  isChanged: () => boolean
}

const textFormat = 49
/** Day, month and year in the order of the machine's country. */
const dateFormat = 14

export const cellStylesOf = (styles: XmlElement | null): CellStyles => {
  const list = childOf(styles ?? undefined, 'cellXfs')
  const formats = list ? elementsOf(list) : []
  const borders = childOf(styles ?? undefined, 'borders')
  const drawn = (borders ? elementsOf(borders) : []).map((border) =>
    elementsOf(border).some((side) => drawnSides.has(side.local) && (attributeOf(side, 'style') ?? 'none') !== 'none'),
  )
  const own = childOf(styles ?? undefined, 'numFmts')
  const codes = new Map(
    (own ? elementsOf(own) : []).map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  )
  const made = new Map<number, number>()
  const formatOf = (style: number) => Number((formats[style] && attributeOf(formats[style], 'numFmtId')) ?? 0)
  const addDated = (style: number): number => {
    const base = formats[style]
    if (!list || !base) return style
    const dated = { ...newElement(base, base.local, [...base.children]), attributes: base.attributes.map(copyOf) }
    removeAttributes(dated, (name) => name === 'numFmtId')
    setAttribute(dated, 'numFmtId', String(dateFormat))
    setAttribute(dated, 'applyNumberFormat', '1')
    list.children.push(dated)
    formats.push(dated)
    setAttribute(list, 'count', String(formats.length))
    return formats.length - 1
  }
  return {
    isText: (style) => formatOf(style) === textFormat || codes.get(formatOf(style)) === '@',
    forDates: (style) => {
      if (showsDate(formatOf(style), codes.get(formatOf(style)))) return style
      const known = made.get(style) ?? addDated(style)
      made.set(style, known)
      return known
    },
    hasBorder: (style) => drawn[Number((formats[style] && attributeOf(formats[style], 'borderId')) ?? 0)] === true,
    isChanged: () => made.size > 0,
  }
}

const drawnSides = new Set(['left', 'right', 'start', 'end', 'bottom'])

const copyOf = ([name, value]: [string, string]): [string, string] => [name, value]
