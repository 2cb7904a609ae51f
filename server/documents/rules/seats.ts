import { cleanText, foldForSearch } from '../../format/search.ts'

/** A place in a hall, as lists name it. */
export interface SeatPlace {
  /** Part of the hall («Tầng hai»); '' = there is but one. */
  section: string
  row: string
  number: number
}

const rowWord = '(?:hàng ghế|dãy ghế|hàng|dãy|row)(?: số)?'
const seatWord = '(?:ghế số|ghế|chỗ|số|seat)'
const rowName = '(?<row>[a-zđ]{1,2}\\d{0,2}|\\d{1,2})'
const seatNumber = '0*(?<number>[1-9]\\d{0,2})'
const between = '\\s*[-–.,;/]?\\s*'

/** In the order in which they are tried. */
const forms: readonly RegExp[] = [
  // «Hàng B ghế 7», «Tầng hai, dãy A12, ghế 105».
  `(?:(?<section>.+?)[\\s,;–-]+)?${rowWord}\\s*${rowName}${between}${seatWord}\\s*${seatNumber}`,
  // «Ghế 7 hàng B».
  `${seatWord}\\s*${seatNumber}${between}${rowWord}\\s*${rowName}`,
  // «A12», «B-07», «ghế A 12».
  `(?:${seatWord}\\s+)?(?<row>[a-zđ]{1,2})\\s*[-–./]?\\s*${seatNumber}`,
  // «A1-12», «3/12».
  `(?:${seatWord}\\s+)?(?<row>[a-zđ]{1,2}\\d{1,2}|\\d{1,2})\\s*[-–./]\\s*${seatNumber}`,
].map((form) => new RegExp(`^${form}$`, 'iu'))

/** Row and seat of «A12», «B-07», «Hàng B ghế 7», «Tầng hai, dãy A12, ghế 105»; null = it names no such. */
export const readSeat = (text: string): SeatPlace | null => {
  const line = cleanText(text).replaceAll(/\s+/gu, ' ')
  for (const form of forms) {
    const { section = '', row, number } = form.exec(line)?.groups ?? {}
    if (row !== undefined && number !== undefined) {
      return { section: section.trim(), row: row.toLocaleUpperCase('vi'), number: Number(number) }
    }
  }
  return null
}

/** The same for two ways to write one seat; what names no row and seat is known by its letters. */
export const seatKey = (text: string): string => {
  const place = readSeat(text)
  return place ? `${foldForSearch(place.section)} ${place.row} ${String(place.number)}` : foldForSearch(text)
}

/** «A12», «A1-12», «3-12». */
export const seatLabel = ({ row, number }: SeatPlace): string => `${row}${/\d$/u.test(row) ? '-' : ''}${String(number)}`

/** Rows from the stage on: A to Z, then AA; 9 before 10. */
export const compareRows = (one: string, other: string): number => {
  const [a, b] = [one, other].map((row) => row.replace(/\d+$/u, ''))
  return (
    (a?.length ?? 0) - (b?.length ?? 0) || (a ?? '').localeCompare(b ?? '', 'vi') || figureOf(one) - figureOf(other)
  )
}

const figureOf = (row: string): number => Number(/\d+$/u.exec(row)?.[0] ?? 0)
