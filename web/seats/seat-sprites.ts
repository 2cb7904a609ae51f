import { letterInk, type Inks } from './seat-inks.ts'
import { seatMarks } from './seat-map-types.ts'

/** What seats of one look share. */
export interface SpriteLook {
  /** null = nobody sits there. */
  colour: string | null
  /** Place in `seatUses`. */
  use: number
  mark: number
  isFaint: boolean
}

export interface Sprites {
  /** The drawn seat; its middle is the middle of the picture. */
  get: (look: SpriteLook) => HTMLCanvasElement
  /** Device pixels from the middle of a seat to the edge of its picture. */
  half: number
}

const [, reserved, blocked, wheelchair, companion] = [0, 1, 2, 3, 4]

/** Seats drawn once for each look, to be copied wherever they stand. `side` is in device pixels. */
export const spritesOf = (side: number, ratio: number, inks: Inks): Sprites => {
  const kept = new Map<string, HTMLCanvasElement>()
  const half = Math.ceil(side / 2) + 2
  return {
    half,
    get: (look) => {
      const key = `${look.colour ?? ''}|${look.use}|${look.mark}|${look.isFaint}`
      const found = kept.get(key)
      if (found) return found
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = half * 2
      const pen = canvas.getContext('2d')
      if (pen) {
        pen.translate(half, half)
        pen.globalAlpha = look.isFaint ? 0.22 : 1
        drawSeat(pen, side, ratio, look, inks)
      }
      kept.set(key, canvas)
      return canvas
    },
  }
}

const drawSeat = (
  pen: CanvasRenderingContext2D,
  side: number,
  ratio: number,
  { colour, use, mark }: SpriteLook,
  inks: Inks,
): void => {
  const fine = Math.max(1, Math.round(ratio))
  const round = side * 0.24
  pen.lineWidth = fine
  const box = new Path2D()
  // A line is drawn within the seat, so that seats keep their distance.
  const inset = colour === null || inks.isForced ? fine / 2 : 0
  box.roundRect(-side / 2 + inset, -side / 2 + inset, side - 2 * inset, side - 2 * inset, round)
  pen.fillStyle = colour ?? (use === blocked ? inks.sunken : inks.surface)
  pen.fill(box)
  if (inset > 0) {
    pen.strokeStyle = inks.edge
    if (use === reserved && side > 7 * ratio) pen.setLineDash([side * 0.16, side * 0.1])
    pen.stroke(box)
    pen.setLineDash([])
  }
  const letter = colour === null ? inks.edge : inks.isForced ? inks.text : letterInk(colour)
  pen.strokeStyle = pen.fillStyle = letter
  pen.lineCap = 'round'
  if (use === blocked) {
    const reach = side * 0.26
    pen.beginPath()
    pen.moveTo(-reach, -reach)
    pen.lineTo(reach, reach)
    pen.moveTo(reach, -reach)
    pen.lineTo(-reach, reach)
    pen.stroke()
  }
  if (use === wheelchair || use === companion) drawUse(pen, side, ratio, use)
  if (mark !== seatMarks.none && mark !== seatMarks.faint) drawMark(pen, side, ratio, mark, letter, inks)
  if (mark === seatMarks.faint) {
    pen.globalCompositeOperation = 'destination-out'
    pen.globalAlpha = 0.6
    pen.fill(box)
    pen.globalCompositeOperation = 'source-over'
    pen.globalAlpha = 1
  }
}

/** The sign of a wheelchair, or of whoever comes with one; in the middle, or in a corner beside the number. */
const drawUse = (pen: CanvasRenderingContext2D, side: number, ratio: number, use: number): void => {
  const isSmall = side >= 15 * ratio
  pen.save()
  const size = isSmall ? Math.min(side * 0.42, 16 * ratio) : side * 0.72
  if (isSmall) pen.translate(-side / 2 + size * 0.62, side / 2 - size * 0.58)
  pen.scale(size / 24, size / 24)
  pen.translate(-12, -12)
  pen.lineWidth = 2.4
  pen.lineJoin = 'round'
  pen.stroke(new Path2D(use === wheelchair ? wheelchairPath : companionPath))
  pen.restore()
}

/** After Lucide’s «accessibility» and «user-round-plus» (ISC). */
const wheelchairPath =
  'M17 4a1 1 0 1 1-2 0a1 1 0 1 1 2 0m2 16-5.5-6H8.5 M8.2 4.5l5.8 1.7-4 5.5h5 M4.2 14.5a5 5 0 0 0 6.9 6 M13.8 17.5a5 5 0 0 0-6.9-6'
const companionPath = 'M2 21a8 8 0 0 1 13.3-6 M15 8a5 5 0 1 1-10 0a5 5 0 1 1 10 0 M19 16v6 M22 19h-6'

const drawMark = (
  pen: CanvasRenderingContext2D,
  side: number,
  ratio: number,
  mark: number,
  letter: string,
  inks: Inks,
): void => {
  const isLarge = side >= 13 * ratio
  // A corner of the seat: the sign itself where it can be told, else a dot.
  const size = isLarge ? Math.min(side * 0.36, 12 * ratio) : side * 0.34
  pen.save()
  pen.translate(side / 2 - size * 0.62, -side / 2 + size * 0.62)
  if (mark === seatMarks.locked) {
    if (isLarge) {
      pen.lineWidth = Math.max(1, size * 0.16)
      pen.fillRect(-size * 0.36, -size * 0.08, size * 0.72, size * 0.5)
      pen.beginPath()
      pen.arc(0, -size * 0.08, size * 0.24, Math.PI, 0)
      pen.stroke()
    } else pen.fillRect(-size / 2, -size / 2, size, size)
  } else if (mark === seatMarks.changed) {
    pen.beginPath()
    pen.moveTo(-size * 0.6, -size * 0.6)
    pen.lineTo(size * 0.6, -size * 0.6)
    pen.lineTo(size * 0.6, size * 0.6)
    pen.closePath()
    pen.fill()
  } else {
    pen.beginPath()
    pen.arc(0, 0, size * 0.62, 0, Math.PI * 2)
    pen.fillStyle = inks.surface
    pen.fill()
    pen.strokeStyle = pen.fillStyle = inks.red
    pen.lineWidth = Math.max(1, size * 0.18)
    pen.stroke()
    if (isLarge) {
      pen.fillRect(-size * 0.09, -size * 0.36, size * 0.18, size * 0.4)
      pen.fillRect(-size * 0.09, size * 0.16, size * 0.18, size * 0.18)
    }
  }
  pen.fillStyle = letter
  pen.restore()
}
