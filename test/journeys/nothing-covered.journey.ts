import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { workbookOf } from '../server/exchange/workbooks.ts'
import { askingAs } from '../support/asking.ts'
import { openBrowser, type View, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** What is told in passing, and lists that open, leave free what is to be pressed. */
let browser: WatchedBrowser
let server: RunningServer
let cookie: string
let congress: Congress

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
  cookie = await signInByLink(await server.link())
  const ask = askingAs(server.url, cookie)
  const [cycle] = await ask<Cycle[]>('/api/cycles')
  const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
  congress = road.congresses.find(({ title }) => title.includes('tỉnh Nam Định lần thứ V'))!
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const open = async (path: string, view: View): Promise<Page> => {
  const page = await browser.newPage({ allowed: [/text\/event-stream/], ...view })
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`${server.url}${path}`)
  return page
}

/** Says something in passing, as long as it gets, and waits until it stands where it stays. */
const tell = async (page: Page): Promise<void> => {
  await page.evaluate(`document.querySelector('app-shell').shadowRoot.querySelector('toast-stack').add({
    tone: 'error', text: 'Một việc vừa làm, kể bằng một câu dài. '.repeat(6), actId: null, isReversal: false })`)
  await page.locator('toast-stack .toast').waitFor()
}

/** Nothing lies over it: Playwright presses only what the pointer meets, and this long before a toast goes by itself. */
const expectFree = (button: Locator) => button.click({ trial: true, timeout: 3000 })

const sizes = [
  ['an office laptop', { width: 1366, height: 768 }],
  ['a telephone', { width: 390, height: 844 }],
] as const

test.each(sizes)('a toast leaves «Nhập» of a preview free on %s', async (_name, size) => {
  const page = await open(`/congresses/${congress.id}/lists`, size)
  await page.getByRole('button', { name: 'Dán, tải lên' }).click()
  await page.locator('input[type="file"]').setInputFiles({
    name: 'DS dai bieu.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      workbookOf([
        ['Họ và tên', 'Năm sinh'],
        ...Array.from({ length: 40 }, (_each, at) => [`Đại biểu 95${String(at)}`, '1970']),
      ]),
    ),
  })
  const bring = page.getByRole('button', { name: /^Nhập đúng như đã xem/u })
  await bring.waitFor()
  await tell(page)
  await expectFree(bring)
})

test.each(sizes)('with people chosen one by one, «Lưu» can be pressed at once on %s', async (_name, size) => {
  const page = await open(`/congresses/${congress.id}/assignments`, size)
  await page.locator('role-table').getByRole('button').first().click()
  const dialog = page.locator('assignment-dialog')
  await dialog.getByRole('combobox', { name: 'Thêm người' }).click()
  const choices = dialog.locator('combo-field [role=option]')
  await choices.nth(1).click()
  await choices.nth(0).click()
  expect(await choices.count()).toBeGreaterThan(10)
  await tell(page)
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click({ timeout: 3000 })
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('2 người', { exact: true }).first().waitFor()
})

test.each(['vi', 'en'] as const)('each page at the foot of a telephone has one line in %s', async (language) => {
  const page = await open(`/congresses?lang=${language}`, { width: 390, height: 844, language })
  const links = page.locator('side-navigation nav.bar').locator('a > span')
  await links.first().waitFor()
  const heights = await links.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
  expect(heights).toHaveLength(4)
  expect(Math.max(...heights)).toBeLessThan(20)
  await page.getByRole('link', { name: language === 'vi' ? 'Hội nghị, đại hội' : 'Congresses', exact: true }).waitFor()
})
