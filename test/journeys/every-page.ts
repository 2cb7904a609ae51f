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
import { openBrowser, screenshot, showWhole, speak, type View, type WatchedBrowser } from '../support/browser.ts'
import { formWith } from '../support/form.ts'
import { aHall } from '../support/seating.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Opens an address in a session of its own as whoever is signed in, and waits until it has loaded. */
type Open = (path: string, view: View) => Promise<Page>
type Size = Pick<View, 'width' | 'height'>
type Look = Required<Pick<View, 'language' | 'colorScheme'>>

/**
 * Every page of the product with the example, on a screen of this size: it fits, is named, and axe finds nothing. Each
 * page is loaded in the first look and then shown in the others as a reader switches them, where axe judges what turns
 * on the looks. Each kind of screen is a file of its own, so that both run side by side. `more` are tests of its own
 * for a kind of screen.
 */
export const everyPage = (size: Size, looks: readonly Look[], more: (open: Open) => void = () => undefined): void => {
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

    const signIn = async (page: Page) => {
      const [name = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name, value, url: server.url }])
    }

    const load = async (page: Page, path: string, language: Look['language']) => {
      await page.goto(`${server.url}${path}?lang=${language}`)
      await page.locator('h1').first().waitFor()
      await hasLoaded(page, language)
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

    /** Tabs for all pages, of whoever is signed in and of who is not: what pages share is loaded once. */
    let signedIn: Page
    let signedOut: Page
    beforeAll(async () => {
      signedIn = await browser.newPage({ ...size, allowed: [/text\/event-stream/] })
      signedOut = await browser.newPage(size)
      await signIn(signedIn)
    })

    test.each(pages.map(({ path }) => path))('%s fits, is named and has no fault that axe finds', async (path) => {
      for (const address of addressesOf(path)) {
        const page = isOfAccount(address) ? signedIn : signedOut
        for (const look of looks) {
          await page.emulateMedia({ colorScheme: look.colorScheme })
          const isFirst = look === looks[0]
          if (isFirst || !(await speak(page, look.language))) await load(page, address, look.language)
          else await hasLoaded(page, look.language)
          const before = await showWhole(page)
          const widest = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(widest, `${address} is wider than the screen`).toBeLessThanOrEqual(before.width)
          expect(await page.title()).toContain('Tiến Tới')
          if (process.env['PICTURES'] !== undefined) {
            const name = `${address.replace(congress.id, 'one')} ${before.width} ${look.language} ${look.colorScheme}`
            await screenshot(page, name.replaceAll(/[^\w]+/g, '-'))
          }
          await expectNoAxeFindings(page, isFirst ? 'all' : 'looks')
          await page.setViewportSize(before)
        }
      }
      expect(browser.takeProblems()).toEqual([])
    })

    more(async (path, view) => {
      const page = await browser.newPage(view)
      await signIn(page)
      await load(page, path, view.language ?? 'vi')
      return page
    })
  })
}

/** The connection for live changes stays open, so the network is never idle: a page has loaded when it says so. */
const hasLoaded = async (page: Page, language: Look['language']): Promise<void> => {
  const { loading } = (language === 'en' ? en : vi).common
  await page.getByText(loading, { exact: true }).first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Whether a page is for whoever is signed in; the others send them on. */
const isOfAccount = (path: string): boolean => !/^\/(sign-in|link)/.test(path)
