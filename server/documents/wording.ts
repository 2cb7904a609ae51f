import type { Block } from './blocks.ts'

/** The few signs of Markdown that a paper's wording needs: titles, parts, lists, remarks, paragraphs. */

export type WordingLine = {
  style: 'type' | 'about' | 'heading' | 'remark' | 'item' | 'paragraph' | 'slot'
  text: string
}

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/gu
const signs: readonly [RegExp, WordingLine['style']][] = [
  [/^# +(.+)$/u, 'type'],
  [/^## +(.+)$/u, 'about'],
  [/^### +(.+)$/u, 'heading'],
  [/^- +(.+)$/u, 'item'],
  [/^\*([^*].*)\*$/u, 'remark'],
]

/** Names of the placeholders in a text. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(placeholder)].map((match) => match[1] ?? '')

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
    if (match) return { style, text: match[1] ?? '' }
  }
  return { style: /^\{\{[^{}]+\}\}$/u.test(text) ? 'slot' : 'paragraph', text }
}

/**
 * Blocks of a wording. `putIn` gives a line its values; `slots` are the blocks that stand in the place of a
 * placeholder. A line of which nothing is left is left out.
 */
export const composeWording = (
  lines: readonly WordingLine[],
  putIn: (text: string) => string,
  slots: Readonly<Record<string, readonly Block[]>>,
): Block[] => {
  const blocks: Block[] = []
  for (const { style, text } of lines) {
    const slot = style === 'slot' ? slots[placeholdersIn(text)[0] ?? ''] : undefined
    if (slot) blocks.push(...slot)
    else addLine(blocks, style, putIn(text).trim())
  }
  return blocks
}

const addLine = (blocks: Block[], style: WordingLine['style'], text: string): void => {
  if (text === '') return
  const last = blocks.at(-1)
  if (style === 'type') blocks.push({ kind: 'title', type: text, about: [] })
  else if (style === 'about' && last?.kind === 'title') last.about.push(text)
  else if (style === 'item' && last?.kind === 'list') last.items.push(text)
  else if (style === 'item') blocks.push({ kind: 'list', items: [text] })
  else if (style === 'heading') blocks.push({ kind: 'heading', text })
  else if (style === 'remark') blocks.push({ kind: 'remark', text, isCentred: true, isKeptWithNext: true })
  else blocks.push({ kind: 'paragraph', text })
}
