/** How rows are called. */
export const rowNamings = ['letters', 'numbers'] as const
export type RowNaming = (typeof rowNamings)[number]

/**
 * How seats of a row count, as seen facing the stage: from one side; odd ones on the left and even ones on the right, from
 * the middle out (…5 3 1 2 4 6…) or from the outside in (1 3 5 … 6 4 2).
 */
export const seatNumberings = ['from-left', 'from-right', 'centre-out', 'odd-even'] as const
export type SeatNumbering = (typeof seatNumberings)[number]

export interface Numbering {
  rows: RowNaming
  /** Letters that no row bears, such as those that are read as another. */
  skipped: string
  firstRow: number
  seats: SeatNumbering
  firstSeat: number
}

export const usualNumbering: Numbering = {
  ...{ rows: 'letters', skipped: 'J', firstRow: 1, seats: 'from-left', firstSeat: 1 },
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Names of so many rows from the stage on: A … Z without those skipped, then AA, AB …; or numbers. */
export const nameRows = (count: number, { rows, skipped, firstRow }: Numbering): string[] => {
  const letters = [...alphabet].filter((letter) => !skipped.toLocaleUpperCase('vi').includes(letter))
  const base = letters.length
  return Array.from({ length: count }, (_nothing, at) => {
    const place = firstRow + at
    if (rows === 'numbers' || base === 0) return String(place)
    let name = ''
    for (let rest = place; rest > 0; rest = Math.floor((rest - 1) / base)) {
      name = (letters[(rest - 1) % base] ?? '') + name
    }
    return name
  })
}

/** Numbers of the seats of a row from the left. `axis` is the middle that they count from, in the row's own measure. */
export const numberSeats = (
  places: readonly number[],
  { seats, firstSeat }: Numbering,
  axis = middleOf(places),
): string[] => {
  const count = places.length
  const left = places.filter((place) => place < axis).length
  return places.map((_place, at) => {
    switch (seats) {
      case 'from-left':
        return String(firstSeat + at)
      case 'from-right':
        return String(firstSeat + count - 1 - at)
      case 'centre-out':
        // Odd ones go out to the left, even ones to the right.
        return String(at < left ? 2 * (left - at) - 1 : 2 * (at - left + 1))
      case 'odd-even':
        return String(at < left ? 2 * at + 1 : 2 * (count - at))
    }
  })
}

const middleOf = (places: readonly number[]): number => ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2 + 1e-9
