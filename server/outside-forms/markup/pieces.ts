import { cleanText } from '../../format/search.ts'
import { keptSigns, newElement, setAttribute, setText, textOf, type XmlElement } from './tree.ts'

/** A stretch of the letters of a paragraph or cell, and the element that holds it. */
export interface Piece {
  element: XmlElement
  text: string
  /** The element is a sign, such as a tab: it becomes a text once something takes its place. */
  isSign: boolean
}

export const pieceOf = (element: XmlElement): Piece => ({ element, text: textOf(element), isSign: false })

export const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** Puts other letters in the place of those from–to, however many pieces they are split over. */
export const replaceIn = (pieces: readonly Piece[], from: number, to: number, text: string): void => {
  let start = 0
  let rest = text
  for (const piece of pieces) {
    const end = start + piece.text.length
    const isTouched = from === to ? !piece.isSign && start <= from && from <= end : start < to && from < end
    if (isTouched) {
      const before = piece.text.slice(0, Math.max(0, from - start))
      const behind = piece.text.slice(Math.max(0, to - start))
      write(piece, before + rest + behind)
      rest = ''
      if (from === to) return
    }
    start = end
  }
}

const write = (piece: Piece, text: string): void => {
  const { element } = piece
  piece.text = text
  if (piece.isSign) {
    piece.isSign = false
    Object.assign(element, newElement(element, 't'))
  }
  setText(element, text)
  if (text !== text.trim()) setAttribute(element, 'xml:space', 'preserve')
}

/** Makes the text another one; only what differs is touched, so that what stays keeps its looks. */
export const changeText = (pieces: readonly Piece[], wanted: string): void => {
  const now = joined(pieces)
  let head = 0
  while (head < now.length && head < wanted.length && now[head] === wanted[head]) head += 1
  let tail = 0
  const most = Math.min(now.length, wanted.length) - head
  while (tail < most && now[now.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail += 1
  if (head < now.length || head < wanted.length) {
    replaceIn(pieces, head, now.length - tail, wanted.slice(head, wanted.length - tail))
  }
}

/** What a placeholder that was understood is written as, until its value takes its place. */
const [opening, closing] = [keptSigns[0], keptSigns[1]]
const put = new RegExp(`${opening}([A-Za-z0-9-]+)${closing}`, 'u')
const braces = /\{\{([^{}\t\n]{0,200})\}\}/gu

/**
 * Finds the placeholders of a text and puts each where its first letter stood. Says which names were found and how
 * they were written, and what stands between braces that nobody knows, or that are not closed.
 */
export const findPlaceholders = (
  pieces: readonly Piece[],
  nameOf: (text: string) => string | null,
): { names: string[]; said: string[]; unknown: string[] } => {
  const names: string[] = []
  const said: string[] = []
  const unknown: string[] = []
  const text = joined(pieces)
  if (!text.includes('{{')) return { names, said, unknown }
  for (const found of [...text.matchAll(braces)].reverse()) {
    const [whole, inside = ''] = found
    const name = nameOf(cleanText(inside))
    if (name === null) unknown.unshift(whole)
    else {
      names.unshift(name)
      said.unshift(whole)
      replaceIn(pieces, found.index, found.index + whole.length, opening + name + closing)
    }
  }
  const left = text.replaceAll(braces, '')
  if (left.includes('{{')) unknown.push(left.slice(left.indexOf('{{'), left.indexOf('{{') + 60))
  return { names, said, unknown }
}

/** The only placeholder of a text in which nothing else stands; null = there is more, or none. */
export const onlyPlaceholder = (text: string): string | null => {
  const found = put.exec(text.trim())
  return found?.[0] === text.trim() ? (found[1] ?? null) : null
}

/** Gives the text with its values in the place of the placeholders. */
export type Filler = (valueOf: (name: string) => string) => string

/** Takes a text apart once, to be filled many times; what is put in is never read again. */
export const fillerOf = (text: string): Filler => {
  const pieces = text.split(new RegExp(put, 'gu'))
  if (pieces.length === 1) return () => text
  return (valueOf) => pieces.map((piece, at) => (at % 2 === 0 ? piece : valueOf(piece))).join('')
}
