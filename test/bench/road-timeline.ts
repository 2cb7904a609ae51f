import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { build, preview } from 'vite'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { installPeers, peersFolder as peers, peerVersion } from './peers.ts'
import type { BenchRow } from './rows.ts'

const limitMilliseconds = 17.5
const ourBars = 10_000
const peerBars = 3_000

/** A road of 10,000 bars dragged to and fro with the mouse, beside vis-timeline with 3,000; 95 of 100 frames are quicker. */
export const benchRoadTimeline = async (): Promise<BenchRow[]> => {
  installPeers('vis-timeline')
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-timelines-'))
  const settings = { root: peers, configFile: false, logLevel: 'error' } as const
  await build({ ...settings, build: { outDir: folder, emptyOutDir: true } })
  const server = await preview({
    ...settings,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, open: false },
  })
  const browser = await openBrowser()
  try {
    const address = server.httpServer.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
    const ours = await panned(browser, `${url}/?which=ours&bars=${ourBars}`)
    const peer = await panned(browser, `${url}/?which=vis-timeline&bars=${peerBars}`)
    return [
      {
        job: `road panned, ${ourBars} bars, a frame (p95)`,
        ours: `${ours.toFixed(1)} ms`,
        peer: `vis-timeline ${peerVersion('vis-timeline')}, ${peerBars} bars: ${peer.toFixed(1)} ms`,
        ratio: `${(peer / ours).toFixed(1)} ×`,
        goal: `≤ ${limitMilliseconds} ms`,
        isMet: ours <= limitMilliseconds,
      },
    ]
  } finally {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens a page and gives the milliseconds that 95 of 100 frames keep within while it is dragged. */
const panned = async (browser: WatchedBrowser, url: string): Promise<number> => {
  const page = await browser.newPage({ width: 1200, height: 800 })
  await page.goto(url)
  await page.waitForFunction('typeof firstDay === "function"')
  await wait(3000)
  // The first stroke warms both up.
  await drag(page, 60)
  await page.evaluate('startWatching()')
  const seen = new Set<number>()
  for (let stroke = 0; stroke < 3; stroke += 1) seen.add(await drag(page, 120))
  const frames = await page.evaluate<number[]>('stopWatching()')
  await page.context().close()
  if (seen.size === 0 || seen.has(0) || frames.length < 100) throw new Error(`${url} was not panned`)
  return frames.sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Infinity
}

/** One stroke to the left and back, a step for each frame of a display; gives the days that it went at the most. */
const drag = async (page: Page, steps: number): Promise<number> => {
  const before = await page.evaluate<number>('firstDay()')
  let away = 0
  // Between two rows, so that no bar is taken along.
  await page.mouse.move(1150, 87)
  await page.mouse.down()
  for (let step = 1; step <= 2 * steps; step += 1) {
    const x = 1150 - 850 * (1 - Math.abs(step - steps) / steps)
    const next = wait(1000 / 60)
    await page.mouse.move(x, 87)
    await next
    if (step === steps) away = Math.abs((await page.evaluate<number>('firstDay()')) - before)
  }
  await page.mouse.up()
  return away
}
