import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Programme } from '../../server/programme/schema.ts'
import type { Publication } from '../../server/publications/schema.ts'
import { readPdf, wordsOf } from '../server/documents/read-pdf.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, type View, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** From a draft to what people hold in their hands: released, changed, told, printed, read by the public. */
describe('the releases of a programme', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let congress: Congress
  let page: Page

  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    return (await fetch(server.url + path, init)).json() as Promise<T>
  }
  const change = async (title: string, values: object): Promise<void> => {
    const { sessions } = await ask<Programme>(`/api/congresses/${congress.id}/programme`)
    const item = sessions.flatMap(({ items }) => items).find((each) => each.title.includes(title))!
    const { durationMinutes, fixedStart, presenter, note, version } = item
    const body = { title: item.title, durationMinutes, fixedStart, presenter, note, version, ...values }
    await ask(`/api/items/${item.id}`, 'PUT', body)
  }
  const dialog = () => page.locator('release-dialog, releases-dialog')
  const release = async (number: number): Promise<void> => {
    await page.getByRole('button', { name: `Công bố bản ${String(number)}` }).click()
    await dialog()
      .getByRole('button', { name: `Công bố bản ${String(number)}` })
      .click()
    await dialog().getByRole('heading', { name: 'Các bản đã công bố' }).waitFor()
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
    congress = road.congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
    page = await browser.newPage({ allowed: [/text\/event-stream/, /409/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}/congresses/${congress.id}/programme`)
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('three items are changed after the first: exactly three changes are seen, with those whom they touch', async () => {
    await release(1)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.locator('release-head').getByText('Bản 1 đã công bố').waitFor()
    await change('Bế mạc', { durationMinutes: 8 })
    await change('Phát biểu chỉ đạo', { presenter: 'Đồng chí Phó Thủ tướng' })
    await change('Diễn văn khai mạc', { title: 'Diễn văn khai mạc Đại hội' })
    await page.locator('release-head').getByText('3 thay đổi').waitFor()
    await page.getByRole('button', { name: 'Công bố bản 2' }).click()
    await dialog().getByRole('heading', { name: 'Thay đổi so với bản 1 · 3' }).waitFor()
    expect(await dialog().locator('.changes li').allInnerTexts()).toHaveLength(3)
    await dialog().getByText('“Phát biểu chỉ đạo”: người thực hiện').waitFor()
    await expectNoAxeFindings(page)
  })

  test('what another changes while the dialog is open holds the release up, and is told', async () => {
    await change('Văn nghệ chào mừng', { presenter: 'Đoàn Nghệ thuật tỉnh' })
    await dialog().getByRole('button', { name: 'Công bố bản 2' }).click()
    await dialog().getByText('Vừa đổi:').waitFor()
    await dialog().getByRole('alert').getByText('Đoàn Nghệ thuật tỉnh').waitFor()
    expect(await ask<unknown[]>(`/api/congresses/${congress.id}/releases`)).toHaveLength(1)
    await change('Văn nghệ chào mừng', { presenter: 'Sở Văn hóa, Thể thao và Du lịch' })
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.locator('release-head').getByText('3 thay đổi').waitFor()
    await release(2)
  })

  test('only those affected are listed to be told; who was told is ticked', async () => {
    await dialog().locator('told-list .affected li').first().waitFor()
    const names = await dialog().locator('told-list .affected strong').allInnerTexts()
    expect(names).toContain('Đồng chí Phó Thủ tướng')
    expect(names).not.toContain('Tiểu ban Khen thưởng')
    await dialog().getByLabel('Đồng chí Phó Thủ tướng').check()
    await dialog()
      .getByText(/đã báo, /)
      .waitFor()
    await dialog()
      .getByText(`Đã báo 1/${String(names.length)}`)
      .waitFor()
    await expectNoAxeFindings(page)
  })

  test('what changed is printed, and the first release still as it was', async () => {
    const text = async (link: string) => {
      const path = await dialog().getByRole('link', { name: link }).getAttribute('href')
      const answer = await fetch(server.url + (path ?? ''), { headers: { cookie } })
      return wordsOf((await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages).normalize('NFC')
    }
    const sheet = await text('In những thay đổi')
    for (const words of ['Diễn văn khai mạc Đại hội', 'Đồng chí Phó Thủ tướng', '8 phút', 'So với Bản 1']) {
      expect(sheet).toContain(words)
    }
    expect(sheet).not.toContain('Văn nghệ chào mừng')
    await dialog()
      .getByRole('button', { name: /^Bản 1/ })
      .click()
    await dialog().getByRole('heading', { name: 'Bản 1', exact: true }).waitFor()
    expect(await text('In chương trình')).not.toContain('Phó Thủ tướng')
  })

  test('a release that should not have gone out is corrected, with the reason', async () => {
    await dialog()
      .getByRole('button', { name: /^Bản 2/ })
      .click()
    await dialog().getByRole('button', { name: 'Đính chính bản này' }).click()
    await dialog().getByLabel('Lý do').fill('Chưa được duyệt')
    await dialog().locator('form').getByRole('button', { name: 'Đính chính bản này' }).click()
    await dialog().getByRole('heading', { name: 'Bản 3 đính chính bản 2' }).waitFor()
    await dialog().getByText('Chưa được duyệt').waitFor()
  })

  test('what was corrected is still in the draft: one click takes it out, one undo puts it back', async () => {
    const differs = dialog().getByText('Bản đang soạn còn 3 chỗ khác bản này.')
    await differs.waitFor()
    await expectNoAxeFindings(page)
    await dialog().getByRole('button', { name: 'Lấy bản 3 về bản đang soạn' }).click()
    await dialog().waitFor({ state: 'detached' })
    const titles = async () => {
      const { sessions } = await ask<Programme>(`/api/congresses/${congress.id}/programme`)
      return sessions.flatMap(({ items }) => items.map(({ title }) => title)).join()
    }
    expect(await titles()).not.toContain('Diễn văn khai mạc Đại hội')
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).click()
    await page.locator('release-head').getByText('3 thay đổi').click()
    await differs.waitFor()
    expect(await titles()).toContain('Diễn văn khai mạc Đại hội')
  })

  test('an older release is read whole in place of the draft, never the one that is still shown, and can be linked to', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(/\/api\/releases\/[\w-]+$/, async (route) => {
      await held
      await route.continue()
    })
    await dialog()
      .getByRole('button', { name: /^Bản 2/ })
      .click()
    await dialog().locator('.shown[inert]').waitFor()
    const opened = dialog().getByRole('button', { name: 'Đọc cả bản' }).click()
    letGo()
    await opened
    const sight = page.locator('release-sight')
    await sight.getByText(/^\s*Bản 2, công bố ngày/).waitFor()
    await page.unroute(/\/api\/releases\/[\w-]+$/)
    await page.reload()
    await sight.getByText('Đồng chí Phó Thủ tướng').waitFor()
    expect(await sight.locator('textarea, input').count()).toBe(0)
    await expectNoAxeFindings(page)
    await sight.getByRole('button', { name: 'Về bản đang soạn' }).click()
    await page.locator('programme-grid').waitFor()
  })

  test('a release that could not be fetched is fetched again by a click', async () => {
    const { pathname } = new URL(page.url())
    const [last] = await ask<{ id: string }[]>(`/api/congresses/${congress.id}/releases`)
    await page.route('**/api/releases/*', (route) => route.fulfill({ status: 429, json: { error: 'busy' } }), {
      times: 1,
    })
    await page.goto(`${server.url}${pathname}?release=${last?.id ?? ''}`)
    const sight = page.locator('release-sight')
    await sight.getByRole('alert').waitFor()
    expect(await sight.getByRole('status').innerText()).not.toContain('Đang tải')
    await sight.getByRole('button', { name: 'Thử lại' }).click()
    await sight.getByText('Bản 3 đính chính bản 2, công bố ngày').waitFor()
    expect(await sight.getByRole('alert').count()).toBe(0)
    await sight.getByRole('button', { name: 'Về bản đang soạn' }).click()
    await page.locator('programme-grid').waitFor()
  })

  test('the public page is behind the button for more, and leads back to nothing else', async () => {
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('button', { name: 'Trang công khai' }).click()
    const own = page.locator('public-page')
    await own.getByText('Đang tắt', { exact: true }).waitFor()
    await own.getByRole('button', { name: 'Mở trang công khai' }).click()
    await own.getByText('Đang mở', { exact: true }).waitFor()
    await expectNoAxeFindings(page)
    await page.keyboard.press('Escape')
    await own.waitFor({ state: 'detached' })
  })

  describe.each<[string, View]>([
    ['on a laptop, in Vietnamese', {}],
    ['on a telephone, in English and the dark', { width: 390, height: 844, language: 'en', colorScheme: 'dark' }],
  ])('the public page %s', (_name, view) => {
    test('shows what is in force, searches without marks, keeps stars, and has no fault that axe finds', async () => {
      const { code } = (await ask<Publication>(`/api/congresses/${congress.id}/publication`, 'POST'))!
      const reader = await browser.newPage({ ...view, allowed: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] })
      await reader.goto(`${server.url}/ct/${code}?lang=${view.language ?? 'vi'}`)
      await reader.locator('#now').waitFor({ state: 'attached' })
      // The correction brought the first release back: what was wrong is not shown.
      expect(await reader.locator('body').innerText()).not.toContain('Phó Thủ tướng')
      // The congress is weeks away: nothing of it is next.
      expect(await reader.locator('li.next').count()).toBe(0)
      await reader.locator('#find').fill('van nghe')
      await expect.poll(() => reader.locator('li:visible').count()).toBe(1)
      await reader.locator('.star:visible').click()
      await reader.locator('#find').fill('')
      await reader.reload()
      expect(await reader.locator('.star[aria-pressed="true"]').count()).toBe(1)
      expect(await reader.locator('#calendar').getAttribute('href')).toContain('&items=')
      await expectNoAxeFindings(reader)
      const widest = await reader.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBeLessThanOrEqual(view.width ?? 1366)
      await reader.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await reader.context().setOffline(true)
      await reader.reload()
      await reader.locator('#cached').waitFor()
      expect(await reader.locator('.star[aria-pressed="true"]').count()).toBe(1)
      await reader.context().close()
    })
  })
})
