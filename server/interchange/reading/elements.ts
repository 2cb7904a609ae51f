import { Parser } from 'saxen'
import { brokenSchedule, scheduleTooLarge, unsafeSchedule } from '../../errors.ts'

export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  children: Element[]
  text: string
}

/** No schedule is as deep or holds as many elements: the file is made to fill memory. */
const deepest = 40
const mostElements = 400_000

/**
 * The root of an XML text. Declarations (DOCTYPE, with the entities that they could bring) are refused: no schedule
 * needs them. What is not well-formed is refused with its line.
 */
export const readElements = (xml: string): Element => {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let count = 0
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  const fault = new Parser()
    .on('openTag', (name, attributes) => {
      count += 1
      if (count > mostElements || open.length > deepest) throw scheduleTooLarge()
      const element: Element = { name: withoutPrefix(name), attributes: plain(attributes()), children: [], text: '' }
      open.at(-1)?.children.push(element)
      open.push(element)
    })
    .on('closeTag', () => void open.pop())
    .on('text', (text) => add(decode(text)))
    .on('cdata', add)
    .on('attention', () => {
      throw unsafeSchedule()
    })
    .on('error', ({ message }, context) => {
      // The parser loses its line where the text ends before its elements do.
      const isCut = message === 'unexpected end of file'
      throw brokenSchedule(isCut ? xml.trimEnd().split('\n').length : context().line + 1)
    })
    .parse(xml)
  const [root] = top.children
  if (fault || !root) throw brokenSchedule(1)
  return root
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const plain = (raw: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).map(([name, value]) => [withoutPrefix(name), decode(value)]))

const known: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }

/** The parser's own decoder halves signs beyond the first 65,536 and lets entities pass that nobody has explained. */
const decode = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,40}));/giu,
        (_whole, decimal?: string, hex?: string, name = '') => {
          if (decimal === undefined && hex === undefined) return known[name] ?? refuseEntity()
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
          return code > 0x10ffff ? '' : String.fromCodePoint(code)
        },
      )
    : text

const refuseEntity = (): never => {
  throw unsafeSchedule()
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? []

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name)
