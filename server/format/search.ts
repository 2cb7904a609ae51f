/**
 * Text at the border: NFC, no control or direction-changing characters, no marks of previews and none that no file can
 * hold (halves of pairs, noncharacters), trimmed. Line breaks stay.
 */
export const cleanText = (text: string): string =>
  // Most texts hold nothing but printable Latin letters, whole as they are: looking is faster than cleaning.
  onlyLatin.test(text) ? text.trim() : text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(unwanted, '').trim()

const onlyLatin = /^[ -~\u00a0-\u02ff\u1e00-\u1eff]*$/u

const unwanted =
  // eslint-disable-next-line no-control-regex -- these are what is to go
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\ue002\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The beginning of a text, without half of a character at its end. */
export const cutTo = (text: string, length: number): string => text.slice(0, length).replace(/\p{Cs}$/u, '')

const foldAny = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')

/** What Latin letters and marks fold to, by their code: none depends on its neighbours, so each is worked out once. */
const foldedLatin: (string | undefined)[] = []

const foldLetters = (text: string): string => {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x1f00 || (code >= 0x0370 && code < 0x1e00)) return foldAny(text)
    folded += foldedLatin[code] ??= foldAny(text.charAt(at))
  }
  return folded
}

/** What search compares: lower case, no marks, đ as d, single spaces. */
export const foldForSearch = (text: string): string => {
  const folded = foldLetters(text).trim()
  return /\s\s|[^\S ]/u.test(folded) ? folded.replaceAll(/\s+/gu, ' ') : folded
}

/**
 * Whether every word of the query stands in the text, whatever its case, marks and order: `nguyen an` finds Nguyễn Văn
 * An. Numbers are found with and without their groups: `20000` finds 20.000, `20.000` finds 20000.
 */
export const isMatch = (text: string, query: string): boolean => {
  const folded = foldForSearch(text)
  const plain = withoutGroups(folded)
  return foldForSearch(query)
    .split(' ')
    .every((word) => folded.includes(word) || plain.includes(withoutGroups(word)))
}

/** `20.000` and `20,000` as `20000`; dates and other numbers stay. */
const withoutGroups = (text: string): string =>
  text.replaceAll(/(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?!\d|[.,]\d)/g, (number) => number.replaceAll(/[.,]/g, ''))

/** A part of a text, from–to as `slice` counts. */
export interface TextSpan {
  from: number
  to: number
}

/** Where a text says the words of another, marks, case and blanks aside, and no letter stands on either side. */
export const spansOf = (text: string, wanted: string): TextSpan[] => {
  const sought = foldForSearch(wanted)
  if (sought === '') return []
  // Where each folded letter stands in the text itself.
  let folded = ''
  const places: number[] = []
  for (const { 0: sign, index } of text.matchAll(/\s+|[^\s]/gu)) {
    const letters = /^\s/u.test(sign) ? ' ' : foldLetters(sign)
    folded += letters
    for (let at = 0; at < letters.length; at += 1) places.push(index)
  }
  places.push(text.length)
  const spans: TextSpan[] = []
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length)) {
    const end = at + sought.length
    if (isLetter(folded[at - 1]) || isLetter(folded[end])) continue
    spans.push({ from: places[at] ?? 0, to: places[end] ?? text.length })
  }
  return spans
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
