import { foldForSearch } from './search.ts'

/** One telephone number of a field that may hold several: as it is written, and as a telephone dials it. */
export interface PhoneNumber {
  text: string
  dial: string
}

/**
 * The numbers of a telephone field, as offices write them: figures with blanks, dots, hyphens and brackets, «+84», an
 * extension («máy lẻ 12»), which telephone it is («CQ», «DĐ»); several with / ; , or a dash between them. Null = it is
 * no telephone number; of nothing there are none.
 */
export const phoneNumbersIn = (text: string): PhoneNumber[] | null => {
  const numbers: PhoneNumber[] = []
  let hasExtension = false
  for (const piece of piecesOf(text)) {
    const { number, extension } = partsOf(piece)
    // «máy lẻ 12, 13» is one telephone with two extensions.
    if (hasExtension && /^\d{1,4}$/.test(number)) continue
    if (!isNumber(number)) return null
    hasExtension = extension !== ''
    numbers.push({ text: piece, dial: number.replaceAll(/[^\d+]/gu, '') })
  }
  return numbers
}

/** The field as it is read: a line breaks between two numbers, never within one. */
export const unbrokenNumbers = (text: string): string => text.replaceAll(/(?<=[\d)]) +(?=[\d(])/gu, '\u00a0')

/** Whether a telephone field may be changed to this: what stood there before the rule does not hold up other changes. */
export const isPhoneRefused = (text: string, standing: string): boolean =>
  text !== standing && phoneNumbersIn(text) === null

/** Emergency numbers have three figures, the longest of the world fifteen (ITU-T E.164). */
const [fewestDigits, mostDigits] = [3, 15]

const digitsIn = (text: string): number => text.replaceAll(/\D/gu, '').length

/** A hyphen stands inside a number as well as between two: between two where one would be too long. */
const piecesOf = (text: string): string[] =>
  text
    .split(/[/;,\n]|\s[-‐‑–—]+\s/u)
    .flatMap((piece) => (digitsIn(piece) > mostDigits ? piece.split(/[-‐‑–—]/u) : [piece]))
    .map((piece) => piece.trim())
    .filter(Boolean)

/** What tells which telephone it is, without marks: máy lẻ, nội bộ; điện thoại, di động, cơ quan, nhà riêng. */
const extensions = /[(]?(?<![a-z])(?:(?:may )?(?:le|nhanh)|(?:may )?noi bo|ml|ext|x)\s*[.:]?\s*(\d{1,6})\s*[)]?$/u
const kinds = /(?<![a-z])(?:dt|dd|dtdd|cq|nr|tel|fax|zalo|dien thoai|di dong|co quan|nha rieng|may ban)(?![a-z])[.:]?/gu

const partsOf = (piece: string): { number: string; extension: string } => {
  const plain = foldForSearch(piece)
    .replaceAll(kinds, ' ')
    .replaceAll(/\(\s*\)/gu, ' ')
    .trim()
  const extension = extensions.exec(plain)?.[1] ?? ''
  return { number: plain.replace(extensions, '').trim(), extension }
}

const isNumber = (number: string): boolean => {
  const count = digitsIn(number)
  return /^\(?\+?[\d\s.()‐‑–—-]+$/u.test(number) && count >= fewestDigits && count <= mostDigits
}
