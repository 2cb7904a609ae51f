import type { IndexedHall } from '../../server/halls/rules/indexed.ts'

/** Where the hall stands on the screen: pixels = sign × scale × centimetres + x or y. */
export interface Camera {
  /** Pixels for a centimetre. */
  scale: number
  x: number
  y: number
  /** -1 = turned by half a circle. */
  sign: 1 | -1
}

export interface Size {
  width: number
  height: number
}

/** Pixels for a centimetre at 100 %. */
export const wholeScale = 0.5
const largestScale = 3
const edge = 28
/** Pixels from seat to seat with which the eye tells them from one another. */
export const toldApart = 14
/** Those below which a fingertip covers several seats, and those to which a tap then comes closer. */
const leastForFingers = 24
export const closeForFingers = 36

/** Shows all of the hall. */
export const fitted = ({ left, top, right, bottom }: IndexedHall['bounds'], size: Size, sign: 1 | -1): Camera => {
  const room = { width: Math.max(40, size.width - 2 * edge), height: Math.max(40, size.height - 2 * edge) }
  const scale = Math.min(
    room.width / Math.max(100, right - left),
    room.height / Math.max(100, bottom - top),
    2 * wholeScale,
  )
  return centred({ scale, x: 0, y: 0, sign }, (left + right) / 2, (top + bottom) / 2, size)
}

/** Brings a place of the hall into the middle. */
export const centred = (camera: Camera, x: number, y: number, { width, height }: Size): Camera => ({
  ...camera,
  x: width / 2 - camera.sign * camera.scale * x,
  y: height / 2 - camera.sign * camera.scale * y,
})

/** Zooms so that what is under (x, y) on the screen stays there. `least` is the scale that is never gone below. */
export const zoomedAt = (camera: Camera, x: number, y: number, by: number, least: number): Camera => {
  const scale = Math.min(largestScale, Math.max(least, camera.scale * by))
  const ratio = scale / camera.scale
  return { ...camera, scale, x: x - (x - camera.x) * ratio, y: y - (y - camera.y) * ratio }
}

/** Keeps a part of the hall in sight, however far it is pushed away. */
export const held = (camera: Camera, { left, top, right, bottom }: IndexedHall['bounds'], size: Size): Camera => {
  const within = (from: number, to: number, place: number, room: number): number => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    const keep = Math.min(80, (high - low) / 2, room / 2)
    return Math.max(keep - high, Math.min(room - keep - low, place))
  }
  const { sign, scale } = camera
  return {
    ...camera,
    x: within(sign * scale * left, sign * scale * right, camera.x, size.width),
    y: within(sign * scale * top, sign * scale * bottom, camera.y, size.height),
  }
}

/** Leaves no empty ground beside a hall that is larger than the window, and a smaller one in its middle. */
export const filling = (camera: Camera, { left, top, right, bottom }: IndexedHall['bounds'], size: Size): Camera => {
  const within = (from: number, to: number, place: number, room: number): number => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    const [least, most] = [room - edge - high, edge - low]
    return least > most ? (least + most) / 2 : Math.max(least, Math.min(most, place))
  }
  const by = camera.sign * camera.scale
  return {
    ...camera,
    x: within(by * left, by * right, camera.x, size.width),
    y: within(by * top, by * bottom, camera.y, size.height),
  }
}

/** Whether a fingertip covers several seats. `pitch` = centimetres from seat to seat. */
export const isFarForFingers = ({ scale }: Camera, pitch: number): boolean => scale * pitch < leastForFingers

/** Around a place of the hall, so close that `least` pixels are from seat to seat. */
export const closerTo = (
  camera: Camera,
  { x, y }: { x: number; y: number },
  { bounds, pitch }: Pick<IndexedHall, 'bounds' | 'pitch'>,
  { size, least }: { size: Size; least: number },
): Camera => {
  const scale = Math.min(largestScale, Math.max(camera.scale, least / pitch))
  return filling(centred({ ...camera, scale }, x, y, size), bounds, size)
}

export const toScreen = ({ sign, scale, x, y }: Camera, place: { x: number; y: number }): { x: number; y: number } => ({
  x: sign * scale * place.x + x,
  y: sign * scale * place.y + y,
})

export const toHall = ({ sign, scale, x, y }: Camera, place: { x: number; y: number }): { x: number; y: number } => ({
  x: (place.x - x) / (sign * scale),
  y: (place.y - y) / (sign * scale),
})
