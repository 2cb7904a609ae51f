import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Congress } from '../../server/congresses/schema.ts'
import type { ScheduleImportDone, ScheduleImportPreview } from '../../server/interchange/schema.ts'
import { clockOf, minutesOf } from '../../server/programme/rules.ts'
import { indexProgramme, type ProgrammeFacts } from '../../server/programme/rules/conflicts.ts'
import type { Programme, ProgrammeView } from '../../server/programme/schema.ts'
import { findAffected } from '../../server/releases/rules/affected.ts'
import { findChanges } from '../../server/releases/rules/changes.ts'
import { randomOf } from '../server/conflicts/seeded-road.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer } from '../support/server.ts'
import { benchSeed, medianOf, type BenchRow } from './rows.ts'

/** 36C3: 1,351 events in 92 rooms on four days. */
const input = new URL('../../../shared/inputs/schedules/36c3-everything.schedule.xml', import.meta.url)
const eventCount = 1351
const runs = 40

/** A programme of 1,351 items: imported, judged, compared, opened and dragged in. */
export const benchProgramme = async (): Promise<BenchRow[]> => {
  const server = await startServer({ isDemo: true })
  try {
    const cookie = await signInByLink(await server.link())
    const ask = askerOf(server.url, cookie)
    const congress = await emptyCongress(ask)
    const imported = await importSchedule(ask, congress.id)
    const programme = await ask<ProgrammeView>(`/api/congresses/${congress.id}/programme`)
    const seen = await measureInBrowser(`${server.url}/congresses/${congress.id}/programme?view=grid`, cookie)
    return [
      rowOf('36C3 imported: read, planned anew and written', imported, 2000),
      ...conflictRows(programme),
      releaseRow(programme),
      rowOf('36C3 opened in the grid, from the address to drawn', seen.again, 1000),
      rowOf('the same in a browser that has never been here', seen.first, 1000),
      rowOf('an item of it dragged, a frame (p95)', seen.frame, 17.5),
    ]
  } finally {
    await server.stop()
  }
}

const rowOf = (job: string, milliseconds: number, limit: number): BenchRow => ({
  job,
  ours: `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)} ms`,
  peer: '–',
  ratio: '–',
  goal: `≤ ${String(limit)} ms`,
  isMet: milliseconds <= limit,
})

type Ask = <T>(path: string, options?: RequestInit) => Promise<T>

const askerOf =
  (url: string, cookie: string): Ask =>
  async <T>(path: string, options: RequestInit = {}) => {
    const response = await fetch(url + path, { ...options, headers: { cookie } })
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`)
    return (await response.json()) as T
  }

/** A congress of the example that has no programme yet. */
const emptyCongress = async (ask: Ask): Promise<Congress> => {
  const [cycle] = await ask<{ id: string }[]>('/api/cycles')
  const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  for (const congress of congresses) {
    const { sessions } = await ask<Programme>(`/api/congresses/${congress.id}/programme`)
    if (sessions.length === 0) return congress
  }
  throw new Error('every congress of the example has a programme')
}

/** Milliseconds of the import itself; what was shown before is asked for first, as people do. */
const importSchedule = async (ask: Ask, congressId: string): Promise<number> => {
  const form = () => {
    const body = new FormData()
    body.append('file', new Blob([readFileSync(input)]), 'schedule.xml')
    return { method: 'POST', body }
  }
  const place = `/api/congresses/${congressId}/schedule`
  const { digest } = await ask<ScheduleImportPreview>(`${place}/preview`, form())
  const begun = performance.now()
  const { created } = await ask<ScheduleImportDone>(`${place}/import?digest=${digest}`, form())
  const milliseconds = performance.now() - begun
  if (created !== eventCount) throw new Error(`${String(created)} of ${String(eventCount)} events came in`)
  return milliseconds
}

/** Every conflict, index included; then those of a session of which an item was moved, as while it is dragged. */
const conflictRows = (programme: ProgrammeView): BenchRow[] => {
  const random = randomOf(benchSeed)
  const names = [...new Set(programme.sessions.map(({ room }) => room))]
  const facts: ProgrammeFacts = {
    ...{
      dateFrom: '2019-12-27',
      dateTo: '2019-12-30',
      hallCapacity: 3000,
      expected: 17_000,
      bookings: null,
      rulesOff: [],
    },
    speakers: programme.speakers,
    rooms: names.map((name) => ({ name, capacity: 200, walkMinutes: Math.floor(random() * 10) })),
  }
  const all = timesOf(runs, () => indexProgramme(programme, facts).all())
  const found = indexProgramme(programme, facts).all().length
  const index = indexProgramme(programme, facts)
  const filled = programme.sessions.filter(({ items }) => items.length > 1)
  const moves = Array.from({ length: runs * 10 }, () => movedIn(filled[Math.floor(random() * filled.length)]!, random))
  const move = moves.map((session) => timesOf(1, () => index.of([session]))).flat()
  return [
    rowOf(`conflicts of ${String(eventCount)} items (${String(found)} found), index included`, medianOf(all), 20),
    rowOf('conflicts of one moved item, asked while dragging', medianOf(move), 1),
  ]
}

type Session = Programme['sessions'][number]

/** The session with one of its items held at another time. */
const movedIn = (session: Session, random: () => number): Session => {
  const at = Math.floor(random() * session.items.length)
  const later = Math.floor(random() * 24) * 5
  const fixedStart = clockOf(minutesOf(session.startsAt) + later)
  return { ...session, items: session.items.map((item, index) => (index === at ? { ...item, fixedStart } : item)) }
}

const timesOf = (count: number, job: () => unknown): number[] =>
  Array.from({ length: count }, () => {
    const begun = performance.now()
    job()
    return performance.now() - begun
  })

/** What changed from one release to the next, and whom it touches: each twentieth item retimed, reworded or gone. */
const releaseRow = (programme: Programme): BenchRow => {
  const random = randomOf(benchSeed)
  const edited = (session: Session): Session => {
    const items = session.items.flatMap((item) => {
      const chance = random()
      if (chance > 0.05) return [item]
      if (chance > 0.04) return []
      return chance > 0.02
        ? [{ ...item, title: `${item.title} (2)` }]
        : [{ ...item, durationMinutes: item.durationMinutes + 5 }]
    })
    return { ...session, items }
  }
  const after = { ...programme, sessions: programme.sessions.map(edited) }
  const count = findChanges(programme, after).length
  const times = timesOf(runs, () => [findChanges(programme, after), findAffected(programme, after)])
  return rowOf(`difference of two releases (${String(count)} changes), and whom it touches`, medianOf(times), 50)
}

const opens = 5

interface Seen {
  /** Milliseconds from the address to the drawn grid (median): in a browser that has never been here, and in one that has. */
  first: number
  again: number
  /** What 95 of 100 frames of a drag keep within. */
  frame: number
}

const measureInBrowser = async (url: string, cookie: string): Promise<Seen> => {
  const browser = await openBrowser()
  try {
    const first: number[] = []
    const again: number[] = []
    const frames: number[] = []
    for (let open = 0; open < opens; open += 1) {
      const page = await pageFor(browser, url, cookie)
      first.push(await timeToGrid(page, url))
      again.push(await timeToGrid(page, url))
      if (open === opens - 1) frames.push(await dragged(page))
      await page.context().close()
    }
    return { first: medianOf(first), again: medianOf(again), frame: medianOf(frames) }
  } finally {
    await browser.close()
  }
}

const block = 'programme-board .block'

const pageFor = async (browser: WatchedBrowser, url: string, cookie: string): Promise<Page> => {
  const page = await browser.newPage({ width: 1366, height: 768, allowed: [/text\/event-stream/] })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: new URL(url).origin }])
  return page
}

const timeToGrid = async (page: Page, url: string): Promise<number> => {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForSelector(block)
  return page.evaluate<number>(drawn)
}

/** The clock of the page, which begins with its address, once two more frames have shown what stands in it. */
const drawn = `new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now()))))`

const watch = `(() => {
  globalThis.frames_ = []
  let before = performance.now()
  const look = (now) => {
    globalThis.frames_.push(now - before)
    before = now
    globalThis.watching_ = requestAnimationFrame(look)
  }
  globalThis.watching_ = requestAnimationFrame(look)
})()`

/** Three strokes over the columns and back, a step for each frame of a display; the first one warms up. */
const dragged = async (page: Page): Promise<number> => {
  await wait(1000)
  const box = await page.locator(block).nth(4).boundingBox()
  if (!box) throw new Error('no item is in sight')
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(10, box.height / 2)]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await stroke(page, { x, y }, 40)
  await page.evaluate(watch)
  for (let round = 0; round < 3; round += 1) await stroke(page, { x, y }, 120)
  const isCarried = (await page.locator('[data-carrying]').count()) > 0
  const frames = await page.evaluate<number[]>('(cancelAnimationFrame(watching_), frames_.slice(1))')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  if (!isCarried || frames.length < 100) throw new Error('nothing was dragged')
  return frames.sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Infinity
}

const stroke = async (page: Page, { x, y }: { x: number; y: number }, steps: number): Promise<void> => {
  for (let step = 1; step <= 2 * steps; step += 1) {
    const share = 1 - Math.abs(step - steps) / steps
    const next = wait(1000 / 60)
    await page.mouse.move(x + 500 * share, y + 220 * share)
    await next
  }
}
