import type { Block, Run } from './blocks.ts'
import type { TemplateFault } from './rules/template-faults.ts'

/** The few signs of Markdown that a paper's wording needs. */

export type WordingLine = {
  style:
    | 'type'
    | 'about'
    | 'heading'
    | 'clause'
    | 'part'
    | 'remark'
    | 'item'
    | 'basis'
    | 'fact'
    | 'annex'
    | 'page-end'
    | 'paragraph'
    | 'slot'
  text: string
}

const placeholder = /\{\{([^{}]*)\}\}/gu
const signs: readonly [RegExp, WordingLine['style']][] = [
  [/^# +(.+)$/u, 'type'],
  [/^## +(.+)$/u, 'about'],
  [/^### +(.+)$/u, 'heading'],
  [/^#### +(.+)$/u, 'clause'],
  [/^##### +(.+)$/u, 'part'],
  [/^- +(.+)$/u, 'item'],
  [/^> +(.+)$/u, 'basis'],
  [/^\|(.+)\|$/u, 'fact'],
  [/^% +(.+)$/u, 'annex'],
  [/^(-{3,})$/u, 'page-end'],
  [/^\*([^*].*)\*$/u, 'remark'],
]

/** Names of the placeholders in a text. */
export const placeholdersIn = (text: string): readonly string[] => {
  let names = knownNames.get(text)
  if (!names) {
    names = [...text.matchAll(placeholder)].map((match) => (match[1] ?? '').trim())
    if (knownNames.size >= mostKnown) knownNames.clear()
    knownNames.set(text, names)
  }
  return names
}

/** Of texts that were read: the same few lines are put together for each of thousands of letters. */
const knownNames = new Map<string, readonly string[]>()
const mostKnown = 2000

/** Lines of a wording: an empty line ends a paragraph; a placeholder alone on its line is a slot. */
export const parseWording = (source: string): WordingLine[] => {
  const lines: WordingLine[] = []
  let isOpen = false
  for (const raw of source.normalize('NFC').split('\n')) {
    const text = raw.trim()
    const line = lineOf(text)
    const last = lines.at(-1)
    if (line?.style === 'paragraph' && isOpen && last) last.text += ` ${text}`
    else if (line) lines.push(line)
    isOpen = line?.style === 'paragraph'
  }
  return lines
}

const lineOf = (text: string): WordingLine | null => {
  if (text === '') return null
  for (const [sign, style] of signs) {
    const match = sign.exec(text)
    if (match) return { style, text: (match[1] ?? '').trim() }
  }
  return { style: /^\{\{[^{}]+\}\}$/u.test(text) ? 'slot' : 'paragraph', text }
}

/** What looks like a sign, but is printed as it stands. */
const almostSigns: readonly RegExp[] = [
  /^#+(?=\S)|^#{6,}/u,
  /^[>%](?=\S)/u,
  /^[*+](?= )/u,
  /^\|(?=[^|]*$)/u,
  /^<\/?[a-z]/iu,
]

/** Lines that begin with what is almost a sign, or have a «**» without its other one. */
export const signFaults = (source: string, file: string): TemplateFault[] =>
  source.split('\n').flatMap((raw, index): TemplateFault[] => {
    const text = raw.trim()
    const almost = almostSigns.map((sign) => sign.exec(text)?.[0]).find((sign) => sign !== undefined)
    const subject = almost ?? (text.split('**').length % 2 === 0 ? '**' : undefined)
    return subject === undefined || /^#{1,5} /u.test(text)
      ? []
      : [{ file, line: index + 1, code: 'unknown-sign', subject }]
  })

type PutIn = (text: string) => string
type Slots = Readonly<Record<string, readonly Block[]>>

/**
 * Blocks of a wording. `putIn` gives a line its values; `slots` are the blocks that stand in the place of a
 * placeholder. A line of which nothing is left is left out, and so is one that had nothing but empty values to say.
 */
export const composeWording = (lines: readonly WordingLine[], putIn: PutIn, slots: Slots): Block[] =>
  groupsOf(lines).flatMap((group) => composeGroup(group, putIn, slots))

/**
 * The same for many papers that differ in a few values: what holds none of `ownNames` is composed once, and the very
 * same blocks stand in all papers, so that they are also measured and drawn once.
 */
export const wordingComposer = (
  lines: readonly WordingLine[],
  ownNames: ReadonlySet<string>,
  { putIn, slots }: { putIn: PutIn; slots: Slots },
): ((putOwn: PutIn, ownSlots: Slots) => Block[]) => {
  const groups = groupsOf(lines).map((group) => {
    const isOwn = group.some(({ text }) => placeholdersIn(text).some((name) => ownNames.has(name)))
    return { group, shared: isOwn ? null : composeGroup(group, putIn, slots) }
  })
  return (putOwn, ownSlots) =>
    groups.flatMap(({ group, shared }) => shared ?? composeGroup(group, putOwn, { ...slots, ...ownSlots }))
}

/** Lines that together become one block. */
const groupsOf = (lines: readonly WordingLine[]): WordingLine[][] => {
  const groups: WordingLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && joins(group[0]?.style, line.style)) group.push(line)
    else groups.push([line])
  }
  return groups
}

const joins = (first: WordingLine['style'] | undefined, next: WordingLine['style']): boolean =>
  first === 'type' ? next === 'about' : first === next && (next === 'item' || next === 'basis' || next === 'fact')

const composeGroup = (group: readonly WordingLine[], putIn: PutIn, slots: Slots): Block[] => {
  const [first] = group
  if (!first) return []
  const slot = first.style === 'slot' ? slots[placeholdersIn(first.text)[0] ?? ''] : undefined
  if (slot) return [...slot]
  const told = group.filter(({ text }) => saysSomething(text, putIn))
  const texts = told.map(({ text }) => putIn(text).trim())
  const [text] = texts
  if (text === undefined) return []
  // A field of several lines gives several items.
  const lines = texts.flatMap((each) => each.split('\n')).filter((line) => line.trim() !== '')
  switch (first.style) {
    case 'type':
      return [{ kind: 'title', type: text, about: texts.slice(1) }]
    case 'item':
      return [{ kind: 'list', items: lines.map((line, at) => ended(line, at === lines.length - 1 ? '.' : ';')) }]
    case 'basis':
      return [{ kind: 'basis', lines: basisLines(lines) }]
    case 'fact':
      return [{ kind: 'facts', rows: told.map((line) => factOf(line.text, putIn)) }]
    case 'heading':
      return [{ kind: 'heading', text }]
    case 'clause':
    case 'part':
      return [{ kind: 'heading', text, rank: first.style }]
    case 'annex': {
      const [name = '', title = '', attachedTo = ''] = first.text.split('|').map((part) => putIn(part).trim())
      return [{ kind: 'annex', name, title, attachedTo }]
    }
    case 'page-end':
      return [{ kind: 'page-end' }]
    case 'remark':
      return [{ kind: 'remark', text, isCentred: true, isKeptWithNext: true }]
    case 'about':
    case 'slot':
    case 'paragraph':
      return [{ kind: 'paragraph', text: runsOf(first.text, putIn) }]
  }
}

/** An item of an enumeration that ends with no sign gets the one that the decree asks for; others stand as they are. */
const ended = (line: string, sign: ';' | '.'): string => (/[\p{L}\p{N})”"']$/u.test(line) ? line + sign : line)

/** NĐ 30/2020, Phụ lục I, II.6: each on a line of its own that ends with a semicolon, the last with a full stop. */
const basisLines = (lines: readonly string[]): string[] =>
  lines.map((line, at) => line.replace(/[\s;.,]+$/u, '') + (at === lines.length - 1 ? '.' : ';'))

/** Whether a line has words of its own beside empty values: «Chủ trì: {{chair}}.» says nothing without a chair. */
const saysSomething = (text: string, putIn: PutIn): boolean => {
  const names = placeholdersIn(text)
  if (names.length > 0 && names.every((name) => putIn(`{{${name}}}`).trim() === '')) return false
  return putIn(text).trim() !== ''
}

/** The bar is read before values are put in. */
const factOf = (text: string, putIn: PutIn): { name: string; text: string } => {
  const [name = '', ...rest] = text.split('|')
  return { name: putIn(name).trim(), text: putIn(rest.join('|')).trim() }
}

/** Text with bold stretches («**Điều 1.** …»). The signs are read before values are put in: a value can never be one. */
const runsOf = (text: string, putIn: PutIn): string | Run[] => {
  const parts = text.split('**')
  if (parts.length < 3) return putIn(text).trim()
  const runs = parts.map((part, index): Run => ({ text: putIn(part), face: index % 2 === 1 ? 'bold' : 'regular' }))
  return runs.filter((run) => run.text !== '')
}
