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
  const lines: { words: string[]; width: number }[] = [{ words: [], width: indent }]
  for (const word of paragraph.split(' ').filter((each) => each !== '')) {
    let line = lines.at(-1)
    for (const part of breakWord(word, width - indent, widthOf)) {
      const partWidth = widthOf(part)
      const start = line?.words.length === 0 ? 0 : space
      if (line && (line.words.length === 0 || line.width + start + partWidth <= width)) {
        line.words.push(part)
        line.width += start + partWidth
        continue
      }
      line = { words: [part], width: partWidth }
      lines.push(line)
    }
  }
  return lines.map((line, index) => {
    const ownIndent = index === 0 ? indent : 0
    const ownWidth = line.width - ownIndent
    return { text: line.words.join(' '), width: ownWidth, isLast: index === lines.length - 1, indent: ownIndent }
  })
}

/** The word, or pieces of it that each fit into the width. */
const breakWord = (word: string, width: number, widthOf: WidthOf): string[] => {
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
