import { Timeline } from 'vis-timeline/standalone'
import 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import { congressStates } from '../../../server/congresses/schema.ts'
import { addDays, formatDayMonth } from '../../../server/format/dates.ts'
import '../../../web/road/road-timeline.ts'
import { timelineWords } from '../../../web/road/road-timeline-words.ts'
import type { TimelineBar, TimelineRow } from '../../../web/road/timeline-types.ts'
import { words } from '../../../web/words/words.ts'
import { benchSeed } from '../rows.ts'
import { randomOf } from '../../server/conflicts/seeded-road.ts'

/** The page of the bench: `?which=ours&bars=10000` or `?which=vis-timeline&bars=3000`. */

const rowCount = 300
/** The two years of a cycle, one of them in sight. */
const range = { from: '2019-01-01', to: '2020-12-31' }
const view = { from: '2019-01-01', to: '2019-12-31' }
const days = 731

/** Rows of congresses over the cycle, the same for both. */
const rowsOf = (count: number): TimelineRow[] => {
  const random = randomOf(benchSeed)
  const rows = Array.from({ length: rowCount }, (_, index) => ({ id: `row-${index}`, bars: [] as TimelineBar[] }))
  for (let index = 0; index < count; index += 1) {
    const from = addDays(range.from, Math.floor(random() * days))
    rows[index % rowCount]?.bars.push({
      id: `bar-${index}`,
      from,
      to: addDays(from, Math.floor(random() * 3)),
      halfDay: 'day',
      isWeekOnly: false,
      state: congressStates[Math.floor(random() * congressStates.length)] ?? 'planned',
      isLate: random() < 0.05,
      label: formatDayMonth(from, 'vi'),
      severity: random() < 0.1 ? 'serious' : null,
      isMovable: true,
      isInvented: false,
    })
  }
  return rows.map((row, index) => ({
    ...row,
    kind: 'unit',
    depth: 1,
    label: `Đơn vị ${index + 1}`,
    count: null,
    isOpen: null,
    conflict: null,
  }))
}

const showOurs = (place: HTMLElement, rows: TimelineRow[]): (() => number) => {
  const element = document.createElement('road-timeline')
  Object.assign(element, { words: timelineWords(words(), 'vi', []), rows, range, view, today: '2020-06-22' })
  place.append(element)
  return () => element.viewport.reach.from
}

const showPeer = (place: HTMLElement, rows: TimelineRow[]): (() => number) => {
  const groups = rows.map(({ id, label }) => ({ id, content: label }))
  const items = rows.flatMap(({ id: group, bars }) =>
    bars.map(({ id, from, to, label }) => ({ id, group, content: label, start: from, end: addDays(to, 1) })),
  )
  // Without stacking: the quicker way that it offers.
  const timeline = new Timeline(place, items, groups, {
    ...{ min: range.from, max: range.to, start: view.from, end: view.to },
    ...{ height: 800, stack: false, verticalScroll: true, zoomKey: 'ctrlKey' },
  })
  return () => timeline.getWindow().start.getTime() / 86_400_000
}

const asked = new URLSearchParams(location.search)
const rows = rowsOf(Number(asked.get('bars')))
const place = document.querySelector<HTMLElement>('#timeline')!
/** The day at the left edge. */
const firstDay = asked.get('which') === 'ours' ? showOurs(place, rows) : showPeer(place, rows)

let frames: number[] = []
let isWatching = false
const watch = (time: number): void => {
  if (!isWatching) return
  frames.push(time)
  requestAnimationFrame(watch)
}

Object.assign(globalThis, {
  firstDay,
  startWatching: () => {
    frames = []
    isWatching = true
    requestAnimationFrame(watch)
  },
  /** Milliseconds between the frames since the start. */
  stopWatching: () => {
    isWatching = false
    return frames.slice(1).map((time, index) => time - frames[index]!)
  },
})
