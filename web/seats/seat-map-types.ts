/** How the seats of a hall look; all of one length, by the place of a seat in the hall. */
export interface SeatLooks {
  /** Place in `palette`; `noColour` = nobody sits there. */
  colour: Uint8Array
  /** CSS colours, or the names of tokens («--blue»). At most 255. */
  palette: readonly string[]
  /** One of `seatMarks`. */
  mark: Uint8Array
  /** What stands under the number where there is room: a given name. */
  text?: (at: number) => string
}

export const noColour = 255

/** Signs on a seat, since a colour alone says nothing to some. */
export const seatMarks = { none: 0, locked: 1, changed: 2, faint: 3, wrong: 4 } as const

/** From where the hall is looked at: with the stage above, or as those on the stage see it. */
export type HallView = 'hall' | 'stage'

/** What a drag on empty ground does. */
export type MapTool = 'hand' | 'box'

export interface SeatTold {
  at: number
}

/** Adding seats of which all are picked already takes them out. None and not adding: whatever was picked no longer is. */
export interface SeatsPicked {
  ats: number[]
  isAdding: boolean
}

export interface SeatsDropped {
  from: number[]
  to: number
}

/** A drag of seats or fixtures over the ground, in centimetres from where it began. */
export interface PartsDragged {
  /** The seat or fixture that was taken hold of. */
  at: number | null
  fixture: string | null
  dx: number
  dy: number
  isDone: boolean
}

export interface FixturePicked {
  id: string
  isAdding: boolean
}

/** A handle of the fixture that is picked was dragged to a place, in centimetres. */
export interface FixtureShaped {
  handle: number
  x: number
  y: number
  isDone: boolean
}

/** A place on the ground, in centimetres. */
export interface GroundTold {
  x: number
  y: number
}

/** 1 = half a pixel for a centimetre. */
export interface Zoomed {
  zoom: number
}

/** A line that something was aligned to, in centimetres. */
export interface Guide {
  x?: number
  y?: number
}

/** A picture behind the drawing: its upper left corner and width in centimetres. */
export interface Backdrop {
  image: CanvasImageSource & { width: number; height: number }
  x: number
  y: number
  width: number
  /** 0 to 1. */
  opacity: number
}
