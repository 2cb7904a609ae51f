import type { Language } from '../format/dates.ts'
import { cornersOf, type IndexedHall } from '../halls/rules/indexed.ts'
import { doorName, nearestDoor } from '../halls/rules/ways.ts'
import { html, type Markup } from '../publications/markup.ts'
import type { SeatInHall } from '../seating/own.ts'
import { pageWords } from './words.ts'

/** Rows, stage and doors of halls that were drawn last: the same under every seat. */
const grounds = new WeakMap<IndexedHall, string>()

/** The hall with the seat lit in it, and how one comes there from the nearest door. */
export const seatPlan = ({ hall, at }: SeatInHall, language: Language): Markup => {
  const words = pageWords[language]
  const seat = hall.seats[at]
  if (!seat) return html``
  const { left, top, right, bottom } = hall.bounds
  const dot = Math.round(Math.max(hall.pitch * 0.55, (right - left) / 70))
  const box = [left - dot, top - dot, right - left + 2 * dot, bottom - top + 2 * dot].map(Math.round).join(' ')
  const way = wayTo({ hall, at }, language)
  const ground = grounds.get(hall) ?? groundOf(hall)
  grounds.set(hall, ground)
  const svg = `<svg viewBox="${box}" role="img" aria-label="${words.seatPlan}">${ground}<path class="way" d="${pathTo({ hall, at })}"/><circle class="own" cx="${round(seat.x)}" cy="${round(seat.y)}" r="${dot}"/></svg>`
  return html`<figure class="plan">
    ${{ html: svg }}
    <figcaption>${way}</figcaption>
  </figure>`
}

const round = (length: number): number => Math.round(length)

/** Each run of seats as one thick line: a hall of thousands is a few kilobytes. */
const groundOf = (hall: IndexedHall): string => {
  const runs = hall.segments.map(({ seats }) => {
    const places = seats.map((at) => hall.seats[at]).filter((seat) => seat !== undefined)
    // A bent row needs few points.
    const step = Math.max(1, Math.ceil(places.length / 6))
    const kept = places.filter((_seat, place) => place % step === 0 || place === places.length - 1)
    const [first] = kept
    const points = kept.map(({ x, y }) => `${String(round(x))} ${String(round(y))}`)
    // A seat alone is a line that goes nowhere.
    return first && points.length === 1 ? `M${points[0] ?? ''}h1` : `M${points.join('L')}`
  })
  const fixtures = hall.drawing.levels.flatMap((level) =>
    level.fixtures.flatMap((fixture) => {
      if (fixture.kind !== 'stage' && fixture.kind !== 'door') return []
      const corners = cornersOf(fixture).map(({ x, y }) => `${String(round(x))},${String(round(y))}`)
      return [`<polygon class="${fixture.kind}" points="${corners.join(' ')}"/>`]
    }),
  )
  return `${fixtures.join('')}<path class="rows" stroke-width="${String(round(hall.pitch * 0.7))}" d="${runs.join('')}"/>`
}

/** From the nearest door to the end of the run that is nearer to the seat, then along the row. */
const pathTo = ({ hall, at }: SeatInHall): string => {
  const seat = hall.seats[at]
  const door = nearestDoor(hall, at)
  if (!seat || !door) return ''
  const end = hall.seats[aisleEndOf({ hall, at })] ?? seat
  const outside = Math.sign(end.x - seat.x) * hall.pitch
  const aisle = end.x + (outside === 0 ? 0 : outside)
  return `M${String(round(door.x))} ${String(round(door.y))}L${String(round(aisle))} ${String(round(door.y))}L${String(round(aisle))} ${String(round(end.y))}L${String(round(seat.x))} ${String(round(seat.y))}`
}

const aisleEndOf = ({ hall, at }: SeatInHall): number => {
  const seat = hall.seats[at]
  const run = hall.segments[seat?.segment ?? -1]?.seats ?? [at]
  const isNearFirst = (seat?.place ?? 0) < run.length / 2
  return (isNearFirst ? run[0] : run.at(-1)) ?? at
}

/** «Vào cửa A, tới Khối B, hàng F, ghế thứ 3 kể từ lối đi.» */
const wayTo = ({ hall, at }: SeatInHall, language: Language): string => {
  const words = pageWords[language]
  const seat = hall.seats[at]
  const door = nearestDoor(hall, at)
  const run = hall.segments[seat?.segment ?? -1]?.seats ?? [at]
  const fromAisle = Math.min(seat?.place ?? 0, run.length - 1 - (seat?.place ?? 0)) + 1
  const row = hall.rows[seat?.row ?? -1]?.name ?? ''
  const blocks = hall.drawing.levels[seat?.level ?? -1]?.blocks ?? []
  const block = blocks[seat?.block ?? -1]?.name ?? ''
  return words.wayToSeat({ door: door ? doorName(door) : '', block, row, fromAisle })
}
