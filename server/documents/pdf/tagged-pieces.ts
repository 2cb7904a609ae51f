import type { Piece } from './paginate.ts'
import type { Pen } from './pen.ts'
import { withTag, type Tag, type TagTold } from './tags.ts'

/** Pieces that together are one part of the paper. */
export const inTag = (pen: Pen, told: TagTold, make: () => Piece[]): Piece[] =>
  withTag(pen.tags, told, (tag) => (tag ? make().map((piece) => taggedPiece(pen, tag, piece)) : make()))

export const taggedPiece = (pen: Pen, tag: Tag, piece: Piece): Piece => ({
  ...piece,
  draw: (top) => {
    pen.tagged(tag, () => {
      piece.draw(top)
    })
  },
  ...(piece.split
    ? {
        split: (room: number) => {
          const parts = piece.split?.(room)
          return parts ? [taggedPiece(pen, tag, parts[0]), taggedPiece(pen, tag, parts[1])] : null
        },
      }
    : {}),
})

/** What draws a part within the block that is being measured. */
export const partDrawing = (pen: Pen, told: TagTold, draw: (top: number) => void): ((top: number) => void) =>
  withTag(pen.tags, told, (tag) => {
    if (!tag) return draw
    return (top) => {
      pen.tagged(tag, () => {
        draw(top)
      })
    }
  })
