// First of all: whatever is loaded after it is timed.
import { startWatching, stopWatching } from './watch.ts'
import Konva from 'konva'
import { indexHall, type IndexedHall } from '../../../../server/halls/rules/indexed.ts'
import { startHall, usualStart } from '../../../../server/halls/rules/start.ts'
import '../../../../web/seats/seat-map.ts'
import { seatMarks, type SeatLooks } from '../../../../web/seats/seat-map-types.ts'

/** The page of the bench: `?which=ours&seats=20000` or `?which=konva&seats=20000`. */

const blockCount = 5
const palette = ['#a9761b', '#2b65a8', '#2c7a4b', '#b26a00', '#6b4fa0', '#0f7f8a', '#64708a', '#b0457f', '#4f6d1e']

/** A hall of so many seats, a little wider than it is deep. */
const hallOf = (seats: number): IndexedHall => {
  const rows = Math.max(4, Math.round(Math.sqrt(seats / 1.9)))
  const each = Math.max(2, Math.round(seats / rows / blockCount))
  let ids = 0
  const words = {
    ...{ stage: 'SÂN KHẤU', floor: 'Tầng một', balcony: 'Ban công', presidium: 'Đoàn Chủ tịch' },
    ...{
      secretariat: 'Đoàn Thư ký',
      block: (letter: string) => `Khối ${letter}`,
      door: (letter: string) => `Cửa ${letter}`,
    },
  }
  const start = { ...usualStart, rows, blocks: Array.from({ length: blockCount }, () => each), bend: 150 }
  return indexHall(startHall(start, words, () => `part-${(ids += 1)}`))
}

const looksOf = ({ seats }: IndexedHall): SeatLooks => ({
  palette,
  colour: Uint8Array.from(seats, ({ block, line }) => (block * 3 + Math.floor(line / 5)) % palette.length),
  mark: Uint8Array.from(seats, ({ at }) => (at % 97 === 0 ? seatMarks.locked : seatMarks.none)),
})

const showOurs = (place: HTMLElement, hall: IndexedHall): void => {
  const map = document.createElement('seat-map')
  Object.assign(map, { hall, looks: looksOf(hall), label: 'Hội trường' })
  place.append(map)
  Object.assign(globalThis, { origin: () => map.camera.x, hall, map })
}

/** The same squares in the same places and colours, cached and deaf as Konva advises for many shapes. */
const showKonva = (place: HTMLElement, hall: IndexedHall): void => {
  const { left, top, right, bottom } = hall.bounds
  const scale = Math.min(innerWidth / (right - left), innerHeight / (bottom - top))
  const stage = new Konva.Stage({
    container: place as HTMLDivElement,
    width: innerWidth,
    height: innerHeight,
    draggable: true,
  })
  const layer = new Konva.Layer({ listening: false })
  const looks = looksOf(hall)
  const side = hall.pitch * 0.82 * scale
  for (const { at, x, y } of hall.seats) {
    layer.add(
      new Konva.Rect({
        ...{ x: (x - left) * scale - side / 2, y: (y - top) * scale - side / 2, width: side, height: side },
        ...{ fill: palette[looks.colour[at] ?? 0] ?? '', listening: false, perfectDrawEnabled: false },
      }),
    )
  }
  stage.add(layer)
  Object.assign(globalThis, { origin: () => stage.x() })
}

const asked = new URLSearchParams(location.search)
const place = document.querySelector<HTMLElement>('#seats')
if (place) {
  const hall = hallOf(Number(asked.get('seats')))
  if (asked.get('which') === 'ours') showOurs(place, hall)
  else showKonva(place, hall)
  Object.assign(globalThis, { startWatching, stopWatching, seatCount: hall.seats.length })
}
