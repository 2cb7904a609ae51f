import type { PdfPage, PdfText } from './read-pdf.ts'

/** A line of a text as it stands on a page; lengths in points, pages from 0. */
export interface TextLine {
  text: string
  page: number
  left: number
  right: number
  y: number
  font: string
  size: number
}

const bare = (text: string) => text.normalize('NFC').replaceAll(/\s/gu, '')

/**
 * The lines of a text, where it stands whole and by itself: its words in the order in which they were written, whatever
 * spaces part them. Fails where it does not stand on the pages.
 */
export const textLinesIn = (pages: readonly PdfPage[], text: string): TextLine[] => {
  if (bare(text) === '') return []
  const all = pages.flatMap(({ texts }, page) => texts.map((each) => ({ ...each, page, bare: bare(each.text) })))
  for (let from = 0; from < all.length; from += 1) {
    let [to, rest] = [from, bare(text)]
    for (; to < all.length && rest !== ''; to += 1) {
      const next = all[to]?.bare ?? ''
      if (next === '' || !rest.startsWith(next)) break
      rest = rest.slice(next.length)
    }
    if (rest === '') return linesOf(all.slice(from, to))
  }
  throw new Error(`“${text}” does not stand on the paper`)
}

const linesOf = (texts: readonly (PdfText & { page: number })[]): TextLine[] => {
  const lines: TextLine[] = []
  for (const { text, page, x, y, width, font, size } of texts) {
    const last = lines.at(-1)
    if (last?.page === page && Math.abs(last.y - y) < 1) {
      last.text += text
      last.right = x + width
      // A line that mixes faces has none of its own.
      if (last.font !== font) last.font = `${last.font} and ${font}`
    } else lines.push({ text, page, left: x, right: x + width, y, font, size })
  }
  return lines
}

/** The rule close below a line: its length as a share of the line. */
export const ruleUnder = (
  pages: readonly PdfPage[],
  { page, left, right, y }: TextLine,
): { y: number; middle: number; share: number } => {
  const rules = pages[page]?.rules.filter(
    (rule) =>
      rule.bottom - rule.top < 0.1 &&
      rule.top > y &&
      rule.top < y + 10 &&
      rule.left > left - 1 &&
      rule.right < right + 1,
  )
  const [rule] = rules ?? []
  if (!rule || rules?.length !== 1) throw new Error(`there are ${String(rules?.length)} rules below the line`)
  return { y: rule.top, middle: (rule.left + rule.right) / 2, share: (rule.right - rule.left) / (right - left) }
}
