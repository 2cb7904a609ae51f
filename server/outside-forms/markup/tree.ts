import { setImmediate } from 'node:timers/promises'
import { brokenForm, formTooLarge, unsafeForm } from '../../errors.ts'
import { escaped } from '../../documents/word/markup.ts'

/** An element as it stands in the file; what is not touched is written back as it was read. */
export interface XmlElement {
  /** With its prefix. */
  name: string
  /** Without it. */
  local: string
  /** Values as they are written, entities and all. */
  attributes: [name: string, value: string][]
  /** Elements, and between them the markup as it stands: texts, comments, instructions. */
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

/** A part of a document: its root, and what stands before it. */
export interface XmlPart {
  prolog: string
  root: XmlElement
}

/** Noncharacters, which stand in no text: this program's own while a form is being filled. */
export const keptSigns = ['\ufdd0', '\ufdd1', '\ufdd2'] as const
const kept = new RegExp(`[${keptSigns.join('')}]`, 'gu')

/** What may still be read, counted over all parts of one form: a form of a ministry has a hundredth of it. */
export interface TreeBudget {
  nodes: number
}
export const newTreeBudget = (): TreeBudget => ({ nodes: 1_500_000 })

const deepest = 400
const nodesBetweenPauses = 20_000

/** Reads a part; refused where it is not well-formed, with the line, and where it declares types or entities. */
export const parseXml = async (read: string, part: string, budget: TreeBudget): Promise<XmlPart> => {
  const text = read.replaceAll(kept, '')
  const broken = (at: number) => brokenForm(part, text.slice(0, at).split('\n').length)
  const top: XmlNode[] = []
  const open: XmlElement[] = []
  let prolog = ''
  let count = 0
  const put = (node: XmlNode) => (open.at(-1)?.children ?? top).push(node)
  for (let at = 0; at < text.length;) {
    count += 1
    if (count > budget.nodes) throw formTooLarge()
    if (count % nodesBetweenPauses === 0) await setImmediate()
    if (isDeclaration(text, at)) throw unsafeForm()
    const end = endOf(text, at)
    if (end === null) throw broken(at)
    const token = text.slice(at, end)
    const root = top.length > 0
    if (!token.startsWith('<')) {
      if (open.length === 0 ? token.trim() !== '' : !isWholeText(token)) throw broken(at)
      if (open.length > 0) put(token)
    } else if (token.startsWith('<?') || token.startsWith('<!')) {
      if (open.length > 0) put(token)
      else if (!root && token.startsWith('<?xml')) prolog += asUtf8(token)
    } else if (token.startsWith('</')) {
      const element = open.pop()
      if (element?.name !== token.slice(2, -1).trim()) throw broken(at)
    } else {
      const element = elementOf(token)
      if (!element || (open.length === 0 && root) || open.length > deepest) throw broken(at)
      put(element)
      if (!token.endsWith('/>')) open.push(element)
    }
    at = end
  }
  budget.nodes -= count
  const [root] = top
  if (open.length > 0 || root === undefined || typeof root === 'string') throw broken(text.length)
  return { prolog, root }
}

const isDeclaration = (text: string, at: number): boolean =>
  text.startsWith('<!', at) && !text.startsWith('<!--', at) && !text.startsWith('<![CDATA[', at)

/** Where the token that begins here ends; null = it does not. */
const endOf = (text: string, at: number): number | null => {
  if (text[at] !== '<') return orNull(text.indexOf('<', at), text.length)
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at)
  if (text.startsWith('<?', at)) return after(text, '?>', at)
  for (let index = at + 1; index < text.length; index += 1) {
    const sign = text[index]
    if (sign === '>') return index + 1
    if (sign === '<') return null
    if (sign === '"' || sign === "'") {
      index = text.indexOf(sign, index + 1)
      if (index < 0) return null
    }
  }
  return null
}

const orNull = (found: number, otherwise: number): number => (found < 0 ? otherwise : found)
const after = (text: string, wanted: string, from: number): number | null => {
  const found = text.indexOf(wanted, from)
  return found < 0 ? null : found + wanted.length
}

const tag = /^<([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}_][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>$/u
const attribute = /([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

const elementOf = (token: string): XmlElement | null => {
  const found = tag.exec(token)
  if (!found) return null
  const [, name = '', told = ''] = found
  const attributes: [string, string][] = []
  if (told !== '') {
    for (const [, key = '', one, other = ''] of told.matchAll(attribute)) {
      const value = one ?? other.replaceAll('"', '&quot;')
      if (!isWholeText(value) || attributes.some(([known]) => known === key)) return null
      attributes.push([key, value])
    }
  }
  return { name, local: localOf(name), attributes, children: [] }
}

const localOf = (name: string) => name.slice(name.indexOf(':') + 1)

/** Only the five entities of XML itself, and characters by their number. */
const isWholeText = (text: string): boolean =>
  !text.includes('&') || !/&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/iu.test(text)

/** What is written is UTF-8, whatever was read. */
const asUtf8 = (declaration: string): string =>
  declaration.replace(/encoding\s*=\s*("[^"]*"|'[^']*')/u, 'encoding="UTF-8"')

export const serialize = (node: XmlNode): string => {
  const pieces: string[] = []
  write(node, pieces)
  return pieces.join('')
}

const write = (node: XmlNode, pieces: string[]): void => {
  if (typeof node === 'string') {
    pieces.push(node)
    return
  }
  pieces.push(openTag(node, node.children.length === 0))
  if (node.children.length === 0) return
  for (const child of node.children) write(child, pieces)
  pieces.push(`</${node.name}>`)
}

export const openTag = ({ name, attributes }: XmlElement, isEmpty: boolean): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${value}"`).join('')}${isEmpty ? '/' : ''}>`

export const serializePart = ({ prolog, root }: XmlPart): string => prolog + serialize(root)

/** An attribute by its name without a prefix, its entities read. */
export const attributeOf = ({ attributes }: XmlElement, local: string): string | undefined => {
  const found = attributes.find(([name]) => localOf(name) === local)
  return found && unescapedXml(found[1])
}

export const setAttribute = (element: XmlElement, name: string, value: string): void => {
  const found = element.attributes.find(([known]) => known === name)
  if (found) found[1] = escaped(value)
  else element.attributes.push([name, escaped(value)])
}

export const removeAttributes = (element: XmlElement, isGone: (local: string) => boolean): void => {
  element.attributes = element.attributes.filter(([name]) => !isGone(localOf(name)))
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, local: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.local === local)

/** Every element of this local name below, in the order of the document. */
export function* descendants(element: XmlElement, local: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.local === local) yield child
    yield* descendants(child, local)
  }
}

/** The text that stands in an element itself. */
export const textOf = ({ children }: XmlElement): string =>
  children
    .map((child) => {
      if (typeof child !== 'string' || child.startsWith('<!--') || child.startsWith('<?')) return ''
      return child.startsWith('<![CDATA[') ? child.slice(9, -3) : unescapedXml(child)
    })
    .join('')

export const setText = (element: XmlElement, text: string): void => {
  element.children = text === '' ? [] : [escaped(text)]
}

/** An element beside another, with the prefix that the other has. */
export const newElement = (like: XmlElement, local: string, children: XmlNode[] = []): XmlElement => {
  const prefix = like.name.slice(0, like.name.length - like.local.length)
  return { name: prefix + local, local, attributes: [], children }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescapedXml = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text
