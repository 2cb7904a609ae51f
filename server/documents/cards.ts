import type { Alignment, Face } from './blocks.ts'
import type { Language } from '../format/dates.ts'
import type { Tint } from './rules/tints.ts'

/**
 * Cards: what is cut out of a sheet (badges, invitations, seat cards, labels), or printed on blanks (giấy khen,
 * envelopes). All lengths in millimetres from the upper left corner of the card; sizes of letters in points.
 */

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * A text that never leaves its box: it shrinks to `leastSize`, then wraps, and what even then finds no room is cut with
 * an ellipsis and told as a fault.
 */
export interface CardText extends Box {
  kind: 'text'
  text: string
  face: Face
  size: number
  leastSize: number
  alignment: Exclude<Alignment, 'justified'>
  vertical: 'top' | 'middle' | 'bottom'
  /** Shrinks before it wraps: names stay on one line as long as they can be read. */
  isOneLine: boolean
  /** Stands head down, as on the far side of a table tent. */
  isTurned: boolean
  isPreprinted: boolean
  /** Of many alike: left out rather than cut, and told by their number. */
  isSpared?: boolean
  /** Stands in its place where it finds no room: the given name of a name. */
  instead?: string
}

/** A square code, with its light edge inside the side. */
export interface CardCode {
  kind: 'code'
  x: number
  y: number
  side: number
  value: string
  isPreprinted: boolean
}

/** A rectangle: filled with a tint or a grey (0 black, 1 white), framed by a rule of so many points, or both. */
export interface CardFrame extends Box {
  kind: 'frame'
  grey: number | null
  tint?: Tint
  rule: number
  /** It is an oval that fills its box, as a round table. */
  isOval?: boolean
  isPreprinted: boolean
}

/** Rectangles of one size, such as seats: filled with a grey, framed by a rule of so many points, or both. */
export interface CardBoxes {
  kind: 'boxes'
  width: number
  height: number
  /** Upper left corners: x and y of the first, of the second … */
  corners: readonly number[]
  grey: number | null
  rule: number
  isPreprinted: boolean
}

/** A picture, as large as its box lets it be and in its middle. */
export interface CardPicture extends Box {
  kind: 'picture'
  /** A PNG, in base64. */
  png: string
  /** What it shows, for those who listen. */
  alt: string
  isPreprinted: boolean
}

export type CardElement = CardText | CardCode | CardFrame | CardBoxes | CardPicture

/** One side of a card. */
export type CardFace = readonly CardElement[]

/** How cards lie on a sheet. */
export interface CardSheet {
  page: { width: number; height: number }
  card: { width: number; height: number }
  columns: number
  rows: number
  gap: { x: number; y: number }
  hasCropMarks: boolean
}

/** Cards, ready to be drawn. */
export interface Cards {
  title: string
  language: Language
  sheet: CardSheet
  /** In order; their backs stand on the next page, mirrored, so that both sides meet when the sheet is turned over its long edge. */
  faces: Iterable<{ front: CardFace; back: CardFace | null }>
  /** Places of the first sheet that are used up. */
  skipped: number
  /** Only what varies, for blanks that bear the rest; moved by what the printer is off. */
  overprint: { x: number; y: number } | null
}
