import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { UnitListBoard } from '../../server/unit-lists/schema.ts'
import { en } from '../../web/words/en.ts'
import { vi } from '../../web/words/vi.ts'
import { pages } from '../../web/pages.ts'
import { ministryForm } from '../server/outside-forms/forms.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, showWhole, type View, type WatchedBrowser } from '../support/browser.ts'
import { formWith } from '../support/form.ts'
import { aHall } from '../support/seating.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Opens an address as whoever is signed in, and waits until it has loaded. */
type Open = (path: string, view: View) => Promise<Page>

/**
 * Every page of the product with the example, in these views: it fits, is named, and axe finds nothing, in the views
 * after the first of what turns on the looks. Each kind of screen is a file of its own, so that both run side by side. `more` are tests of its own for a kind of screen.
 */
export const everyPage = (views: readonly [string, View][], more: (open: Open) => void = () => undefined): void => {
  describe('every page, with the example', () => {
    let browser: WatchedBrowser
    let server: RunningServer
    let cookie: string
    let congress: Congress
    /** The first record of each list, by the path of its pages. */
    let firstIds: Record<string, string>
    /** A hall of the first venue. */
    let hallId: string
    /** A unit that was asked for its list. */
    let senderId: string

    beforeAll(async () => {
      ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
      cookie = await signInByLink(await server.link())
      const ask = async <T>(path: string): Promise<T> =>
        (await fetch(`${server.url}${path}`, { headers: { cookie } })).json() as Promise<T>
      const [cycle] = await ask<Cycle[]>('/api/cycles')
      const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
      const firstOf = async (list: string) => (await ask<{ id: string }[]>(list))[0]?.id ?? ''
      firstIds = { '/leaders/': await firstOf('/api/posts'), '/venues/': await firstOf('/api/venues') }
      congress = road.congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
      const { lists } = await ask<UnitListBoard>(`/api/congresses/${congress.id}/unit-lists`)
      senderId = lists.find(({ isQuotaSent }) => isQuotaSent)?.sendingUnitId ?? ''
      const sent = formWith(Buffer.from(ministryForm()), 'Mẫu số 1.xlsx')
      const kept = await fetch(`${server.url}/api/outside-forms?unitId=${congress.unitId}&list=members`, {
        method: 'POST',
        headers: { cookie, ...sent.headers },
        body: new Uint8Array(sent.body),
      })
      const drawn = await fetch(`${server.url}/api/venues/${firstIds['/venues/']}/halls`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Hội trường nhỏ', drawing: aHall() }),
      })
      hallId = ((await drawn.json()) as { id: string }).id
      firstIds['/outside-forms/'] = ((await kept.json()) as { id: string }).id
    })

    afterAll(async () => {
      await browser.close()
      await server.stop()
    })

    const open = async (path: string, view: View) => {
      const page = await browser.newPage(view)
      const [name = '', value = ''] = cookie.split('=')
      if (isOfAccount(path)) await page.context().addCookies([{ name, value, url: server.url }])
      await page.goto(`${server.url}${path}?lang=${view.language ?? 'vi'}`)
      await page.locator('h1').first().waitFor()
      // The connection for live changes stays open, so the network is never idle: the page has loaded when it says so.
      const { loading } = (view.language === 'en' ? en : vi).common
      await page.getByText(loading, { exact: true }).first().waitFor({ state: 'detached' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page
    }

    /** The addresses of a page: its path with what the example has. */
    const addressesOf = (path: string): string[] => {
      if (path.startsWith('/import/')) return ['units', 'venues', 'congresses'].map((kind) => `/import/${kind}`)
      if (path === '/link/:token') return [`/link/${'x'.repeat(43)}`]
      const [, first = congress.id] = Object.entries(firstIds).find(([begin]) => path.startsWith(begin)) ?? []
      if (path.endsWith('/:hallId')) {
        return ['new', hallId].map((hall) => path.replace(':id', first).replace(':hallId', hall))
      }
      return [path.replace(':id', first).replace(':kind', 'invitation').replace(':sendingUnitId', senderId)]
    }

    describe.each(views)('at %s', (name, view) => {
      /** Most of a page is loaded once for all of them, and kept by their session. */
      let first: Page | undefined

      test.each(pages.map(({ path }) => path))('%s fits, is named and has no fault that axe finds', async (path) => {
        first ??= await browser.newPage(view)
        for (const address of addressesOf(path)) {
          const beside = isOfAccount(address) ? first : undefined
          const page = await open(address, { ...view, beside, allowed: [/text\/event-stream/] })
          await showWhole(page)
          const widest = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(widest, `${address} is wider than the screen`).toBeLessThanOrEqual(view.width ?? 1366)
          expect(await page.title()).toContain('Tiến Tới')
          if (process.env['PICTURES'] !== undefined) {
            await screenshot(page, `${address.replace(congress.id, 'one')} ${name}`.replaceAll(/[^\w×]+/g, '-'))
          }
          await expectNoAxeFindings(page, view === views[0]?.[1] ? 'all' : 'looks')
          await page.close()
        }
      })
    })

    more(open)
  })
}

/** Whether a page is for whoever is signed in; the others send them on. */
const isOfAccount = (path: string): boolean => !/^\/(sign-in|link)/.test(path)
