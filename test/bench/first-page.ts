import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { signInByLink, startServer } from '../support/server.ts'
import type { BenchRow } from './rows.ts'

const limitKilobytes = 120

/** Script (gzip, level 9) that a browser loads to show the first page, the road of the example, signed in. */
export const benchFirstPage = async (): Promise<BenchRow[]> => {
  const server = await startServer({ isDemo: true })
  const browser = await openBrowser()
  try {
    const [name = '', value = ''] = (await signInByLink(await server.link())).split('=')
    const page = await browser.newPage()
    await page.context().addCookies([{ name, value, url: server.url }])
    const scripts: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response)
    })
    // Live changes keep a connection open: the page never comes to rest, so what it shows decides.
    const road = page.waitForResponse((response) => /\/api\/cycles\/[^/]+\/road$/.test(response.url()))
    await page.goto(server.url)
    await road
    await page.waitForTimeout(1000)
    const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body(), { level: 9 }).length))
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
    return [
      {
        job: `script of the first page, ${scripts.length} files, gzip`,
        ours: `${kilobytes.toFixed(1)} kB`,
        peer: '–',
        ratio: '–',
        goal: `≤ ${limitKilobytes} kB`,
        isMet: scripts.length > 0 && kilobytes <= limitKilobytes,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}
