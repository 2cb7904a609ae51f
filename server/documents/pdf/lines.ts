/** Breaks texts into lines. Pure: how wide a text is, is asked of whoever knows the font. */

export interface TextLine {
  text: string
  width: number
  /** The last of its paragraph: it is not stretched to the edge. */
  isLast: boolean
  /** Shift of the first line. */
  indent: number
}

export type WidthOf = (text: string) => number

/** Lines no wider than `width`. A word wider than a line is broken inside; a line break in the text begins a new paragraph. */
export const breakLines = (text: string, width: number, widthOf: WidthOf, indent = 0): TextLine[] =>
  text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, widthOf, indent))

/** The same number of lines, as evenly long as can be without breaking a word for it: for what stands centred. */
export const balanceLines = (text: string, width: number, widthOf: WidthOf): TextLine[] =>
  text.split('\n').flatMap((paragraph) => {
    const standing = breakParagraph(paragraph, width, widthOf, 0)
    const widestWord = Math.max(...paragraph.split(' ').map(widthOf))
    let [narrow, wide] = [Math.min(width, widestWord), width]
    while (standing.length > 1 && wide - narrow > 1) {
      const middle = (narrow + wide) / 2
      if (breakParagraph(paragraph, middle, widthOf, 0).length > standing.length) narrow = middle
      else wide = middle
    }
    return breakParagraph(paragraph, wide, widthOf, 0)
  })

const breakParagraph = (paragraph: string, width: number, widthOf: WidthOf, indent: number): TextLine[] => {
  const space = widthOf(' ')
  const lines: TextLine[] = []
  let line: TextLine = { text: '', width: 0, isLast: false, indent }
  for (const word of wordsIn(paragraph, width - indent, widthOf)) {
    const own = widthOf(word)
    if (line.text === '') {
      line.text = word
      line.width = own
    } else if (line.indent + line.width + space + own <= width) {
      line.text += ` ${word}`
      line.width += space + own
    } else {
      lines.push(line)
      line = { text: word, width: own, isLast: false, indent: 0 }
    }
  }
  lines.push({ ...line, isLast: true })
  return lines
}

/** The words of a paragraph; one that no line holds comes in pieces. */
const wordsIn = (paragraph: string, room: number, widthOf: WidthOf): string[] => {
  const words: string[] = []
  for (const word of paragraph.split(' ')) {
    if (word === '') continue
    if (widthOf(word) <= room) words.push(word)
    else words.push(...breakWord(word, room, widthOf))
  }
  return words
}

/** Words of several faces laid on lines as they fit; the first line is shifted by `indent`, and an empty paragraph is one empty line. */
export const fillLines = <W extends { width: number }>(
  words: readonly W[],
  width: number,
  { space, indent }: { space: number; indent: number },
): (Omit<TextLine, 'text'> & { words: W[] })[] => {
  const lines: { words: W[]; width: number }[] = [{ words: [], width: indent }]
  for (const word of words) {
    const line = lines.at(-1)
    const start = line?.words.length === 0 ? 0 : space
    if (line && (line.words.length === 0 || line.width + start + word.width <= width)) {
      line.words.push(word)
      line.width += start + word.width
    } else lines.push({ words: [word], width: word.width })
  }
  return lines.map((line, index) => {
    const ownIndent = index === 0 ? indent : 0
    return { words: line.words, width: line.width - ownIndent, isLast: index === lines.length - 1, indent: ownIndent }
  })
}

/** The word, or pieces of it that each fit into the width. */
export const breakWord = (word: string, width: number, widthOf: WidthOf): string[] => {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
