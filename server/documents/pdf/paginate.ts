/** Something to draw, as high as it is; lengths in points. */
export interface Piece {
  height: number
  /** Room above it unless it begins a page. */
  gapBefore: number
  isKeptWithNext: boolean
  draw: (top: number) => void
  /** Repeated above it where it begins a page. */
  header?: Piece
  /** Parts it where it is higher than a page; null = its first part needs more than this room. */
  split?: (room: number) => [Piece, Piece] | null
  /** Given when it was drawn: what is drawn again may be stamped. */
  serial?: number
}

export interface PlacedPiece {
  piece: Piece
  top: number
}

/**
 * Lays pieces on pages of this height. What is kept together moves to the next page as a whole; only what is higher
 * than a page is parted.
 */
export const paginate = (pieces: readonly Piece[], pageHeight: number): PlacedPiece[][] => {
  const sheet = openSheet(pageHeight)
  for (const group of groupsOf(pieces)) {
    const [first] = group
    if (!first) continue
    if (sheet.room(first) >= heightOf(group)) group.forEach(sheet.place)
    else if (pageHeight - (first.header?.height ?? 0) >= heightOf(group)) {
      sheet.turn(first.header)
      group.forEach(sheet.place)
    } else group.forEach((piece) => placeInParts(sheet, piece, pageHeight))
  }
  return sheet.pages
}

type Sheet = ReturnType<typeof openSheet>

const openSheet = (pageHeight: number) => {
  const pages: PlacedPiece[][] = [[]]
  let bottom = 0
  const gapOf = (piece: Piece) => (bottom === 0 ? 0 : piece.gapBefore)
  return {
    pages,
    /** Room for the piece below what stands on the page. */
    room: (piece: Piece) => pageHeight - bottom - gapOf(piece),
    place: (piece: Piece) => {
      const top = bottom + gapOf(piece)
      pages.at(-1)?.push({ piece, top })
      bottom = top + piece.height
    },
    turn: (header: Piece | undefined) => {
      pages.push(header ? [{ piece: header, top: 0 }] : [])
      bottom = header?.height ?? 0
    },
  }
}

const placeInParts = (sheet: Sheet, whole: Piece, pageHeight: number): void => {
  let piece = whole
  let isAtTop = false
  while (piece.height > sheet.room(piece)) {
    const isHigherThanPage = piece.height > pageHeight - (piece.header?.height ?? 0)
    const parts: [Piece, Piece] | null = isHigherThanPage ? (piece.split?.(sheet.room(piece)) ?? null) : null
    if (parts) {
      sheet.place(parts[0])
      piece = parts[1]
    } else if (isAtTop) break
    sheet.turn(piece.header)
    isAtTop = parts === null
  }
  sheet.place(piece)
}

/** Runs of pieces that stay on one page. */
const groupsOf = (pieces: readonly Piece[]): Piece[][] => {
  const groups: Piece[][] = []
  let isOpen = false
  for (const piece of pieces) {
    if (isOpen) groups.at(-1)?.push(piece)
    else groups.push([piece])
    isOpen = piece.isKeptWithNext
  }
  return groups
}

const heightOf = (group: readonly Piece[]): number =>
  group.reduce((sum, { height, gapBefore }, index) => sum + height + (index === 0 ? 0 : gapBefore), 0)
