import type { Fixture, FixtureKind } from '../schema.ts'
import { isRaw, PretixRefusal, tooLong, type Raw } from './pretix-text.ts'

/** The member under which what that format has no word for is kept. */
export const ownKey = 'tien_toi'

export interface Place {
  x: number
  y: number
}

export const ownOf = (raw: Raw): Raw => (isRaw(raw[ownKey]) ? raw[ownKey] : {})

/** A place that must be there. */
export const placeOf = (raw: Raw, where: string): Place => {
  const { position } = raw
  const [x, y] = isRaw(position) ? [position['x'], position['y']] : [undefined, undefined]
  if (!isNumber(x) || !isNumber(y)) throw new PretixRefusal({ kind: 'no-place', where })
  return { x, y }
}

export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

export const numberOr = <Other>(value: unknown, other: Other): number | Other => (isNumber(value) ? value : other)

/** Parts of a file; none where it does not speak of them. */
export const listOf = (value: unknown): Raw[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every(isRaw)) throw new PretixRefusal({ kind: 'not-a-plan' })
  return value
}

/** A text, or a figure that stands for one. */
export const textOf = (value: unknown, most: number, where: string): string => {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : isNumber(value) ? String(value) : ''
  if (/[\n\r\t]/u.test(text)) throw new PretixRefusal({ kind: 'bad-text', where, text: text.replaceAll(/\s/gu, ' ') })
  if (text.length > most) throw tooLong(where, most, text)
  return text
}

/** All members but these and our own; undefined where nothing is left. */
export const restOf = (raw: Raw, ...known: string[]): Raw | undefined => {
  const rest = Object.entries(raw).filter(([name]) => name !== ownKey && !known.includes(name))
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

const kindsByText: [FixtureKind, RegExp][] = [
  ['stage', /stage|podium|bühne|scène|sân khấu/iu],
  ['door', /door|exit|entrance|entry|cửa|lối vào|lối ra/iu],
  ['aisle', /aisle|lối đi/iu],
  ['table', /table|bàn/iu],
]

/** An area of that format as a fixture; `scale` is centimetres for a unit. */
export const fixtureOf = (raw: Raw, id: string, zone: Place, scale: number, where: string): Fixture => {
  const own = ownOf(raw)
  const at = placeOf(raw, where)
  const text = textOf(isRaw(raw['text']) ? raw['text']['text'] : '', 120, where)
  const [x, y] = [(zone.x + at.x) * scale, (zone.y + at.y) * scale]
  const turn = numberOr(raw['rotation'], 0) % 360
  const shape = raw['shape']
  const kind = shape === 'text' ? 'text' : (kindsByText.find(([, words]) => words.test(text))?.[0] ?? 'obstacle')
  const common = { id, kind, turn, text, corners: [] }
  const read: Fixture =
    shape === 'polygon'
      ? polygonOf(raw, { ...common, x, y }, scale, where)
      : shape === 'circle' || shape === 'ellipse'
        ? { ...common, outline: 'ellipse', x, y, ...roundOf(raw, scale) }
        : boxOf(raw, { ...common, x, y }, scale)
  const fixture = ownFixture(own, read)
  const numbers = [
    fixture.x,
    fixture.y,
    fixture.width,
    fixture.height,
    ...fixture.corners.flatMap((each) => [each.x, each.y]),
  ]
  if (numbers.some((each) => Math.abs(each) > 100_000)) throw new PretixRefusal({ kind: 'no-place', where })
  return { ...fixture, width: Math.abs(fixture.width), height: Math.abs(fixture.height), turn: fixture.turn % 360 }
}

type Begun = Omit<Fixture, 'outline' | 'width' | 'height'>

const boxOf = (raw: Raw, begun: Begun, scale: number): Fixture => {
  const box = isRaw(raw['rectangle']) ? raw['rectangle'] : {}
  const isText = raw['shape'] === 'text'
  const size = isRaw(raw['text']) ? numberOr(raw['text']['size'], 16) : 16
  const width = (isText ? size * Math.max(1, begun.text.length) * 0.6 : numberOr(box['width'], 0)) * scale
  const height = (isText ? size : numberOr(box['height'], 0)) * scale
  if (isText) return { ...begun, outline: 'rectangle', width, height }
  // That format turns a rectangle around its upper left corner, and says where this is.
  const angle = (begun.turn * Math.PI) / 180
  const x = begun.x + (width / 2) * Math.cos(angle) - (height / 2) * Math.sin(angle)
  const y = begun.y + (width / 2) * Math.sin(angle) + (height / 2) * Math.cos(angle)
  return { ...begun, outline: 'rectangle', x, y, width, height }
}

const roundOf = (raw: Raw, scale: number): { width: number; height: number } => {
  const { circle, ellipse } = raw
  if (isRaw(circle)) {
    const across = 2 * numberOr(circle['radius'], 0) * scale
    return { width: across, height: across }
  }
  const radius = isRaw(ellipse) && isRaw(ellipse['radius']) ? ellipse['radius'] : {}
  return { width: 2 * numberOr(radius['x'], 0) * scale, height: 2 * numberOr(radius['y'], 0) * scale }
}

const polygonOf = (raw: Raw, begun: Begun, scale: number, where: string): Fixture => {
  const points = listOf(isRaw(raw['polygon']) ? raw['polygon']['points'] : null).map((point) => {
    const corner = placeOf({ position: point }, where)
    return { x: corner.x * scale, y: corner.y * scale }
  })
  const reach = (pick: (corner: Place) => number) => {
    const numbers = points.map(pick)
    return points.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers)
  }
  return { ...begun, outline: 'polygon', corners: points, width: reach(({ x }) => x), height: reach(({ y }) => y) }
}

/** What this program said of a fixture in its own words; believed only where it is of the right kind. */
const ownFixture = (own: Raw, read: Fixture): Fixture => {
  const is = <Value extends string>(value: unknown, all: readonly string[]): value is Value =>
    typeof value === 'string' && all.includes(value)
  const number = (name: 'x' | 'y' | 'width' | 'height' | 'turn') => numberOr(own[name], read[name])
  const kind = is<FixtureKind>(own['kind'], ['stage', 'table', 'aisle', 'door', 'floor', 'obstacle', 'text'])
    ? own['kind']
    : read.kind
  const outline = is<Fixture['outline']>(own['outline'], ['rectangle', 'ellipse', 'polygon'])
    ? own['outline']
    : read.outline
  const corners = Array.isArray(own['corners'])
    ? listOf(own['corners']).flatMap(({ x, y }) => (isNumber(x) && isNumber(y) ? [{ x, y }] : []))
    : read.corners
  return {
    ...{ ...read, kind, outline, corners, turn: number('turn') },
    ...{ x: number('x'), y: number('y'), width: number('width'), height: number('height') },
  }
}
