import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { build, preview } from 'vite'
import { openBrowser, type WatchedBrowser } from '../../support/browser.ts'
import { installPeers, peersFolder, peerVersion } from '../peers.ts'
import { medianOf, type BenchRow } from '../rows.ts'

const seats = 20_000
const limitMilliseconds = 17.5
const leastTimes = 20
const keyLimit = 1

/** A hall of 20,000 seats dragged to and fro with the mouse, beside Konva with the same; and walked through by key. */
export const benchSeatsOnScreen = async (): Promise<BenchRow[]> => {
  installPeers('konva')
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-seats-'))
  const settings = { root: join(peersFolder, 'seats'), configFile: false, logLevel: 'error' } as const
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
    const ours = await panned(browser, `${url}/?which=ours&seats=${seats}`)
    const konva = await panned(browser, `${url}/?which=konva&seats=${seats}`)
    const key = await walked(browser, `${url}/?which=ours&seats=${seats}`)
    const version = peerVersion('konva')
    return [
      {
        job: `${seats} seats panned, a frame (p95)`,
        ours: `${ours.frame.toFixed(1)} ms`,
        peer: `konva ${version}: ${konva.frame.toFixed(1)} ms`,
        ratio: `${(konva.frame / ours.frame).toFixed(1)} ×`,
        goal: `≤ ${limitMilliseconds} ms`,
        isMet: ours.frame <= limitMilliseconds,
      },
      {
        job: `${seats} seats panned, scripts of a frame (mean)`,
        ours: `${ours.script.toFixed(2)} ms`,
        peer: `konva ${version}: ${konva.script.toFixed(2)} ms`,
        ratio: `${(konva.script / ours.script).toFixed(1)} ×`,
        goal: `≥ ${leastTimes} ×`,
        isMet: konva.script >= leastTimes * ours.script,
      },
      {
        job: `${seats} seats, a key press (median)`,
        ours: `${key.toFixed(2)} ms`,
        peer: 'limit',
        ratio: '–',
        goal: `≤ ${keyLimit} ms`,
        isMet: key <= keyLimit,
      },
    ]
  } finally {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const opened = async (browser: WatchedBrowser, url: string): Promise<Page> => {
  const page = await browser.newPage({ width: 1200, height: 800 })
  await page.goto(url)
  await page.waitForFunction('typeof origin === "function"')
  await wait(2000)
  return page
}

/** Drags for a while and gives, in milliseconds, what 95 of 100 frames keep within, and what scripts took of a frame. */
const panned = async (browser: WatchedBrowser, url: string): Promise<{ frame: number; script: number }> => {
  const page = await opened(browser, url)
  // The first stroke warms both up.
  await drag(page, 60)
  await page.evaluate('startWatching()')
  let away = Infinity
  for (let stroke = 0; stroke < 3; stroke += 1) away = Math.min(away, await drag(page, 120))
  const { frames, scripts } = await page.evaluate<{ frames: number[]; scripts: number[] }>('stopWatching()')
  await page.context().close()
  if (away < 100 || frames.length < 50) throw new Error(`${url} was not panned`)
  return {
    frame: frames.sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Infinity,
    script: scripts.reduce((sum, each) => sum + each, 0) / scripts.length,
  }
}

/** One stroke to the left and back, a step for each frame of a display; gives the pixels that it went at the most. */
const drag = async (page: Page, steps: number): Promise<number> => {
  const before = await page.evaluate<number>('origin()')
  let away = 0
  // Beside the hall, so that no seat is taken along.
  await page.mouse.move(1185, 12)
  await page.mouse.down()
  for (let step = 1; step <= 2 * steps; step += 1) {
    const x = 1185 - 600 * (1 - Math.abs(step - steps) / steps)
    const next = wait(1000 / 60)
    await page.mouse.move(x, 12 + (1185 - x) / 4)
    await next
    if (step === steps) away = Math.abs((await page.evaluate<number>('origin()')) - before)
  }
  await page.mouse.up()
  return away
}

/** Milliseconds of scripts for a press of an arrow, the frame that shows it included. */
const walked = async (browser: WatchedBrowser, url: string): Promise<number> => {
  const page = await opened(browser, url)
  await page.keyboard.press('Tab')
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowDown')
  const times: number[] = []
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    for (let press = 0; press < 15; press += 1) {
      await page.evaluate('startWatching()')
      await page.keyboard.press(key)
      await wait(60)
      const { scripts } = await page.evaluate<{ scripts: number[] }>('stopWatching()')
      times.push(scripts.reduce((sum, each) => sum + each, 0))
    }
  }
  const isWalked = await page.evaluate<boolean>('map.focused >= 0')
  await page.context().close()
  if (!isWalked) throw new Error('no key was heard')
  return medianOf(times)
}
