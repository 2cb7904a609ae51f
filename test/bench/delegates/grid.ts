import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../support/browser.ts'
import { signInByLink, startServer } from '../../support/server.ts'
import { medianOf, type BenchRow } from '../rows.ts'
import { delegateCount, seedDelegates } from './seeded.ts'

const opens = 5
const mostToOpen = 1000
/** A frame of a display of 60 Hz, and a little for its clock. */
const mostPerFrame = 17.5
/** Frames by the wheel, and as many by leaps. */
const half = 240

/** The list of 5,000 in a browser: opened, and scrolled from its beginning to its end. */
export const benchGrid = async (): Promise<BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-grid-'))
  try {
    const { token, congressId } = await seedDelegates(folder)
    const server = await startServer({ dataFolder: folder })
    const browser = await openBrowser()
    try {
      const cookie = await signInByLink(`${server.url}/link/${token}`)
      const url = `${server.url}/congresses/${congressId}/delegates`
      const [first, again, frames]: [number[], number[], number[]] = [[], [], []]
      for (let open = 0; open < opens; open += 1) {
        const page = await browser.newPage({ allowed: [/text\/event-stream/] })
        const [name = '', value = ''] = cookie.split('=')
        await page.context().addCookies([{ name, value, url: server.url }])
        first.push(await timeToRows(page, url))
        again.push(await timeToRows(page, url))
        if (open === opens - 1) frames.push(...(await scrolled(page)))
        await page.context().close()
      }
      const count = delegateCount.toLocaleString('en')
      return [
        rowOf(`list of ${count} opened, from the address to drawn`, medianOf(again), mostToOpen),
        rowOf('the same in a browser that has never been here', medianOf(first), mostToOpen),
        rowOf(
          'scrolled by the wheel, 66 rows a second, a frame (p95)',
          percentile(frames.slice(0, half), 0.95),
          mostPerFrame,
        ),
        rowOf('dragged through, a page each frame (p95)', percentile(frames.slice(half), 0.95), mostPerFrame),
      ]
    } finally {
      await browser.close()
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rowOf = (job: string, milliseconds: number, limit: number): BenchRow => ({
  job,
  ours: `${milliseconds.toFixed(1)} ms`,
  ...{ peer: '–', ratio: '–' },
  goal: `≤ ${String(limit)} ms`,
  isMet: milliseconds <= limit,
})

const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)] ?? Infinity

/** By the clock of the page, which begins with its address: until two frames have shown the rows. */
const timeToRows = async (page: Page, url: string): Promise<number> => {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForSelector('list-grid [role="gridcell"], list-grid td')
  return page.evaluate<number>(
    'new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now()))))',
  )
}

/** Four seconds of wheel, 40 pixels a frame, then as many frames in leaps of a page: the times between frames. */
const scrolled = async (page: Page): Promise<number[]> => {
  await wait(1000)
  const frames = await page.evaluate<number[]>(`new Promise((tell) => {
    const find = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('list-grid')) return element.shadowRoot.querySelector('.box')
        const found = element.shadowRoot && find(element.shadowRoot)
        if (found) return found
      }
      return null
    }
    const box = find(document)
    const page = box.clientHeight
    const frames = []
    let [before, at] = [null, 0]
    const step = (now) => {
      if (before !== null) frames.push(now - before)
      before = now
      // Counted here: to ask the box would lay it out once more.
      at += frames.length < ${half} ? 40 : page
      box.scrollTop = at
      if (frames.length < ${2 * half}) requestAnimationFrame(step)
      else tell(box.scrollTop > 0 ? frames.slice(1) : [])
    }
    requestAnimationFrame(step)
  })`)
  if (frames.length === 0) throw new Error('nothing was scrolled')
  return frames
}
